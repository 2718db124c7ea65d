"""The words of the top line."""

from collections.abc import Iterable

from tui.phrasing.marks import Marks


def parties_title(names: Iterable[str], marks: Marks) -> str:
    """Return the names of the two at the table; of one alone, its own."""
    return f" {marks.times} ".join(filter(None, names))
