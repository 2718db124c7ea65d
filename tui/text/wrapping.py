"""Breaking a text into lines as Chinese and English are broken, by the cells that it takes."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tui.text.width import cell_width

_NOT_FIRST = frozenset("，。、；：？！）》】”’…％%·,.;:?!)]}")
"""What may not begin a line."""
_NOT_LAST = frozenset("（《【“‘([{")
"""What may not end one."""


def lines_of(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells; its own line ends stay.

    A line breaks at blanks and between wide characters; closing signs do not begin a line and
    opening ones do not end it. A word longer than a line is broken where the line ends.

    >>> lines_of("双方都答了，这里会显示差异。", 11)
    ['双方都答', '了，这里会', '显示差异。']
    >>> lines_of("Where the two stand", 10)
    ['Where the', 'two stand']
    """
    return [line for part in text.split("\n") for line in _wrapped(part, max(2, width))]


@lru_cache(maxsize=1024)
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    """Break one paragraph; screens break the same few at every key."""
    lines, line = list[str](), ""
    for piece in _pieces(text):
        if cell_width(line) + cell_width(piece.rstrip()) <= width:
            line += piece
            continue
        if line:
            lines.append(line.rstrip())
        *whole, line = _broken(piece.lstrip(), width)
        lines += whole
    return (*lines, line.rstrip())


def _pieces(text: str) -> Iterator[str]:
    """Return the stretches of a text that stay together, blanks behind them included."""
    piece = ""
    for character in text:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    """Return whether a line may end between two characters."""
    if after.isspace() or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before.isspace() or _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _broken(piece: str, width: int) -> list[str]:
    """Return a piece in lines, however long it is."""
    lines, line = list[str](), ""
    for character in piece:
        if cell_width(line + character) > width:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]
