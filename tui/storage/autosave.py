"""Saving in a thread of its own, so that typing never waits for the disk."""

import errno
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from tui.domain.message import Message
from tui.domain.session import Session

Save = Callable[[Session], tuple[Message, ...]]
"""Writes a session durably and gives what is to be said about it, such as `SessionFolder.save`."""

RETRY = 5.0
"""Seconds after a failure until saving is tried again by itself."""
DEBOUNCE = 0.05
"""Seconds that a change waits for the next one, and lets the screen be drawn first."""


class SaveStatus(Enum):
    """How the newest state of the session stands to the disk."""

    SAVED = auto()
    """It has reached the disk and survives a power cut."""
    SAVING = auto()
    FAILED = auto()
    """It is in memory alone; saving is tried again."""


@dataclass(frozen=True, slots=True)
class SaveState:
    """What the status line says about saving."""

    phase: SaveStatus
    """How it stands."""
    message: Message | None = None
    """Why it failed, or what to know although it is saved."""


_REASONS = {
    errno.ENOSPC: "save.disk_full",
    errno.EDQUOT: "save.disk_full",
    errno.EACCES: "save.not_allowed",
    errno.EPERM: "save.not_allowed",
    errno.EROFS: "save.not_allowed",
    errno.ENOENT: "save.folder_gone",
    errno.ENOTDIR: "save.folder_gone",
}


class Autosaver:
    """Saves the newest state of a session: one writer, and whatever comes in between is skipped.

    `tell` is called in the writer's thread with each change of state; it must not wait for the
    thread that calls `flush` (in Textual: `post_message`, never `call_from_thread`).
    """

    def __init__(
        self,
        save: Save,
        tell: Callable[[SaveState], None] = lambda _: None,
        *,
        retry: float = RETRY,
        debounce: float = DEBOUNCE,
    ) -> None:
        self._save = save
        self._tell = tell
        self._retry = retry
        self._debounce = debounce
        self._changed = threading.Condition()
        self._waiting: Session | None = None
        self._is_fresh = False
        self._state = SaveState(SaveStatus.SAVED)
        self._begun = 0
        self._ended = 0
        self._urgent = False
        self._closing = False
        self._writer: threading.Thread | None = None

    @property
    def state(self) -> SaveState:
        """How the newest state stands to the disk."""
        return self._state

    def submit(self, session: Session) -> None:
        """Have a session saved soon; returns at once."""
        with self._changed:
            self._waiting = session
            self._is_fresh = True
            self._closing = False
            if self._state.phase is SaveStatus.SAVED:
                self._state = SaveState(SaveStatus.SAVING, self._state.message)
            self._start()
            self._changed.notify_all()

    def flush(self) -> SaveState:
        """Return the state once what was submitted is on the disk, or one more try has failed."""
        with self._changed:
            tries = self._begun + 1
            self._urgent = True
            if self._waiting is not None:
                self._start()
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._is_idle or self._ended >= tries)
            return self._state

    def close(self) -> SaveState:
        """Flush, end the thread and give the state; what could not be saved is then given up."""
        state = self.flush()
        with self._changed:
            self._closing = True
            writer = self._writer
            self._changed.notify_all()
        if writer is not None:
            writer.join()
        return state

    @property
    def _is_idle(self) -> bool:
        """Whether there is nothing to do, or nobody left to do it."""
        is_done = self._waiting is None and self._begun == self._ended
        return is_done or self._writer is None

    def _start(self) -> None:
        """Start the writer where there is none: at first, and after it broke down."""
        if self._writer is None:
            self._writer = threading.Thread(target=self._write_on, name="saver", daemon=True)
            self._writer.start()

    def _write_on(self) -> None:
        """Save whatever comes until closing, or until a mistake of ours ends this thread."""
        try:
            while (session := self._next()) is not None:
                self._write(session)
        finally:
            with self._changed:
                self._writer = None
                self._changed.notify_all()

    def _write(self, session: Session) -> None:
        """Save one state, and say how it went whatever happens."""
        state = SaveState(SaveStatus.FAILED, Message("save.broken_down"))
        try:
            self._tell(self._state)
            state = self._try(session)
        finally:
            self._settle_down(session, state)

    def _next(self) -> Session | None:
        """Wait for something to save and give it; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting is not None or self._closing)
            failed = self._state.phase is SaveStatus.FAILED
            self._changed.wait_for(
                lambda: self._urgent or self._closing or (failed and self._is_fresh),
                self._retry if failed else self._debounce,
            )
            if self._closing or self._waiting is None:
                return None
            session, self._waiting = self._waiting, None
            self._is_fresh = self._urgent = False
            self._begun += 1
            if not failed:  # a failure is told until it is over, not only between two tries
                self._state = SaveState(SaveStatus.SAVING, self._state.message)
        return session

    def _try(self, session: Session) -> SaveState:
        """Save once."""
        try:
            notices = self._save(session)
        except OSError as error:
            return SaveState(SaveStatus.FAILED, _reason(error))
        except (ValueError, RecursionError, MemoryError) as error:
            values = {"reason": type(error).__name__}
            return SaveState(SaveStatus.FAILED, Message("save.cannot_write", values))
        return SaveState(SaveStatus.SAVED, notices[0] if notices else None)

    def _settle_down(self, session: Session, state: SaveState) -> None:
        """Take note of how it went; what was not saved waits on, unless newer has come."""
        with self._changed:
            if state.phase is SaveStatus.FAILED and self._waiting is None:
                self._waiting = session
            elif state.phase is SaveStatus.SAVED and self._waiting is not None:
                state = SaveState(SaveStatus.SAVING, state.message)
            self._state = state
            self._ended += 1
            self._changed.notify_all()
        self._tell(state)


def _reason(error: OSError) -> Message:
    """Say why the disk did not take it."""
    known = _REASONS.get(error.errno or 0)
    reason = error.strerror or type(error).__name__
    return Message(known) if known else Message("save.disk_error", {"reason": reason})
