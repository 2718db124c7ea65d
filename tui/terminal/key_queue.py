"""A queue for keys and pastes: each is delivered only when the one before had its full effect.

Textual delivers all keys of a burst to the widget that has the focus when they arrive. Without the
queue, a party that types faster than the screen is drawn would put answers into the other party's
column.
"""

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

_WAYS_OUT: Final = frozenset({"escape", "ctrl+q"})
"""Keys that act also while all others wait."""
_Typed = events.Key | events.Paste
"""What is typed, and keeps its order."""
_TIMEOUT: Final = 0.5
"""Seconds after which a key counts as handled though nothing was heard of it."""


class _WaitForQueues:
    """Waits until each node in turn has handled the messages that it was sent before."""

    _param_count = 0
    """Arguments of the callback; otherwise Textual inspects the signature at every step."""

    def __init__(self, nodes: Iterable[MessagePump], then: Callable[[], None]) -> None:
        self._nodes = iter(nodes)
        self._then = then

    def __call__(self) -> None:
        """Wait for the next node that still accepts messages; after the last, call `then`."""
        for node in self._nodes:
            # The queue is in order: this is called when all that came before it is handled.
            if node.post_message(events.Callback(callback=self)):
                return
        self._then()


class KeyQueue:
    """Holds back each key until the one before it has had its full effect.

    Args:
        app: The app that the keys are for.
        is_typed_ahead: Returns whether the screen that is shown now must not get a key, as it was
            pressed before anybody could see that screen.
    """

    def __init__(self, app: App[None], is_typed_ahead: Callable[[events.Key], bool]) -> None:
        self._app = app
        self._is_typed_ahead = is_typed_ahead
        self._is_paused = False
        """Whether all keys wait for a screen that is about to come."""
        self._held: deque[_Typed] = deque()
        self._next: _Typed | None = None
        """The held key that is on its way back to the app; no other may overtake it."""
        self._turn = 0
        """How many keys were delivered; tells callbacks about the latest from older ones."""
        self._is_busy = False
        """Whether the latest key has not had its full effect yet."""

    @property
    def is_idle(self) -> bool:
        """Whether every key that came has had its full effect."""
        return not (self._is_busy or self._held or self._next is not None)

    def takes(self, event: events.Event) -> bool:
        """Return whether `event` is a key or a paste that must wait, and is delivered later.

        One that need not wait is followed until it has had its full effect.
        """
        if not isinstance(event, _Typed) or event.is_forwarded:
            return False
        is_typed_ahead = isinstance(event, events.Key) and self._is_typed_ahead(event)
        if event is self._next:
            self._next = None  # it has waited already
            if is_typed_ahead:
                self._is_busy = True
                self._app.call_after_refresh(self._release_next, self._turn)
                return True
        elif self._is_paused and not _leads_out(event):
            self._held.append(event)
            return True
        elif self._is_busy or self._next is not None:
            self._held.append(event)
            if self._is_busy and len(self._held) == 1:
                self._start_timeout()
            return True
        elif is_typed_ahead:
            return True
        self._follow()
        return False

    def pause(self) -> None:
        """Keep all keys until `resume`, but for the ways out of something that takes long."""
        self._is_paused = True

    def resume(self, *, dropped: bool) -> None:
        """Hand on the keys that were kept, once the screen is drawn; or drop them."""
        self._is_paused = False
        if dropped:
            self._held.clear()
        if self._held and not self._is_busy and self._next is None:
            self._is_busy = True
            self._turn += 1
            self._start_timeout()
            # The screen that came must be mounted and drawn, and know who has the focus.
            path = [self._app, self._app.screen, self._app]
            turn = self._turn

            def after_drawing() -> None:
                self._app.call_after_refresh(self._on_handled, turn)

            _WaitForQueues([*path, *path], after_drawing)()

    def _follow(self) -> None:
        """Follow the key that is about to be delivered, from its receiver up to the app."""
        self._is_busy = True
        self._turn += 1
        if self._held:
            self._start_timeout()
        receiver = self._app.focused or self._app.screen
        path = list(receiver.ancestors_with_self)
        # Twice: the key may run an action, whose messages come up the same path again.
        wait = _WaitForQueues([self._app, *path, *path], partial(self._on_handled, self._turn))
        wait()

    def _on_handled(self, turn: int) -> None:
        """Release the next key, now that the one of `turn` has been handled."""
        if self._held:
            # Only after drawing: the key may have moved the focus, or opened another screen.
            self._app.call_after_refresh(self._release_next, turn)
        elif turn == self._turn:
            self._is_busy = False

    def _start_timeout(self) -> None:
        # A screen that closes while a key is followed may never call back.
        self._app.set_timer(_TIMEOUT, partial(self._release_next, self._turn))

    def _release_next(self, turn: int) -> None:
        """Deliver the next key, unless one was delivered after that of `turn` already."""
        if turn == self._turn and self._is_busy:
            self._is_busy = False
            may_go = (each for each in self._held if not self._is_paused or _leads_out(each))
            if (released := next(may_go, None)) is not None:
                self._held.remove(released)
                self._next = released
                self._app.post_message(released)


def _leads_out(typed: _Typed) -> bool:
    """Return whether what is typed acts also while all else waits."""
    return isinstance(typed, events.Key) and typed.key in _WAYS_OUT
