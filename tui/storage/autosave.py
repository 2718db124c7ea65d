"""Automatic saving in a thread of its own, so that typing never waits for the disk."""

import errno
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from tui.domain.message import Message
from tui.domain.session import Session

Save = Callable[[Session], tuple[Message, ...]]
"""Writes a session durably and returns notices about it, as `SessionFolder.save` does."""

RETRY = 5.0
"""Seconds after a failure until saving is tried again."""
DEBOUNCE = 0.05
"""Seconds that a change waits for further ones, and for the screen to be drawn first."""


class SaveStatus(Enum):
    """Whether the newest state of the session is on the disk."""

    SAVED = auto()
    """It is on the disk and survives a power cut."""
    SAVING = auto()
    """It is about to be written."""
    FAILED = auto()
    """It is in memory only; saving will be tried again."""


@dataclass(frozen=True, slots=True)
class SaveState:
    """The status of saving, with what the status line says about it."""

    status: SaveStatus
    """Whether the newest state is on the disk."""
    message: Message | None = None
    """Why saving failed, or a notice about a save that succeeded."""


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
    """Saves the newest state of a session in one thread; states between two saves are skipped.

    Args:
        save: Writes a session; may raise `OSError`, `ValueError`, `RecursionError` or
            `MemoryError`.
        on_change: Called in the writer's thread with each change of state. It must not wait for the
            thread that calls `flush` (in Textual: `post_message`, never `call_from_thread`).
        retry: Seconds after a failure until saving is tried again.
        debounce: Seconds that a change waits for further ones.
    """

    def __init__(
        self,
        save: Save,
        on_change: Callable[[SaveState], None] = lambda _: None,
        *,
        retry: float = RETRY,
        debounce: float = DEBOUNCE,
    ) -> None:
        self._save = save
        self._on_change = on_change
        self._retry = retry
        self._debounce = debounce
        self._changed = threading.Condition()
        """Guards all that follows; notified whenever any of it changes."""
        self._pending: Session | None = None
        """The newest state that is not saved yet."""
        self._is_fresh = False
        """Whether the pending state was submitted since the latest try."""
        self._state = SaveState(SaveStatus.SAVED)
        self._tries_begun = 0
        self._tries_ended = 0
        self._is_urgent = False
        """Whether `flush` waits, so that the next try must start at once."""
        self._is_closing = False
        self._writer: threading.Thread | None = None

    @property
    def state(self) -> SaveState:
        """The current state of saving."""
        return self._state

    def submit(self, session: Session) -> None:
        """Have a session saved soon; return at once."""
        with self._changed:
            self._pending = session
            self._is_fresh = True
            self._is_closing = False
            if self._state.status is SaveStatus.SAVED:
                self._state = SaveState(SaveStatus.SAVING, self._state.message)
            self._start()
            self._changed.notify_all()

    def flush(self) -> SaveState:
        """Wait until everything submitted is saved or one more try has failed; return the state."""
        with self._changed:
            # A try that is under way may hold an older state: wait for the one after it.
            tries = self._tries_begun + 1
            self._is_urgent = True
            if self._pending is not None:
                self._start()
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._is_idle or self._tries_ended >= tries)
            return self._state

    def close(self) -> SaveState:
        """Flush, end the thread and return the state; what could not be saved is given up."""
        state = self.flush()
        with self._changed:
            self._is_closing = True
            writer = self._writer
            self._changed.notify_all()
        if writer is not None:
            writer.join()
        return state

    @property
    def _is_idle(self) -> bool:
        """Whether there is nothing to save, or no thread to save it."""
        is_done = self._pending is None and self._tries_begun == self._tries_ended
        return is_done or self._writer is None

    def _start(self) -> None:
        """Start the writer thread if there is none: at first, and after it has broken down."""
        if self._writer is None:
            self._writer = threading.Thread(target=self._run, name="autosaver", daemon=True)
            self._writer.start()

    def _run(self) -> None:
        """Save what is submitted until closing, or until a bug ends this thread."""
        try:
            while (session := self._wait_for_next()) is not None:
                self._write(session)
        finally:
            with self._changed:  # whatever ended the thread, `flush` must not wait for it
                self._writer = None
                self._changed.notify_all()

    def _write(self, session: Session) -> None:
        """Save one session, and report the outcome whatever happens."""
        # This is the outcome if an exception that nobody expected ends the thread.
        state = SaveState(SaveStatus.FAILED, Message("save.broken_down"))
        try:
            self._on_change(self._state)
            state = self._try_to_save(session)
        finally:
            self._finish(session, state)

    def _wait_for_next(self) -> Session | None:
        """Wait for the next session to save and return it; return None when closing."""
        with self._changed:
            # The first wait, without limit, is for something to save.
            self._changed.wait_for(lambda: self._pending is not None or self._is_closing)
            failed = self._state.status is SaveStatus.FAILED
            # The second lets further changes join this save, or time pass after a failure. A
            # change after a failure ends it early, as the user may have made room on the disk.
            self._changed.wait_for(
                lambda: self._is_urgent or self._is_closing or (failed and self._is_fresh),
                self._retry if failed else self._debounce,
            )
            if self._is_closing or self._pending is None:
                return None
            session, self._pending = self._pending, None
            self._is_fresh = self._is_urgent = False
            self._tries_begun += 1
            if not failed:  # a failure stays visible until a save succeeds, also during a try
                self._state = SaveState(SaveStatus.SAVING, self._state.message)
        return session

    def _try_to_save(self, session: Session) -> SaveState:
        """Save once and return the resulting state."""
        try:
            notices = self._save(session)
        except OSError as error:
            return SaveState(SaveStatus.FAILED, _reason(error))
        except (ValueError, RecursionError, MemoryError) as error:
            values = {"reason": type(error).__name__}
            return SaveState(SaveStatus.FAILED, Message("save.cannot_write", values))
        return SaveState(SaveStatus.SAVED, notices[0] if notices else None)

    def _finish(self, session: Session, state: SaveState) -> None:
        """Record the outcome of a try; an unsaved session stays pending unless a newer one is."""
        with self._changed:
            if state.status is SaveStatus.FAILED and self._pending is None:
                self._pending = session
            elif state.status is SaveStatus.SAVED and self._pending is not None:
                state = SaveState(SaveStatus.SAVING, state.message)
            self._state = state
            self._tries_ended += 1
            self._changed.notify_all()
        self._on_change(state)  # outside the lock, as it may take its time


def _reason(error: OSError) -> Message:
    """Return the message for why writing failed."""
    known = _REASONS.get(error.errno or 0)
    reason = error.strerror or type(error).__name__
    return Message(known) if known else Message("save.disk_error", {"reason": reason})
