"""The dialog that asks before a backup takes the place of a broken file."""

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


class RepairDialog(Dialog[bool]):
    """Says what would be done to which file; returns whether to do it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    def __init__(self, repairs: Sequence[Message]) -> None:
        super().__init__()
        self._repairs = repairs

    def compose(self) -> ComposeResult:
        """Mount a text for each file, and two ways out."""
        say = self.phrases
        with Vertical(id="dialog"):
            yield PlainText(say("repair.title"), id="title")
            for repair in self._repairs:
                yield PlainText(say.say(repair), classes="notice")
            yield PlainText(id="trouble")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        """Offer to restore, or to leave all as it is."""
        say = self.phrases
        menu = self.query_one(Menu)
        menu.update(
            [Entry("restore", say("repair.restore")), Entry("leave", say("repair.leave"), "Esc")]
        )
        menu.focus()

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Return what was chosen."""
        self.dismiss(event.entry == "restore")
