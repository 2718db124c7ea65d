"""The folder of an open session: saves its files, and detects changes by other programs."""

import errno
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.domain.message import Message
from tui.domain.minutes import NO_MINUTES, Minutes
from tui.domain.questionnaire import Questionnaire
from tui.domain.session import Session
from tui.formats.file_names import MINUTES, SESSION, sheet_name
from tui.formats.minutes import minutes_tables
from tui.formats.session import session_tables
from tui.formats.sheet import SheetText
from tui.storage.atomic import replace_file
from tui.storage.paths import free_name
from tui.toml.writer import dump_toml

if TYPE_CHECKING:
    from filelock import BaseFileLock


class CannotOpen(Exception):
    """Raised if a session cannot be opened or started; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


@dataclass(frozen=True, slots=True)
class FileStamp:
    """Identity, size, time and digest of a file when this program last read or wrote it."""

    inode: int
    size: int
    mtime: int
    """In nanoseconds."""
    sha256: str
    """Hexadecimal digest of its bytes."""

    @classmethod
    def of(cls, status: os.stat_result, sha256: str) -> "FileStamp":
        """Return the stamp of a file with this status and digest."""
        return cls(status.st_ino, status.st_size, status.st_mtime_ns, sha256)

    def fits(self, path: Path) -> bool:
        """Return whether the file at `path` is unchanged, or gone."""
        try:
            status = path.stat()
            if FileStamp.of(status, self.sha256) == self:
                return True
            # A copy or a sync changes inode and time but not the content: the digest decides.
            is_as_long = status.st_size == self.size
            return is_as_long and hashlib.sha256(path.read_bytes()).hexdigest() == self.sha256
        except FileNotFoundError:
            return True


class SessionFolder:
    """The files of one session; `save` must be called from one thread at a time."""

    def __init__(
        self, path: Path, questionnaire: Questionnaire, lock: "BaseFileLock | None"
    ) -> None:
        self.path = path
        """The folder."""
        self._lock = lock
        self._questionnaire = questionnaire
        self._text = SheetText(questionnaire)
        self._minutes: tuple[Minutes, bytes] | None = None
        self._known: dict[str, FileStamp] = {}
        self._conflicts: dict[str, Path] = {}

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be saved, as it is open elsewhere or not writable."""
        return self._lock is None

    def remember(self, name: str, stamp: FileStamp) -> None:
        """Note the stamp of a file that was read."""
        self._known[name] = stamp

    def save(self, session: Session) -> tuple[Message, ...]:
        """Write the files that have changed, durably, the sheets before `session.toml`.

        A file that another program has changed is not overwritten: this session's content goes to a
        file beside it.

        Returns:
            A message for each such conflict, at every save.

        Raises:
            OSError: A file could not be written; its previous content is left.
            ValueError: A file would not read back the same.
        """
        if self.is_read_only:
            raise PermissionError(errno.EACCES, "read only", str(self.path))
        for name, content in self._contents(session):
            self._write(name, content)
        return tuple(
            Message("session.conflict", {"file": name, "kept": kept.name})
            for name, kept in self._conflicts.items()
        )

    def close(self) -> None:
        """Release the lock; nothing can be saved after that."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

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
        """Write one file if it changed: to its place, or beside it after a conflict."""
        sha256 = hashlib.sha256(content).hexdigest()
        known = self._known.get(name)
        if known is not None and known.sha256 == sha256:
            return
        target = self._conflicts.get(name, self.path / name)
        if name not in self._conflicts and not self._is_ours(target, known):
            target = free_name(self.path, target.stem, "conflict", ".toml")
        replace_file(target, content)
        self._known[name] = FileStamp.of(target.stat(), sha256)
        if target.name != name:
            self._conflicts[name] = target

    @staticmethod
    def _is_ours(path: Path, known: FileStamp | None) -> bool:
        """Return whether the file is as this program last read or wrote it, or missing."""
        return known.fits(path) if known is not None else not os.path.lexists(path)
