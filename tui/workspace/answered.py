"""The questionnaire that a sheet answers: one that is here, or the one that travels in it."""

from pathlib import Path
from typing import NamedTuple

from tui.checks.attached import attached_questionnaire
from tui.domain.questionnaire import NoSuchQuestionnaire, Questionnaire
from tui.formats.sheet import sheet_edition
from tui.storage.creation import QuestionnaireSource
from tui.storage.library import find
from tui.toml.reader import TomlFile


class Answered(NamedTuple):
    """A questionnaire that was answered."""

    questionnaire: Questionnaire
    """The questionnaire."""
    source: QuestionnaireSource
    """Where a session takes it from."""


def answered(sheet: TomlFile, *folders: Path | None) -> Answered:
    """Return the questionnaire that a sheet answers.

    Args:
        sheet: The sheet.
        *folders: Where to look besides the bundled questionnaires; None is skipped.

    Raises:
        NoSuchQuestionnaire: It is not here, and does not travel in the sheet.
        InvalidFile: The sheet or the questionnaire has errors.
    """
    edition, _ = sheet_edition(sheet)
    try:
        return Answered(*find(edition, *folders))
    except NoSuchQuestionnaire:
        found = attached_questionnaire(sheet)
        if found is None:
            raise
        return Answered(found.questionnaire, found.copies)
