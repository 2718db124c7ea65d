"""The private note of a bug: where the program was, and nothing of what anybody answered.

Messages of exceptions and local variables may hold answers, so neither is written: only the types
of the exceptions and the places in the code.
"""

import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path

import textual

from tui import __version__


def describe(error: BaseException) -> str:
    """Return the exception and what it came from as text: types and places, oldest cause last."""
    parts = [_versions(), ""]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        parts += [_type_name(current), *_frames(current), ""]
        current = current.__cause__ or current.__context__ or _inner(current)
    return "\n".join(parts)


def write_crash_log(error: BaseException, path: Path) -> bool:
    """Write `describe(error)` to a file that only its owner can read.

    Args:
        error: What went wrong.
        path: The file; it tells of the latest crash only.

    Returns:
        Whether it could be written.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as log:
            log.write(describe(error))
        fresh.replace(path)
        return True
    return False


def _versions() -> str:
    python = ".".join(map(str, sys.version_info[:3]))
    return f"duiqi {__version__}, textual {textual.__version__}, Python {python}, {sys.platform}"


def _type_name(error: BaseException) -> str:
    kind = type(error)
    return f"{kind.__module__}.{kind.__qualname__}"


def _frames(error: BaseException) -> list[str]:
    return [
        f"  {frame.f_code.co_filename}:{line} in {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]


def _inner(error: BaseException) -> BaseException | None:
    """Return the exception that Textual's WorkerFailed or a group carries, where there is one."""
    if isinstance(error, BaseExceptionGroup):
        return error.exceptions[0]
    carried = getattr(error, "error", None)
    return carried if isinstance(carried, BaseException) else None
