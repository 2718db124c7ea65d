"""The session that is open: what the screens read and change, and what saves it."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from tui.domain.answers import Answer
from tui.domain.position import Position
from tui.domain.session import Session
from tui.storage.autosave import Autosaver, SaveState, SaveStatus
from tui.storage.creation import create_copy
from tui.storage.sessions import OpenSession


class OpenDocument:
    """One open session: screens read it here, and every change is saved.

    Args:
        opened: The session and its folder.
        on_state: Called in the saver's thread whenever the state of saving changes.
    """

    def __init__(self, opened: OpenSession, on_state: Callable[[], None]) -> None:
        self._session = opened.session
        self._folder = opened.folder
        self._on_state = on_state
        self._saver = Autosaver(opened.folder.save, on_state)
        self._is_copy = opened.is_copy
        self.tried = opened.tried
        """The file of the questionnaire that is only tried out; None of a session that is kept."""

    @property
    def path(self) -> Path:
        """The folder that it is saved in."""
        return self._folder.path

    @property
    def copies(self) -> Mapping[str, bytes]:
        """The files of its questionnaire, by name."""
        return self._folder.copies

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

    def go_to(self, position: Position, question: str = "") -> None:
        """Note where the session stands, so that it is opened there again.

        Args:
            position: The screen, and whose turn it is.
            question: The id of the question at hand, if there is one.
        """
        before, moved = self._session, self._session.went_to(position, question)
        if moved is not before:
            self._session = moved
            if before.position is not None:  # who only opens a session changes none of its files
                self._saver.submit_place(moved)

    def give_second(self, party: str, question: str, reason: str) -> None:
        """Give the second answer that a party has in mind, with its reason."""
        if self._session.second_thought(party, question) is not None:
            self.say(party, question, self._session.current(party, question), reason)

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

    @property
    def would_lose(self) -> bool:
        """Whether something would be lost by closing now; a copy is thrown away in any case."""
        return not self._is_copy and self.state.status is not SaveStatus.SAVED

    def flush(self, patience: float | None = None) -> bool:
        """Wait until everything is on the disk; return whether it is.

        Args:
            patience: Seconds to wait at most.
        """
        return self._saver.flush(patience).status is SaveStatus.SAVED

    def move_to(self, folder: Path) -> None:
        """Save the session in another folder, and from now on there.

        Args:
            folder: A path at which nothing is, or an empty folder.

        Raises:
            CannotOpen: The folder holds something.
            OSError: It could not be written there; all stays as it was.
        """
        former, saver = self._folder, self._saver
        self._folder = create_copy(folder, former.copies, self._session)
        self._saver = Autosaver(self._folder.save, self._on_state)
        self._is_copy = False
        self._saver.submit(self._session)  # which may have changed meanwhile
        saver.close(former.close)

    def close(self) -> None:
        """Let the folder go, once nothing is being written; what is not saved is given up."""
        self._saver.close(self._folder.close)
