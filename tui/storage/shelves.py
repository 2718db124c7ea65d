"""Putting sessions away: into the archive, into the trash, and back. Nothing is ever deleted."""

from pathlib import Path

from tui.formats.file_names import TITLE
from tui.storage.atomic import replace_file, sync_folder
from tui.storage.lock import lock_folder
from tui.storage.paths import free_folder, make_private
from tui.text.cleaning import one_line


def move(folder: Path, shelf: Path) -> Path:
    """Move a session's folder to another shelf, and return where it is now.

    Args:
        folder: The folder of the session.
        shelf: The folder among whose sessions it is to be.

    Raises:
        SessionBusy: It is open elsewhere.
        OSError: It could not be moved, and is where it was.
    """
    # Of a link the link itself is moved; what it leads to is none of ours to lock.
    lock = None if folder.is_symlink() else lock_folder(folder)
    try:
        make_private(shelf)
        target = free_folder(shelf, folder.name)
        folder.rename(target)
    finally:
        if lock is not None:
            lock.release()
    sync_folder(shelf)
    sync_folder(folder.parent)
    return target


def entitle(folder: Path, title: str) -> None:
    """Write what lists call a session into a file of its own; an empty title takes it back.

    The names of the parties stay as they are: they stand in answers and in the report.

    Raises:
        OSError: It could not be written.
    """
    replace_file(folder / TITLE, f"{one_line(title)}\n".encode())
