"""The map of the areas in cells: a row an area, a tile a question, the loudest what is hardest."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from rich.cells import cell_len
from textual.content import Content

from tui.domain.area_map import AreaRow, Tile, area_rows
from tui.domain.report import Report
from tui.phrasing.map_words import area_counts, tile_words
from tui.phrasing.spoken import phrases_at_table
from tui.presenters.columns import SIDES
from tui.presenters.tiles import INDENT, TileInk
from tui.text.cleaning import one_line
from tui.widgets.appearance import Appearance
from tui.widgets.area_map import MapPage
from tui.widgets.lines import BLANK, Line, Row, wrapped

WIDE = 100
"""The width in cells from which tiles are wide."""
_MOST_WIDE = 9
"""Questions of an area above which tiles are narrow at any width."""
_GAP = 2
"""Cells between two columns."""
_LEAST_WORDS = 24
"""The least cells at the right of the tiles in which the counts stand there, not below."""
_LEVELS = 3
"""The most that an area can matter."""


def area_map_page(
    report: Report,
    appearance: Appearance,
    width: int,
    areas: Collection[str] | None = None,
    *,
    above: Sequence[Row] = (),
    below: Sequence[Row] = (),
) -> MapPage:
    """Return a page with the map of a report on it.

    Args:
        report: The report that is drawn.
        appearance: The words, marks and colours to draw with.
        width: The width of the page in cells.
        areas: The ids of the areas to draw; None for all.
        above: The lines above the map.
        below: The lines below it.
    """
    rows = area_rows(report, areas)
    if not rows:
        return MapPage((*above, *below), {}, 0)
    drawn = _MapInCells(rows, report, appearance, width)
    head = [*above, *drawn.rows(), BLANK]
    return MapPage((*head, BLANK, *drawn.legend(), *below), _Captions(rows, drawn), len(head))


class _Captions(Mapping[str, Sequence[Row]]):
    """What the tiles are, by question id; drawn when asked for, as most are never come to."""

    def __init__(self, rows: Sequence[AreaRow], drawn: "_MapInCells") -> None:
        self._tiles = {tile.question.id: tile for row in rows for tile in row.tiles}
        self._drawn = drawn

    def __getitem__(self, question: str) -> Sequence[Row]:
        return self._drawn.caption(self._tiles[question])

    def __iter__(self) -> Iterator[str]:
        return iter(self._tiles)

    def __len__(self) -> int:
        return len(self._tiles)


class _MapInCells:
    """Draws rows of the map, all in the same columns."""

    def __init__(
        self, rows: Sequence[AreaRow], report: Report, appearance: Appearance, width: int
    ) -> None:
        self._rows = rows
        self._report = report
        self._appearance = appearance
        self._say = appearance.phrases
        self._spoken = phrases_at_table((p.language for p in report.parties), self._say)
        self._width = max(40, width)
        most = max(len(row.tiles) for row in rows)
        self._ink = TileInk(appearance, is_wide=width >= WIDE and most <= _MOST_WIDE)
        self._tile = self._ink.cells
        longest = max(cell_len(name) for row in rows for name in self._names(row))
        self._first = INDENT + min(longest, 20 if width >= WIDE else 14) + _GAP
        is_rated = any(row.area.importance for row in rows)
        pips = 2 * (_LEVELS + 2) + 3 * _GAP if is_rated else 0
        room = max(self._tile + 1, self._width - self._first - pips)
        self._each_row = max(1, min(most, room // (self._tile + 1)))
        end = self._first + self._each_row * (self._tile + 1) - 1
        self._pips_at = end + _GAP if is_rated else None
        self._words_at = end + (pips or _GAP)
        if self._words_at + _LEAST_WORDS > self._width:
            self._words_at = self._first

    def rows(self) -> Iterator[Row]:
        """Yield the heading of the columns, and what each area takes."""
        yield self._heading()
        for row in self._rows:
            yield from self._area(row)

    def _heading(self) -> Row:
        say, quiet = self._say, self._appearance.quiet
        tiles, matters = say("map.tiles"), say("map.matters")
        if self._pips_at is not None and self._first + cell_len(tiles) + _GAP > self._pips_at:
            tiles = say("map.tiles_brief")
        line = Line(INDENT).add(say("map.area"), quiet).to(self._first).add(tiles, quiet)
        if self._pips_at is not None and self._pips_at + cell_len(matters) <= self._width:
            line.to(self._pips_at).add(matters, quiet)
        return line.row()

    def _names(self, row: AreaRow) -> list[str]:
        """Return the name of an area in each language at the table, each once."""
        names = (one_line(row.area.title[say.language]) for say in self._spoken)
        return list(dict.fromkeys(names))

    def _area(self, row: AreaRow) -> Iterator[Row]:
        """Yield the lines of an area: its names, tiles, pips and counts side by side."""
        appearance, room = self._appearance, self._first - INDENT - _GAP
        styles = chain([appearance.strong], [appearance.quiet] * len(self._spoken))
        names = [
            line
            for name, style in zip(self._names(row), styles, strict=False)
            for line in wrapped(name, room, style)
        ]
        each = self._each_row
        tiles = [row.tiles[at : at + each] for at in range(0, len(row.tiles), each)]
        pips = list(self._pips(row))
        at_side = self._words_at > self._first
        width = self._width - self._words_at
        words = wrapped(area_counts(row, self._say), width, appearance.plain)
        if not at_side:
            # Below the tiles; what the pips say stands beside them, as far as there is room.
            pips += [None] * (len(tiles) + len(words) - len(pips))
        for name, told, pip, word in zip_longest(
            names,
            tiles if at_side else [*tiles, *[()] * len(words)],
            pips,
            words if at_side else [*[None] * len(tiles), *words],
        ):
            line = Line(INDENT)
            if name is not None:
                line.put(name)
            for place, tile in enumerate(told or ()):
                line.to(self._first + place * (self._tile + 1))
                self._ink.add(line, tile)
            if word is not None and not at_side:
                line.to(self._first).put(word)
            if pip is not None and self._pips_at is not None:
                if line.width >= self._pips_at:
                    yield line.row()
                    line = Line(INDENT)
                line.to(self._pips_at).put(pip)
            if word is not None and at_side:
                line.to(self._words_at).put(word)
            yield line.row()

    def _pips(self, row: AreaRow) -> Iterator[Content | None]:
        """Yield how much an area matters to each, and to whom more where they differ."""
        appearance, importance = self._appearance, row.area.importance
        if not importance:
            return
        line, levels = Line(), []
        for side, party in zip(SIDES, self._report.parties, strict=True):
            level = importance.get(party.id)
            levels.append(level)
            line.add(" " * (line.width and _GAP))
            colour = appearance.foreground(side)
            line.add(appearance.marks.of_party(side), colour)
            line.add(appearance.marks.pip * (level or 0), colour)
            line.add(appearance.marks.dot * (_LEVELS - (level or 0)), appearance.quiet)
        yield line.row().content
        left, right = levels
        if left is not None and right is not None and left != right:
            side = SIDES[0] if left > right else SIDES[1]
            mark = appearance.marks.of_party(side).strip()
            yield Content.styled(self._say("map.more_to", party=mark), appearance.quiet)

    def caption(self, tile: Tile) -> tuple[Row, ...]:
        """Return what the tile at the cursor is, in two lines: the question, and how it stands."""
        appearance, say, question = self._appearance, self._say, tile.question
        mark = self._ink.mark(tile)
        colour = appearance.verdict_colour(question.verdict)
        head = Line(INDENT).add(f"{mark} ", appearance.foreground(colour, bold=True))
        head.add(one_line(question.short_name[say.language]), appearance.strong)
        state = Line(INDENT + cell_len(mark) + 1).add(tile_words(tile, say), appearance.quiet)
        return head.row(), state.row()

    def legend(self) -> Iterator[Row]:
        """Yield what the signs mean: of those that are on the map."""
        tiles = [tile for row in self._rows for tile in row.tiles]
        yield from self._ink.legend(tiles, self._width)
