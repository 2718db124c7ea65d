"""Quick reading of small TOML files before the first screen, with no report of what is wrong."""

import stat
import tomllib
from pathlib import Path
from typing import Any

from tui.toml.limits import find_excess

_LONGEST = 64 * 1024
"""Bytes that are read of a file."""


def peek(path: Path) -> dict[str, Any] | None:
    """Return the values of a small file, or None if it is missing or cannot be read."""
    try:
        # Opening a pipe or a device would wait for whoever writes to it.
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            text = file.read(_LONGEST).decode("utf-8")
        return tomllib.loads(text) if find_excess(text) is None else None
    except (OSError, ValueError, RecursionError):
        return None
