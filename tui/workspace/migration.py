"""Sheets of an older edition, read for a newer one, and written back with nothing dropped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.answers import NOTHING
from tui.domain.message import Message
from tui.domain.migration import (
    FormerAnswer,
    Migration,
    MigrationOutcome,
    migrate_answers,
    successor,
)
from tui.domain.questionnaire import Edition, Questionnaire
from tui.domain.session import Session
from tui.domain.sheet import Sheet
from tui.formats.records import Problems, Record
from tui.formats.sheet_reader import read_answer, read_sheet
from tui.toml.reader import TomlFile

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


def read_migrated(file: TomlFile, questionnaire: Questionnaire) -> MigratedSheet:
    """Read a sheet of another edition for `questionnaire`.

    Raises:
        InvalidFile: It answers another questionnaire, or is wrong in itself.
    """
    problems = Problems(file)
    given = file.data.get("answers")
    former = _answers(given if isinstance(given, dict) else {}, questionnaire, problems)
    migration = migrate_answers(former, questionnaire)
    sheet = _frame(file, questionnaire, problems)
    problems.raise_any()
    moved = replace(sheet, edition=questionnaire.edition, answers=migration.answers)
    return MigratedSheet(file.name, moved, sheet.edition, migration)


def account(found: MigratedSheet, session: Session) -> Iterator[Message]:
    """Return what became of the answers of an older edition: a head, counts, and what was not kept.

    Args:
        found: The sheet as it was read for the later edition.
        session: A session of that edition.
    """
    migration, edition = found.migration, session.questionnaire.edition
    head = {"file": found.name, "id": edition.id, "new": edition.version}
    yield Message("migration.head", head | {"old": found.answered.version})
    yield Message(
        "migration.counts",
        {str(outcome): str(len(migration.of(outcome))) for outcome in MigrationOutcome},
    )
    for each in migration.migrations:
        if each.outcome is not MigrationOutcome.KEPT:
            is_moved = each.question not in (None, each.former)
            way = f"{each.former} -> {each.question}" if is_moved else each.former
            reason = {"reason": each.reason} if each.reason else {}
            yield Message(f"migration.{each.outcome}", {"answer": way, **reason})


def _frame(file: TomlFile, questionnaire: Questionnaire, problems: Problems) -> Sheet:
    """Return the sheet without its answers, and without the importance of areas that are gone."""
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
    """Return the answers as they are, but for what only their questions can judge."""
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
