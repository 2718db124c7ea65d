"""The first sheet of a workbook: what counts most, and where the areas stand, with a chart."""

from collections import Counter, defaultdict

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tui.domain.verdict import Verdict
from tui.exports.colours import LINE, VERDICTS
from tui.exports.document import Document, Part, Tile, Words, once
from tui.exports.workbook.cells import Cell, Sheets
from tui.exports.workbook.tables import joined
from tui.phrasing.marks import UNICODE

_PARTS: dict[Part | None, tuple[str, str]] = {
    Part.TO_SETTLE: ("document.to_settle", VERDICTS[Verdict.DIVERGENT][1]),
    Part.PARKED: ("document.parked", VERDICTS[Verdict.PARTIAL][1]),
    Part.DECIDED: ("document.decided", VERDICTS[Verdict.ALIGNED][1]),
    None: ("document.rest", LINE),
}
"""The parts that are counted, with their names and colours on the chart; None is all others."""
_WIDTHS = 24, *(12 for _ in _PARTS), *(20 for _ in range(12))
"""The widths of the columns: areas, counts, and questions."""
_CHART_ROWS = 17
"""The rows that the chart covers."""


class Overview:
    """Writes the first sheet.

    Args:
        book: The workbook.
        sheets: Writes its sheets.
        document: What is told.
    """

    def __init__(self, book: Workbook, sheets: Sheets, document: Document) -> None:
        self._book = book
        self._sheets = sheets
        self._document = document
        self._sheet: Worksheet = sheets.add(document.say("results.overview"), is_one_page=True)
        self._row = 0

    def write(self) -> None:
        """Write the sheet."""
        document = self._document
        for place, width in enumerate(_WIDTHS):
            self._sheet.set_column(place, place, width)
        for text in once(document.title):
            self._add(_line(text, is_bold=True, size=16))
        self._add(_line(" · ".join(once(document.questionnaire)), is_quiet=True))
        self._row += 1
        for text in once(document.headline):
            self._add(_line(text, is_bold=True, size=12))
        self._row += 1
        self._write_facts()
        self._row += 1
        self._write_areas()
        for words in (*document.reading, document.notice):
            for text in once(words):
                self._add(_line(text, is_quiet=True))
        if document.fingerprint:
            self._add(_line(f"SHA-256 {document.fingerprint}", is_quiet=True))

    def _add(self, *cells: Cell) -> None:
        """Add a row."""
        widths = [*_WIDTHS, *(_WIDTHS[-1] for _ in cells[len(_WIDTHS) :])]
        self._sheets.write_row(self._sheet, self._row, cells, widths[: len(cells)])
        self._row += 1

    def _write_facts(self) -> None:
        """Write who met, and when."""
        document = self._document
        for mark, party in zip((UNICODE.first, UNICODE.second), document.parties, strict=False):
            who = " · ".join((f"{mark} {party.name}", *party.people))
            self._add(_line(_inline(party.role), is_quiet=True), _line(who))
        day = Cell(document.day, is_wrapped=False)
        self._add(_line(_inline(document.say("document.date")), is_quiet=True), day)
        edition = _inline(document.say("document.edition"))
        self._add(_line(edition, is_quiet=True), _line(document.edition))
        names = [_inline(document.say("document.meeting")), *("" for _ in document.meeting)]
        for name, words in zip(names, document.meeting, strict=False):
            self._add(_line(name, is_quiet=True), _line(_inline(words)))

    def _write_areas(self) -> None:
        """Write a row an area: how many of its questions are where, and a cell for each of them."""
        document, first = self._document, self._row
        if not document.areas:
            return
        names = [joined(document.say(key)) for key, _ in _PARTS.values()]
        head = [Cell(name, is_head=True) for name in (joined(document.say("map.area")), *names)]
        about = Cell(_inline(document.say("map.tiles")), is_quiet=True, is_wrapped=False)
        self._add(*head, about)
        counts: dict[str, Counter[Part | None]] = defaultdict(Counter)
        for section in document.sections:
            for item in section.items:
                counts[item.area_id][section.part if section.part in _PARTS else None] += 1
        for area in document.areas:
            numbers = (Cell(counts[area.id][part]) for part in _PARTS)
            self._add(Cell(joined(area.title), is_bold=True), *numbers, *map(_tile, area.tiles))
        self._row += 1
        self._draw(first)
        self._row += _CHART_ROWS

    def _draw(self, head: int) -> None:
        """Draw the areas as bars, below the table whose head is in a row."""
        name, last = self._sheet.get_name(), head + len(self._document.areas)
        chart = self._book.add_chart({"type": "bar", "subtype": "stacked"})
        for place, (_, colour) in enumerate(_PARTS.values(), start=1):
            chart.add_series(
                {
                    "name": [name, head, place],
                    "categories": [name, head + 1, 0, last, 0],
                    "values": [name, head + 1, place, last, place],
                    "fill": {"color": f"#{colour}"},
                    "border": {"none": True},
                    "gap": 60,
                    "data_labels": {"value": True, "num_format": "0;;"},  # no 0 for what is not
                }
            )
        font = {"name": self._sheets.typeface, "size": 9}
        chart.set_y_axis(
            {"num_font": font, "reverse": True, "line": {"none": True}, "major_tick_mark": "none"}
        )
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
        chart.set_legend({"position": "bottom", "font": font})
        chart.set_chartarea({"border": {"none": True}})
        chart.set_size({"width": 720, "height": 20 * (_CHART_ROWS - 1)})
        self._sheet.insert_chart(self._row, 0, chart)


def _line(text: str, *, is_bold: bool = False, is_quiet: bool = False, size: int = 10) -> Cell:
    """Return a cell that runs on over those beside it."""
    return Cell(text, is_bold=is_bold, is_quiet=is_quiet, is_wrapped=False, size=size)


def _inline(words: Words) -> str:
    return " ".join(once(words))


def _tile(tile: Tile) -> Cell:
    """Return a question of an area; what is done is ticked, and falls back."""
    name = joined(tile.name)
    if tile.state.is_done:
        return Cell(f"{UNICODE.done} {tile.marks} {name}", is_quiet=True)
    return Cell(f"{tile.marks} {name}", tile.after or tile.verdict)
