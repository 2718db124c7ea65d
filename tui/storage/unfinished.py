"""Folders of sessions while they are being made, under names that no finished one has.

A session's folder gets its name when all of it is on the disk: whatever interrupts that leaves
nothing that looks like a session, and the next beginning clears it away.
"""

import contextlib
import re
import secrets
import shutil
from pathlib import Path

from tui.storage.cannot_open import CannotOpen
from tui.storage.lock import lock_folder

_UNFINISHED = re.compile(r"\..+\.[0-9a-f]{8}\.new")


def unfinished_name(folder: Path) -> Path:
    """Return the path under which a session's folder is filled, beside the path it will have."""
    return folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.new")


def remove_unfinished(parent: Path) -> None:
    """Remove what interrupted beginnings have left in a folder, unless one is under way."""
    with contextlib.suppress(OSError):
        for path in list(parent.iterdir()):
            if _UNFINISHED.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
                with contextlib.suppress(CannotOpen):
                    _remove(path)


def _remove(folder: Path) -> None:
    """Remove a folder; raises `SessionBusy` while a program is filling it."""
    lock = lock_folder(folder)
    if lock is not None:
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()
