"""Temporary folders for copies of the example, and the clearing of those that were left behind."""

import os
import shutil
import stat
import tempfile
import time
from pathlib import Path

from tui.formats.file_names import LOCK
from tui.storage.lock import SessionBusy, lock_folder

_PREFIX = "duiqi-example-"
_ABANDONED = 3600
"""Seconds after which a folder that was never locked is no longer one that is being made."""


def new_copy_folder() -> Path:
    """Make a folder that only its owner may read, and remove what killed programs left behind.

    Raises:
        OSError: It could not be made.
    """
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if _is_abandoned(path):
            shutil.rmtree(path, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=_PREFIX))


def _is_abandoned(path: Path) -> bool:
    """Return whether a folder is one of ours that no program has open."""
    try:
        status = path.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
            return False
        if not os.path.lexists(path / LOCK):  # a program may be about to lock it
            return time.time() - status.st_mtime > _ABANDONED
        lock = None if (path / LOCK).is_symlink() else lock_folder(path)
    except (SessionBusy, OSError):
        return False
    if lock is not None:
        lock.release()
    return lock is not None
