"""Paths of the program's own files; no name is ever made from what a person typed."""

import errno
import os
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import count
from pathlib import Path

from tui.domain.message import Message

_PRIVATE = 0o700
"""Only the owner may read, write and enter."""


class NoDataFolder(Exception):
    """Raised if `DUIQI_DATA` names a folder that cannot exist; `message` says why."""

    def __init__(self, named: str) -> None:
        super().__init__(named)
        self.message = Message("paths.no_home", {"named": named})


class DataFolder:
    """The folder with a user's sessions, questionnaires and settings."""

    def __init__(self, chosen: Path | None = None) -> None:
        self._chosen = chosen

    @cached_property
    def root(self) -> Path:
        """The folder itself, which may not exist yet; found when first used."""
        if self._chosen is not None:
            return self._chosen
        from platformdirs import user_data_path  # noqa: PLC0415 - slow to import

        return user_data_path("duiqi", appauthor=False)

    @property
    def sessions(self) -> Path:
        """The folder with a folder for each session."""
        return self.root / "sessions"

    @property
    def archive(self) -> Path:
        """The folder with the sessions that were put away."""
        return self.root / "archive"

    @property
    def trash(self) -> Path:
        """The folder with the sessions that were thrown away; the program never empties it."""
        return self.root / "trash"

    @property
    def questionnaires(self) -> Path:
        """The folder with the user's own questionnaires."""
        return self.root / "questionnaires"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.root / "settings.toml"

    @property
    def crash_log(self) -> Path:
        """The log of the latest crash, which holds no answers."""
        return self.root / "crash.log"


def data_folder(
    chosen: Path | None = None, environment: Mapping[str, str] = os.environ
) -> DataFolder:
    """Return the data folder: `chosen`, else that of `DUIQI_DATA`, else the system's usual place.

    Args:
        chosen: The folder that the command line names.
        environment: The environment variables, perhaps with `DUIQI_DATA`, in which `~` and `~user`
            are expanded.

    Raises:
        NoDataFolder: `DUIQI_DATA` begins with the home of an unknown user.
    """
    if chosen is not None:
        return DataFolder(chosen.absolute())
    if named := environment.get("DUIQI_DATA"):
        try:
            return DataFolder(Path(named).expanduser().absolute())
        except RuntimeError as unknown:
            raise NoDataFolder(named) from unknown
    return DataFolder()


def _sync(folder: Path) -> None:
    """Wait until the entries of a folder are on the disk."""
    from tui.storage.atomic import sync_folder  # noqa: PLC0415 - not before the first screen

    sync_folder(folder)


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may read, with its missing parents, durably.

    A folder that exists is left as it is.

    Raises:
        OSError: It could not be made.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(_PRIVATE, exist_ok=True)
        _sync(path.parent)


def free_session_folder(sessions: Path, day: date) -> Path:
    """Return the path of a new session's folder: its day and the next free number.

    Args:
        sessions: The folder for all sessions.
        day: The day of the session.
    """
    return _first_free(sessions / f"kickoff-{day.isoformat()}-{number}" for number in count(1))


def typed_path(text: str) -> Path:
    """Return the path that a person typed, with `~` expanded.

    Raises:
        OSError: The text cannot be a path.
    """
    if not text.strip() or "\0" in text:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    try:
        return Path(text.strip()).expanduser()
    except RuntimeError as unknown:  # the home of an unknown user
        raise OSError(errno.ENOENT, os.strerror(errno.ENOENT)) from unknown


def free_name(folder: Path, stem: str, kind: str, suffix: str = "") -> Path:
    """Return the first free path `STEM.KIND-N` in a folder, for a file that is set aside."""
    return _first_free(folder / f"{stem}.{kind}-{number}{suffix}" for number in count(1))


def free_folder(parent: Path, name: str) -> Path:
    """Return the first free path of `NAME`, `NAME-2`, `NAME-3` and so on in a folder."""
    return _first_free(parent / name if n == 1 else parent / f"{name}-{n}" for n in count(1))


def _first_free(paths: Iterable[Path]) -> Path:
    return next(path for path in paths if not os.path.lexists(path))
