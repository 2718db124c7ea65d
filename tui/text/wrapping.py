"""Wrapping of Chinese and English text to a width in terminal cells."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tui.text.width import cell_width

_NOT_FIRST = frozenset("，。、；：？！）》】”’…％%·,.;:?!)]}")
"""Characters that may not begin a line."""
_NOT_LAST = frozenset("（《【“‘([{")
"""Characters that may not end a line."""


def wrap_text(text: str, width: int) -> list[str]:
    """Return `text` as lines of at most `width` cells.

    The line ends of the text itself are kept. Lines are broken at blanks and between wide
    characters. Closing punctuation does not begin a line, opening punctuation does not end one. A
    word longer than a line is broken where the line ends.

    Args:
        text: The text.
        width: Terminal cells; less than 2 counts as 2, the width of a Chinese character.

    >>> wrap_text("双方都答了，这里会显示差异。", 11)
    ['双方都答', '了，这里会', '显示差异。']
    >>> wrap_text("Where the two stand", 10)
    ['Where the', 'two stand']
    """
    return [line for part in text.split("\n") for line in _wrapped(part, max(2, width))]


@lru_cache(maxsize=1024)
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    """Return the lines of one paragraph; cached, as screens wrap the same few at every key."""
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
    """Yield the pieces of a text that must not be broken, including the blanks after them."""
    piece = ""
    for character in text:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    """Return whether a line may be broken between two characters."""
    if after.isspace() or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before.isspace() or _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _broken(piece: str, width: int) -> list[str]:
    """Return the lines of a piece that is longer than a line."""
    lines, line = list[str](), ""
    for character in piece:
        if cell_width(line + character) > width:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]
