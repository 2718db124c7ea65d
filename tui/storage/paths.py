"""Where the program keeps its files. No name is ever made from what a person typed."""

import errno
import os
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from tui.domain.message import Message

_PRIVATE = 0o700


class NoDataFolder(Exception):
    """`DUIQI_DATA` names a folder that there cannot be; `message` says why."""

    def __init__(self, named: str) -> None:
        super().__init__(named)
        self.message = Message("paths.no_home", {"named": named})


class DataFolder:
    """The folder that holds a user's sessions, questionnaires and settings."""

    def __init__(self, chosen: Path | None = None) -> None:
        self._chosen = chosen

    @cached_property
    def root(self) -> Path:
        """The folder itself; it may not exist yet. Looked up late: the first screen needs none."""
        if self._chosen is not None:
            return self._chosen
        from platformdirs import user_data_path  # noqa: PLC0415 - slow to import

        return user_data_path("duiqi", appauthor=False)

    @property
    def sessions(self) -> Path:
        """The folder with a folder for each session."""
        return self.root / "sessions"

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
        """The log of what went wrong, without any answers."""
        return self.root / "crash.log"


def data_folder(
    chosen: Path | None = None, environment: Mapping[str, str] = os.environ
) -> DataFolder:
    """Return the data folder: `chosen`, else `DUIQI_DATA`, else the system's usual place.

    Args:
        chosen: The folder that the command line names.
        environment: Where `DUIQI_DATA` stands; a `~` or `~user` at its start is somebody's home.

    Raises:
        NoDataFolder: Where nobody has the home that `DUIQI_DATA` begins with.
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
    """Have a folder's entries on the disk."""
    from tui.storage.atomic import sync_folder  # noqa: PLC0415 - not before the first screen

    sync_folder(folder)


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may read, and what is missing above; fine if it exists.

    Like a save, it lasts once this returns. Raises `OSError`.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(_PRIVATE, parents=True, exist_ok=True)
    for path in missing:
        _sync(path.parent)


def new_session_folder(sessions: Path, day: date) -> Path:
    """Make the folder of a new session, named by its day and the next free number.

    Raises `OSError` where no folder can be made.
    """
    make_private(sessions)
    number = 1
    while True:
        folder = sessions / f"kickoff-{day.isoformat()}-{number}"
        try:
            folder.mkdir(_PRIVATE)
        except FileExistsError:
            number += 1
        else:
            _sync(sessions)
            return folder


def typed_path(text: str) -> Path:
    """Return the path that a person typed; raise `OSError` for what can be none."""
    if not text.strip() or "\0" in text:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    try:
        return Path(text.strip()).expanduser()
    except RuntimeError as unknown:  # the home of a user that there is not
        raise OSError(errno.ENOENT, os.strerror(errno.ENOENT)) from unknown


def free_name(folder: Path, stem: str, kind: str, suffix: str = "") -> Path:
    """Return the first free path `stem.kind-n` in `folder`: for what is set aside, not replaced."""
    number = 1
    while os.path.lexists(found := folder / f"{stem}.{kind}-{number}{suffix}"):
        number += 1
    return found
