"""The map of the areas: tiles to walk by arrows and to click, and a line about the one chosen."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message

from tui.widgets.keys import is_space
from tui.widgets.lines import Row, Target
from tui.widgets.pager import LongView


class MapPage(NamedTuple):
    """A page with a map on it, as its presenter draws it."""

    rows: Sequence[Row]
    """The lines of the page; each target in them is the id of a question."""
    captions: Mapping[str, Sequence[Row]]
    """Question id to what stands below the map while the cursor is there; equally many lines."""
    caption_at: int
    """The line at which that stands; the targets above it are the tiles."""


NO_MAP = MapPage((), {}, 0)
"""Nothing to show."""


class AreaMap(LongView, can_focus=True):
    """Shows a map, moves a cursor among its tiles, and says which one was chosen.

    The page around the map may be longer than the screen: it turns to where the cursor is.
    """

    class Moved(Message):
        """The cursor stands on another tile."""

        def __init__(self, area_map: "AreaMap", question: str) -> None:
            super().__init__()
            self.area_map = area_map
            self.question = question

    class Chosen(Message):
        """A question was chosen: by Enter, or by a click."""

        def __init__(self, area_map: "AreaMap", question: str) -> None:
            super().__init__()
            self.area_map = area_map
            self.question = question

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._map = NO_MAP
        self._tiles: list[tuple[int, list[Target]]] = []
        """The lines that have tiles, from the top."""
        self._at: str | None = None

    @property
    def lines(self) -> int:
        """How many lines the page has, those about the tile at the cursor among them."""
        return len(self._page)

    @property
    def current(self) -> str | None:
        """The id of the question at the cursor; None where there are no tiles."""
        return self._at

    def update(self, page: MapPage, at: str | None = None, *, keeping_place: bool = True) -> None:
        """Show a page with a map.

        Args:
            page: The page.
            at: The id of the question that the cursor goes to; without one it stays where it is,
                and begins at the hardest.
            keeping_place: Whether to stay at the line where the page before was; else from the top.
        """
        self._map = page
        self._tiles = [
            (y, sorted(row.targets))
            for y, row in enumerate(page.rows[: page.caption_at])
            if row.targets
        ]
        known = [tile.what for _, tiles in self._tiles for tile in tiles]
        wanted = [name for name in (at, self._at) if name in known]
        self._at = next(iter([*wanted, *known]), None)
        self._show(self._top if keeping_place else 0, follows=at is not None)

    def go_to(self, question: str) -> None:
        """Move the cursor to a question, without a word; nothing where it has no tile."""
        if question != self._at and question in self._map.captions:
            self._at = question
            self._show(self._top, follows=True)

    def redraw(self) -> None:
        """Draw the map anew: its cursor looks different while it has the focus."""
        self._show(self._top)

    def on_key(self, event: events.Key) -> None:
        """Move, or choose; a key without a meaning here goes on to the screen."""
        match event.key:
            case "left" | "right" as key:
                self.move(1 if key == "right" else -1, 0)
            case "up" | "down" as key:
                self.move(0, 1 if key == "down" else -1)
            case "home" | "end" as key if self._tiles:
                _, tiles = self._tiles[0 if key == "home" else -1]
                self._go(tiles[0 if key == "home" else -1].what)
            case key if (key == "enter" or is_space(key)) and self._at is not None:
                self.post_message(self.Chosen(self, self._at))
            case _:
                return
        event.stop()

    def move(self, across: int, down: int) -> None:
        """Move the cursor by so many tiles; beyond the last row the page turns instead."""
        place = self._place
        if place is None:
            self.turn_to(self._top + down)
            return
        row, column = place
        goal = row + down
        if not 0 <= goal < len(self._tiles):
            self.turn_to(self._top + down)
            return
        tiles = self._tiles[goal][1]
        if down:
            before = self._tiles[row][1][column]
            self._go(min(tiles, key=lambda tile: abs(tile.start - before.start)).what)
        else:
            self._go(tiles[max(0, min(column + across, len(tiles) - 1))].what)

    def clicked(self, target: str) -> None:
        """Choose the question that was clicked, or turn the page."""
        if target not in self._map.captions:
            super().clicked(target)
            return
        self.focus()
        self._go(target)
        self.post_message(self.Chosen(self, target))

    def turn_to(self, top: int) -> None:
        """Show the page from line `top` on."""
        self._show(top)

    @property
    def _place(self) -> tuple[int, int] | None:
        """The row of tiles and the tile in it at which the cursor is."""
        for row, (_, tiles) in enumerate(self._tiles):
            for column, tile in enumerate(tiles):
                if tile.what == self._at:
                    return row, column
        return None

    def _go(self, question: str) -> None:
        if question != self._at:
            self.go_to(question)
            self.post_message(self.Moved(self, question))

    def _show(self, top: int, *, follows: bool = False) -> None:
        """Draw the page from line `top` on, turned to the cursor if it follows that."""
        place, rows = self._place, list(self._map.rows)
        if place is not None:
            row, column = place
            y, tiles = self._tiles[row]
            rows[y] = self._marked(rows[y], tiles[column])
            rows[self._map.caption_at : self._map.caption_at] = self._caption
            if follows:
                in_sight = max(1, self.size.height - len(self._caption) - 2)
                top = max(min(top, y - 1), y - in_sight + 1)
                top = 0 if row == 0 and y < in_sight else top  # what stands above the map is seen
        self._page = rows
        super().turn_to(top)

    @property
    def _caption(self) -> Sequence[Row]:
        return self._map.captions.get(self._at or "", ())

    def pinned(self, shown: list[Row]) -> list[Row]:
        """Return the lines in sight; where the map ends below them, the last tell of the cursor."""
        caption, bottom = self._caption, self._top + len(shown)
        if caption and bottom <= self._map.caption_at + len(caption) and len(shown) > len(caption):
            shown[-1 - len(caption) : -1] = caption
        return shown

    def _marked(self, row: Row, tile: Target) -> Row:
        """Return a line with the cursor before a tile."""
        appearance = self.appearance
        name = "primary" if self.has_focus else "quiet"
        sign = Content.styled(appearance.marks.here, appearance.foreground(name, bold=True))
        at = _character_at(row.content.plain, tile.start - 1)
        return row._replace(content=row.content[:at] + sign + row.content[at + 1 :])


def _character_at(text: str, cell: int) -> int:
    """Return the place of the character that begins at a cell."""
    width = 0
    for place, character in enumerate(text):
        if width >= cell:
            return place
        width += cell_len(character)
    return len(text)
