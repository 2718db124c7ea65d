"""The map of the areas in cells: a row an area, a tile a question, the loudest what is hardest."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, zip_longest

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from tui.domain.area_map import AreaRow, Tile, TileState, area_rows
from tui.domain.report import Report
from tui.domain.verdict import Verdict
from tui.i18n import Phrases
from tui.presenters.columns import SIDES, phrases_at_table
from tui.text.cleaning import one_line
from tui.widgets.appearance import Appearance
from tui.widgets.area_map import MapPage
from tui.widgets.lines import BLANK, Line, Row, wrapped

INDENT = 2
"""Cells left of everything on the page."""
WIDE = 100
"""The width in cells from which tiles are wide."""
_MOST_WIDE = 9
"""Questions of an area above which tiles are narrow at any width."""
_GAP = 2
"""Cells between two columns."""
_ORDER = (
    Verdict.DIVERGENT,
    Verdict.HOLLOW,
    Verdict.OPEN,
    Verdict.PARTIAL,
    Verdict.ALIGNED,
    Verdict.DISCUSS,
    Verdict.NOT_ASKED,
    Verdict.UNANSWERED,
    Verdict.NOT_APPLICABLE,
)
"""The order of the legend."""
_TOLD = (TileState.DECIDED, TileState.PARKED, TileState.ANSWERED_ANEW)
"""The states that are counted, beside what is still to be talked about."""
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
    captions = {tile.question.id: drawn.caption(tile) for row in rows for tile in row.tiles}
    return MapPage((*head, BLANK, *drawn.legend(), *below), captions, len(head))


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
        self._is_wide = width >= WIDE and most <= _MOST_WIDE
        self._tile = 6 if self._is_wide else 5 if appearance.is_monochrome else 3
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
        line = Line(INDENT).add(say("map.area"), quiet).to(self._first).add(say("map.tiles"), quiet)
        matters = say("map.matters")
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
        words = wrapped(self._counts(row), width, appearance.plain)
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
                self._add_tile(line, tile)
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

    def _add_tile(self, line: Line, tile: Tile) -> None:
        """Put a tile at the end of a line."""
        appearance, marks = self._appearance, self._appearance.marks
        mark = self._mark(tile)
        flag = marks.risk if tile.is_blocking or tile.is_risky else ""
        sign = self._sign(tile.state)
        if self._tile == 3:
            text = _filled(f"{mark}{flag}"[: 3 - len(sign)] + sign, 3)
        else:
            left, right = ("[", "]") if appearance.is_monochrome else (" ", " ")
            room = self._tile - 2 - max(1, len(sign))
            text = f"{left}{_filled(f'{mark}{flag}'[:room], room)}{sign or ' '}{right}"
        line.add(text, self._style(tile), tile.question.id)

    def _mark(self, tile: Tile) -> str:
        """Return the mark of the first verdict; of a private question in brackets, if they fit."""
        mark = self._appearance.marks.verdict(tile.question.verdict, is_private=tile.is_private)
        return f"({mark})" if tile.is_private and self._is_wide else mark

    def _sign(self, state: TileState) -> str:
        """Return the sign of what has become of a question."""
        marks = self._appearance.marks
        match state:
            case TileState.UNTOUCHED:
                return ""
            case TileState.PARKED:
                return marks.parked
            case TileState.DECIDED:
                return marks.done
            case TileState.ANSWERED_ANEW | TileState.STILL_APART:
                return marks.anew

    def _style(self, tile: Tile) -> Style:
        """Return the style of a tile: filled while it is hard, else a wash."""
        appearance, verdict = self._appearance, tile.question.verdict
        if tile.is_blocking and tile.is_hard:
            if appearance.is_monochrome:
                return Style(bold=True, reverse=True)
            return appearance.background("red", bold=True, foreground="on-red")
        colour = appearance.verdict_colour(verdict)
        if appearance.is_monochrome:
            return appearance.strong if tile.is_hard else appearance.quiet
        if tile.is_hard and f"{colour}-fill" in appearance.colours:
            return appearance.background(f"{colour}-fill", bold=True, foreground="on-fill")
        wash = f"{colour}-wash" if f"{colour}-wash" in appearance.colours else "panel"
        return appearance.background(wash, foreground=colour)

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

    def _counts(self, row: AreaRow) -> str:
        """Return how many questions are to be talked about, and how many were settled."""
        say = self._say
        counts = [("to_talk", row.to_talk)]
        counts += [(str(state), row.count(state)) for state in _TOLD]
        told = [say(f"map.{name}", count=count) for name, count in counts if count]
        return " · ".join(told) or say("map.nothing")

    def caption(self, tile: Tile) -> tuple[Row, ...]:
        """Return what the tile at the cursor is, in two lines: the question, and how it stands."""
        appearance, say, question = self._appearance, self._say, tile.question
        mark = self._mark(tile)
        colour = appearance.verdict_colour(question.verdict)
        head = Line(INDENT).add(f"{mark} ", appearance.foreground(colour, bold=True))
        head.add(one_line(question.short_name[say.language]), appearance.strong)
        words = [_verdict_word(tile, say)]
        words += [say("map.is_blocking")] * tile.is_blocking
        words += [say("map.is_risky")] * tile.is_risky
        if tile.state is not TileState.UNTOUCHED:
            words.append(say(f"map.is_{tile.state}"))
        state = Line(INDENT + cell_len(mark) + 1).add(" · ".join(words), appearance.quiet)
        return head.row(), state.row()

    def legend(self) -> Iterator[Row]:
        """Yield what the signs mean: of those that are on the map."""
        appearance, say = self._appearance, self._say
        marks, tiles = appearance.marks, [tile for row in self._rows for tile in row.tiles]
        of_verdict = {(tile.question.verdict, tile.is_private): tile for tile in tiles}
        signs = [
            (self._mark(tile), appearance.verdict_colour(verdict), _verdict_word(tile, say))
            for (verdict, _), tile in sorted(
                of_verdict.items(), key=lambda found: (_ORDER.index(found[0][0]), found[0][1])
            )
        ]
        if any(tile.is_blocking or tile.is_risky for tile in tiles):
            signs.append((marks.risk, "strong", say("map.sign_flag")))
        states = {tile.state for tile in tiles}
        signs += [
            (self._sign(state), "strong", say(f"map.is_{state}"))
            for state in _TOLD
            if state in states
        ]
        if TileState.STILL_APART in states and TileState.ANSWERED_ANEW not in states:
            signs.append((marks.anew, "strong", say("map.is_still_apart")))
        line = Line(INDENT)
        for mark, colour, word in signs:
            if line.width > INDENT and line.width + cell_len(f"{mark} {word}") > self._width:
                yield line.row()
                line = Line(INDENT)
            line.add(f"{mark} ", appearance.foreground(colour, bold=True))
            line.add(f"{word}  ", appearance.quiet)
        yield line.row()


def _verdict_word(tile: Tile, say: Phrases) -> str:
    """Return what the verdict on the first answers is called."""
    verdict = tile.question.verdict
    if tile.is_private and verdict in (Verdict.ALIGNED, Verdict.DIVERGENT):
        return say(f"stand.private_{verdict}")
    return say(f"verdict.{verdict}")


def _filled(text: str, cells: int) -> str:
    """Return a text filled up with blanks to so many cells."""
    return text + " " * max(0, cells - cell_len(text))
