"""Opening a session on the disk: from backups where that was agreed to."""

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tui.checks.links import links_in
from tui.diagnostics.diagnostic import Diagnostic, InvalidFile
from tui.domain.message import Message
from tui.domain.minutes import NO_MINUTES, Minutes
from tui.domain.questionnaire import NoSuchQuestionnaire, Questionnaire
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Sheet, guarded
from tui.formats.file_names import MINUTES, QUESTIONNAIRE, SESSION, sheet_name
from tui.formats.minutes import read_minutes
from tui.formats.reading import FUTURE_FORMAT
from tui.formats.session import SessionSettings, read_session_settings
from tui.formats.sheet import read_sheet
from tui.storage.atomic import backup_of, create_file, remove_leftovers
from tui.storage.cannot_open import CannotOpen
from tui.storage.creation import copies_of
from tui.storage.lock import FolderLock, lock_folder
from tui.storage.no_folder import NoFolder
from tui.storage.paths import free_name
from tui.storage.session_folder import FileStamp, SessionFolder
from tui.toml.reader import TomlFile, read_toml

T = TypeVar("T")
_NOT_BROKEN = {FUTURE_FORMAT, "toml.no_permission", "toml.link"}
"""Problems of a file that is not broken, so that no backup may take its place."""


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that was opened, with its folder and what to tell its users."""

    session: Session
    """The session."""
    folder: SessionFolder | NoFolder
    """The folder that it is saved in."""
    notices: tuple[Message, ...] = ()
    """What its users should know before they go on."""
    is_copy: bool = False
    """Whether the folder is a temporary copy."""
    tried: Path | None = None
    """The file of the questionnaire, where that is only tried out and nothing is kept."""


class NeedsRepair(CannotOpen):
    """Raised for a session that can be opened only from a backup, which nobody has agreed to."""

    def __init__(self, folder: Path, repairs: Sequence[Message]) -> None:
        super().__init__(repairs[0])
        self.folder = folder
        """The folder of the session."""
        self.repairs = repairs
        """What is wrong with which file, and what would become of it; never empty."""


def open_session(folder: Path, *, read_only: bool = False, repair: bool = False) -> OpenSession:
    """Open the session in a folder.

    Args:
        folder: The folder.
        read_only: Whether to take no lock, now or later, so that nothing can be saved.
        repair: Whether a backup may take the place of a file that is broken or missing.

    Raises:
        SessionBusy: It is open elsewhere, and `read_only` is not set.
        NeedsRepair: A backup would have to take a file's place, and `repair` is not set.
        CannotOpen: There is no session in the folder.
        InvalidFile: A file is broken, and so is its backup; or a file is a link.
        OSError: The folder cannot be looked into.
    """
    if not any(map(_is_there, (folder / SESSION, backup_of(folder / SESSION)))):
        raise CannotOpen(Message("session.none", {"folder": str(folder)}))
    if links := links_in(folder):  # also the lock must be none, before it is taken
        raise InvalidFile(links)
    lock = None if read_only else lock_folder(folder)
    try:
        opened = _Opening(folder, lock, repair=repair).opened()
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    if read_only:
        opened.folder.close()
    return opened


def _is_there(path: Path) -> bool:
    """Return whether there is anything at `path`, be it a link to nothing."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


