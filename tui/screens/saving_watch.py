"""How the newest state of a session stands to the disk: told on every screen, and at the end."""

from collections.abc import Callable
from pathlib import Path

from textual.app import App
from textual.timer import Timer

from tui.domain.message import Message
from tui.screens.base import CommandScreen
from tui.screens.saving_words import lost, unsaved_banner
from tui.workspace.document import OpenDocument

_SLOW = 2.1
"""Seconds after a change of state until it can be called slow."""


class SavingWatch:
    """Knows what is not saved, and what was lost or saved elsewhere before.

    Args:
        app: The app, whose screens tell it.
        document: Returns the session that is open.
    """

    def __init__(self, app: App[None], document: Callable[[], OpenDocument | None]) -> None:
        self._app = app
        self._document = document
        self._told: list[Message] = []
        """What the terminal is to say at the end of sessions that were left."""
        self._lost_last: Message | None = None
        self._timer: Timer | None = None
        self.has_lost = False
        """Whether a session was left of which something was not saved."""

    @property
    def banner(self) -> Message | None:
        """What every screen says of saving, or home of what was lost; None where all is well."""
        document = self._document()
        return self._lost_last if document is None else unsaved_banner(document.state)

    @property
    def loss(self) -> Message | None:
        """What would be lost if the session were left now."""
        document = self._document()
        if document is None or not document.would_lose:
            return None
        return lost(document.state, document.path.absolute())

    @property
    def last_words(self) -> tuple[Message, ...]:
        """What the terminal is to say at the end: what is not saved, or saved elsewhere."""
        return (*self._told, *filter(None, [self.loss]))

    def note_change(self) -> None:
        """Have all screens that are up say how saving goes; look again where it may be slow."""
        for screen in self._app.screen_stack:
            if isinstance(screen, CommandScreen) and screen.is_mounted:
                screen.refresh_status()
        document = self._document()
        is_waiting = document is not None and document.state.unsaved_since is not None
        if is_waiting and self._timer is None:
            self._timer = self._app.set_timer(_SLOW, self._look_again)

    def note_move(self, folder: Path) -> None:
        """Note that the session is saved in another folder from now on."""
        self._told.append(Message("save.moved", {"folder": str(folder)}))

    def note_leaving(self) -> None:
        """Note what is lost by leaving the session, before it is closed."""
        self._lost_last = self.loss
        if self._lost_last is not None:
            self.has_lost = True
            self._told.append(self._lost_last)

    def _look_again(self) -> None:
        self._timer = None
        self.note_change()
