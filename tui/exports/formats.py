"""The formats that a document is written in; a writer is loaded once it is needed."""

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from typing import Protocol, cast

from tui.exports.document import Document


class Format(StrEnum):
    """What a document can be written as; its value is the ending of the file."""

    PAGE = "html"
    """A web page, to be opened anywhere and printed."""
    WORD = "docx"
    """Minutes that a lawyer edits."""
    WORKBOOK = "xlsx"
    """Tables to filter and to sort."""
    MARKDOWN = "md"
    """Text for a chat or a wiki."""
    CALENDAR = "ics"
    """The days by which things are due."""
    TABLE = "csv"
    """A row a question, for any engine."""


_MODULES: Mapping[Format, str] = {
    Format.PAGE: "page",
    Format.WORD: "word",
    Format.WORKBOOK: "workbook",
    Format.MARKDOWN: "markdown",
    Format.CALENDAR: "calendar",
    Format.TABLE: "table",
}
"""The module beside this one that writes a format."""


class Writer(Protocol):
    """A module that writes one format."""

    def written(self, document: Document) -> bytes:
        """Return the content of a file."""
        ...


def written(document: Document, to: Format) -> bytes:
    """Return a document as the content of a file in a format."""
    writer = cast("Writer", import_module(f"tui.exports.{_MODULES[to]}"))
    return writer.written(document)
