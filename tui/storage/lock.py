"""The lock on a session's folder, so that only one program at a time writes to it."""

from pathlib import Path
from typing import TYPE_CHECKING

from tui.domain.message import Message
from tui.formats.file_names import LOCK
from tui.storage.session_folder import CannotOpen

if TYPE_CHECKING:
    from filelock import BaseFileLock


class SessionBusy(CannotOpen):
    """Raised for a session that is open elsewhere; it can still be opened read-only."""


def lock_folder(folder: Path) -> "BaseFileLock | None":
    """Acquire the lock on a folder and return it, or None if the folder is not writable.

    Raises:
        SessionBusy: Another program holds the lock.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import

    # Not local to a thread: it is acquired in one thread and released in another.
    lock = FileLock(folder / LOCK, blocking=False, thread_local=False, mode=0o600)
    try:
        lock.acquire()
    except Timeout as taken:
        raise SessionBusy(Message("session.busy")) from taken
    except OSError:
        return None
    return lock
