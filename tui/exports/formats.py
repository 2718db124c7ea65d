"""The formats that a document is written in; a writer is loaded once it is needed."""

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from tui.domain.message import Message

if TYPE_CHECKING:  # the command line names the formats before it needs any
    from tui.exports.document import Document


class Format(StrEnum):
    """What a report can be written as; its value is the ending of the file."""

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
    PDF = "pdf"
    """Pages to print and to send, which nobody edits."""
    LONG_PICTURE = "png"
    """One picture as wide as a phone, for a chat."""
    RECORD = "toml"
    """All of it, as duiqi reads it; written by `tui.formats`, not here."""


_MODULES: Mapping[Format, str] = {
    Format.PAGE: "page",
    Format.WORD: "word",
    Format.WORKBOOK: "workbook",
    Format.MARKDOWN: "markdown",
    Format.CALENDAR: "calendar",
    Format.TABLE: "table",
    Format.PDF: "pdf",
    Format.LONG_PICTURE: "long_picture",
}
"""The module beside this one that writes a format."""


class ExportFailed(Exception):
    """A document cannot be written in a format; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Writer(Protocol):
    """A module that writes one format."""

    def written(self, document: "Document") -> bytes:
        """Return the content of a file."""
        ...


class WordWriter(Protocol):
    """The module that writes Word documents."""

    def written(self, document: "Document", template: Path | None) -> bytes:
        """Return the content of a file that begins with a template."""
        ...


def written(document: "Document", to: Format, template: Path | None = None) -> bytes:
    """Return a document as the content of a file.

    Args:
        document: The document.
        to: The format; any but `RECORD`.
        template: A Word document to begin with; for Word alone.

    Raises:
        ExportFailed: It cannot be written in that format here.
        OSError: The template cannot be read.
    """
    writer = import_module(f"tui.exports.{_MODULES[to]}")
    if to is Format.WORD:
        return cast("WordWriter", writer).written(document, template)
    return cast("Writer", writer).written(document)
