"""Automatic saving in a thread of its own, so that typing never waits for the disk."""

import errno
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import NamedTuple

from tui.diagnostics.system_errors import reason_of
from tui.domain.message import Message
from tui.domain.session import Session
from tui.storage.cannot_open import CannotOpen

Save = Callable[[Session], tuple[Message, ...]]
"""Writes a session durably and returns notices about it, as `SessionFolder.save` does."""

RETRY = 5.0
"""Seconds after a failure until saving is tried again."""
DEBOUNCE = 0.05
"""Seconds that a change waits for further ones, and for the screen to be drawn first."""
_MOMENT = 0.5
"""Seconds within which a thread ends that nothing holds up."""
SLOW = 2.0
"""Seconds that a change may wait for the disk before that is worth a word."""


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
    """How the newest state of a session stands to the disk: what every screen tells of it."""

    status: SaveStatus
    """Whether the newest state is on the disk."""
    message: Message | None = None
    """Why saving failed, or a notice about a save that succeeded."""
    unsaved_since: datetime | None = None
    """When the first change was made that is not on the disk, by the clock; None if all is."""
    is_slow: bool = False
    """Whether that change has waited for more than `SLOW` seconds."""


class _Moment(NamedTuple):
    """A moment, by the clock on the wall and by one that nobody sets."""

    clock: datetime
    steady: float


