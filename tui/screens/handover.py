"""The cover: the screen before what is for one party alone. It holds a name and nothing else."""

from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place
from tui.screens.base import STYLES, BaseScreen, bindings_at
from tui.widgets.hint_bar import HintBar
from tui.widgets.plain_text import PlainText


class HandoverScreen(BaseScreen[bool]):
    """Asks for the laptop to be handed over, or for the others to look away.

    A key or a click says that it is done; Escape leaves covered what is behind.

    Args:
        message: Who may look, told to both; empty where the screen only covers the one below.
    """

    place = Place.HANDOVER
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "interview.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.HANDOVER)

    def __init__(self, message: str = "") -> None:
        super().__init__()
        self._message = message

    def compose(self) -> ComposeResult:
        """Mount a text and the bottom line."""
        yield PlainText(id="message")
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """Say who may look."""
        message = self._message or self.phrases("handover.blank")
        self.query_one("#message", PlainText).set_content(message)

    def on_mount(self) -> None:
        """Leave nothing to be pasted for whoever comes next."""
        self.duiqi.forget_copied()

    def on_click(self, event: events.Click) -> None:
        """Go on."""
        if not isinstance(event.widget, HintBar):
            self.do_next()

    def do_next(self) -> None:
        """Go on: who may not look looks away."""
        self.dismiss(True)

    def do_leave(self) -> None:
        """Go back; what is behind the cover stays covered."""
        self.dismiss(False)
