"""What can be written of a questionnaire, for those who are to comment on it."""

from datetime import date
from functools import cache
from pathlib import Path

from tui.checks.questionnaire import questionnaire_of
from tui.exports.document import Document
from tui.exports.formats import Format
from tui.exports.questionnaire import questionnaire_document
from tui.formats.questionnaire.overlay import read_beside
from tui.toml.reader import TomlFile
from tui.workspace.exports import Export, Languages

FORMATS = (Format.PAGE, Format.WORD, Format.MARKDOWN)
"""What is made to be read from front to back."""


def questionnaire_export(file: TomlFile) -> Export:
    """Return what can be written of a questionnaire.

    Raises:
        InvalidFile: It has errors.
    """
    asked = questionnaire_of(file, read_beside(Path(file.name)))

    def document(tags: Languages) -> Document:
        return questionnaire_document(asked, date.today(), tags)

    return Export("questionnaire", cache(document), file.text.encode, FORMATS)
