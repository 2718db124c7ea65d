"""A report as PDF: A4 with page numbers and an outline, in the fonts of the system."""

from tui.exports.document import Document
from tui.exports.typesetting import Medium, Typesetter
from tui.exports.typst_source import source


def written(document: Document) -> bytes:
    """Return the file; the same document gives the same bytes.

    Raises:
        ExportFailed: Typst or a font for Chinese is not there.
    """
    return Typesetter(Medium.PAPER).pdf(source(document))
