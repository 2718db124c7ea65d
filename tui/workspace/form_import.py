"""A form of another tool as a questionnaire, checked like any."""

from dataclasses import dataclass
from pathlib import Path

from tui.checks.questionnaire import check_questionnaire
from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity
from tui.domain.message import Message
from tui.formats.xlsform.convert import convert
from tui.formats.xlsform.notes import Note
from tui.formats.xlsform.text import questionnaire_text
from tui.formats.xlsform.workbook import read_workbook
from tui.toml.reader import parse_toml


@dataclass(frozen=True, slots=True)
class ImportedForm:
    """What came of a form."""

    content: bytes
    """The questionnaire's file."""
    notes: tuple[Note, ...]
    """What could not be carried over, and what was put in its place."""
    problems: tuple[Diagnostic, ...]
    """What the checker says of the file."""


def import_form(path: Path, name: str) -> ImportedForm:
    """Return the questionnaire that a form comes to.

    Args:
        path: The workbook.
        name: What the questionnaire's file will be called.

    Raises:
        InvalidFile: It is no workbook, or holds no survey.
    """
    sheets = read_workbook(path)
    if not sheets.get("survey"):
        names = ", ".join(sheets) or "–"
        raise _invalid(path, Message("xlsform.no_survey", {"names": names}))
    found = convert(sheets, path.stem)
    if not found.tables["question"]:
        raise _invalid(path, Message("xlsform.nothing"))
    content = questionnaire_text(found.tables).encode()
    try:
        problems = check_questionnaire(parse_toml(content, name))
    except InvalidFile as invalid:  # larger than a questionnaire may be
        problems = list(invalid.diagnostics)
    return ImportedForm(content, found.notes, tuple(problems))


def _invalid(path: Path, message: Message) -> InvalidFile:
    return InvalidFile([Diagnostic(str(path), None, Severity.ERROR, message)])
