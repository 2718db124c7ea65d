"""Starting a session on the disk, and opening one, from backups if its files are broken."""

import errno
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.message import Message
from tui.domain.minutes import NO_MINUTES, Minutes
from tui.domain.questionnaire import NoSuchQuestionnaire, Questionnaire
from tui.domain.session import Session
from tui.domain.sheet import Sheet, guarded
from tui.formats.file_names import MINUTES, QUESTIONNAIRE, SESSION, sheet_name
from tui.formats.minutes import read_minutes
from tui.formats.reading import FUTURE_FORMAT
from tui.formats.session import SessionSettings, read_session_settings
from tui.formats.sheet import read_sheet
from tui.storage.atomic import backup_of, remove_leftovers, replace_file, sync_folder
from tui.storage.cannot_open import CannotOpen
from tui.storage.lock import FolderLock, SessionBusy, lock_folder
from tui.storage.paths import free_name, make_private
from tui.storage.session_folder import FileStamp, SessionFolder
from tui.storage.unfinished import unfinished_name
from tui.toml.reader import TomlFile, read_toml

__all__ = [
    "CannotOpen",
    "FolderTaken",
    "OpenSession",
    "SessionBusy",
    "SessionFolder",
    "create",
    "create_copy",
    "open_session",
]

T = TypeVar("T")
_NOT_BROKEN = {FUTURE_FORMAT, "toml.no_permission"}
"""Problems of a file that is not broken, so that no backup may take its place."""


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that was opened, with its folder and what to tell its users."""

    session: Session
    """The session."""
    folder: SessionFolder
    """The folder that it is saved in."""
    notices: tuple[Message, ...] = ()
    """What its users should know before they go on."""
    is_copy: bool = False
    """Whether the folder is a temporary copy."""


class FolderTaken(CannotOpen):
    """Raised where a session is to begin in a folder that holds something."""


def create(folder: Path, questionnaire_path: Path, session: Session) -> SessionFolder:
    """Save a new session, with a copy of its questionnaire, and return its folder.

    Args:
        folder: Where to save it: a path at which nothing is, or an empty folder.
        questionnaire_path: The file of the questionnaire.
        session: The session.

    Raises:
        FolderTaken: The folder holds something.
        CannotOpen: The questionnaire's file has changed.
        InvalidFile: The questionnaire's file can no longer be read.
        OSError: The session could not be written; nothing of it is left.
    """
    from tui.formats.questionnaire.edition import digest  # noqa: PLC0415 - slow to import

    file = read_toml(questionnaire_path)
    if digest(file) != session.questionnaire.edition.digest:
        raise CannotOpen(Message("session.other_questionnaire"))
    return create_copy(folder, _copies(file), session)


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


def _copies(file: TomlFile) -> dict[str, bytes]:
    """Return the copies that a session keeps of a questionnaire and its overlays, by name."""
    from tui.formats.questionnaire.overlay import further, language_of, read_beside  # noqa: PLC0415

    copies = {QUESTIONNAIRE: file.text.encode()}
    for overlay in read_beside(Path(file.name)):
        name = further(Path(QUESTIONNAIRE), language_of(Path(overlay.name))).name
        copies[name] = overlay.text.encode()
    return copies


def open_session(folder: Path, *, read_only: bool = False) -> OpenSession:
    """Open the session in a folder, from backups where its files are broken.

    Args:
        folder: The folder.
        read_only: Whether to take no lock, so that nothing can be saved.

    Raises:
        SessionBusy: It is open elsewhere, and `read_only` is not set.
        CannotOpen: There is no session in the folder.
        InvalidFile: A file is broken, and so is its backup.
    """
    if not any(path.is_file() for path in (folder / SESSION, backup_of(folder / SESSION))):
        raise CannotOpen(Message("session.none", {"folder": str(folder)}))
    lock = None if read_only else lock_folder(folder)
    try:
        return _Opening(folder, lock).opened()
    except BaseException:
        if lock is not None:
            lock.release()
        raise


class _Opening:
    """The steps of opening a session; without the lock, nothing on the disk is changed."""

    def __init__(self, folder: Path, lock: FolderLock | None) -> None:
        self._folder = folder
        self._lock = lock
        self._notices: list[Message] = []
        self._stamps: dict[str, FileStamp] = {}

    def opened(self) -> OpenSession:
        """Return the open session.

        Raises:
            InvalidFile: A file is broken, and so is its backup.
        """
        settings = self._recovered(SESSION, read_session_settings)
        questionnaire, path = self._questionnaire(settings)
        names = [SESSION, MINUTES, *map(sheet_name, questionnaire.party_ids)]
        copies = _copies(read_toml(path))
        if self._lock is not None:
            remove_leftovers(self._folder, frozenset((*names, *copies)))
        left, right = (self._sheet(questionnaire, party) for party in questionnaire.party_ids)
        session = Session(
            questionnaire=guarded(questionnaire, (left, right)),
            sheets=(left, right),
            reveal=settings.reveal,
            answered_apart=settings.answered_apart,
            alone=settings.alone,
            minutes=self._minutes(questionnaire),
            finished=settings.finished,
        )
        self._note_changes(questionnaire, settings, names)
        folder = SessionFolder(self._folder, session.questionnaire, copies, self._lock)
        for name, stamp in self._stamps.items():
            folder.remember(name, stamp)
        return OpenSession(session, folder, tuple(self._notices))

    def _questionnaire(self, settings: SessionSettings) -> tuple[Questionnaire, Path]:
        """Return the questionnaire in the folder, or its edition from elsewhere, with its file."""
        from tui.checks.questionnaire import load  # noqa: PLC0415 - slow to import
        from tui.storage.library import find  # noqa: PLC0415

        try:
            path = self._folder / QUESTIONNAIRE
            return load(path), path
        except InvalidFile as broken:
            try:
                return find(settings.edition)
            except NoSuchQuestionnaire:
                raise broken from None

    def _sheet(self, questionnaire: Questionnaire, party: str) -> Sheet:
        """Return the sheet of a party."""
        return self._recovered(sheet_name(party), lambda file: read_sheet(file, questionnaire))

    def _minutes(self, questionnaire: Questionnaire) -> Minutes:
        """Return the minutes; they are empty if none were ever written."""
        path = self._folder / MINUTES
        if not path.exists() and not backup_of(path).exists():
            return NO_MINUTES
        return self._recovered(MINUTES, lambda file: read_minutes(file, questionnaire))

    def _note_changes(
        self, questionnaire: Questionnaire, settings: SessionSettings, names: list[str]
    ) -> None:
        """Add a notice for everything that is not as this program left it."""
        if questionnaire.edition != settings.edition:
            self._notices.append(Message("session.questionnaire_changed"))
        for name in names:
            for kept in sorted(self._folder.glob(f"{name.removesuffix('.toml')}.conflict-*.toml")):
                values = {"file": name, "kept": kept.name}
                self._notices.append(Message("session.conflict_kept", values))
        if self._lock is None:
            self._notices.append(Message("session.read_only"))

    def _recovered(self, name: str, read: Callable[[TomlFile], T]) -> T:
        """Return what one file holds, from its backup if it is broken or missing."""
        path = self._folder / name
        try:
            return self._read(path, name, read)
        except InvalidFile as broken:
            keys = {problem.message.key for problem in broken.diagnostics}
            if keys & _NOT_BROKEN:
                raise
            try:
                found = self._read(backup_of(path), name, read)
            except InvalidFile:
                raise broken from None
        self._restore(path)
        return found

    def _read(self, path: Path, name: str, read: Callable[[TomlFile], T]) -> T:
        """Return what a file holds, and note its stamp."""
        # Before reading: a change in between then makes the stamp stale, and is noticed.
        status = path.stat() if path.is_file() else None
        file = read_toml(path)
        found = read(file)
        if status is not None:
            self._stamps[name] = FileStamp.of(status, file.sha256)
        return found

    def _restore(self, path: Path) -> None:
        """Put the backup in the place of a broken or missing file, and add a notice.

        A broken file is renamed, not deleted.
        """
        values = {"file": path.name}
        if self._lock is None:
            self._notices.append(Message("session.backup_read", values))
        elif not path.exists():
            self._put_back(path)
            self._notices.append(Message("session.backup_restored", values))
        else:
            kept = path.rename(free_name(self._folder, path.name, "broken"))
            self._put_back(path)
            values["kept"] = kept.name
            self._notices.append(Message("session.recovered", values))

    def _put_back(self, path: Path) -> None:
        """Copy the backup to the place of the file."""
        replace_file(path, backup_of(path).read_bytes(), keep_previous=False)
        self._stamps[path.name] = FileStamp.of(path.stat(), self._stamps[path.name].sha256)
