"""The session that is open: what the screens read and change, and what saves it."""

from collections.abc import Callable
from datetime import UTC, datetime

from tui.domain.answers import Answer
from tui.domain.session import Session
from tui.storage.autosave import Autosaver, SaveState, SaveStatus
from tui.storage.sessions import OpenSession


class OpenDocument:
    """One open session: screens read it here, and every change is saved.

    Args:
        opened: The session and its folder.
        on_state: Called in the saver's thread whenever the state of saving changes.
    """

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
        """Whether the newest state of the session is on the disk."""
        return self._saver.state

    def change(self, session: Session) -> None:
        """Put another session in the place of this one, and have it saved."""
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
        """Wait until everything is on the disk; return whether it is."""
        return self._saver.flush().status is SaveStatus.SAVED

    def close(self) -> bool:
        """Save what is left and let the folder go; return whether everything is on the disk."""
        state = self._saver.close()
        self._folder.close()
        return state.status is SaveStatus.SAVED