class _Opening:
    """The steps of opening a session; without the lock, nothing on the disk is changed."""

    def __init__(self, folder: Path, lock: FolderLock | None, *, repair: bool) -> None:
        self._folder = folder
        self._lock = lock
        self._may_repair = repair
        self._repairs: list[Message] = []
        self._notices: list[Message] = []
        self._stamps: dict[str, FileStamp] = {}

    def opened(self) -> OpenSession:
        """Return the open session.

        Raises:
            NeedsRepair: A file is broken, and its backup may not take its place.
            InvalidFile: A file is broken, and so is its backup.
        """
        settings = self._recovered(SESSION, read_session_settings)
        questionnaire, copies = self._questionnaire(settings)
        names = [SESSION, MINUTES, *map(sheet_name, questionnaire.party_ids)]
        left, right = (self._sheet(questionnaire, party) for party in questionnaire.party_ids)
        known, position = questionnaire.party_ids, settings.position
        session = Session(
            questionnaire=guarded(questionnaire, (left, right)),
            sheets=(left, right),
            reveal=settings.reveal,
            planned=settings.planned,
            answered_apart=settings.answered_apart,
            # What the file itself lists as its parties need not be those of the questionnaire.
            alone=settings.alone if settings.alone in known else None,
            minutes=self._minutes(questionnaire),
            finished=settings.finished,
            met=frozenset(settings.met or ()),
            position=position if position is not None and position.turn in known else None,
        )
        if settings.met is None and settings.reveal is Reveal.QUESTION:
            # Kept before that was noted: what both had given had met.
            session = session.let_meet(question.id for question in questionnaire.questions)
        if self._repairs:
            raise NeedsRepair(self._folder, self._repairs)
        if self._lock is not None:
            remove_leftovers(self._folder, frozenset((*names, *copies)))
        self._note_changes(questionnaire, settings, names)
        folder = SessionFolder(self._folder, session.questionnaire, copies, self._lock)
        for name, stamp in self._stamps.items():
            folder.remember(name, stamp)
        return OpenSession(session, folder, tuple(self._notices))

    def _questionnaire(self, settings: SessionSettings) -> tuple[Questionnaire, dict[str, bytes]]:
        """Return the questionnaire, from elsewhere if need be, and copies of its files."""
        from tui.checks.questionnaire import questionnaire_of  # noqa: PLC0415 - slow to import
        from tui.formats.questionnaire.overlay import read_beside  # noqa: PLC0415
        from tui.storage.library import find  # noqa: PLC0415

        try:
            path = self._folder / QUESTIONNAIRE
            file = read_toml(path, follow_links=False)
            overlays = read_beside(path, follow_links=False)
            return questionnaire_of(file, overlays), copies_of(file, overlays)
        except InvalidFile as broken:
            try:
                found = find(settings.edition)
            except NoSuchQuestionnaire:
                raise broken from None
            copies = copies_of(read_toml(found.path), read_beside(found.path))
            return found.questionnaire, copies

    def _sheet(self, questionnaire: Questionnaire, party: str) -> Sheet:
        """Return the sheet of a party."""
        name = sheet_name(party)
        return self._recovered(name, lambda file: read_sheet(file, questionnaire, party))

    def _minutes(self, questionnaire: Questionnaire) -> Minutes:
        """Return the minutes; they are empty if none were ever written."""
        path = self._folder / MINUTES
        if not any(map(os.path.lexists, (path, backup_of(path)))):
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
            if self._lock is None:
                self._notices.append(Message("session.backup_read", {"file": name}))
            elif self._may_repair:
                self._restore(path)
            else:
                self._repairs.append(self._repair(path, broken.first))
        return found

    def _read(self, path: Path, name: str, read: Callable[[TomlFile], T]) -> T:
        """Return what a file holds, and note its stamp."""
        # Before reading: a change in between then makes the stamp stale, and is noticed.
        status = path.lstat() if os.path.lexists(path) else None
        file = read_toml(path, follow_links=False)
        found = read(file)
        if status is not None:
            self._stamps[name] = FileStamp.of(status, file.sha256)
        return found

    def _repair(self, path: Path, wrong: Diagnostic) -> Message:
        """Return what would be done about a broken or missing file."""
        if not os.path.lexists(path):
            return Message("session.would_restore", {"file": path.name})
        kept = free_name(self._folder, path.name, "broken").name
        # Of a line only the number: what is wrong in it may be an answer that is not to be seen.
        line = wrong.span and Message("session.wrong_line", {"line": str(wrong.span.line)})
        problem = line or wrong.message
        return Message(
            "session.would_replace", {"file": path.name, "problem": problem, "kept": kept}
        )

    def _restore(self, path: Path) -> None:
        """Put the backup in the place of a broken or missing file.

        A broken file is renamed, not deleted. Nothing is written through a link: the backup is no
        link, and its copy is a new file.
        """
        content = read_toml(backup_of(path), follow_links=False).text.encode()
        if os.path.lexists(path):
            path.rename(free_name(self._folder, path.name, "broken"))
        create_file(path, content)
        digest = hashlib.sha256(content).hexdigest()
        self._stamps[path.name] = FileStamp.of(path.lstat(), digest)
