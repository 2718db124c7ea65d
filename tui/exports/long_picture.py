"""A report as one long picture for a chat (长图): as wide as a phone, what is decided first."""

from tui.exports.document import Document
from tui.exports.typesetting import Medium, Typesetter
from tui.exports.typst_source import source


def written(document: Document) -> bytes:
    """Return the PNG; the same document gives the same bytes.

    Raises:
        ExportFailed: Typst or a font for Chinese is not there.
    """
    return Typesetter(Medium.PHONE).picture(source(document), 2)
