"""Problems: what is wrong in the data of a file, before its line is known."""

from dataclasses import dataclass
from typing import Literal

from tui.diagnostics.diagnostic import Severity
from tui.diagnostics.span import KeyPath
from tui.domain.message import Message

MOST_PROBLEMS = 1000
"""Problems that are reported of one file."""

Target = Literal["value", "key", "header", "file"]
"""What a problem points at: the value at its path, its key, where its table begins, or nothing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a path in the data of a file."""

    path: KeyPath
    """The path of what is wrong; if something is missing, of the table that lacks it."""
    message: Message
    at: Target = "value"
    """Which part of the path to point at."""
    help: Message | None = None
    """How to fix it."""
    severity: Severity = Severity.ERROR
    part: str = ""
    """What to point at within a text; all of it where this is not told, or not to be found."""
    nth: int = 0
    """Which of those parts it is, where there are several."""


def error(
    path: KeyPath,
    key: str,
    /,
    *,
    at: Target = "value",
    help: Message | None = None,
    **values: object,
) -> Problem:
    """Return a problem that is an error.

    Args:
        path: What is wrong.
        key: The entry `check.KEY` of the catalogue that is its message.
        at: Which part of the path to point at.
        help: How to fix it.
        **values: What the placeholders of the message stand for.
    """
    return Problem(path, message(key, **values), at, help)


def warning(
    path: KeyPath,
    key: str,
    /,
    *,
    at: Target = "value",
    help: Message | None = None,
    **values: object,
) -> Problem:
    """Return a problem that is a warning; the arguments are those of `error`."""
    return Problem(path, message(key, **values), at, help, Severity.WARNING)


def message(key: str, /, **values: object) -> Message:
    """Return a message with its values as text.

    Args:
        key: An entry of the catalogue; for one in the section `check`, the section may be left out.
        **values: What the placeholders of the message stand for.
    """
    entry = key if "." in key else f"check.{key}"
    return Message(entry, {name: str(value) for name, value in values.items()})
