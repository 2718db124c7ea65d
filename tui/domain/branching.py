"""Branching: which questions are asked, given the answers that are known so far."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from tui.domain.answers import HIDDEN, Answer
from tui.domain.conditions import Answers
from tui.domain.confirmation import confirmed
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion
from tui.domain.sheet import Length, Sheet

_NONE: frozenset[str] = frozenset()


def asked(
    questionnaire: Questionnaire,
    length: Length,
    known: Mapping[str, Answers],
    answered: AbstractSet[str] = _NONE,
) -> tuple[AnyQuestion, ...]:
    """Return the questions that are asked, in order.

    A follow-up of a question that is not asked is not asked either.

    Args:
        questionnaire: The questionnaire.
        length: Whether to ask all questions or the core ones only.
        known: Party id to its answers by question id. While the parties answer blind, these are the
            answers of one party alone: a question that only the other's answers would open is not
            asked, and so reveals nothing about them.
        answered: The ids of questions that count whatever the length is, as they were answered.
    """
    return tuple(_asked(questionnaire, length, known, answered))


def _asked(
    questionnaire: Questionnaire,
    length: Length,
    known: Mapping[str, Answers],
    answered: AbstractSet[str],
) -> Iterator[AnyQuestion]:
    """Yield the questions that are asked; only answers to those count in later conditions."""
    effective: dict[str, dict[str, Answer]] = {party: {} for party in known}
    for question in questionnaire.questions:
        in_length = question.core or length is Length.FULL or question.id in answered
        is_asked = in_length and question.display_condition.is_met(effective)
        if is_asked:
            yield question
        for party, answers in known.items():
            if question.id in answers:
                # Hidden, not left out: that something was said is no "unanswered".
                said = answers[question.id]
                effective[party][question.id] = (
                    HIDDEN if said.is_answered and not is_asked else said
                )


def shown(questionnaire: Questionnaire, sheet: Sheet, other: Sheet) -> frozenset[str]:
    """Return the ids of the questions that two sheets show the party of the first to have reached.

    Those are the ones that its own answers open, and those that both parties' answers open and that
    it has answered: what only the other's answers open was asked of it in a second round, or of two
    that answer apart not at all.
    """
    answered, either = answered_by(sheet), answered_by(sheet) | answered_by(other)
    own = {sheet.party.id: confirmed(questionnaire, sheet.answers)}
    seen = {
        name: answer if questionnaire[name].privacy is Privacy.SHARED else HIDDEN
        for name, answer in confirmed(questionnaire, other.answers).items()
    }
    alone = asked(questionnaire, sheet.length, own, answered)
    together = asked(questionnaire, sheet.length, {**own, other.party.id: seen}, either)
    return frozenset(q.id for q in alone) | (answered & {q.id for q in together})


def answered_by(sheet: Sheet) -> frozenset[str]:
    """Return the ids of the questions that a party has answered."""
    return frozenset(name for name, answer in sheet.answers.items() if answer.is_answered)
