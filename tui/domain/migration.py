"""What becomes of the answers of an older edition when they meet a newer one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.domain.answers import Answer
from tui.domain.message import Message
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion, InvalidAnswer
from tui.domain.values import Value


class MigrationOutcome(StrEnum):
    """What becomes of one answer."""

    KEPT = "kept"
    """It answers the same question."""
    MOVED = "moved"
    """It answers the question that now bears another id."""
    CONFIRM = "confirm"
    """Its question means something else now, or no longer takes this answer."""
    ORPHANED = "orphaned"
    """Its question is gone."""


@dataclass(frozen=True, slots=True)
class FormerAnswer:
    """An answer as a sheet of an older edition has it, before it is known what it answers."""

    answer: Answer
    """All of it but the value and the guess."""
    value: object = None
    """The value in the plain form of TOML; None where there is none."""
    guess: object = None
    """The guess in the same form."""


@dataclass(frozen=True, slots=True)
class AnswerMigration:
    """The way of one answer into the newer edition."""

    former: str
    """The id under which the sheet has it."""
    question: str | None
    """The question that it answers now; None where there is none."""
    outcome: MigrationOutcome
    """What becomes of it."""
    reason: Message | None = None
    """Why it is to be confirmed."""
    lost: tuple[str, ...] = ()
    """Which of `value` and `guess` the question no longer takes."""


@dataclass(frozen=True, slots=True)
class Migration:
    """The answers of a sheet in the newer edition, and how each came there."""

    answers: Mapping[str, Answer]
    """Question id to answer."""
    migrations: tuple[AnswerMigration, ...]
    """In the order of the sheet."""

    def of(self, outcome: MigrationOutcome) -> tuple[AnswerMigration, ...]:
        """Return the answers that met that outcome."""
        return tuple(each for each in self.migrations if each.outcome is outcome)


def successor(former: str, questionnaire: Questionnaire) -> AnyQuestion | None:
    """Return the question that bears this id, or once bore it; None where there is none."""
    if former in questionnaire:
        return questionnaire[former]
    return next((q for q in questionnaire.questions if former in q.was), None)


def migrate_answers(former: Mapping[str, FormerAnswer], questionnaire: Questionnaire) -> Migration:
    """Return what the `former` answers come to in a newer edition.

    Where a question is answered under its own id and under a former one, its own counts and the
    other is orphaned.
    """
    answers: dict[str, Answer] = {}
    migrations = []
    for name, answer in former.items():
        question = successor(name, questionnaire)
        is_taken = question is not None and question.id in (former.keys() | answers) - {name}
        if question is None or is_taken:
            migrations.append(AnswerMigration(name, None, MigrationOutcome.ORPHANED))
            continue
        answers[question.id], migration = _migrate(name, answer, question)
        migrations.append(migration)
    return Migration(answers, tuple(migrations))


def _migrate(
    name: str, former: FormerAnswer, question: AnyQuestion
) -> tuple[Answer, AnswerMigration]:
    """Return one answer as `question` takes it, and what became of it."""
    value, unfit = _read(former.value, question)
    guess, unfit_guess = _read(former.guess, question)
    lost = tuple(key for key, no in (("value", unfit), ("guess", unfit_guess)) if no is not None)
    reason = unfit or unfit_guess
    if reason is None and former.answer.rev < question.rev:
        values = {"old": str(former.answer.rev), "new": str(question.rev)}
        reason = Message("migration.meaning_changed", values)
    outcome = MigrationOutcome.KEPT if name == question.id else MigrationOutcome.MOVED
    answer = replace(former.answer, value=value, guess=guess)
    told = MigrationOutcome.CONFIRM if reason else outcome
    return answer, AnswerMigration(name, question.id, told, reason, lost)


def _read(raw: object, question: AnyQuestion) -> tuple[Value | None, Message | None]:
    """Return a value that the question takes, or why it does not take it."""
    if raw is None:
        return None, None
    try:
        return question.read(raw), None
    except InvalidAnswer as unfit:
        return None, unfit.message
