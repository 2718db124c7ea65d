"""Links among the files of a session: a folder from elsewhere could lead out of itself by them."""

import os
from pathlib import Path

from tui.diagnostics.diagnostic import Diagnostic, Severity
from tui.domain.message import Message
from tui.formats.file_names import is_of_session


def links_in(folder: Path) -> list[Diagnostic]:
    """Return an error for each file of the session in `folder` that is a link.

    The folder itself may be one. Of a folder that cannot be listed nothing is told.
    """
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return []
    linked = (folder / name for name in names if is_of_session(name))
    return [_link(path) for path in linked if path.is_symlink()]


def _link(path: Path) -> Diagnostic:
    return Diagnostic(str(path), None, Severity.ERROR, Message("toml.link"))
