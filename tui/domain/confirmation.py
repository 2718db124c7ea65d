"""Confirmation: what was answered before a question's meaning changed must be said once more."""

from tui.domain.answers import HIDDEN, Answer
from tui.domain.conditions import Answers
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion


def must_confirm(question: AnyQuestion, answer: Answer) -> bool:
    """Return whether an answer was given to an older revision of its question.

    Until it is confirmed, it says nothing about the question as it is asked now.
    """
    return answer.is_answered and answer.rev < question.rev


def is_met(question: AnyQuestion, answer: Answer) -> bool:
    """Return whether a party has said something to a question as it is asked now."""
    return answer.is_answered and not must_confirm(question, answer)


def confirmed(questionnaire: Questionnaire, answers: Answers) -> Answers:
    """Return the answers with `HIDDEN` for those that must be confirmed: every test is false."""
    return {
        name: HIDDEN if must_confirm(questionnaire[name], answer) else answer
        for name, answer in answers.items()
        if name in questionnaire
    }
