"""The folder of a session that is open: saving into it, and noticing what others did to it."""

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
    """A session that cannot be opened or started; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What a file was like when it was last read or written here."""

    inode: int
    size: int
    mtime: int
    """In nanoseconds."""
    sha256: str
    """Hexadecimal digest of its bytes."""

    @classmethod
    def of(cls, status: os.stat_result, sha256: str) -> "FileStamp":
        """Return the stamp of a file."""
        return cls(status.st_ino, status.st_size, status.st_mtime_ns, sha256)

    def fits(self, path: Path) -> bool:
        """Return whether the file is still the same, or gone."""
        try:
            status = path.stat()
            if FileStamp.of(status, self.sha256) == self:
                return True
            is_as_long = status.st_size == self.size
            return is_as_long and hashlib.sha256(path.read_bytes()).hexdigest() == self.sha256
        except FileNotFoundError:
            return True


class SessionFolder:
    """The files of one session. `save` is for one thread at a time."""

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
        """Whether nothing can be saved: it is open elsewhere, or may not be written."""
        return self._lock is None

    def remember(self, name: str, stamp: FileStamp) -> None:
        """Take note of a file as it was read."""
        self._known[name] = stamp

    def save(self, session: Session) -> tuple[Message, ...]:
        """Write the files that have changed, the sheets before `session.toml`.

        What it returns with has reached the disk. A file that someone else has changed is left
        alone: ours goes beside it, and a message says so, at each save. Raises `OSError` or
        `ValueError` where something could not be saved; then what was there before stands.
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
        """Let others open the session; saving is over."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _contents(self, session: Session) -> Iterator[tuple[str, bytes]]:
        """Return the name and the content of each file, `session.toml` last."""
        for sheet in session.sheets:
            yield sheet_name(sheet.party.id), self._text(sheet)
        if session.minutes != NO_MINUTES or MINUTES in self._known:
            yield MINUTES, self._minutes_text(session.minutes)
        yield SESSION, dump_toml(session_tables(session))

    def _minutes_text(self, minutes: Minutes) -> bytes:
        """Return the minutes as a file, from memory where they are the very same."""
        if self._minutes is None or self._minutes[0] is not minutes:
            self._minutes = minutes, dump_toml(minutes_tables(minutes, self._questionnaire))
        return self._minutes[1]

    def _write(self, name: str, content: bytes) -> None:
        """Write one file where it changed: in its place, or beside what someone else put there."""
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
        """Return whether at `path` stands what was last read or written here, or nothing."""
        return known.fits(path) if known is not None else not os.path.lexists(path)
