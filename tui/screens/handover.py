"""The screen between two turns: it holds a name and nothing else."""

from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place
from tui.screens.base import STYLES, BaseScreen, Result, bindings_at
from tui.widgets.hint_bar import HintBar
from tui.widgets.plain_text import PlainText


class HandoverScreen(BaseScreen[bool]):
    """Asks for the laptop to be handed over; a key or a click begins the next turn.

    Args:
        name: The firm whose turn it is; empty where the screen only covers the one below.
    """

    place = Place.HANDOVER
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "interview.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.HANDOVER)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._party_name = name

    def compose(self) -> ComposeResult:
        """Mount a text and the bottom line."""
        yield PlainText(id="message")
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """Say whose turn it is."""
        say = self.phrases
        key = "handover.message" if self._party_name else "handover.blank"
        self.query_one("#message", PlainText).set_content(say(key, name=self._party_name))

    def on_click(self, event: events.Click) -> None:
        """Begin the turn."""
        if not isinstance(event.widget, HintBar):
            self.do_next()

    def do_next(self) -> None:
        """Begin the turn."""
        self.dismiss(True)

    do_leave = do_next


class CoverableScreen(BaseScreen[Result]):
    """A screen that shows one party's own words, and can be covered at once."""

    def do_blank(self) -> None:
        """Cover the screen at once."""
        self.app.push_screen(HandoverScreen())
