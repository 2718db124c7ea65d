"""The base of dialogs that say what would be done, and ask whether to do it."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tui.commands import Place
from tui.screens.base import STYLES, Dialog, bindings_at
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText

DO, LEAVE = "do", "leave"
"""The entries of the two ways out."""


class ConfirmDialog(Dialog[bool]):
    """Tells in a few notices what would be done; returns whether to do it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    title_key: ClassVar[str]
    """The catalogue's entry of the title."""

    @property
    def notices(self) -> Sequence[str]:
        """What would be done, a text each."""
        raise NotImplementedError

    @property
    def ways(self) -> Sequence[Entry]:
        """The two ways out, `DO` and `LEAVE`; the first is chosen to begin with."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Mount what would be done, and two ways out."""
        with Vertical(id="dialog"):
            yield PlainText(self.phrases(self.title_key), id="title")
            for notice in self.notices:
                yield PlainText(notice, classes="notice")
            yield PlainText(id="trouble")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        """Offer both ways."""
        menu = self.query_one(Menu)
        menu.update(self.ways)
        menu.focus()

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Return what was chosen."""
        self.dismiss(event.entry == DO)
