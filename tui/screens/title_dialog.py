"""The dialog that asks what lists are to call a session."""

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tui.commands import Place
from tui.screens.base import STYLES, Dialog, bindings_at
from tui.widgets.clean_fields import CleanInput
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText

_LONGEST = 60
"""Characters of a title."""


class TitleDialog(Dialog[str]):
    """Asks for a title, and returns it; an empty one takes the former back."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._former = title

    def compose(self) -> ComposeResult:
        """Mount a field, and two ways out."""
        say = self.phrases
        with Vertical(id="dialog"):
            yield PlainText(say("sessions.title"), id="title")
            yield PlainText(say("sessions.title_about"), classes="notice")
            yield CleanInput(self._former, max_length=_LONGEST)
            yield PlainText(id="trouble")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        """Begin with the title."""
        say = self.phrases
        ways = [
            Entry("take", say("sessions.take"), "Enter"),
            Entry("leave", say("export.leave"), "Esc"),
        ]
        self.query_one(Menu).update(ways)
        self.query_one(CleanInput).focus()

    def on_input_submitted(self) -> None:
        """Return the title."""
        self.dismiss(self.query_one(CleanInput).value)

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Return the title, or nothing."""
        self.dismiss(self.query_one(CleanInput).value if event.entry == "take" else None)
