"""Atomic, durable writing: a file is replaced as a whole, and survives a kill and a power cut.

The content goes to a temporary file beside the target, reaches the disk, and is then renamed. The
folder is synced last, as a rename is durable only once the folder is on the disk.
"""

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from mmap import mmap
from pathlib import Path

_EXCLUSIVE = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
Content = bytes | mmap
"""What is written: bytes, or those of another file that need not fit into the memory."""
PRIVATE = 0o600
"""The permissions of what is kept: only the owner may read and write."""
SHARED = 0o666
"""The permissions of what is made to be given to others: as the umask has it for any new file."""
_LEFTOVER = re.compile(r"\.(.+?)(?:\.conflict-\d+)?\.toml(?:\.bak)?\.[0-9a-f]{8}\.tmp")
"""A temporary file of ours, with the stem of the file that it was to become."""


class NotDurable(OSError):
    """A file is whole and in its place, but it may not survive a power cut.

    Raised where the folder could not be synced after the rename, which nothing can take back.
    """

    def __init__(self, error: OSError, status: os.stat_result) -> None:
        super().__init__(error.errno, error.strerror)
        self.status = status
        """The status of the file."""


def backup_of(path: Path) -> Path:
    """Return the path where `replace_file` keeps the previous content of `path`."""
    return path.with_name(f"{path.name}.bak")


def replace_file(
    path: Path, content: Content, *, keep_previous: bool = True, mode: int = PRIVATE
) -> os.stat_result:
    """Write `content` to `path`, durably; a reader finds the old content or the new, never a part.

    A symbolic link is replaced itself; its target is not touched.

    Args:
        path: The file, which need not exist.
        content: The new content.
        keep_previous: Whether to keep the old content as a backup (see `backup_of`).
        mode: The permissions of the new file, `PRIVATE` or `SHARED`.

    Returns:
        The status of the new file.

    Raises:
        NotDurable: It is in its place, but a power cut may undo that.
        OSError: It could not be written; the old content and no temporary file is left.
    """
    with _written_aside(path, content, mode) as (aside, status):
        if keep_previous:
            _keep_previous(path)
        _put_in_place(aside, path)
    try:
        sync_folder(path.parent)
    except OSError as error:
        raise NotDurable(error, status) from error
    return status


def create_file(path: Path, content: Content, mode: int = PRIVATE) -> None:
    """Write `content` to a new file at `path`, durably.

    Args:
        path: Where to.
        content: The content.
        mode: The permissions of the file, `PRIVATE` or `SHARED`.

    Raises:
        FileExistsError: There is something at `path`, even if only a dangling link.
        OSError: It could not be written; there is no file.
    """
    if os.path.lexists(path):
        raise FileExistsError(path)
    with _written_aside(path, content, mode) as (aside, _):
        _link_or_copy(aside, path, mode)
    try:
        sync_folder(path.parent)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def overwrite_file(path: Path, content: Content) -> None:
    """Write `content` to `path`, durably, for an export that the user allowed to overwrite a file.

    A symbolic link is replaced itself; its target is not touched. As an export is made to be
    given to others, they may read it where the umask lets them.

    Raises:
        FileExistsError: There is something other than a file or a link at `path`.
        OSError: It could not be written.
    """
    with contextlib.suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
            raise FileExistsError(path)
    replace_file(path, content, keep_previous=False, mode=SHARED)


def remove_leftovers(folder: Path, names: frozenset[str]) -> None:
    """Remove the temporary files that killed or failed saves have left in a folder.

    Args:
        folder: The folder; that it cannot be read or changed is no error.
        names: The names of the files that are saved there, such as `session.toml`.
    """
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            if is_leftover(path, names):
                with contextlib.suppress(OSError):
                    path.unlink()


def is_leftover(path: Path, names: frozenset[str]) -> bool:
    """Return whether `path` is a temporary file that a killed save left behind.

    Args:
        path: A file in the folder.
        names: The names of the files that are saved there, such as `session.toml`.
    """
    found = _LEFTOVER.fullmatch(path.name)
    return found is not None and f"{found[1]}.toml" in names


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
def _written_aside(
    path: Path, content: Content, mode: int
) -> Iterator[tuple[Path, os.stat_result]]:
    """Write `content` to a temporary file beside `path`, and yield it with its status.

    It is removed at the end.
    """
    aside = _aside(path)
    descriptor = os.open(aside, _EXCLUSIVE, mode)
    try:
        yield aside, _write_durably(descriptor, content)
    finally:
        with contextlib.suppress(OSError):
            aside.unlink()


def _aside(path: Path) -> Path:
    """Return a name for a temporary file beside `path`."""
    # In the same folder, as a rename is atomic only within one file system.
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")


def _write_durably(descriptor: int, content: Content) -> os.stat_result:
    """Write all of `content`, wait until it is on the disk, and close; return the file's status."""
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
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def _keep_previous(path: Path) -> None:
    """Keep the content of `path` as its backup; a failure to do so does not stop the save."""
    aside = _aside(backup_of(path))
    with contextlib.suppress(OSError):
        # A link would be followed, and what it names copied: only files are kept.
        if not stat.S_ISREG(path.lstat().st_mode):
            return
        try:
            try:
                os.link(path, aside)
            except OSError:  # exFAT and some network folders have no hard links
                shutil.copyfile(path, aside)
            aside.replace(backup_of(path))
        finally:  # also where both names are the same file, which a rename leaves as it is
            aside.unlink(missing_ok=True)


def _put_in_place(aside: Path, path: Path) -> None:
    """Rename `aside` to `path`; on Windows, wait while another program has the file open."""
    if sys.platform == "win32":
        for _ in range(20):  # a virus scanner opens new files for a moment
            with contextlib.suppress(PermissionError):
                aside.replace(path)
                return
            time.sleep(0.1)
    aside.replace(path)


def _link_or_copy(aside: Path, path: Path, mode: int) -> None:
    """Give `aside` the name `path`, which must be free, by a hard link or else by a copy."""
    # A rename would overwrite a file that came into being just now; a hard link fails.
    try:
        os.link(aside, path)
    except FileExistsError:
        raise
    except OSError:
        descriptor = os.open(path, _EXCLUSIVE, mode)
        try:
            _write_durably(descriptor, aside.read_bytes())
        except OSError:
            path.unlink(missing_ok=True)
            raise
