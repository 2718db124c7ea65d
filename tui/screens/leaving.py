"""The way out of a session and of the program: nothing that is not saved is lost unasked."""

import asyncio
from collections.abc import Callable

from textual.app import App

from tui.screens.unsaved_dialog import UnsavedDialog
from tui.workspace.document import OpenDocument

_AT_ONCE = 0.3
"""Seconds that saving may take before the screen says that it is waited for."""


def question_of(app: App[None]) -> UnsavedDialog | None:
    """Return the dialog that is asking whether to lose what is not saved; None if none is."""
    asking = (screen for screen in app.screen_stack if isinstance(screen, UnsavedDialog))
    return next(asking, None)


async def leave_when_saved(
    app: App[None], document: OpenDocument, then: Callable[[], object]
) -> None:
    """Go on once all is saved, or once the person agrees to lose what is not.

    Args:
        app: The app, in which the person is asked.
        document: What is to be left.
        then: Leaves it.
    """

    def settle(may_leave: bool | None) -> None:
        if may_leave:
            then()

    # In a thread, as a disk may hang; keys wait for the moment that this may take.
    await asyncio.to_thread(document.flush, _AT_ONCE)
    if document.would_lose:
        app.push_screen(UnsavedDialog(document), settle)
    else:
        then()
