"""Text in a Word document: paragraphs in one or two languages, and tables of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length

from tui.exports.colours import HEAD
from tui.exports.word.styles import CELL, GAP_STYLE, TABLE, add_to, element, shading
from tui.text.gaps import next_gap

_HAN = re.compile("[\u3400-\u9fff]")
_BREAKS = {"\n": "br", "\t": "tab"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LATIN = "en-GB"
"""What language Latin letters are of that stand among Chinese, or in a text of unknown language."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line that looks the same throughout."""

    text: str
    """The text; it may have several lines."""
    tag: str = ""
    """The tag of its language; empty of what a person typed."""
    style: str = ""
    """The style of its characters."""
    ink: str = ""
    """Its colour, where it is that of a verdict."""
    ground: str = ""
    """The colour behind it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    pieces: tuple[Piece, ...]
    """Its parts; no blank is put between them."""
    style: str = CELL
    """Its style."""
    has_gaps: bool = False
    """Whether dots in it stand for what is to be filled in."""


Lines = tuple[Line, ...]


def line(text: str, tag: str = "", style: str = CELL) -> Lines:
    """Return one paragraph as the content of a cell."""
    return (Line((Piece(text, tag),), style),)


class Pen:
    """Writes at the end of a Word document.

    The elements are made here, not by python-docx, which looks through all styles for each of them.

    Args:
        file: The document, which has all the styles.
    """

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self._ids = {style.name or "": style.style_id for style in file.styles}

    def add(self, told: Line, *, keeps_next: bool = False) -> None:
        """Add a paragraph, maybe one that is never on another page than what comes after it."""
        paragraph = self.file.element.body.add_p()
        self.fill(paragraph, told)
        if keeps_next:
            _keep_next(paragraph)

    def fill(self, paragraph: BaseOxmlElement, told: Line) -> None:
        """Write a line into an empty paragraph, in its style."""
        paragraph.clear()
        add_to(add_to(paragraph, "pPr"), "pStyle", val=self._ids[told.style])
        self.fill_on(paragraph, told)

    def fill_on(self, paragraph: BaseOxmlElement, told: Line) -> None:
        """Write a line at the end of a paragraph."""
        for piece in told.pieces:
            for part in _parted_at_gaps(piece) if told.has_gaps else _parted_at_lines(piece):
                self._add_run(paragraph, part)

    def _add_run(self, paragraph: BaseOxmlElement, piece: Piece) -> None:
        if not piece.text:
            return
        run = add_to(paragraph, "r")
        looks = add_to(run, "rPr")
        if piece.style:
            add_to(looks, "rStyle", val=self._ids[piece.style])
        if piece.tag.startswith("zh") or _HAN.search(piece.text):
            # Quotation marks and dots are in typefaces of both scripts: this makes them Chinese.
            add_to(looks, "rFonts", hint="eastAsia")
        if piece.ink:
            add_to(looks, "color", val=piece.ink)
        if piece.ground:
            looks.append(shading(piece.ground))
        latin = _LATIN if not piece.tag or piece.tag.startswith("zh") else piece.tag
        add_to(looks, "lang", val=latin, eastAsia="zh-CN")
        for part in re.split("([\n\t])", piece.text):
            if part in _BREAKS:
                add_to(run, _BREAKS[part])
            else:
                text = add_to(run, "t")
                text.text = part
                text.set(_SPACE, "preserve")


def _parted_at_lines(piece: Piece) -> Iterator[Piece]:
    """Yield a text in lines, as people write each in a language of its own."""
    for text in piece.text.splitlines(keepends=True):
        yield replace(piece, text=text)


def _parted_at_gaps(piece: Piece) -> Iterator[Piece]:
    """Yield a text in parts, so that its gaps can be marked."""
    at = 0
    while (gap := next_gap(piece.text, at)) is not None:
        begin, end = gap
        yield replace(piece, text=piece.text[at:begin])
        yield replace(piece, text=piece.text[begin:end], style=GAP_STYLE)
        at = end
    yield replace(piece, text=piece.text[at:])


class Grid:
    """A table that is filled row by row.

    Args:
        pen: Writes at the end of the document.
        shares: How wide each column is, as a share of the text's width.
    """

    def __init__(self, pen: Pen, shares: Sequence[float]) -> None:
        self._pen, file = pen, pen.file
        room = text_width(file)
        widths = [Length(int(room * share / sum(shares))) for share in shares]
        table = file.add_table(0, len(shares), file.styles[TABLE])
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self._table = table._tbl
        self._widths = [round(width.twips) for width in widths]

    def add_head(self, cells: Iterable[Lines]) -> None:
        """Add a row that is repeated on every page."""
        row = self._add(tuple(cells), HEAD)
        add_to(row[0], "tblHeader")
        _keep_with_next(row)

    def add(self, *cells: Lines, ground: str = "") -> None:
        """Add a row; its last cell takes the columns for which there is no cell.

        Args:
            *cells: The content of each cell.
            ground: The colour behind all but the first, which says what the row is.
        """
        self._add(cells, ground, first=1)

    def _add(self, cells: tuple[Lines, ...], ground: str, first: int = 0) -> BaseOxmlElement:
        row = self.add_row()
        for number, lines in enumerate(cells):
            is_last = number == len(cells) - 1
            span = len(self._widths) - number if is_last else 1
            layout = self.add_cell(row, lines, number, span)
            if ground and number >= first:
                layout.append(shading(ground))
        return row

    def add_row(self) -> BaseOxmlElement:
        """Add an empty row, which no end of a page cuts, and return it."""
        row = add_to(self._table, "tr")
        add_to(add_to(row, "trPr"), "cantSplit")
        return row

    def add_cell(
        self, row: BaseOxmlElement, lines: Lines, column: int, span: int = 1
    ) -> BaseOxmlElement:
        """Add a cell to a row, and return the element of its layout.

        Args:
            row: The row.
            lines: The content.
            column: The place of its first column.
            span: How many columns it takes.
        """
        cell = add_to(row, "tc")
        layout = add_to(cell, "tcPr")
        add_to(layout, "tcW", w=sum(self._widths[column : column + span]), type="dxa")
        if span > 1:
            add_to(layout, "gridSpan", val=span)
        for told in lines or (Line(()),):
            self._pen.fill(add_to(cell, "p"), told)
        return layout

    def keep_together(self) -> None:
        """Keep its rows on one page, if a page is enough."""
        for row in self._table.tr_lst[1:-1]:
            _keep_with_next(row)


def _keep_with_next(row: BaseOxmlElement) -> None:
    """Keep a row on the page of the one after it."""
    for paragraph in row.iter(qn("w:p")):
        _keep_next(paragraph)


def _keep_next(paragraph: BaseOxmlElement) -> None:
    """Keep a paragraph on the page of the one after it."""
    paragraph[0].insert(1, element("keepNext"))


def text_width(file: WordFile) -> int:
    """Return how wide the text of the last pages is."""
    section = file.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    return (page or 0) - (left or 0) - (right or 0)
