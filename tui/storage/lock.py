"""The lock on a session's folder, so that only one program at a time writes to it."""

from pathlib import Path
from typing import TYPE_CHECKING

from tui.domain.message import Message
from tui.formats.file_names import LOCK
from tui.storage.cannot_open import CannotOpen

if TYPE_CHECKING:
    from filelock import BaseFileLock


class SessionBusy(CannotOpen):
    """Raised for a session that is open elsewhere; it can still be opened read-only."""


class FolderLock:
    """A lock that is held on a folder."""

    def __init__(self, folder: Path, lock: "BaseFileLock") -> None:
        self._file = folder / LOCK
        self._lock = lock
        self._inode = self._file.stat().st_ino

    def moved_to(self, folder: Path) -> None:
        """Note that the folder has been renamed; the lock on it still holds."""
        self._file = folder / LOCK

    def holds(self) -> bool:
        """Return whether the lock still keeps others out.

        It no longer does once its file is gone, as with a folder that was removed and put back.
        """
        try:
            return self._file.lstat().st_ino == self._inode
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Let others in."""
        self._lock.release()


def lock_folder(folder: Path) -> FolderLock | None:
    """Acquire the lock on a folder and return it, or None if the folder is not writable.

    Raises:
        SessionBusy: Another program holds the lock.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import

    # Not local to a thread: it is acquired in one thread and released in another.
    lock = FileLock(folder / LOCK, blocking=False, thread_local=False, mode=0o600)
    try:
        lock.acquire()
        return FolderLock(folder, lock)
    except Timeout as taken:
        raise SessionBusy(Message("session.busy")) from taken
    except OSError:
        lock.release()
        return None
