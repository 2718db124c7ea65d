"""Atomic, durable writing: a file is replaced as a whole, and survives a kill and a power cut.

The content goes to a temporary file beside the target, reaches the disk, and is then renamed. The
folder is synced last, as a rename is durable only once the folder is on the disk.
"""

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
"""Only the owner may read and write."""


def backup_of(path: Path) -> Path:
    """Return the path where `replace_file` keeps the previous content of `path`."""
    return path.with_name(f"{path.name}.bak")


def replace_file(path: Path, content: bytes, *, keep_previous: bool = True) -> None:
    """Write `content` to `path`, durably; a reader finds the old content or the new, never a part.

    A symbolic link is followed: its target is replaced.

    Args:
        path: The file, which need not exist.
        content: The new content.
        keep_previous: Whether to keep the old content as a backup (see `backup_of`).

    Raises:
        OSError: It could not be written; the old content and no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    with _written_aside(target, content) as aside:
        if keep_previous:
            _keep_previous(target)
        _put_in_place(aside, target)
    sync_folder(target.parent)


def create_file(path: Path, content: bytes) -> None:
    """Write `content` to a new file at `path`, durably.

    Raises:
        FileExistsError: There is something at `path`, even if only a dangling link.
        OSError: It could not be written.
    """
    if os.path.lexists(path):
        raise FileExistsError(path)
    with _written_aside(path, content) as aside:
        _link_or_copy(aside, path)
    sync_folder(path.parent)


def overwrite_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, durably, for an export that the user allowed to overwrite a file.

    A symbolic link is replaced itself; its target is not touched.

    Raises:
        FileExistsError: There is something other than a file or a link at `path`.
        OSError: It could not be written.
    """
    with contextlib.suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
            raise FileExistsError(path)
    with _written_aside(path, content) as aside:
        _put_in_place(aside, path)
    sync_folder(path.parent)


def is_leftover(path: Path, names: frozenset[str]) -> bool:
    """Return whether `path` is a temporary file that a killed save left behind.

    Args:
        path: A file in the folder.
        names: The names of the files that are saved there, such as `session.toml`.
    """
    owner, _, rest = path.name.removeprefix(".").rpartition(".toml.")
    token, _, ending = rest.partition(".")
    hexadecimal = len(token) == 8 and not set(token) - set("0123456789abcdef")
    return path.name[0] == "." and f"{owner}.toml" in names and hexadecimal and ending == "tmp"


def sync_folder(folder: Path) -> None:
    """Wait until the entries of a folder are on the disk.

    Does nothing on Windows, which needs no such step, and where a network folder does not support
    it.

    Raises:
        OSError: The folder could not be synced.
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
    """Write `content` to a temporary file beside `path`, and yield it; it is removed at the end."""
    # In the same folder, as a rename is atomic only within one file system.
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(aside, _EXCLUSIVE, _PRIVATE)
    try:
        _write_durably(descriptor, content)
        yield aside
    finally:
        with contextlib.suppress(OSError):
            aside.unlink()


def _write_durably(descriptor: int, content: bytes) -> None:
    """Write all of `content`, wait until it is on the disk, and close the descriptor."""
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if sys.platform == "darwin":
            # On macOS, `fsync` returns while the data may still be in the drive's cache.
            import fcntl  # noqa: PLC0415 - exists on Unix alone

            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _keep_previous(path: Path) -> None:
    """Keep the content of `path` as its backup; a failure to do so does not stop the save."""
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
    """Rename `aside` to `path`; on Windows, wait while another program has the file open."""
    if sys.platform == "win32":
        for _ in range(20):  # a virus scanner opens new files for a moment
            with contextlib.suppress(PermissionError):
                aside.replace(path)
                return
            time.sleep(0.1)
    aside.replace(path)


def _link_or_copy(aside: Path, path: Path) -> None:
    """Give `aside` the name `path`, which must be free, by a hard link or else by a copy."""
    # A rename would overwrite a file that came into being just now; a hard link fails.
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
