"""Places in a file: spans, counted as editors count lines and columns, and paths of keys."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

KeyPath = tuple[str | int, ...]
"""The keys and array indexes that lead from the root of a document to a value."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text on one line."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in code points."""
    length: int
    """In code points; of a text over several lines, only its part on the first."""


class Lines:
    """The lines of a text, with conversion between offsets and places."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]

    def __getitem__(self, number: int) -> str:
        """Return line `number`, counted from 1, without its end; "" if there is no such line."""
        if not 0 < number <= len(self._lines):
            return ""
        return self._lines[number - 1].removesuffix("\r")

    def span(self, start: int, end: int) -> Span:
        """Return the span from offset `start` to offset `end`, cut at the end of its first line."""
        number = min(bisect_right(self._starts, start), len(self._lines))
        column = start - self._starts[number - 1]
        on_line = min(end - start, len(self[number]) - column)
        return Span(number, column + 1, max(on_line, 0))

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column, both counted from 1."""
        return self._starts[line - 1] + column - 1
