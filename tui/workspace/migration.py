"""Sheets of an older edition, read for a newer one, and written back with nothing dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.diagnostics.problem import Problem
from tui.domain.answers import Answer
from tui.domain.message import Message
from tui.domain.migration import FormerAnswer, Migration, MigrationOutcome, migrate_answers
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Edition, Questionnaire
from tui.domain.session import Session
from tui.domain.sheet import Sheet
from tui.formats.reading import check_head, read_as
from tui.formats.sheet import SheetFile
from tui.toml.reader import TomlFile


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


def read_migrated(
    file: TomlFile, questionnaire: Questionnaire, answered: Questionnaire | None = None
) -> MigratedSheet:
    """Read a sheet of another edition for `questionnaire`.

    Args:
        file: The sheet.
        questionnaire: The edition to read it for.
        answered: The edition that it was answered for, if that is at hand: it tells which answers
            were private, where the sheet itself does not.

    Raises:
        InvalidFile: It answers another questionnaire, or is wrong in itself.
    """
    check_head(file, "sheet")
    whole = read_as(SheetFile, file, lambda found: _problems(found, questionnaire))
    former = {
        name: FormerAnswer(
            each.to_record(
                Answer, value=None, guess=None, privacy=each.private or _privacy(name, answered)
            ),
            each.value,
            each.guess,
        )
        for name, each in whole.answers.items()
    }
    migration = migrate_answers(former, questionnaire)
    sheet = whole.to_domain(questionnaire, migration.answers)
    moved = replace(sheet, edition=questionnaire.edition)
    return MigratedSheet(file.name, moved, sheet.edition, migration)


def _privacy(question: str, answered: Questionnaire | None) -> Privacy | None:
    """Return how private a question was in the edition that was answered, if that is known."""
    if answered is None or question not in answered:
        return None
    return answered[question].privacy


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


def _problems(sheet: SheetFile, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Yield what is wrong in a sheet whatever its questions are now."""
    yield from sheet.head_problems(questionnaire)
    for name, answer in sheet.answers.items():
        yield from answer.contradictions(("answers", name), name)
