"""The moment before answers meet: it waits until everybody is there."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType

from tui.commands import Place
from tui.domain.session import Session
from tui.presenters.covers import Block
from tui.presenters.reveal_page import key_blocks, reveal_blocks, show_words
from tui.screens.base import bindings_at
from tui.screens.gate import GateScreen


class RevealScreen(GateScreen):
    """Calls everyone; nothing is revealed before its key, and Escape reveals nothing.

    Args:
        session: The session, in which the answers have not met yet.
        area: The id of the area that is about to be revealed.
    """

    place = Place.REVEAL
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.REVEAL)
    hint = "handover.reveal_key"

    def __init__(self, session: Session, area: str) -> None:
        super().__init__()
        self._session = session
        self._area = area

    def page(self, width: int) -> Iterator[Block]:
        """Yield that both are in, told to both."""
        yield from reveal_blocks(self._session, self._area, self.appearance, width)

    def foot(self, width: int) -> Iterator[Block]:
        """Yield how long there is to talk, and what the key does, told to both."""
        yield from key_blocks(self._session, self._area, self.appearance, width)

    @property
    def label(self) -> str:
        """What the key does, in each language at the table."""
        return "  ".join(show_words(self._session, self.phrases))
