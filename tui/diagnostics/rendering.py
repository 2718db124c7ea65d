"""Rendering of diagnostics, as text for people and as data for JSON."""

from collections.abc import Callable, Iterable

from tui.diagnostics.diagnostic import Diagnostic
from tui.diagnostics.span import Span
from tui.domain.message import Message
from tui.text.visible import visible, visible_character
from tui.text.width import cell_width

Say = Callable[[Message], str]
"""A function that returns a message as text in the reader's language."""

WIDEST = 100
"""Cells of a source line that are shown; of a longer line, only the part around the caret."""
_BEFORE_CARET = 36
"""Cells that are shown before the caret in a line that is cut."""
_GUTTER = 5
"""Columns for the line number."""


def as_text(diagnostic: Diagnostic, say: Say) -> str:
    """Return a diagnostic as lines of text: place and message, source line, caret, help.

    No character in it acts on a terminal. The caret is placed correctly under wide characters.

    Args:
        diagnostic: What is wrong.
        say: Returns a message in the reader's language.
    """
    word = say(Message(f"check.{diagnostic.severity}"))
    lines = [f"{visible(diagnostic.place)}: {word}: {visible(say(diagnostic.message))}"]
    gutter = _GUTTER
    if diagnostic.span is not None:
        number = str(diagnostic.span.line).rjust(_GUTTER)
        gutter = len(number)
        shown, before, under = _excerpt(diagnostic.source_line, diagnostic.span)
        lines.append(f"{number} | {shown}".rstrip())
        lines.append(f"{' ' * gutter} | {' ' * before}{'^' * under}")
    if diagnostic.help is not None:
        word = say(Message("check.help"))
        lines.append(f"{' ' * gutter} = {word}: {visible(say(diagnostic.help))}")
    return "\n".join(lines)


def as_json(diagnostic: Diagnostic, say: Say) -> dict[str, object]:
    """Return a diagnostic as plain data for JSON, with the same messages as `as_text`.

    Args:
        diagnostic: What is wrong.
        say: Returns a message in the reader's language.
    """
    span = diagnostic.span
    return {
        "file": visible(diagnostic.file),
        "line": span.line if span else None,
        "column": span.column if span else None,
        "length": span.length if span else None,
        "severity": str(diagnostic.severity),
        "key": diagnostic.message.key,
        "message": visible(say(diagnostic.message)),
        "help": visible(say(diagnostic.help)) if diagnostic.help else None,
        "source": _excerpt(diagnostic.source_line, span)[0] if span else None,
    }


def _excerpt(line: str, span: Span) -> tuple[str, int, int]:
    """Return what to show of `line`, the cells before the carets, and the number of carets."""
    start = span.column - 1
    end = start + max(span.length, 1)
    first, last = 0, len(line)
    if len(line) > WIDEST or cell_width(visible(line)) > WIDEST:
        first = start - _fitting(reversed(line[max(0, start - WIDEST) : start]), _BEFORE_CARET)
        last = first + _fitting(line[first : first + WIDEST], WIDEST - 2)
    head = "…" * (first > 0) + visible(line[first:start])
    marked = visible(line[start : min(end, last)])
    tail = visible(line[min(end, last) : last]) + "…" * (last < len(line))
    return head + marked + tail, cell_width(head), max(cell_width(marked), 1)


def _fitting(characters: Iterable[str], cells: int) -> int:
    """Return how many of `characters` fit into `cells`."""
    count = 0
    for character in characters:
        cells -= cell_width(visible_character(character))
        if cells < 0:
            break
        count += 1
    return count
