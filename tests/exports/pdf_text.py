"""Reading a PDF back with another program."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader


def pdf_text(content: bytes) -> str:
    """Return all that a PDF says: its pages, what it is called, and its outline."""
    read = PdfReader(BytesIO(content))
    pages = (page.extract_text() for page in read.pages)
    return "\n".join([*pages, *map(str, (read.metadata or {}).values()), *outline(content)])


def file_text(content: bytes) -> str:
    """Return what a file says, be it a PDF or text."""
    return pdf_text(content) if content.startswith(b"%PDF") else content.decode()


def outline(content: bytes) -> list[str]:
    """Return the names that lead to places in a PDF, in their order."""
    return [*_names(PdfReader(BytesIO(content)).outline)]


def _names(entries: object) -> Iterator[str]:
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, list):
            yield from _names(entry)
        else:
            yield str(entry.title)


def joined(text: str) -> str:
    """Return a text without blanks and line ends, which a page has where a line is full."""
    return "".join(text.split())
