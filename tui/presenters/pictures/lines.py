"""Pictures with one axis: of a number, a range and a scale.

One party's marks stand above the axis and the other's below it, so that they never collide.
"""

from collections.abc import Iterator
from decimal import Decimal

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.pictures import LinePicture
from tui.domain.values import Range, number_text
from tui.phrasing.picture_words import figures, tick_text
from tui.presenters.pictures.cells import Cells, cell_at, joined
from tui.presenters.pictures.ink import Ink
from tui.text.cleaning import one_line
from tui.text.width import cell_width
from tui.text.wrapping import wrap_text
from tui.widgets.lines import Row

_LEVEL = 4
"""The least cells of a level of a scale; with less, its numbers stand below the line."""
_RULER = 3
"""The least cells of a ruler that is drawn."""
_LONGER = Decimal(2)
"""What stands for the length of all rulers that are longer than the axis."""
_BETWEEN = 3
"""Cells between two rulers."""


def line_rows(ink: Ink, picture: LinePicture) -> list[Row]:
    """Return the rows of a picture with one axis."""
    return _LineDrawing(ink, picture).rows()


class _LineDrawing:
    def __init__(self, ink: Ink, picture: LinePicture) -> None:
        self._ink = ink
        self._picture = picture
        self._width = ink.width
        levels = len(picture.axis.ticks)
        self._is_on_line = picture.is_scale and levels * _LEVEL <= self._width + _LEVEL - 1

    def rows(self) -> list[Row]:
        """Return the first party, the axis, the second party, and what is written below."""
        axis = self._levels() if self._is_on_line else self._axis()
        above, below = self._party(0), self._party(1)
        if (common := self._picture.common) is not None:
            first, last = self._cell(common.low), self._cell(common.high)
            for cells in (above[-1], axis, below[0]):
                cells.shade(first, last, self._ink.appearance.wash("primary"))
        drawn = [*above, axis, *below]
        if not self._is_on_line:
            drawn.append(self._ticks())
        return [cells.row() for cells in (*drawn, *self._rulers(), *self._ends())]

    def _cell(self, value: Decimal) -> int:
        return cell_at(self._picture.axis.place(value), self._width)

    @property
    def _language(self) -> str:
        return self._ink.languages[0]

    @property
    def _unit(self) -> LocalizedText:
        return NO_TEXT if self._picture.measure is None else self._picture.measure.unit

    def _figures(self, span: Range) -> tuple[str, str]:
        return figures(span, self._picture, self._language)

    # -- the axis ----------------------------------------------------------------------

    def _axis(self) -> Cells:
        """Return the line with a stroke at each tick, and what lies between the two on it."""
        ink, picture, marks = self._ink, self._picture, self._ink.appearance.marks
        cells, quiet = Cells(self._width), ink.appearance.quiet
        cells.draw(0, self._width - 1, marks.track, quiet)
        for tick in picture.axis.ticks:
            cells.put(self._cell(tick), marks.tick, quiet)
        between, common = picture.between, picture.common
        if between is not None:
            first, last = self._cell(between.low), self._cell(between.high)
            if picture.is_range:
                cells.draw(first + 1, last - 1, marks.gap, ink.apart)
            elif first != last:
                cells.draw(first, last, marks.bar, ink.apart)
        if common is not None:
            style = ink.appearance.foreground("primary")
            cells.draw(self._cell(common.low), self._cell(common.high), marks.shade, style)
        return cells

    def _levels(self) -> Cells:
        """Return the line of a scale, which is interrupted by the levels themselves."""
        ink, picture, marks = self._ink, self._picture, self._ink.appearance.marks
        cells, quiet, between = Cells(self._width), ink.appearance.quiet, picture.between
        chosen = {span.low for span in picture.spans if span is not None}
        end = 0
        for level in picture.axis.ticks:
            text = number_text(level)
            start = min(self._cell(level), self._width - len(text))
            is_between = between is not None and between.low < level <= between.high
            line, style = (marks.bar, ink.apart) if is_between else (marks.track, quiet)
            cells.draw(end + 1, start - 2, line, style)
            end = cells.put(start, text, ink.appearance.strong if level in chosen else quiet)
        return cells

    def _ticks(self) -> Cells:
        """Return the numbers below the axis: those at the ends, and as many others as have room."""
        cells, taken = Cells(self._width), list[tuple[int, int]]()
        ticks, quiet = self._picture.axis.ticks, self._ink.appearance.quiet
        for tick in (ticks[0], ticks[-1], *ticks[1:-1]):
            text = tick_text(self._picture.axis, tick, self._unit, self._language)
            long = cell_width(text)
            start = max(0, min(self._cell(tick) - (long - 1) // 2, self._width - long))
            if all(start > end or start + long < begin for begin, end in taken):
                cells.put(start, text, quiet)
                taken.append((start, start + long))
        return cells

    # -- the parties -------------------------------------------------------------------

    def _party(self, index: int) -> list[Cells]:
        """Return a party's row: its mark or bar, with its figure and its name beside it.

        A figure that has no room there stands in rows of its own, away from the axis.
        """
        ink, picture = self._ink, self._picture
        span, why = picture.spans[index], picture.absent[index]
        cells = Cells(self._width)
        if span is None:
            if why is not None:
                self._absent(cells, index)
            return [cells]
        first, last = self._cell(span.low), self._cell(span.high)
        style = ink.party(index)
        cells.draw(first, last, ink.appearance.marks.bar, style)
        for end in (first, last):
            cells.put(end, ink.marks[index], style)
        if self._label(cells, index, span, first, last):
            return [cells]
        apart = list[Cells]()
        for line in wrap_text(self._figures(span)[0], self._width):
            apart.append(Cells(self._width))
            apart[-1].put(0, line, ink.party(index, bold=True))
        return [cells, *apart] if index else [*apart, cells]

    def _label(self, cells: Cells, index: int, span: Range, first: int, last: int) -> bool:
        """Write figure and name beside a mark, or less of them; return whether there was room."""
        name, bold = one_line(self._ink.names[index]), self._ink.party(index, bold=True)
        with_unit, bare = self._figures(span)
        right, left = self._width - last - 2, first - 1
        for figure, beside in ((with_unit, name), (with_unit, ""), (bare, "")):
            long = cell_width(joined((figure, beside), " "))
            if long <= right:
                end = cells.put(last + 2, figure, bold)
                cells.put(end + 1, beside, self._ink.party(index))
                return True
            if long <= left:
                start = first - 1 - long
                at = cells.put(start, f"{beside} " if beside else "", self._ink.party(index))
                cells.put(at, figure, bold)
                return True
        return False

    def _absent(self, cells: Cells, index: int) -> None:
        """Write why a party has no mark."""
        ink, why = self._ink, self._picture.absent[index]
        if why is None:
            return
        at = cells.put(0, f"{ink.marks[index]} ", ink.party(index))
        at = cells.put(at, ink.absence(why), ink.appearance.foreground("open"))
        name = one_line(ink.names[index])
        if at + 2 + cell_width(name) <= self._width:
            cells.put(at + 2, name, ink.party(index))

    # -- below -------------------------------------------------------------------------

    def _rulers(self) -> Iterator[Cells]:
        """Yield how long the stretches are that count as agreed and as near.

        One that is too short or too long to be drawn is told in words alone.
        """
        say, measure, at = self._ink.appearance.phrases, self._picture.measure, 0
        cells = Cells(self._width)
        for key, bound in zip(("agreed", "near"), self._picture.rulers, strict=True):
            if bound is None or measure is None:
                continue
            words = say(f"picture.{key}", bound=measure.distance_wording(bound, self._language))
            needed = cell_width(words)
            share = min(self._picture.axis.share(bound), _LONGER)
            long = cell_at(share, self._width) + 1
            if is_drawn := long >= _RULER and long + 1 + needed <= self._width:
                needed += long + 1
            if at and at + needed > self._width:
                yield cells
                cells, at = Cells(self._width), 0
            if is_drawn:
                at = self._ruler(cells, at, long) + 1
            at = cells.put(at, words, self._ink.appearance.quiet) + _BETWEEN
        if at:
            yield cells

    def _ruler(self, cells: Cells, at: int, long: int) -> int:
        """Draw a ruler; return the cell behind it."""
        marks, quiet = self._ink.appearance.marks, self._ink.appearance.quiet
        cells.draw(at, at + long - 1, marks.track, quiet)
        cells.put(at, marks.ruler_begin, quiet)
        return cells.put(at + long - 1, marks.ruler_end, quiet)

    def _ends(self) -> Iterator[Cells]:
        """Yield what the ends of a scale mean: in one row if it has room, else one a language."""
        ends, quiet = self._picture.ends, self._ink.appearance.quiet
        if not any(ends):
            return
        told = [
            list(dict.fromkeys(one_line(end[tag]) for tag in self._ink.languages)) for end in ends
        ]
        low, high = map(joined, told)
        if cell_width(low) + cell_width(high) + 2 <= self._width:
            pairs = [(low, high)]
        else:
            pairs = list(
                dict.fromkeys(
                    (one_line(ends[0][tag]), one_line(ends[1][tag])) for tag in self._ink.languages
                )
            )
        half = self._width // 2 - 1
        for left, right in pairs:
            fits = cell_width(left) + cell_width(right) + 2 <= self._width
            lefts = [left] if fits else wrap_text(left, half)
            rights = [right] if fits else wrap_text(right, half)
            for row in range(max(len(lefts), len(rights))):
                cells = Cells(self._width)
                if row < len(lefts):
                    cells.put(0, lefts[row], quiet)
                if row < len(rights):
                    cells.put(self._width - cell_width(rights[row]), rights[row], quiet)
                yield cells
