"""A report as an Excel workbook: an overview, a table to filter, the decisions, a sheet an area.

In a document of two languages a cell holds both wordings, the second below the first: a filter then
lists each matter once, and a table has half the columns.
"""

import io
from datetime import datetime, time

from xlsxwriter import Workbook

from tui.exports.document import Document
from tui.exports.workbook.cells import Sheets
from tui.exports.workbook.overview import Overview
from tui.exports.workbook.tables import Tables

_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def written(document: Document) -> bytes:
    """Return a document as a workbook."""
    content = io.BytesIO()
    with Workbook(content, _SETTINGS) as book:
        book.set_properties(
            {
                "title": " · ".join(dict.fromkeys(document.title)),
                "subject": " × ".join(party.name for party in document.parties),
                "author": "duiqi",
                "created": datetime.combine(document.day, time()),
            }
        )
        sheets, tables = Sheets(book, document), Tables(document)
        Overview(book, sheets, document).write()
        if tables.items:
            sheet = sheets.add(document.say("document.table"))
            sheets.write_table(sheet, tables.summary(), tables.items, frozen=2)
        if tables.decisions:
            sheet = sheets.add(document.say("decisions.title"))
            sheets.write_table(sheet, tables.decided(), tables.decisions)
        for area, items in tables.areas():
            sheets.write_table(sheets.add(area), tables.details(), items)
    return content.getvalue()
