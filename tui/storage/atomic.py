"""Files written whole or not at all, and durably: what returns survives a kill and a power cut."""

import contextlib
import errno
import os
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_EXCLUSIVE = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_PRIVATE = 0o600


def backup_of(path: Path) -> Path:
    """Return where `replace_file` keeps what stood at `path` before."""
    return path.with_name(f"{path.name}.bak")


def replace_file(path: Path, content: bytes, *, keep_previous: bool = True) -> None:
    """Put `content` at `path`; a reader finds the old content or the new, never a part.

    A link is followed: the file that it names is replaced. Returns once the folder has reached
    the disk. Raises `OSError`; then the old content stands and no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    with _written_aside(target, content) as aside:
        if keep_previous:
            _keep_previous(target)
        _put_in_place(aside, target)
    sync_folder(target.parent)


def create_file(path: Path, content: bytes) -> None:
    """Put `content` at `path`, where nothing may stand yet, not even a link to nowhere.

    Raises `FileExistsError` where something does, and `OSError` where it cannot be written.
    """
    if os.path.lexists(path):
        raise FileExistsError(path)
    with _written_aside(path, content) as aside:
        _link_or_copy(aside, path)
    sync_folder(path.parent)


def overwrite_file(path: Path, content: bytes) -> None:
    """Put `content` at `path` over what stands there: for an export that a person allowed.

    A link is replaced itself, and what it names stays as it is. Raises `FileExistsError` where
    something else than a file or a link stands, and `OSError` where it cannot be written.
    """
    with contextlib.suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
            raise FileExistsError(path)
    with _written_aside(path, content) as aside:
        _put_in_place(aside, path)
    sync_folder(path.parent)


def is_leftover(path: Path, names: frozenset[str]) -> bool:
    """Return whether `path` is what a killed save of one of the files `names` left behind."""
    owner, _, rest = path.name.removeprefix(".").rpartition(".toml.")
    token, _, ending = rest.partition(".")
    hexadecimal = len(token) == 8 and not set(token) - set("0123456789abcdef")
    return path.name[0] == "." and f"{owner}.toml" in names and hexadecimal and ending == "tmp"


def sync_folder(folder: Path) -> None:
    """Return once the folder's entries have reached the disk; Windows does so by itself.

    Some network folders know no such wish: then nothing more can be done. Raises `OSError`.
    """
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _written_aside(path: Path, content: bytes) -> Iterator[Path]:
    """Write `content` beside `path` for the length of a `with`; whatever happens, it is gone."""
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(aside, _EXCLUSIVE, _PRIVATE)
    try:
        _write_durably(descriptor, content)
        yield aside
    finally:
        with contextlib.suppress(OSError):
            aside.unlink()


def _write_durably(descriptor: int, content: bytes) -> None:
    """Write all of `content`, wait for the disk and close."""
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if sys.platform == "darwin":
            import fcntl  # noqa: PLC0415 - exists on Unix alone

            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _keep_previous(path: Path) -> None:
    """Keep what stands at `path` as its backup; never a reason for a save to fail."""
    backup = backup_of(path)
    with contextlib.suppress(OSError):
        with contextlib.suppress(FileNotFoundError):
            backup.unlink()
        try:
            os.link(path, backup)
        except FileNotFoundError:
            pass
        except OSError:  # exFAT and some network folders have no hard links
            shutil.copyfile(path, backup)


def _put_in_place(aside: Path, path: Path) -> None:
    """Rename; on Windows wait for whoever holds the file open, such as a virus scanner."""
    if sys.platform == "win32":
        for _ in range(20):
            with contextlib.suppress(PermissionError):
                aside.replace(path)
                return
            time.sleep(0.1)
    aside.replace(path)


def _link_or_copy(aside: Path, path: Path) -> None:
    """Return `aside` its name, which must be free; where links are unknown, write it once more."""
    try:
        os.link(aside, path)
    except FileExistsError:
        raise
    except OSError:
        descriptor = os.open(path, _EXCLUSIVE, _PRIVATE)
        try:
            _write_durably(descriptor, aside.read_bytes())
        except OSError:
            path.unlink(missing_ok=True)
            raise
