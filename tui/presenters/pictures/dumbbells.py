"""Pictures of many rows with two marks each: shares of a total, places in a ranking."""

from decimal import Decimal

from tui.domain.pictures import Dumbbell, DumbbellPicture
from tui.domain.values import number_text
from tui.phrasing.picture_words import apart_words
from tui.presenters.pictures.absent import absent_rows
from tui.presenters.pictures.cells import Cells, cell_at
from tui.presenters.pictures.ink import Ink
from tui.text.width import cell_width
from tui.widgets.lines import Row

_GAP = 2
"""Cells between the columns of the picture."""
_LEAST_PLOT = 9
"""The least cells of the part with the marks; below that, there are the figures alone."""


def dumbbell_rows(ink: Ink, picture: DumbbellPicture) -> list[Row]:
    """Return a row with the numbers of the axis, then one for each choice."""
    return _DumbbellDrawing(ink, picture).rows()


class _DumbbellDrawing:
    def __init__(self, ink: Ink, picture: DumbbellPicture) -> None:
        self._ink = ink
        self._picture = picture
        told = [number_text(p) for row in picture.rows for p in row.places if p is not None]
        self._figure = max(map(cell_width, told), default=1)
        """How wide a figure is at the most."""
        apart = max((cell_width(self._apart(row)) for row in picture.rows), default=0)
        self._apart_at = ink.width - apart
        self._figures_at = tuple(
            self._apart_at - _GAP - places * (self._figure + _GAP) + _GAP for places in (2, 1)
        )
        room = self._figures_at[0] - _GAP
        wanted = max(cell_width(line) for row in picture.rows for line in ink.lines(row.label, 999))
        self._label = max(8, min(wanted, room * 2 // 5 if room > 3 * _LEAST_PLOT else room // 2))
        self._plot_at = self._label + _GAP
        plot = room - self._plot_at
        self._plot = plot if plot >= _LEAST_PLOT else 0
        if not self._plot:
            self._label = max(2, room)

    def rows(self) -> list[Row]:
        """Return all rows."""
        rows = [self._head().row()]
        for row in self._picture.rows:
            rows += [cells.row() for cells in self._dumbbell(row)]
        return [*rows, *absent_rows(self._ink, self._picture.absent)]

    def _cell(self, value: Decimal) -> int:
        """Return where a mark stands; the last cell is kept free for a second mark beside it."""
        return self._plot_at + cell_at(self._picture.axis.place(value), self._plot - 1)

    def _head(self) -> Cells:
        """Return the numbers of the axis, and which figure is whose."""
        ink, cells = self._ink, Cells(self._ink.width)
        if self._plot:
            ticks, end = self._picture.axis.ticks, 0
            last = number_text(ticks[-1])
            stop = self._cell(ticks[-1]) - (len(last) - 1) // 2
            cells.put(stop, last, ink.appearance.quiet)
            for tick in ticks[:-1]:
                text = number_text(tick)
                start = self._cell(tick) - (len(text) - 1) // 2
                if start >= end and start + len(text) < stop:
                    end = cells.put(start, text, ink.appearance.quiet) + 1
        for index, mark in enumerate(ink.marks):
            at = self._figures_at[index] + self._figure - 1
            cells.put(at, mark, ink.party(index, bold=True))
        return cells

    def _dumbbell(self, row: Dumbbell) -> list[Cells]:
        """Return the rows of a choice: its label may need more than one."""
        ink = self._ink
        lines = ink.lines(row.label, self._label)
        drawn = [Cells(ink.width) for _ in lines]
        for cells, line in zip(drawn, lines, strict=True):
            cells.put(0, line, ink.appearance.plain)
        cells = drawn[0]
        if self._plot:
            self._marks(cells, row)
        for index, place in enumerate(row.places):
            text = ink.appearance.marks.not_asked if place is None else number_text(place)
            at = self._figures_at[index] + self._figure - cell_width(text)
            cells.put(at, text, ink.party(index))
        is_apart = bool(row.gap)
        cells.put(self._apart_at, self._apart(row), ink.apart if is_apart else ink.appearance.quiet)
        return drawn

    def _marks(self, cells: Cells, row: Dumbbell) -> None:
        """Draw the two marks and the stretch between them; on one cell they stand side by side."""
        ink, marks = self._ink, self._ink.appearance.marks
        for tick in self._picture.axis.ticks:
            cells.put(self._cell(tick), marks.unanswered, ink.appearance.quiet)
        places = [None if place is None else self._cell(place) for place in row.places]
        first, second = places
        if first is not None and second is not None:
            if first == second:
                places[1] = second + 1
            else:
                cells.draw(min(first, second), max(first, second), marks.bar, ink.apart)
        for index, at in enumerate(places):
            if at is not None:
                cells.put(at, ink.marks[index], ink.party(index))

    def _apart(self, row: Dumbbell) -> str:
        """Return in words how far the two are apart on a choice."""
        return apart_words(self._ink.appearance.phrases, self._picture, row)
