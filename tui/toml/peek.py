"""Small TOML files read at a glance, before the first screen; whatever is wrong is just nothing."""

import stat
import tomllib
from pathlib import Path
from typing import Any

from tui.toml.limits import excess

_LONGEST = 64 * 1024


def glance(path: Path) -> dict[str, Any] | None:
    """Return what a small file says; None where there is none or it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            text = file.read(_LONGEST).decode("utf-8")
        return tomllib.loads(text) if excess(text) is None else None
    except (OSError, ValueError, RecursionError):
        return None
