"""The dialog that says what should be known of a file before it is shown."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tui.commands import Place
from tui.domain.message import Message
from tui.screens.base import STYLES, Dialog, bindings_at
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText


class NoticesDialog(Dialog[None]):
    """Shows notices, to be read and closed."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    def __init__(self, notices: Sequence[Message]) -> None:
        super().__init__()
        self._notices = notices

    def compose(self) -> ComposeResult:
        """Mount a text for each notice, and the way on."""
        say = self.phrases
        with Vertical(id="dialog"):
            yield PlainText(say("notices.title"), id="title")
            for notice in self._notices:
                yield PlainText(say.say(notice), classes="notice")
            yield PlainText(id="trouble")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        """Offer to go on."""
        menu = self.query_one(Menu)
        menu.update([Entry("on", self.phrases("notices.on"))])
        menu.focus()

    def on_menu_chosen(self) -> None:
        """Go on."""
        self.dismiss(None)
