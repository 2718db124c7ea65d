"""The clock of a discussion: it runs while the two talk, and puts down how long."""

from collections.abc import Callable
from time import monotonic

from tui.domain.session import Session
from tui.workspace.document import OpenDocument

_MINUTE = 60


class TalkClock:
    """Counts the seconds of the meeting and of the item at hand.

    A meeting that is closed is over: who reads it again talks for no longer.

    What it has counted is put down when the item changes, when it stops, and once a minute, so that
    whatever ends the program takes a minute at most.

    Args:
        document: The session.
        on_minute: Called when the meeting or the item has come to another minute.
    """

    def __init__(self, document: OpenDocument, on_minute: Callable[[], None]) -> None:
        self._document = document
        self._on_minute = on_minute
        self._question = ""
        self._is_running = False
        self._since = 0.0
        """When what is counted began, on the steady clock."""
        self._shown = self._minutes()

    @property
    def session(self) -> Session:
        """The session with what has been counted since it was put down last; to draw from."""
        counted = self._counted()
        session = self._document.session
        return session.spent(counted, self._question) if counted else session

    def talk_about(self, question: str | None) -> None:
        """Count for another question from now on; None for none of them."""
        if not self._is_running or (question or "") != self._question:
            self._put_down()
            self._question, self._since = question or "", monotonic()
            self._is_running = True
            self._shown = self._minutes()

    def stop(self) -> None:
        """Stand still, as something else lies above the discussion or follows it."""
        self._put_down()
        self._is_running = False

    def tick(self) -> None:
        """Look whether a minute has passed; to be called about once a second."""
        if self._counted() >= _MINUTE:
            self._put_down()
        if (minutes := self._minutes()) != self._shown:
            self._shown = minutes
            self._on_minute()

    def _counted(self) -> int:
        is_closed = self._document.session.minutes.meeting.closed_on is not None
        return int(monotonic() - self._since) if self._is_running and not is_closed else 0

    def _put_down(self) -> None:
        if counted := self._counted():
            self._since += counted  # the part of a second goes on
            self._document.change(self._document.session.spent(counted, self._question))

    def _minutes(self) -> tuple[int, int]:
        minutes = self.session.minutes
        spent = minutes.decision(self._question).seconds if self._question else 0
        return minutes.meeting.seconds // _MINUTE, spent // _MINUTE
