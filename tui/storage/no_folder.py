"""In the place of a session's folder, where nothing is to be kept."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.domain.message import Message
    from tui.domain.session import Session


class NoFolder:
    """Takes what would be saved, and writes none of it.

    Args:
        path: What is tried out, to be named where a folder would be.
    """

    copies: Mapping[str, bytes] = MappingProxyType({})
    """The files that a folder would have beside the session's own."""

    is_read_only = True
    """Whether nothing can be saved in it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, session: "Session") -> "tuple[Message, ...]":  # noqa: ARG002 - as a folder does
        """Write nothing, about which there is nothing to say."""
        return ()

    def close(self) -> None:
        """Let go of nothing."""
