"""The dialog that asks before a session goes to the trash."""

from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tui.commands import Place
from tui.screens.base import STYLES, Dialog, bindings_at
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText


class DiscardDialog(Dialog[bool]):
    """Says which folder would go where; returns whether it is to."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    def __init__(self, folder: Path, trash: Path) -> None:
        super().__init__()
        self._folder = folder
        self._trash = trash

    def compose(self) -> ComposeResult:
        """Mount what would be done, and two ways out."""
        say = self.phrases
        with Vertical(id="dialog"):
            yield PlainText(say("sessions.discard"), id="title")
            about = say("sessions.discard_about", name=self._folder.name, trash=self._trash)
            yield PlainText(about, classes="notice")
            yield PlainText(id="trouble")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        """Offer to leave all as it is first."""
        say = self.phrases
        menu = self.query_one(Menu)
        menu.update(
            [Entry("leave", say("sessions.keep"), "Esc"), Entry("discard", say("sessions.throw"))]
        )
        menu.focus()

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Return what was chosen."""
        self.dismiss(event.entry == "discard")
