"""The list of all keys of a place; choosing a command carries it out."""

from collections.abc import Container, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place, commands_at, field_keys_at
from tui.screens.base import BaseScreen, bindings_at
from tui.text.wrapping import wrap_text
from tui.widgets.hint_bar import HintBar
from tui.widgets.menu import Entry, Menu
from tui.widgets.status_bar import StatusBar


class HelpScreen(BaseScreen[str]):
    """Lists the commands of the place it was called from; returns the id of the chosen one.

    Args:
        about: The place.
        told: What there was no room for on that screen.
        refused: The ids of commands and keys that do nothing there at present.
    """

    place = Place.LIST
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.LIST)

    def __init__(
        self, about: Place, told: Sequence[str] = (), refused: Container[str] = ()
    ) -> None:
        super().__init__()
        self._refused = refused
        self._about = about
        self._told = told

    def compose(self) -> ComposeResult:
        """Mount the list."""
        yield StatusBar(id="status")
        yield Menu(id="list", aside_at=26, filters=True)
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """List the commands, then the keys of what stands in fields and lists."""
        say = self.phrases
        self.query_one(StatusBar).update(say("help.title"))
        menu = self.query_one(Menu)
        width = max(20, self.size.width - 8)
        told = [line for text in self._told for line in (*wrap_text(text, width), "")]
        entries = [Entry("", line) for line in told]
        entries += [
            Entry(command.id, command.key_labels, say(f"command.{command.id}"))
            for command in commands_at(self._about)
            if command.id != "help" and command.id not in self._refused
        ]
        fields = [each for each in field_keys_at(self._about) if each.id not in self._refused]
        if fields:
            entries += [Entry("", ""), Entry("", say("help.fields"))]
        entries += [Entry("", say(f"keys.{each.id}"), say(f"keys.{each.id}_do")) for each in fields]
        menu.update(entries)
        menu.focus()

    def do_help(self) -> None:
        """Go back, as whoever asks for help on help has seen it."""
        self.dismiss(None)

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Return what was chosen."""
        self.dismiss(event.entry)
