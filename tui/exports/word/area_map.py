"""The map of the areas in Word: a row an area, a cell a question, so that no name is cut."""

from tui.exports.colours import VERDICTS
from tui.exports.document import Area, Document, Tile
from tui.exports.word.languages import Languages
from tui.exports.word.styles import OTHER, SMALL, STRONG, add_to, shading
from tui.exports.word.text import Grid, Line, Lines, Pen, Piece
from tui.phrasing.marks import UNICODE

_TILES = 4
"""The tiles side by side."""
_AREA = 3.6
"""The width of the name of an area, as a share of that of the text, which is 17."""
_SIDES = "top", "left", "bottom", "right"


def add_map(pen: Pen, document: Document) -> None:
    """Write the map at the end of a Word document."""
    grid = Grid(pen, (_AREA, *((17 - _AREA) / _TILES for _ in range(_TILES))))
    for area in document.areas:
        _add_area(grid, area, Languages(document))


def _add_area(grid: Grid, area: Area, languages: Languages) -> None:
    """Add the rows of an area; its name stands once, beside all of them."""
    name = languages.stacked(area.title, characters=STRONG)
    counts = languages.stacked(area.counts, SMALL)
    for first in range(0, len(area.tiles), _TILES):
        row = grid.add_row()
        layout = grid.add_cell(row, () if first else (*name, *counts), 0)
        add_to(layout, "vMerge", val="continue" if first else "restart")
        tiles = area.tiles[first : first + _TILES]
        for column, tile in enumerate(tiles, start=1):
            layout = grid.add_cell(row, _tile(tile, languages), column)
            borders = add_to(layout, "tcBorders")
            for side in _SIDES:  # as white as the paper, so that the tiles stand apart
                add_to(borders, side, val="single", sz=12, space=0, color="FFFFFF")
            if not tile.state.is_done:
                layout.append(shading(VERDICTS[tile.verdict][1]))
            room = add_to(layout, "tcMar")
            for side, width in (("top", 20), ("left", 80), ("bottom", 20), ("right", 80)):
                add_to(room, side, w=width, type="dxa")
        if len(tiles) < _TILES:
            grid.add_cell(row, (), len(tiles) + 1, _TILES - len(tiles))


def _tile(tile: Tile, languages: Languages) -> Lines:
    """Return a question; what is done falls back, and is ticked."""
    ink, _ = VERDICTS[tile.verdict]
    look = {"style": OTHER} if tile.state.is_done else {"ink": ink}
    signs = f"{UNICODE.done} {tile.marks}" if tile.state.is_done else tile.marks
    return tuple(
        Line(
            (Piece("" if number else f"{signs} ", **look), Piece(each.text, each.tag, **look)),
            SMALL,
        )
        for number, each in enumerate(languages.pieces(tile.name))
    )
