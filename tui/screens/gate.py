"""The base of screens that only a key of their own passes, once they have been seen."""

import time
from collections.abc import Iterable
from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.message import Message as Event

from tui.presenters.covers import Block, fitting
from tui.screens.base import STYLES, BaseScreen
from tui.widgets.hint_bar import HintBar
from tui.widgets.lines import Line, LineView

_WIDEST = 92
"""Cells of the page at most."""
_TAKEN = 8
"""Rows that are no text: the button, a blank line on either side of it, the edges of the page."""


class Button(LineView):
    """A word to click, in the middle of the screen."""

    class Pressed(Event):
        """It was clicked."""

    def update(self, key: str, label: str) -> None:
        """Show a key and what it does."""
        appearance = self.appearance
        line = Line(2).add(key, appearance.foreground("primary", bold=True)).add("   ")
        line.add(label, appearance.strong).add("  ")
        self.styles.width, fill = line.width, appearance.background("panel")
        edge = Line().row(fill, target="press")
        self.set_rows([edge, line.row(fill, target="press"), edge])

    def clicked(self, target: str) -> None:  # noqa: ARG002 - there is but one
        """Say that it was clicked."""
        self.post_message(self.Pressed())


class GateScreen(BaseScreen[bool]):
    """Waits for those who may look; closes with True once they are there, with False on Escape.

    Enter, which goes on everywhere, does nothing here, nor does what was typed before this was
    seen: either may be one key too many.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "gates.tcss"]

    hint: ClassVar[str] = "handover.own_key"
    """The catalogue's entry that tells of the key."""

    def __init__(self) -> None:
        super().__init__()
        self._seen_at: float | None = None
        """When it was painted, on the steady clock."""

    def compose(self) -> ComposeResult:
        """Mount a text, the word to click, what stands below it, and the bottom line."""
        with Vertical(id="sheet"):
            yield LineView(id="page")
            with Center():
                yield Button(id="ready")
            yield LineView(id="foot")
        yield HintBar(id="hints")

    def page(self, width: int) -> Iterable[Block]:
        """Return who is waited for, in the language of those who are."""
        raise NotImplementedError

    def foot(self, width: int) -> Iterable[Block]:
        """Return what stands below the button: which key it is, and the same for the others."""
        raise NotImplementedError

    @property
    def label(self) -> str:
        """What the key does."""
        return self.phrases("handover.ready")

    def _update_widgets(self) -> None:
        """Say who is waited for, and for which key."""
        width = min(_WIDEST, self.size.width - 6)
        told = fitting(self.page(width), self.foot(width), self.size.height - _TAKEN)
        self.query_one("#sheet").styles.width = width
        for name, rows in zip(("page", "foot"), told, strict=True):
            view = self.query_one(f"#{name}", LineView)
            view.styles.height = len(rows)
            view.set_rows(rows)
        self.query_one(Button).update("Ctrl+R", self.label)
        if self._seen_at is None:
            self.call_after_refresh(self._note_that_it_is_seen)

    def _note_that_it_is_seen(self) -> None:
        self._seen_at = self._seen_at or time.monotonic()

    def is_typed_ahead(self, event: events.Key) -> bool:
        """Return whether a key was pressed before this was painted."""
        return self._seen_at is None or event.time < self._seen_at

    def on_mount(self) -> None:
        """Leave nothing to be pasted for whoever comes next."""
        self.duiqi.forget_copied()

    def on_button_pressed(self) -> None:
        """Go on."""
        self.do_ready()

    def do_ready(self) -> None:
        """Go on: those who are waited for are there."""
        self.dismiss(True)

    def do_leave(self) -> None:
        """Go back; what is behind stays covered."""
        self.dismiss(False)
