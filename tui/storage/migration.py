"""Sheets of an older edition, read for a newer one, and written back with nothing dropped."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tui.domain.answers import NOTHING
from tui.domain.message import Message
from tui.domain.migration import Crossing, Fate, FormerAnswer, Migration, migrated, successor
from tui.domain.questionnaire import Edition, Questionnaire
from tui.domain.sheet import Sheet
from tui.storage.diagnostics import InvalidFile
from tui.storage.records import Problems, Record
from tui.storage.sheet_reader import FORMER, read_answer, read_sheet
from tui.storage.sheets import Tables, sheet_tables
from tui.storage.toml_file import TomlFile

_READ_LATER = ("value", "guess")
"""What only the question can judge."""


@dataclass(frozen=True, slots=True)
class MigratedSheet:
    """A sheet that was answered for another edition."""

    name: str
    """What the file is called."""
    sheet: Sheet
    """What of it answers this edition."""
    answered: Edition
    """The edition that it was answered for."""
    migration: Migration
    """What became of each answer."""
    left: Tables
    """What this edition has no place for, as the file has it."""


def read_migrated(file: TomlFile, questionnaire: Questionnaire) -> MigratedSheet:
    """Read a sheet of another edition for `questionnaire`.

    Raises:
        InvalidFile: It answers another questionnaire, or is wrong in itself.
    """
    problems = Problems(file)
    given = file.data.get("answers")
    former = _answers(given if isinstance(given, dict) else {}, questionnaire, problems)
    migration = migrated(former, questionnaire)
    left = _left(file.data, questionnaire, migration)
    sheet = _frame(file, questionnaire, problems)
    problems.raise_any()
    moved = replace(sheet, edition=questionnaire.edition, answers=migration.answers)
    return MigratedSheet(file.name, moved, sheet.edition, migration, left)


def migrated_tables(found: MigratedSheet, questionnaire: Questionnaire) -> Tables:
    """Give the sheet as one of this edition; what has no place there stays under its old id."""
    tables = sheet_tables(found.sheet, questionnaire)
    return tables | ({FORMER: found.left} if found.left else {})


def _frame(file: TomlFile, questionnaire: Questionnaire, problems: Problems) -> Sheet:
    """Give the sheet without its answers, and without the importance of areas that are gone."""
    areas = {area.id for area in questionnaire.areas}
    data = {key: value for key, value in file.data.items() if key != "answers"}
    if isinstance(rated := data.get("importance"), dict):
        data["importance"] = {area: level for area, level in rated.items() if area in areas}
    if not isinstance(file.data.get("answers", {}), dict):
        data["answers"] = file.data["answers"]
    try:
        return read_sheet(replace(file, data=data), questionnaire)
    except InvalidFile as invalid:
        raise InvalidFile((*invalid.diagnostics, *problems.found)) from None


def _answers(
    given: Mapping[str, object], questionnaire: Questionnaire, problems: Problems
) -> dict[str, FormerAnswer]:
    """Give the answers as they are, but for what only their questions can judge."""
    table, found = Record(problems, given, ("answers",)), {}
    for name in table:
        question, raw = successor(name, questionnaire), given[name]
        if question is None:
            found[name] = FormerAnswer(NOTHING)
        elif not isinstance(raw, dict):
            table.table(name)
        else:
            beside = {key: value for key, value in raw.items() if key not in _READ_LATER}
            record = Record(problems, beside, ("answers", name))
            answer = read_answer(record, question)
            if "value" in raw and "state" in raw:
                message = Message("sheet.value_and_state", {"question": name})
                record.note(message, "state", at="key")
            found[name] = FormerAnswer(answer, raw.get("value"), raw.get("guess"))
    return found


def _left(
    data: Mapping[str, Any], questionnaire: Questionnaire, migration: Migration
) -> dict[str, object]:
    """Give what has no place in this edition, together with what had none before."""
    before = data.get(FORMER)
    left: dict[str, object] = dict(before) if isinstance(before, dict) else {}
    answers = {
        crossing.former: _remains(crossing, data["answers"][crossing.former])
        for crossing in migration.crossings
        if crossing.fate is Fate.ORPHANED or crossing.lost
    }
    areas = {area.id for area in questionnaire.areas}
    rated = data.get("importance")
    importance = {
        area: level
        for area, level in (rated.items() if isinstance(rated, dict) else ())
        if area not in areas
    }
    for key, new in (("answers", answers), ("importance", importance)):
        if new:
            kept = left.get(key)
            left[key] = (kept if isinstance(kept, dict) else {}) | new
    return left


def _remains(crossing: Crossing, raw: Mapping[str, object]) -> dict[str, object]:
    """Give what of an answer found no place: all of it, or what its question no longer takes."""
    if crossing.fate is Fate.ORPHANED:
        return dict(raw)
    return {key: raw[key] for key in crossing.lost}
