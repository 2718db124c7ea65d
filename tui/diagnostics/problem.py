"""One thing that is wrong in a questionnaire file, before it is known on which line."""

from dataclasses import dataclass
from typing import Literal

from tui.diagnostics.diagnostic import Severity
from tui.diagnostics.span import KeyPath
from tui.domain.message import Message

MOST_PROBLEMS = 1000
"""Problems of one file that are told."""

Place = Literal["value", "key", "header"]
"""What of a path a problem points at."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and at which path of the file's data."""

    path: KeyPath
    """The key or value that is wrong; of something missing, the table that lacks it."""
    message: Message
    at: Place = "value"
    """What of the path to point at."""
    help: Message | None = None
    """How to mend it."""
    severity: Severity = Severity.ERROR


def error(
    path: KeyPath,
    key: str,
    /,
    *,
    at: Place = "value",
    help: Message | None = None,
    **values: object,
) -> Problem:
    """Return an error; `key` and `values` make its message."""
    return Problem(path, message(key, **values), at, help)


def warning(
    path: KeyPath,
    key: str,
    /,
    *,
    at: Place = "value",
    help: Message | None = None,
    **values: object,
) -> Problem:
    """Return a warning; `key` and `values` make its message."""
    return Problem(path, message(key, **values), at, help, Severity.WARNING)


def message(key: str, /, **values: object) -> Message:
    """Return a message with its values in words.

    Args:
        key: An entry of the catalogue; one of the section `check` may stand without its section.
        **values: What the entry's placeholders stand for.
    """
    entry = key if "." in key else f"check.{key}"
    return Message(entry, {name: str(value) for name, value in values.items()})
