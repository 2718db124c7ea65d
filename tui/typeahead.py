"""Keys in the order in which they were typed, each given to whoever has the word by then.

Textual hands all keys of a burst to the widget that has the focus when they arrive. A party that
types faster than the screen is drawn would so put its answers into the other party's column.
"""

from collections import deque
from collections.abc import Sequence
from time import monotonic
from typing import Final

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

_PATIENCE: Final = 0.5
"""Seconds after which a key whose handling was never heard of is taken as handled."""


class TypeAhead:
    """Holds keys back while the one before them has not had its whole effect."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._held: deque[events.Key] = deque()
        self._busy_since: float | None = None

    def takes(self, event: events.Event) -> bool:
        """Tell whether `event` is a key that must wait; it is then handed on when its time comes.

        For a key that need not wait, whoever has the word is taken note of.
        """
        if not isinstance(event, events.Key) or event.is_forwarded:
            return False
        if self._busy_since is not None and monotonic() - self._busy_since < _PATIENCE:
            self._held.append(event)
            self._app.set_timer(_PATIENCE, self._go_on)
            return True
        self._follow()
        return False

    def _follow(self) -> None:
        """Follow the key that is about to be handed on, from its receiver up to the app."""
        self._busy_since = monotonic()
        receiver = self._app.focused or self._app.screen
        self._app.call_later(self._climb, list(receiver.ancestors_with_self))

    def _climb(self, nodes: Sequence[MessagePump]) -> None:
        """Wait for each node to have dealt with what it had been sent before."""
        for position, node in enumerate(nodes):
            if node.call_later(self._climb, nodes[position + 1 :]):
                return
        self._settle()

    def _settle(self) -> None:
        """Let what the key has asked for be drawn before the next; it has come to its end."""
        if self._held:
            self._app.call_after_refresh(self._go_on)
        else:
            self._busy_since = None

    def _go_on(self) -> None:
        """Hand on the next key."""
        self._busy_since = None
        if self._held:
            self._app.post_message(self._held.popleft())
