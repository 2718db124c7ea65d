"""Which questions a party is asked, given the answers that are known so far."""

from collections.abc import Iterator, Mapping

from tui.domain.answers import Answer
from tui.domain.conditions import Answers
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion
from tui.domain.sheet import Length


def asked(
    questionnaire: Questionnaire, length: Length, known: Mapping[str, Mapping[str, Answer]]
) -> tuple[AnyQuestion, ...]:
    """Return the questions that are asked, in order, where `known` holds answers by party.

    While blind, `known` holds one party's own answers alone: then the gates that the other side
    opened stay shut, and tell nothing. A follow-up of a question that is not asked is not asked.
    """
    return tuple(_asked(questionnaire, length, known))


def _asked(
    questionnaire: Questionnaire, length: Length, known: Mapping[str, Mapping[str, Answer]]
) -> Iterator[AnyQuestion]:
    """Route the questions, letting only the answers of asked ones open later gates."""
    effective: dict[str, dict[str, Answer]] = {party: {} for party in known}
    for question in questionnaire.questions:
        in_length = question.core or length is Length.FULL
        if in_length and question.display_condition.is_met(effective):
            yield question
            for party, answers in known.items():
                if question.id in answers:
                    effective[party][question.id] = answers[question.id]


def only_asked(answers: Answers, questions: tuple[AnyQuestion, ...]) -> Answers:
    """Return the answers to `questions` alone: what a shut gate hides is kept.

    It does not count.
    """
    return {q.id: answers[q.id] for q in questions if q.id in answers}
