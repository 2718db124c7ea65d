"""One thing that is wrong in a questionnaire file, before it is known on which line."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from tui.domain.message import Message
from tui.storage.diagnostics import Diagnostic, Severity
from tui.storage.positions import Path

if TYPE_CHECKING:
    from tui.storage.toml_file import TomlFile

Place = Literal["value", "key", "header"]
"""What of a path a problem points at."""

_MOST_LISTED = 15
"""Names that a mend lists; of more, none."""
_MOST_SEARCHES = 100
"""Searches in a long list for what was meant; more misspellings are one mistake made everywhere."""
_LONG = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and at which path of the file's data."""

    path: Path
    """The key or value that is wrong; of something missing, the table that lacks it."""
    message: Message
    at: Place = "value"
    """What of the path to point at."""
    help: Message | None = None
    """How to mend it."""
    severity: Severity = Severity.ERROR

    def located(self, file: "TomlFile", path: Path | None = None) -> Diagnostic:
        """Give it with its place in `file`; `path` where the file has another one."""
        return file.problem(
            self.path if path is None else path,
            self.message,
            at=self.at,
            help=self.help,
            severity=self.severity,
        )


def error(
    path: Path,
    key: str,
    /,
    *,
    at: Place = "value",
    help: Message | None = None,
    **values: object,
) -> Problem:
    """Give an error; `key` and `values` make its message."""
    return Problem(path, message(key, **values), at, help)


def warning(
    path: Path,
    key: str,
    /,
    *,
    at: Place = "value",
    help: Message | None = None,
    **values: object,
) -> Problem:
    """Give a warning; `key` and `values` make its message."""
    return Problem(path, message(key, **values), at, help, Severity.WARNING)


def message(key: str, /, **values: object) -> Message:
    """Give the message `check.KEY` with its values in words."""
    return Message(f"check.{key}", {name: str(value) for name, value in values.items()})


class Names:
    """Names that may stand somewhere, and what to say where another one does."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(dict.fromkeys(known))
        self._searches = 0

    def nearest(self, name: str) -> str | None:
        """Give the known name that was most likely meant."""
        if len(self.known) > _LONG:
            self._searches += 1
            if self._searches > _MOST_SEARCHES:
                return None
        return _nearest(name, self.known)

    def mend(self, name: str) -> Message | None:
        """Give the name that was most likely meant, else all that may stand there."""
        if (meant := self.nearest(name)) is not None:
            return message("did_you_mean", name=meant)
        if 0 < len(self.known) <= _MOST_LISTED:
            return message("one_of", names=", ".join(self.known))
        return None


@lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    """Give the known name that is spelt most like `name`; the same slip often comes again."""
    from difflib import get_close_matches  # noqa: PLC0415 - of no use to a good file

    folded = {each.lower(): each for each in known}
    found = get_close_matches(name.lower(), folded, n=1)
    return folded[found[0]] if found else None
