"""Branching: which questions are asked, given the answers that are known so far."""

from collections.abc import Iterator, Mapping

from tui.domain.answers import Answer
from tui.domain.conditions import Answers
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion
from tui.domain.sheet import Length


def asked(
    questionnaire: Questionnaire, length: Length, known: Mapping[str, Mapping[str, Answer]]
) -> tuple[AnyQuestion, ...]:
    """Return the questions that are asked, in order.

    A follow-up of a question that is not asked is not asked either.

    Args:
        questionnaire: The questionnaire.
        length: Whether to ask all questions or the core ones only.
        known: Party id to its answers by question id. While the parties answer blind, these are the
            answers of one party alone: a question that only the other's answers would open is not
            asked, and so reveals nothing about them.
    """
    return tuple(_asked(questionnaire, length, known))


def _asked(
    questionnaire: Questionnaire, length: Length, known: Mapping[str, Mapping[str, Answer]]
) -> Iterator[AnyQuestion]:
    """Yield the questions that are asked; only answers to those count in later conditions."""
    effective: dict[str, dict[str, Answer]] = {party: {} for party in known}
    for question in questionnaire.questions:
        in_length = question.core or length is Length.FULL
        if in_length and question.display_condition.is_met(effective):
            yield question
            for party, answers in known.items():
                if question.id in answers:
                    effective[party][question.id] = answers[question.id]


def only_asked(answers: Answers, questions: tuple[AnyQuestion, ...]) -> Answers:
    """Return the answers to `questions` only; others are kept in the sheet but do not count."""
    return {q.id: answers[q.id] for q in questions if q.id in answers}
