"""How the newest state of a session stands to the disk: told on every screen, and at the end."""

from collections.abc import Callable, Iterator
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
        self._told_last: Message | None = None
        """What to say on home of the session that was left last."""
        self._timer: Timer | None = None
        self.has_lost = False
        """Whether a session was left of which something was not saved."""

    @property
    def banner(self) -> Message | None:
        """What every screen says of saving, or home of what was lost; None where all is well."""
        document = self._document()
        return self._told_last if document is None else unsaved_banner(document.state)

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
        is_writing = any(screen.has_unkept for screen in self._screens)
        unkept = [Message("save.unfinished")] if is_writing else []
        return (*self._told, *filter(None, [self.loss]), *unkept)

    @property
    def _screens(self) -> Iterator[CommandScreen[object]]:
        """The screens that are up."""
        for screen in self._app.screen_stack:
            if isinstance(screen, CommandScreen) and screen.is_mounted:
                yield screen

    def note_change(self) -> None:
        """Have all screens that are up say how saving goes; look again where it may be slow."""
        for screen in self._screens:
            screen.refresh_status()
        document = self._document()
        is_waiting = document is not None and document.state.unsaved_since is not None
        if is_waiting and self._timer is None:
            self._timer = self._app.set_timer(_SLOW, self._look_again)

    def note_move(self, folder: Path) -> None:
        """Note that the session is saved in another folder from now on."""
        self._told_last = Message("save.moved", {"folder": str(folder)})
        self._told.append(self._told_last)

    def note_opening(self) -> None:
        """Note that another session is opened, so that home has nothing to say of the last."""
        self._told_last = None

    def note_leaving(self) -> None:
        """Note what is lost by leaving the session, before it is closed."""
        if (loss := self.loss) is not None:
            self.has_lost = True
            self._told_last = loss
            self._told.append(loss)

    def _look_again(self) -> None:
        self._timer = None
        self.note_change()
