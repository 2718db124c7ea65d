"""Cells and sheets of a workbook: a text is never a formula, and a date is one."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Generic, TypeVar

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tui.domain.verdict import Verdict
from tui.exports.colours import HEAD, INK, LINE, QUIET, VERDICTS
from tui.exports.document import Document, Words, once
from tui.text.width import cell_width
from tui.text.wrapping import wrap_text

LONGEST = 32_767
"""The characters that Excel keeps in a cell, counted as UTF-16 code units."""
LONGEST_NAME = 31
"""The characters of a sheet's name, counted likewise."""

_FIRST_DAY = date(1900, 3, 1)
"""From here on Excel counts the days without the 29 February 1900 that it believes in."""
_A4, _A3 = 9, 8
"""The sizes of paper by their numbers in Excel."""
_PAGE = 360
"""The width of a page A3 on which its text can still be read, in narrow characters."""
_NARROWEST = 8
_LINE = 1.4
"""The height of a line, as a multiple of the size of its letters."""
_NARROW = 1.05
"""How many cells of a terminal go on average into the width of a digit."""
_HIGHEST = 409
"""The height in points that a row may have in Excel."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]+")
_CAREFUL = ("=", "+", "-", "@")
"""What a text may begin with that Excel would take for a formula once somebody edits the cell."""

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and how."""

    value: str | int | date = ""
    """Its content."""
    verdict: Verdict | None = None
    """The verdict whose colours it has."""
    is_bold: bool = False
    """Whether it stands out."""
    is_quiet: bool = False
    """Whether it falls back."""
    is_head: bool = False
    """Whether it is the head of a column."""
    is_wrapped: bool = True
    """Whether it is broken into lines; otherwise it runs on over the empty cells beside it."""
    size: int = 10
    """The size of its letters in points."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a table."""

    title: str
    """Its head."""
    widest: int
    """The width that it is not to exceed, in narrow characters."""
    cell: Callable[[Row], Cell]
    """Returns what stands in a row."""


