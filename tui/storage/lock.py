"""The lock of a session's folder: one program writes at a time."""

from pathlib import Path
from typing import TYPE_CHECKING

from tui.domain.message import Message
from tui.storage.session_folder import CannotOpen

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = ".duiqi.lock"
"""The name of the lock file."""


class SessionBusy(CannotOpen):
    """A session that is open elsewhere; it may still be read."""


def lock_folder(folder: Path) -> "BaseFileLock | None":
    """Take the lock of a folder; return None where the folder may not be written.

    Raises:
        SessionBusy: Another program holds the lock.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import

    lock = FileLock(folder / LOCK, blocking=False, thread_local=False, mode=0o600)
    try:
        lock.acquire()
    except Timeout as taken:
        raise SessionBusy(Message("session.busy")) from taken
    except OSError:
        return None
    return lock
