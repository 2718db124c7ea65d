"""One question on the map in cells: its signs, how loud it is, and what the signs mean."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.style import Style

from tui.domain.area_map import Tile, TileState
from tui.domain.verdict import Verdict
from tui.phrasing.map_words import COUNTED, tile_verdict
from tui.widgets.appearance import Appearance
from tui.widgets.lines import Line, Row

INDENT = 2
"""Cells left of everything on the page."""
_ORDER = (
    Verdict.DIVERGENT,
    Verdict.HOLLOW,
    Verdict.OPEN,
    Verdict.PARTIAL,
    Verdict.ALIGNED,
    Verdict.DISCUSS,
    Verdict.ONE_PARTY,
    Verdict.NOT_ASKED,
    Verdict.UNANSWERED,
    Verdict.NOT_APPLICABLE,
)
"""The order of the legend."""


class TileInk:
    """Draws tiles, all of one width.

    Args:
        appearance: The words, marks and colours to draw with.
        is_wide: Whether there is room for wide tiles.
    """

    def __init__(self, appearance: Appearance, *, is_wide: bool) -> None:
        self._appearance = appearance
        self._is_wide = is_wide
        self.cells = 6 if is_wide else 5 if appearance.is_monochrome else 3
        """The width of a tile."""

    def add(self, line: Line, tile: Tile) -> None:
        """Put a tile at the end of a line."""
        appearance, marks = self._appearance, self._appearance.marks
        mark = self.mark(tile)
        flag = marks.risk if tile.is_blocking or tile.is_risky else ""
        sign = self._sign(tile.state)
        if self.cells == 3:
            text = _filled(f"{mark}{flag}"[: 3 - len(sign)] + sign, 3)
        else:
            left, right = ("[", "]") if appearance.is_monochrome else (" ", " ")
            room = self.cells - 2 - max(1, len(sign))
            text = f"{left}{_filled(f'{mark}{flag}'[:room], room)}{sign or ' '}{right}"
        line.add(text, self._style(tile), tile.question.id)

    def mark(self, tile: Tile) -> str:
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

    def legend(self, tiles: Sequence[Tile], width: int) -> Iterator[Row]:
        """Yield what the signs mean: of those that are on the map."""
        appearance, say = self._appearance, self._appearance.phrases
        marks = appearance.marks
        of_verdict = {(tile.question.verdict, tile.is_private): tile for tile in tiles}
        signs = [
            (self.mark(tile), appearance.verdict_colour(verdict), tile_verdict(tile, say))
            for (verdict, _), tile in sorted(
                of_verdict.items(), key=lambda found: (_ORDER.index(found[0][0]), found[0][1])
            )
        ]
        if any(tile.is_blocking or tile.is_risky for tile in tiles):
            signs.append((marks.risk, "strong", say("map.sign_flag")))
        states = {tile.state for tile in tiles}
        signs += [
            (self._sign(state), "strong", say(f"map.is_{state}"))
            for state in COUNTED
            if state in states
        ]
        if TileState.STILL_APART in states and TileState.ANSWERED_ANEW not in states:
            signs.append((marks.anew, "strong", say("map.is_still_apart")))
        line = Line(INDENT)
        for mark, colour, word in signs:
            if line.width > INDENT and line.width + cell_len(f"{mark} {word}") > width:
                yield line.row()
                line = Line(INDENT)
            line.add(f"{mark} ", appearance.foreground(colour, bold=True))
            line.add(f"{word}  ", appearance.quiet)
        yield line.row()


def _filled(text: str, cells: int) -> str:
    """Return a text filled up with blanks to so many cells."""
    return text + " " * max(0, cells - cell_len(text))
