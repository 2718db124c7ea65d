"""Quick reading of small TOML files before the first screen, with no report of what is wrong."""

import os
import stat
import tomllib
from pathlib import Path
from typing import Any

from tui.toml.descriptor import open_without_waiting
from tui.toml.limits import find_excess

LONGEST = 64 * 1024
"""Bytes that are read of a file."""


def peek(path: Path, *, follow_links: bool = True, longest: int = LONGEST) -> dict[str, Any] | None:
    """Return the values of a small file, or None if it is missing or cannot be read.

    Args:
        path: The file.
        follow_links: Whether it may be a link.
        longest: The most bytes that are read of it.
    """
    try:
        text = head_of(path, longest, follow_links=follow_links).decode("utf-8")
        return tomllib.loads(text) if find_excess(text) is None else None
    except (OSError, ValueError, RecursionError):
        return None


def head_of(path: Path, size: int, *, follow_links: bool = True) -> bytes:
    """Return the first bytes of a file, without waiting for a pipe or a device.

    Args:
        path: The file.
        size: How many bytes at most.
        follow_links: Whether it may be a link.

    Raises:
        OSError: It cannot be read, or is no regular file.
        ValueError: The path holds a NUL.
    """
    descriptor = open_without_waiting(path, follow_links=follow_links)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(f"no regular file: {path}")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(size)
    finally:
        os.close(descriptor)
