"""Rows of cells to draw into: what is put later lies above what was there."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from operator import itemgetter

from textual.content import Content, Span
from textual.style import Style

from tui.text.visible import visible
from tui.text.width import cell_width
from tui.widgets.lines import PLAIN, Row

_EMPTY = " ", PLAIN
"""A cell in which nothing stands."""


class Cells:
    """One row of a picture in the making.

    Args:
        width: How many cells it has.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self._cells: list[tuple[str, Style]] = [_EMPTY] * width

    def put(self, at: int, text: str, style: Style = PLAIN) -> int:
        """Write a text from a cell on, as far as there is room; return the cell behind it."""
        for character in visible(text):
            wide = cell_width(character)
            if at < 0 or at + wide > self.width:
                break
            if not wide:  # it joins the character before it
                before, of = self._cells[at - 1] if at else (" ", style)
                self._cells[max(0, at - 1)] = before + character, of
                continue
            self._cells[at] = character, style
            if wide == 2:
                self._cells[at + 1] = "", style
            at += wide
        return at

    def draw(self, first: int, last: int, character: str, style: Style) -> None:
        """Fill the cells from `first` to `last`, both included, with a character."""
        for cell in range(max(0, first), min(last, self.width - 1) + 1):
            self._cells[cell] = character, style

    def shade(self, first: int, last: int, style: Style) -> None:
        """Lay a style over what stands in the cells from `first` to `last`."""
        for cell in range(max(0, first), min(last, self.width - 1) + 1):
            character, of = self._cells[cell]
            self._cells[cell] = character, of + style

    def row(self) -> Row:
        """Return the finished row."""
        cells, text, spans = self._cells, "", list[Span]()
        while cells and cells[-1] == _EMPTY:
            cells = cells[:-1]
        for style, alike in groupby(cells, key=itemgetter(1)):
            start, text = len(text), text + "".join(character for character, _ in alike)
            if style is not PLAIN:
                spans.append(Span(start, len(text), style))
        return Row(Content(text, spans))


def cell_at(share: Decimal, width: int) -> int:
    """Return the cell at a share of the width: 0 is the first cell, and 1 the last one."""
    return int((share * (width - 1)).to_integral_value(ROUND_HALF_UP))


def joined(texts: Iterable[str], parting: str = "  ") -> str:
    """Return a text in several languages on one line, once where they say the same."""
    return parting.join(dict.fromkeys(filter(None, texts)))
