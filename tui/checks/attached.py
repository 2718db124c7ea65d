"""The questionnaire that travels in a sheet is checked like any other."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.checks.questionnaire import questionnaire_of
from tui.diagnostics.diagnostic import InvalidFile
from tui.diagnostics.problem import Problem, error
from tui.domain.message import Message
from tui.domain.questionnaire import Questionnaire
from tui.formats.attached import AttachedQuestionnaire
from tui.formats.edition import EditionTable
from tui.formats.file_names import QUESTIONNAIRE
from tui.formats.questionnaire.overlay import further, language_of
from tui.formats.reading import read_as
from tui.formats.table import Table
from tui.text.language_tags import is_tag
from tui.toml.reader import TomlFile


class _Attaching(Table, extra="ignore"):
    questionnaire: EditionTable
    attached: AttachedQuestionnaire | None = None

    def problems(self) -> Iterator[Problem]:
        """Yield an error for each language that is none: files are named for them."""
        for language in self.attached.further if self.attached is not None else ():
            if not is_tag(language):
                path = ("attached", "further", language)
                yield error(path, "check.bad_language", at="key", language=language)


class Attached(NamedTuple):
    """A questionnaire that travelled in a sheet."""

    questionnaire: Questionnaire
    """What it asks."""
    copies: dict[str, bytes]
    """Its files, under the names that they have in a session."""


def attached_questionnaire(sheet: TomlFile) -> Attached | None:
    """Return the questionnaire that travels in a sheet, if any does.

    Raises:
        InvalidFile: It has errors, or is another than the sheet answers.
    """
    if "attached" not in sheet.data:
        return None
    head = read_as(_Attaching, sheet, _Attaching.problems)
    if head.attached is None:
        return None
    file, others = head.attached.files(sheet.name)
    found = questionnaire_of(file, others)
    edition = head.questionnaire
    if (edition.id, edition.digest) != (found.edition.id, found.edition.digest):
        raise InvalidFile([sheet.problem(("attached",), Message("sheet.other_attached"), at="key")])
    copies = {QUESTIONNAIRE: file.text.encode()}
    for other in others:
        name = further(Path(QUESTIONNAIRE), language_of(Path(other.name))).name
        copies[name] = other.text.encode()
    return Attached(found, copies)
