"""The base of screens with a page to turn."""

from tui.domain.message import Message
from tui.screens.base import BaseScreen, Result
from tui.widgets.pager import LongView, Pager


class PagingScreen(BaseScreen[Result]):
    """Turns its page back and forth, and says so at its ends."""

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
