"""The folder of an open session: saves its files, and detects changes by other programs."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from tui.domain.message import Message
from tui.domain.minutes import NO_MINUTES, Minutes
from tui.domain.questionnaire import Questionnaire
from tui.domain.session import Session
from tui.formats.file_names import MINUTES, SESSION, sheet_name
from tui.formats.minutes import minutes_tables
from tui.formats.session import session_tables
from tui.formats.sheet import SheetText
from tui.storage.atomic import NotDurable, remove_leftovers, replace_file
from tui.storage.lock import FolderLock, lock_folder
from tui.storage.paths import free_name
from tui.toml.writer import dump_toml


@dataclass(frozen=True, slots=True)
class FileStamp:
    """Identity, size, time and digest of a file when this program last read or wrote it."""

    inode: int
    size: int
    mtime: int
    """In nanoseconds."""
    sha256: str
    """Hexadecimal digest of its bytes."""
    is_durable: bool = True
    """Whether it would survive a power cut."""

    @classmethod
    def of(cls, status: os.stat_result, sha256: str, *, is_durable: bool = True) -> "FileStamp":
        """Return the stamp of a file with this status and digest."""
        return cls(status.st_ino, status.st_size, status.st_mtime_ns, sha256, is_durable)

    def fits(self, status: os.stat_result) -> bool:
        """Return whether a file with this status is the same, by its status alone."""
        found = (status.st_ino, status.st_size, status.st_mtime_ns)
        return found == (self.inode, self.size, self.mtime)


class _Standing(Enum):
    """How a file on the disk stands to what this program knows of it."""

    GONE = auto()
    """There is none."""
    OURS = auto()
    """It is as this program last read or wrote it."""
    CHANGED = auto()
    """Another program has changed it, put it there, or put a link in its place."""


class SessionFolder:
    """The files of one session; `save` must be called from one thread at a time.

    Args:
        path: The folder.
        questionnaire: What the session asks.
        copies: The files that are written once: the questionnaire and its overlays, by their names.
        lock: The lock on the folder; where it could not be had, each save tries to get it.
    """

    def __init__(
        self,
        path: Path,
        questionnaire: Questionnaire,
        copies: Mapping[str, bytes],
        lock: FolderLock | None,
    ) -> None:
        self.path = path
        """The folder."""
        self.copies = copies
        """The files that are written once, by their names."""
        self._lock = lock
        self._questionnaire = questionnaire
        self._text = SheetText(questionnaire)
        self._minutes: tuple[Minutes, bytes] | None = None
        self._known: dict[str, FileStamp] = {}
        self._tried: dict[str, str] = {}
        """The digest of what was last written, or tried to, by name."""
        self._conflicts: dict[str, Path] = {}
        self._has_failed = False
        self._is_closed = False

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be saved just now, as it is not writable."""
        return self._lock is None

    def remember(self, name: str, stamp: FileStamp) -> None:
        """Note the stamp of a file that was read."""
        self._known[name] = stamp

    def moved_to(self, path: Path) -> None:
        """Note that the folder was renamed."""
        self.path = path
        if self._lock is not None:
            self._lock.moved_to(path)

    def save(self, session: Session) -> tuple[Message, ...]:
        """Write the files that have changed or are missing, durably, `session.toml` last.

        A file that another program has changed is not overwritten: this session's content goes to a
        file beside it.

        Returns:
            A message for each such conflict, at every save.

        Raises:
            SessionBusy: The folder was removed and put back, and another program has it open.
            OSError: A file could not be written; its previous content is left.
            ValueError: A file would not read back the same.
        """
        try:
            self._save(session)
        except BaseException:
            self._has_failed = True
            raise
        if self._has_failed:
            remove_leftovers(self.path, self._names(session))
            self._has_failed = False
        return tuple(
            Message("session.conflict", {"file": name, "kept": kept.name})
            for name, kept in self._conflicts.items()
        )

    def close(self) -> None:
        """Release the lock; nothing can be saved after that."""
        self._is_closed = True
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _save(self, session: Session) -> None:
        """Write what has changed or is missing."""
        # The lock is wanted for what is due alone: where all stands there, nothing fails though
        # nothing could be written.
        for name, content in self.copies.items():
            if not os.path.lexists(self.path / name):
                self._hold_lock()
                replace_file(self.path / name, content)
        for name, content in self._contents(session):
            if not self._has(name, content):
                self._hold_lock()
                self._write(name, content)

    def _hold_lock(self) -> None:
        """Make sure of the lock, which could not be had before, or whose file is gone.

        Raises:
            SessionBusy: Another program has the folder open.
            OSError: The folder is not there, or not writable.
        """
        if self._lock is not None and self._lock.holds():
            return
        self.path.stat()  # a folder that was moved away is missed, not made anew
        lock = None if self._is_closed else lock_folder(self.path)
        if lock is None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.path))
        if self._lock is not None:
            self._lock.release()
        self._lock = lock

    def _names(self, session: Session) -> frozenset[str]:
        """Return the names of all files that may be written."""
        sheets = (sheet_name(sheet.party.id) for sheet in session.sheets)
        return frozenset((SESSION, MINUTES, *sheets, *self.copies))

    def _contents(self, session: Session) -> Iterator[tuple[str, bytes]]:
        """Yield the name and the content of each file, `session.toml` last."""
        for sheet in session.sheets:
            yield sheet_name(sheet.party.id), self._text(sheet)
        if session.minutes != NO_MINUTES or MINUTES in self._known:
            yield MINUTES, self._minutes_text(session.minutes)
        yield SESSION, dump_toml(session_tables(session))

    def _minutes_text(self, minutes: Minutes) -> bytes:
        """Return the content of the minutes' file, cached while the minutes are the same."""
        if self._minutes is None or self._minutes[0] is not minutes:
            self._minutes = minutes, dump_toml(minutes_tables(minutes, self._questionnaire))
        return self._minutes[1]

    def _write(self, name: str, content: bytes) -> None:
        """Write one file: to its place, or beside it after a conflict."""
        sha256 = hashlib.sha256(content).hexdigest()
        target = self._conflicts.get(name, self.path / name)
        known = self._known.get(name)
        is_same = known is not None and known.sha256 == sha256
        if self._standing(name, target) is _Standing.CHANGED:
            stem = name.removesuffix(".toml")
            target = free_name(self.path, stem, "conflict", ".toml")
        self._tried[name] = sha256
        try:
            status = replace_file(target, content, keep_previous=not is_same)
        except NotDurable as error:
            # The file is in its place, and ours: to take it for another's would be a conflict with
            # oneself. It is written anew, as a second sync may report what the first one lost.
            self._note(name, target, FileStamp.of(error.status, sha256, is_durable=False))
            raise
        self._note(name, target, FileStamp.of(status, sha256))

    def _has(self, name: str, content: bytes) -> bool:
        """Return whether this content of a file stands on the disk, and will survive there."""
        known = self._known.get(name)
        if known is None or not known.is_durable:
            return False
        target = self._conflicts.get(name, self.path / name)
        is_same = known.sha256 == hashlib.sha256(content).hexdigest()
        return is_same and self._standing(name, target) is _Standing.OURS

    def _note(self, name: str, target: Path, stamp: FileStamp) -> None:
        """Note what was written, and where."""
        self._known[name] = stamp
        if target.name != name:
            self._conflicts[name] = target

    def _standing(self, name: str, path: Path) -> _Standing:
        """Return how the file at `path`, which holds what belongs to `name`, stands to our own."""
        try:
            status = path.lstat()
        except FileNotFoundError:
            return _Standing.GONE
        known = self._known.get(name)
        if known is not None and known.fits(status):
            return _Standing.OURS
        if not stat.S_ISREG(status.st_mode):
            return _Standing.CHANGED
        # A copy or a sync changes inode and time but not the content: the digest decides. What was
        # tried counts too: a rename may have worked though the system said that it had not.
        ours = {self._tried.get(name), known and known.sha256}
        is_ours = hashlib.sha256(path.read_bytes()).hexdigest() in ours
        return _Standing.OURS if is_ours else _Standing.CHANGED