class Sheets:
    """Writes the sheets of a workbook.

    Args:
        book: The workbook.
        document: What is told.
    """

    def __init__(self, book: Workbook, document: Document) -> None:
        self._book = book
        self._document = document
        self._formats: dict[tuple[Cell, type, bool], Format] = {}
        self._names = {"history"}  # which Excel keeps for itself

    def add(self, title: Words, *, is_one_page: bool = False) -> Worksheet:
        """Add a sheet with its name and the page at its foot.

        Args:
            title: Its name.
            is_one_page: Whether it is printed on a page A4; otherwise on as many A3 as it needs.
        """
        sheet: Worksheet = self._book.add_worksheet(self._name(" ".join(once(title))))
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(_A4 if is_one_page else _A3)
        sheet.fit_to_pages(1, 1 if is_one_page else 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&8&A&R&8&P / &N")
        return sheet

    def _name(self, title: str) -> str:
        """Return a name that Excel takes and that no other sheet has."""
        plain = " ".join(_NOT_IN_NAMES.sub(" ", title).split()).strip("' ") or "1"
        name, number = cut_to(plain, LONGEST_NAME).strip("' "), 1
        while name.casefold() in self._names:
            number += 1
            end = f" ({number})"
            name = cut_to(plain, LONGEST_NAME - len(end)).rstrip() + end
        self._names.add(name.casefold())
        return name

    def write_row(
        self, sheet: Worksheet, row: int, cells: Sequence[Cell], widths: Sequence[int]
    ) -> None:
        """Write the first cells of a row, and make it as high as the highest of them.

        Args:
            sheet: The sheet.
            row: The row's number, from 0.
            cells: What stands in it.
            widths: How wide each cell is, in narrow characters.
        """
        height = 0.0
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            self._write(sheet, row, place, cell)
            text = str(cell.value)
            lines = len(wrap_text(text, round(width * _NARROW))) if cell.is_wrapped else 1
            height = max(height, lines * cell.size * _LINE)
        sheet.set_row(row, min(height + 3, _HIGHEST))

    def _write(self, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
        """Write a cell."""
        value = cell.value
        if isinstance(value, date) and value >= _FIRST_DAY:
            sheet.write_datetime(row, column, value, self._format(cell))
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self._format(cell))
        elif value == "":
            sheet.write_blank(row, column, None, self._format(cell))
        else:
            sheet.write_string(row, column, self._whole(str(value)), self._format(cell))

    def _whole(self, text: str) -> str:
        """Return a text as far as a cell has room, and how much is missing."""
        length = units(text)
        if length <= LONGEST:
            return text
        kept = cut_to(text, LONGEST - units(self._cut(length)))
        return kept + self._cut(len(text) - len(kept))

    def _cut(self, count: int) -> str:
        return "\n" + "\n".join(once(self._document.say("document.cut", count=count)))

    def _format(self, cell: Cell) -> Format:
        """Return what a cell looks like; cells that look alike share it."""
        is_careful = isinstance(cell.value, str) and cell.value.startswith(_CAREFUL)
        key = replace(cell, value=""), type(cell.value), is_careful
        if key not in self._formats:
            self._formats[key] = self._book.add_format(self._properties(cell, is_careful))
        return self._formats[key]

    def _properties(self, cell: Cell, is_careful: bool) -> dict[str, object]:
        ink, ground = VERDICTS[cell.verdict] if cell.verdict else (INK, "")
        looks: dict[str, object] = {
            "font_name": self.typeface,
            "font_size": cell.size,
            "font_color": f"#{QUIET if cell.is_quiet else ink}",
            "bold": cell.is_bold or cell.is_head,
            "align": "left",
            "valign": "top",
            "text_wrap": cell.is_wrapped,
            "quote_prefix": is_careful,
        }
        if isinstance(cell.value, date):
            looks["num_format"] = "yyyy-mm-dd"
        if cell.is_head:
            ground = HEAD
        if ground:
            looks["bg_color"] = f"#{ground}"
        if cell.is_wrapped:
            looks |= {"indent": 1, "bottom": 1, "bottom_color": f"#{LINE}"}
        return looks

    @property
    def typeface(self) -> str:
        """The typeface: a cell has but one, which must have the signs of both scripts."""
        is_chinese = any(tag.startswith("zh") for tag in self._document.languages)
        return "Microsoft YaHei" if is_chinese else "Arial"

    def write_table(
        self,
        sheet: Worksheet,
        columns: Iterable[Column[Row]],
        rows: Sequence[Row],
        *,
        frozen: int = 1,
    ) -> None:
        """Write a table whose head stays in sight and can be filtered; empty columns are left out.

        Args:
            sheet: An empty sheet.
            columns: The columns.
            rows: What the rows are of; at least one.
            frozen: How many columns stay in sight.
        """
        told = [(column, [column.cell(row) for row in rows]) for column in columns]
        told = [
            (column, cells) for column, cells in told if any(cell.value != "" for cell in cells)
        ]
        widths = []
        for place, (column, cells) in enumerate(told):
            cells.insert(0, Cell(column.title, is_head=True))
            width = max(map(_width, cells)) + 4  # room for the arrow of the filter
            widths.append(min(max(width, _NARROWEST), column.widest))
            sheet.set_column(place, place, widths[-1])
        for number in range(len(rows) + 1):
            self.write_row(sheet, number, [cells[number] for _, cells in told], widths)
        sheet.freeze_panes(1, frozen)
        sheet.autofilter(0, 0, len(rows), len(told) - 1)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0, frozen - 1)
        sheet.fit_to_pages(ceil(sum(widths) / _PAGE), 0)


def _width(cell: Cell) -> int:
    """Return the width of the longest line of a cell."""
    return max(map(cell_width, str(cell.value).split("\n")))


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units, as Excel counts.

    >>> units("价"), units("👩")
    (1, 2)
    """
    return len(text.encode("utf-16-le")) // 2


def cut_to(text: str, length: int) -> str:
    """Return the beginning of a text, in whole characters.

    >>> cut_to("价格", 1), cut_to("a👩", 2)
    ('价', 'a')
    """
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore")
