"""A report as a Word document that people and their lawyers go on writing in.

`frame` writes what stands around the items: title, map, who reads it, how to read it; `items` a
section, `decision` what was decided on an item, and `questions` those of a questionnaire.
`languages` puts the wordings of a text beside or below each other, `text` puts text into paragraphs
and cells, and `styles` is how it looks.
"""

import io
import zipfile
import zlib
from datetime import UTC, datetime, time
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.shared import Cm

from tui.domain.message import Message
from tui.exports.document import Document, Part
from tui.exports.formats import ExportFailed
from tui.exports.word.frame import Frame
from tui.exports.word.items import Items
from tui.exports.word.questions import Questions
from tui.exports.word.styles import define_styles
from tui.exports.word.text import Pen

_DAY = 1980, 1, 1, 0, 0, 0
"""The day that every part of the file bears, so that the same report gives the same file."""
_KIND, _KIND_OF_TEMPLATE = b"wordprocessingml.document.main", b"wordprocessingml.template.main"
_TYPES = "[Content_Types].xml"
_LARGEST = 200_000_000
"""The bytes that a template may have when it is unpacked."""
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
)
"""What is raised on a file that is no Word document, or a damaged one."""


class BadTemplate(ExportFailed):
    """What was given as a template is no Word document."""

    def __init__(self) -> None:
        super().__init__(Message("export.bad_template"))


def written(document: Document, template: Path | None = None) -> bytes:
    """Return a document as a Word file.

    Args:
        document: What is told.
        template: A firm's own document: its letterhead, its styles, and what stands in it are
            kept, and the report comes after that; None for our own.

    Raises:
        BadTemplate: The template is no Word document.
        OSError: It cannot be read.
    """
    file = _own() if template is None else _theirs(template)
    pen = Pen(file)
    frame, items, questions = Frame(pen, document), Items(pen, document), Questions(pen, document)
    frame.begin()
    for section in document.sections:
        frame.add_section(section.title)
        (questions if section.part is Part.QUESTIONS else items).write(section)
    frame.end(tells_fingerprint=template is not None)
    if template is None:
        frame.label_pages()
    _drop_thumbnail(file)
    return _saved(file, document)


def _drop_thumbnail(file: WordFile) -> None:
    """Leave out the picture of another document that folders would show for this one."""
    relations = file.part.package.rels
    for name in [name for name, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        relations.pop(name)


def _own() -> WordFile:
    """Return our own empty document."""
    file = docx.Document()
    define_styles(file, is_own=True)
    return file


def _theirs(template: Path) -> WordFile:
    """Return a firm's document, with the styles that it lacks.

    Raises:
        BadTemplate: It is no Word document.
        OSError: It cannot be read.
    """
    if template.exists() and not template.is_file():
        raise BadTemplate  # a pipe would be waited for
    content = template.read_bytes()
    try:
        file = docx.Document(io.BytesIO(_as_document(content)))
        file.element.body.get_or_add_sectPr()
        section = file.sections[-1]
        section.page_width = section.page_width or Cm(21)
        section.page_height = section.page_height or Cm(29.7)
        section.left_margin = section.left_margin or Cm(2)
        section.right_margin = section.right_margin or Cm(2)
        define_styles(file, is_own=False)
    except _DAMAGE as error:
        raise BadTemplate from error
    return file


def _as_document(content: bytes) -> bytes:
    """Return a template of Word (.dotx) as an ordinary document, which differs in one word."""
    with zipfile.ZipFile(io.BytesIO(content)) as theirs:
        if sum(each.file_size for each in theirs.infolist()) > _LARGEST:
            raise BadTemplate
        parts = {each.filename: theirs.read(each) for each in theirs.infolist()}
    if _KIND_OF_TEMPLATE not in parts[_TYPES]:
        return content
    return _packed({**parts, _TYPES: parts[_TYPES].replace(_KIND_OF_TEMPLATE, _KIND)})


def _saved(file: WordFile, document: Document) -> bytes:
    """Return the content of the file, which depends on the report alone."""
    about, when = file.core_properties, datetime.combine(document.day, time(), UTC)
    about.created = about.modified = when
    about.title = " · ".join(dict.fromkeys(document.title))
    about.subject = " × ".join(party.name for party in document.parties)
    about.author = about.last_modified_by = "duiqi"
    about.comments = about.keywords = ""
    about.language = document.languages[0]
    about.revision = 1
    content = io.BytesIO()
    file.save(content)
    with zipfile.ZipFile(content) as saved:
        return _packed({name: saved.read(name) for name in saved.namelist()})


def _packed(parts: dict[str, bytes]) -> bytes:
    """Return parts as a file, without the time at which it was made."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _DAY), part, zipfile.ZIP_DEFLATED)
    return content.getvalue()
