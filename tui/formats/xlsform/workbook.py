"""The cells of a workbook that somebody else made, as plain text and nothing more.

A workbook is a zip of XML: it is looked at before any of it is unpacked at length or parsed. A
formula is the text that it is written as, and is never worked out.
"""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity
from tui.domain.message import Message
from tui.text.cleaning import one_line
from tui.toml.reader import read_bytes

MOST_BYTES = 4 * 1024 * 1024
"""Bytes that the file may have."""
_MOST_UNPACKED = 24 * 1024 * 1024
"""Bytes that all of its parts may have together when they are unpacked."""
_MOST_PARTS = 500
MOST_ROWS = 2000
"""Rows of a sheet, the head among them: a questionnaire of that many questions asks nobody."""
_MOST_COLUMNS = 200
_LAST_ROW = 1_048_576
"""The last row that a sheet has in Excel."""
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How an Excel file of before 2007 begins, and one under a password."""
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,  # of XML
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    NotImplementedError,
    RuntimeError,  # under a password
    OSError,
    EOFError,
    MemoryError,
)
"""What is raised on a file that is no workbook, or a damaged one."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet."""

    number: int
    """Its number in the sheet, from 1."""
    cells: dict[str, str]
    """The head of a column, as it is written, to what stands there; nothing that is empty."""


Sheets = dict[str, list[Row]]
"""The name of a sheet, in small letters, to its rows below the head."""


def read_workbook(path: Path) -> Sheets:
    """Return the sheets of a workbook.

    Args:
        path: The file.

    Raises:
        InvalidFile: It cannot be read, is no workbook, or is one that nobody would write by hand.
    """
    content = read_bytes(path, lambda _: MOST_BYTES)
    if (fault := _fault_of(content)) is not None:
        raise _invalid(path, fault)
    import openpyxl  # noqa: PLC0415 - slow to import, and for this alone

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves out, such as pictures
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False)
            return {sheet.title.strip().lower(): _rows(sheet, path) for sheet in book.worksheets}
    except _DAMAGE as error:
        raise _invalid(path, Message("xlsform.no_workbook")) from error


def _fault_of(content: bytes) -> Message | None:
    """Return why a file must not be parsed, if it must not."""
    if content.startswith(_OLD_OR_LOCKED):
        return Message("xlsform.old_or_locked")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _MOST_UNPACKED:
                return Message("xlsform.bomb", {"limit": str(_MOST_UNPACKED // 1024 // 1024)})
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    # No more is read than the size that was added up, whatever is packed.
                    xml = packed.read(part)
                    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"\0" in xml:
                        return Message("xlsform.doctype", {"part": one_line(part.filename)})
    except _DAMAGE:
        return Message("xlsform.no_workbook")
    return None


def _rows(sheet: Any, path: Path) -> list[Row]:
    """Return the rows of a sheet below its head, which is the first row that holds anything."""
    sheet.reset_dimensions()  # what the file says of its size may be anything
    head: dict[int, str] = {}
    rows = []
    for number, cells in _filled(sheet):
        if number > MOST_ROWS or len(cells) > _MOST_COLUMNS:
            key = "xlsform.too_long" if number > MOST_ROWS else "xlsform.too_wide"
            limit = MOST_ROWS if number > MOST_ROWS else _MOST_COLUMNS
            told = {"sheet": one_line(sheet.title), "limit": str(limit)}
            raise _invalid(path, Message(key, told))
        if not head:
            head = _head(cells)
        else:
            told_by_head = {
                name: cells[at] for at, name in head.items() if at < len(cells) and cells[at]
            }
            headless = {
                f"#{at + 1}": text for at, text in enumerate(cells) if text and at not in head
            }
            rows.append(Row(number, told_by_head | headless))
    return rows


def _head(cells: list[str]) -> dict[int, str]:
    """Return the place of each column to what it is called; the second of a name is told apart."""
    found: dict[int, str] = {}
    for at, name in enumerate(cells):
        if name:
            found[at] = f"#{at + 1}" if name in found.values() else name
    return found


def _filled(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that holds anything: its number, and its cells up to the last that does."""
    blank: object = None
    for number, cells in enumerate(sheet.iter_rows(max_row=_LAST_ROW, values_only=True), 1):
        if cells is blank:  # one and the same for all rows that a file leaves out
            continue
        texts = [_text(each) for each in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield number, texts
        else:
            blank = cells


def _text(value: object) -> str:
    """Return a cell as people see it: whole numbers without a point, days as they are written."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.hour == value.minute == value.second == 0:
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return one_line(str(value))


def _invalid(path: Path, message: Message) -> InvalidFile:
    return InvalidFile([Diagnostic(str(path), None, Severity.ERROR, message)])
