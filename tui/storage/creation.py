"""Beginning a session on the disk: its folder appears when all of it is there, or not at all."""

import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from tui.domain.message import Message
from tui.domain.session import Session
from tui.formats.file_names import QUESTIONNAIRE
from tui.storage.atomic import sync_folder
from tui.storage.cannot_open import CannotOpen
from tui.storage.lock import lock_folder
from tui.storage.paths import make_private
from tui.storage.session_folder import SessionFolder
from tui.storage.unfinished import unfinished_name
from tui.toml.reader import TomlFile, read_toml


class FolderTaken(CannotOpen):
    """Raised where a session is to begin in a folder that holds something."""


QuestionnaireSource = Path | Mapping[str, bytes]
"""Where a session takes its questionnaire from: its file, or what `copies_of` makes of that."""


def create(folder: Path, source: QuestionnaireSource, session: Session) -> SessionFolder:
    """Save a new session, with a copy of its questionnaire, and return its folder.

    Args:
        folder: Where to save it: a path at which nothing is, or an empty folder.
        source: The questionnaire.
        session: The session.

    Raises:
        FolderTaken: The folder holds something.
        CannotOpen: The questionnaire's file has changed.
        InvalidFile: The questionnaire's file can no longer be read.
        OSError: The session could not be written; nothing of it is left.
    """
    from tui.formats.questionnaire.edition import digest  # noqa: PLC0415 - slow to import
    from tui.formats.questionnaire.overlay import read_beside  # noqa: PLC0415

    if not isinstance(source, Path):
        return create_copy(folder, source, session)
    file = read_toml(source)
    if digest(file) != session.questionnaire.edition.digest:
        raise CannotOpen(Message("session.other_questionnaire"))
    return create_copy(folder, copies_of(file, read_beside(source)), session)


def create_copy(folder: Path, copies: Mapping[str, bytes], session: Session) -> SessionFolder:
    """Save a session in another folder, and return that.

    The folder appears under its name when all is on the disk.

    Args:
        folder: Where to save it: a path at which nothing is, or an empty folder.
        copies: The files that are written once, by name (see `SessionFolder.copies`).
        session: The session.

    Raises:
        FolderTaken: The folder holds something.
        OSError: The session could not be written; nothing of it is left.
    """
    if os.path.lexists(folder) and not (folder.is_dir() and not any(folder.iterdir())):
        raise FolderTaken(Message("session.folder_taken"))
    make_private(folder.parent)
    unfinished = unfinished_name(folder)
    unfinished.mkdir(0o700)
    lock = None
    try:
        lock = lock_folder(unfinished)
        opened = SessionFolder(unfinished, session.questionnaire, copies, lock)
        opened.save(session)
        _give_name(unfinished, folder)
    except BaseException:  # also on Ctrl+C: nothing half made is to stay
        shutil.rmtree(unfinished, ignore_errors=True)
        if lock is not None:
            lock.release()
        raise
    opened.moved_to(folder)
    return opened


def _give_name(unfinished: Path, folder: Path) -> None:
    """Give a folder that is complete its name, durably; where that fails it is removed."""
    try:
        unfinished.rename(folder)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR):
            raise FolderTaken(Message("session.folder_taken")) from error
        raise
    try:
        sync_folder(folder.parent)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def copies_of(file: TomlFile, overlays: Iterable[TomlFile]) -> dict[str, bytes]:
    """Return the copies that a session keeps of a questionnaire and its overlays, by name."""
    from tui.formats.questionnaire.overlay import further, language_of  # noqa: PLC0415

    copies = {QUESTIONNAIRE: file.text.encode()}
    for overlay in overlays:
        name = further(Path(QUESTIONNAIRE), language_of(Path(overlay.name))).name
        copies[name] = overlay.text.encode()
    return copies
