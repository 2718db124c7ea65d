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
    *,
    of: str | None = None,
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
        of: The id of the party that is asked; None for all that either can be asked.
    """
    open_ones = _open(questionnaire, length, known, answered)
    return tuple(question for question in open_ones if of is None or question.is_asked_of(of))


def _open(
    questionnaire: Questionnaire,
    length: Length,
    known: Mapping[str, Answers],
    answered: AbstractSet[str],
) -> Iterator[AnyQuestion]:
    """Yield the questions whose gates are open; only answers to those count in later conditions."""
    effective: dict[str, dict[str, Answer]] = {party: {} for party in known}
    for question in questionnaire.questions:
        in_length = question.core or length is Length.FULL or question.id in answered
        is_open = in_length and question.display_condition.is_met(effective)
        if is_open:
            yield question
        for party, answers in known.items():
            if not question.is_asked_of(party):
                effective[party][question.id] = HIDDEN  # who is not asked has left nothing out
            elif question.id in answers:
                # Hidden, not left out: that something was said is no "unanswered".
                said = answers[question.id]
                effective[party][question.id] = HIDDEN if said.is_answered and not is_open else said


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
    of = sheet.party.id
    alone = asked(questionnaire, sheet.length, own, answered, of=of)
    together = asked(questionnaire, sheet.length, {**own, other.party.id: seen}, either, of=of)
    return frozenset(q.id for q in alone) | (answered & {q.id for q in together})


def answered_by(sheet: Sheet) -> frozenset[str]:
    """Return the ids of the questions that a party has answered."""
    return frozenset(name for name, answer in sheet.answers.items() if answer.is_answered)


def not_asked(questionnaire: Questionnaire, party: str) -> dict[str, Answer]:
    """Return `HIDDEN` for each question that a party is not asked: it has left none of them out."""
    return {q.id: HIDDEN for q in questionnaire.questions if not q.is_asked_of(party)}
