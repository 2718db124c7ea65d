"""The session that is open: what the screens read and change, and what keeps it safe."""

from collections.abc import Callable
from datetime import UTC, datetime

from tui.domain.answers import Answer
from tui.domain.session import Session
from tui.storage.autosave import Autosaver, SaveState, SaveStatus
from tui.storage.sessions import OpenSession


class OpenDocument:
    """One open session. The session is the truth; every change is submitted to the saver."""

    def __init__(self, opened: OpenSession, on_state: Callable[[SaveState], None]) -> None:
        self._session = opened.session
        self._folder = opened.folder
        self._saver = Autosaver(opened.folder.save, on_state)
        self.path = opened.folder.path
        """The folder that it is saved in."""

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self._session

    @property
    def state(self) -> SaveState:
        """How the newest state of the session stands to the disk."""
        return self._saver.state

    def change(self, session: Session) -> None:
        """Put another session in its place and have it saved."""
        if session is not self._session:
            self._session = session
            self._saver.submit(session)

    def say(self, party: str, question: str, answer: Answer, reason: str = "") -> None:
        """Put down what a party says to a question just now: its first answer, or its second.

        Args:
            party: The party's id.
            question: The question's id.
            answer: What the party says.
            reason: Why it says something else than before, where this is its second answer.
        """
        now = datetime.now(UTC).replace(microsecond=0)
        self.change(self._session.say(party, question, answer, at=now, reason=reason))

    def flush(self) -> bool:
        """Have everything on the disk; tell whether it is."""
        return self._saver.flush().phase is SaveStatus.SAVED

    def close(self) -> bool:
        """Save what is left and let the folder go; tell whether everything is on the disk."""
        state = self._saver.close()
        self._folder.close()
        return state.phase is SaveStatus.SAVED
