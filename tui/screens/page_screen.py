"""The base of screens with a page to read, which can be written into a file."""

from collections.abc import Sequence

from tui.domain.session import Session
from tui.screens.base import Result
from tui.screens.copying import CopyingScreen
from tui.screens.export_dialog import ExportDialog
from tui.screens.paging import PagingScreen
from tui.workspace.exports import Export


class PageScreen(CopyingScreen[Result], PagingScreen[Result]):
    """Exports what its page is about, and copies it."""

    session: Session | None
    """The session that it is made of; None where it comes out of a file."""

    def exports(self) -> Sequence[Export]:
        """Return what can be written into a file."""
        raise NotImplementedError

    def do_export(self) -> None:
        """Write into files what the page is about."""
        self.app.push_screen(ExportDialog(self.exports()))
