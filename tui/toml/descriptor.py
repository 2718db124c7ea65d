"""Opening a file that may be anything: a pipe, a device, a link to somewhere else."""

import os
from pathlib import Path

# O_NONBLOCK: opening a pipe that nobody writes to must not block.
_WITHOUT_WAITING = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def open_without_waiting(path: Path, *, follow_links: bool = True) -> int:
    """Return a descriptor for reading whatever is at `path`.

    Args:
        path: The file. The folders on the way to it may be links in any case.
        follow_links: Whether the file itself may be a link.

    Raises:
        OSError: It cannot be opened.
        ValueError: The path holds a NUL.
    """
    return os.open(path, _WITHOUT_WAITING | (0 if follow_links else _NO_LINK))
