"""Keys in the order in which they were typed, each given to whoever has the word by then.

Textual hands all keys of a burst to the widget that has the focus when they arrive. A party that
types faster than the screen is drawn would so put its answers into the other party's column.
"""

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

_PATIENCE: Final = 0.5
"""Seconds after which a key whose handling was never heard of is taken as handled."""


class _Climb:
    """Waits for each node in turn to have dealt with what it had been sent before."""

    _param_count = 0
    """What Textual would work out by the signature, at every step and at some cost."""

    def __init__(self, nodes: Iterable[MessagePump], then: Callable[[], None]) -> None:
        self._nodes = iter(nodes)
        self._then = then

    def __call__(self) -> None:
        """Go on to the next node that still takes messages; behind the last, be done."""
        for node in self._nodes:
            if node.post_message(events.Callback(callback=self)):
                return
        self._then()


class TypeAhead:
    """Holds keys back while the one before them has not had its whole effect."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._held: deque[events.Key] = deque()
        self._next: events.Key | None = None
        """The key that was held and is on its way back to the app; none may overtake it."""
        self._turn = 0
        """How many keys were handed on: tells what is heard of the latest from older news."""
        self._is_busy = False

    @property
    def is_idle(self) -> bool:
        """Whether every key that came has had its whole effect."""
        return not (self._is_busy or self._held or self._next is not None)

    def takes(self, event: events.Event) -> bool:
        """Return whether `event` is a key that must wait; it is then handed on when its time comes.

        For a key that need not wait, whoever has the word is taken note of.
        """
        if not isinstance(event, events.Key) or event.is_forwarded:
            return False
        if event is self._next:
            self._next = None
        elif self._is_busy or self._next is not None:
            self._held.append(event)
            if self._is_busy and len(self._held) == 1:
                self._lose_patience_later()
            return True
        self._follow()
        return False

    def _follow(self) -> None:
        """Follow the key that is about to be handed on, from its receiver up to the app."""
        self._is_busy = True
        self._turn += 1
        if self._held:
            self._lose_patience_later()
        receiver = self._app.focused or self._app.screen
        way = list(receiver.ancestors_with_self)
        # Twice: the app may answer a key by an action, whose news comes up the same way.
        climb = _Climb([self._app, *way, *way], partial(self._settle, self._turn))
        climb()

    def _settle(self, turn: int) -> None:
        """Let what the key has asked for be drawn before the next; it has come to its end."""
        if self._held:
            self._app.call_after_refresh(self._go_on, turn)
        elif turn == self._turn:
            self._is_busy = False

    def _lose_patience_later(self) -> None:
        self._app.set_timer(_PATIENCE, partial(self._go_on, self._turn))

    def _go_on(self, turn: int) -> None:
        """Hand on the next key, unless the one of that `turn` was followed by another already."""
        if turn == self._turn and self._is_busy:
            self._is_busy = False
            if self._held:
                self._next = self._held.popleft()
                self._app.post_message(self._next)
