"""The list of all commands of a place; choosing one carries it out."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place, commands_at
from tui.screens.base import BaseScreen, bindings_at
from tui.widgets.hint_bar import HintBar
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText
from tui.widgets.status_bar import StatusBar


class HelpScreen(BaseScreen[str]):
    """Lists the commands of the place it was called from; returns the id of the chosen one."""

    place = Place.LIST
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.LIST)

    def __init__(self, about: Place) -> None:
        super().__init__()
        self._about = about

    def compose(self) -> ComposeResult:
        """Mount the list and a word about fields."""
        yield StatusBar(id="status")
        yield PlainText(id="fields")
        yield Menu(id="list", aside_at=18)
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """List the commands."""
        say = self.phrases
        self.query_one(StatusBar).update(say("help.title"))
        self.query_one("#fields", PlainText).set_content(say(f"help.{self._about}"))
        menu = self.query_one(Menu)
        menu.update(
            [
                Entry(command.id, command.key_label, say(f"command.{command.id}"))
                for command in commands_at(self._about)
                if command.id != "help"
            ]
        )
        menu.focus()

    def do_help(self) -> None:
        """Go back, as whoever asks for help on help has seen it."""
        self.dismiss(None)

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Return what was chosen."""
        self.dismiss(event.entry)
