"""The way out of a session and of the program: nothing that is not saved is lost unasked."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.screens.unsaved_dialog import UnsavedDialog

if TYPE_CHECKING:
    from tui.app import DuiqiApp

_AT_ONCE = 0.3
"""Seconds that saving may take before the screen says that it is waited for."""


class LeavingFlow:
    """Waits for the disk with a word, and asks before anything is lost."""

    def __init__(self, app: "DuiqiApp") -> None:
        self._app = app

    async def leave(self, then: Callable[[], object]) -> None:
        """Go on once all is saved, or once the person agrees to lose what is not.

        Args:
            then: Leaves the session, or the program.
        """
        document = self._app.document
        if document is not None:
            # In a thread, as a disk may hang; keys wait for the moment that this may take.
            await asyncio.to_thread(document.flush, _AT_ONCE)
            if document.would_lose:
                self._app.push_screen(UnsavedDialog(document), partial(_settle, then))
                return
        then()


def _settle(then: Callable[[], object], may_leave: bool | None) -> None:
    """Go on if the dialog says so."""
    if may_leave:
        then()
