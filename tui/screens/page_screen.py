"""The base of screens with a page to read, which can be written into a file."""

from collections.abc import Sequence

from tui.domain.message import Message
from tui.domain.session import Session
from tui.screens.base import BaseScreen, Result
from tui.screens.export_dialog import ExportDialog
from tui.widgets.pager import LongView, Pager
from tui.workspace.exports import Export


class PageScreen(BaseScreen[Result]):
    """Turns its page, and exports what the page is about."""

    session: Session | None
    """The session that it is made of; None where it comes out of a file."""

    def exports(self, session: Session) -> Sequence[Export]:
        """Return what can be written into a file."""
        raise NotImplementedError

    @property
    def page(self) -> LongView:
        """The page that is turned."""
        return self.query_one(Pager)

    def do_back(self) -> None:
        """Turn the page back."""
        if not self.page.turn(-1):
            self.tell(Message("pager.is_top"))

    def do_forward(self) -> None:
        """Turn the page on."""
        if not self.page.turn(1):
            self.tell(Message("pager.is_end"))

    def do_export(self) -> None:
        """Write into a file what the page is about, where there is a session to make it of."""
        if self.session is not None:
            self.app.push_screen(ExportDialog(self.exports(self.session), self.session.date))
        else:
            self.tell(Message("results.file_already"))