class Autosaver:
    """Saves the newest state of a session in one thread; states between two saves are skipped.

    Args:
        save: Writes a session; may raise `OSError`, `CannotOpen`, `ValueError`, `RecursionError`
            or `MemoryError`.
        on_change: Called in the writer's thread whenever the state changes. It must not wait for
            the thread that calls `flush` (in Textual: `post_message`, never `call_from_thread`).
        retry: Seconds after a failure until saving is tried again.
        debounce: Seconds that a change waits for further ones.
    """

    def __init__(
        self,
        save: Save,
        on_change: Callable[[], None] = lambda: None,
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
        self._aside: Session | None = None
        """A state that only stands elsewhere than the one that is saved; None if another waits."""
        self._is_fresh = False
        """Whether the pending state was submitted since the latest try."""
        self._status = SaveStatus.SAVED
        self._message: Message | None = None
        self._unsaved: _Moment | None = None
        """When the first change was submitted that is not on the disk."""
        self._waiting: _Moment | None = None
        """When the first change was submitted that no try has taken up."""
        self._on_end: Callable[[], None] = lambda: None
        """What is done when the writer has ended, after closing."""
        self._tries_begun = 0
        self._tries_ended = 0
        self._is_urgent = False
        """Whether `flush` waits, so that the next try must start at once."""
        self._is_closing = False
        self._writer: threading.Thread | None = None

    @property
    def state(self) -> SaveState:
        """The current state of saving."""
        with self._changed:
            first = self._unsaved
            is_slow = first is not None and time.monotonic() - first.steady > SLOW
            return SaveState(self._status, self._message, first and first.clock, is_slow)

    def submit(self, session: Session) -> None:
        """Have a session saved soon, unless saving was closed; return at once."""
        with self._changed:
            if self._is_closing:
                return
            self._pending, self._aside = session, None
            self._is_fresh = True
            self._waiting = self._waiting or _Moment(datetime.now().astimezone(), time.monotonic())
            self._unsaved = self._unsaved or self._waiting
            if self._status is SaveStatus.SAVED:
                self._status = SaveStatus.SAVING
            self._start()
            self._changed.notify_all()

    def submit_place(self, session: Session) -> None:
        """Have it saved where a session stands, with what is to be saved or else by itself.

        Nothing that anyone said would be lost with it, so nobody is told how that goes.
        """
        with self._changed:
            if self._is_closing:
                return
            if self._pending is not None:
                self._pending = session
            else:
                self._aside = session
            self._start()
            self._changed.notify_all()

    def flush(self, patience: float | None = None) -> SaveState:
        """Wait until everything submitted is saved or one more try has failed; return the state.

        Args:
            patience: Seconds to wait at most; the state may then still be `SAVING`.
        """
        with self._changed:
            # A try that is under way may hold an older state: wait for the one after it.
            tries = self._tries_begun + 1
            self._is_urgent = True
            if self._has_work:
                self._start()
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._is_idle or self._tries_ended >= tries, patience)
        return self.state

    def close(self, on_end: Callable[[], None] = lambda: None) -> None:
        """End the thread; what is not saved by now is given up.

        A thread that a disk holds up is waited for no longer than a moment.

        Args:
            on_end: Called once nothing is being written any more, perhaps in the writer's thread.
        """
        with self._changed:
            self._is_closing = True
            self._pending = self._aside = None
            writer = self._writer
            self._on_end = on_end
            self._changed.notify_all()
        if writer is None:
            on_end()
        else:
            writer.join(_MOMENT)

    @property
    def _has_work(self) -> bool:
        return self._pending is not None or self._aside is not None

    @property
    def _is_idle(self) -> bool:
        """Whether there is nothing to save, or no thread to save it."""
        is_done = not self._has_work and self._tries_begun == self._tries_ended
        return is_done or self._writer is None

    def _start(self) -> None:
        """Start the writer thread if there is none: at first, and after it has broken down."""
        if self._writer is None:
            self._writer = threading.Thread(target=self._run, name="autosaver", daemon=True)
            self._writer.start()

    def _run(self) -> None:
        """Save what is submitted until closing, or until a bug ends this thread."""
        try:
            while (found := self._wait_for_next()) is not None:
                session, is_due = found
                if is_due:
                    self._write(session)
                else:
                    self._write_place(session)
        finally:
            with self._changed:  # whatever ended the thread, `flush` must not wait for it
                self._writer = None
                on_end = self._on_end if self._is_closing else None
                self._changed.notify_all()
            if on_end is not None:
                on_end()

    def _write(self, session: Session) -> None:
        """Save one session, and report the outcome whatever happens."""
        # This is the outcome if an exception that nobody expected ends the thread.
        status: SaveStatus = SaveStatus.FAILED
        message: Message | None = Message("save.broken_down")
        try:
            self._on_change()
            status, message = self._try_to_save(session)
        finally:
            self._finish(session, status, message)

    def _write_place(self, session: Session) -> None:
        """Save a session that only stands elsewhere; where that fails, the next save has it."""
        try:
            self._try_to_save(session)
        finally:
            with self._changed:
                self._tries_ended += 1
                self._changed.notify_all()

    def _wait_for_next(self) -> tuple[Session, bool] | None:
        """Wait for the next session to save; return it, and whether anything is said with it.

        Returns None when closing.
        """
        with self._changed:
            # The first wait, without limit, is for something to save.
            self._changed.wait_for(lambda: self._has_work or self._is_closing)
            failed = self._status is SaveStatus.FAILED
            # The second lets further changes join this save, or time pass after a failure. A
            # change after a failure ends it early, as the user may have made room on the disk.
            self._changed.wait_for(
                lambda: self._is_urgent or self._is_closing or (failed and self._is_fresh),
                self._retry if failed else self._debounce,
            )
            if self._is_closing:
                return None
            if self._pending is None:
                moved, self._aside = self._aside, None
                self._is_urgent = False
                self._tries_begun += 1
                return None if moved is None else (moved, False)
            session, self._pending, self._waiting = self._pending, None, None
            self._is_fresh = self._is_urgent = False
            self._tries_begun += 1
            if not failed:  # a failure stays visible until a save succeeds, also during a try
                self._status = SaveStatus.SAVING
        return session, True

    def _try_to_save(self, session: Session) -> tuple[SaveStatus, Message | None]:
        """Save once and return the outcome, with why it failed or what should be known of it."""
        try:
            notices = self._save(session)
        except OSError as error:
            return SaveStatus.FAILED, _reason(error)
        except CannotOpen:  # the folder was put back, and another program has it
            return SaveStatus.FAILED, Message("save.busy")
        except (ValueError, RecursionError, MemoryError) as error:
            values = {"reason": type(error).__name__}
            return SaveStatus.FAILED, Message("save.cannot_write", values)
        return SaveStatus.SAVED, notices[0] if notices else None

    def _finish(self, session: Session, status: SaveStatus, message: Message | None) -> None:
        """Record the outcome of a try; an unsaved session stays pending unless a newer one is."""
        with self._changed:
            if status is SaveStatus.SAVED:
                self._unsaved = self._waiting
                if self._pending is not None:
                    status = SaveStatus.SAVING
            elif self._pending is None and not self._is_closing:
                self._pending, self._aside = self._aside or session, None
            self._status, self._message = status, message
            self._tries_ended += 1
            self._changed.notify_all()
        self._on_change()  # outside the lock, as it may take its time


def _reason(error: OSError) -> Message:
    """Return the message for why writing failed."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Message("save.folder_gone")
    return reason_of(error)
