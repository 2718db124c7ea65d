"""Migration of the answers to an older edition of a questionnaire into a newer one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.domain.answers import Answer
from tui.domain.message import Message
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion, InvalidAnswer
from tui.domain.values import Value


class MigrationOutcome(StrEnum):
    """What happens to one answer."""

    KEPT = "kept"
    """It answers the same question."""
    MOVED = "moved"
    """It answers the same question, whose id has changed."""
    CONFIRM = "confirm"
    """The meaning of its question has changed, or the question no longer allows this answer."""
    ORPHANED = "orphaned"
    """Its question no longer exists."""


@dataclass(frozen=True, slots=True)
class FormerAnswer:
    """An answer in a sheet of an older edition, not yet assigned to a question."""

    answer: Answer
    """The answer without its value and its guess."""
    value: object = None
    """The value as TOML holds it, or None."""
    guess: object = None
    """The guess as TOML holds it, or None."""


@dataclass(frozen=True, slots=True)
class AnswerMigration:
    """What happened to one answer on its way to the newer edition."""

    former: str
    """The id of its question in the sheet."""
    question: str | None
    """The id of the question that it answers now, or None."""
    outcome: MigrationOutcome
    """What happened to it."""
    reason: Message | None = None
    """Why it must be confirmed."""
    lost: tuple[str, ...] = ()
    """Which of `value` and `guess` the question no longer allows."""


@dataclass(frozen=True, slots=True)
class Migration:
    """The answers of a sheet in the newer edition, and what happened to each."""

    answers: Mapping[str, Answer]
    """Question id to answer."""
    migrations: tuple[AnswerMigration, ...]
    """In the order of the sheet."""

    def of(self, outcome: MigrationOutcome) -> tuple[AnswerMigration, ...]:
        """Return the migrations with this outcome."""
        return tuple(each for each in self.migrations if each.outcome is outcome)


def successor(former: str, questionnaire: Questionnaire) -> AnyQuestion | None:
    """Return the question that has this id or had it in an older edition, or None."""
    if former in questionnaire:
        return questionnaire[former]
    return next((q for q in questionnaire.questions if former in q.was), None)


def migrate_answers(former: Mapping[str, FormerAnswer], questionnaire: Questionnaire) -> Migration:
    """Return the answers in a newer edition.

    If a question is answered under its present id and under a former one, the answer under the
    present id counts, and the other one is orphaned.

    Args:
        former: Question id to answer, in the older edition.
        questionnaire: The newer edition.
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
    """Return one answer to `question`, and what happened to it."""
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
    """Return the value that `raw` stands for, or why the question does not allow it."""
    if raw is None:
        return None, None
    try:
        return question.read(raw), None
    except InvalidAnswer as unfit:
        return None, unfit.message
