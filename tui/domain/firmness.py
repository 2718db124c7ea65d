"""How firmly an answer is held, as far as its question lets that be said."""

from tui.domain.answers import Answer, Firmness
from tui.domain.questions import AnyQuestion


def firmness_of(question: AnyQuestion, answer: Answer) -> Firmness | None:
    """Return how firmly an answer is held; None where that says nothing, as of a fact of the past.

    A sheet may tell of it all the same: one of a former edition, or one that was written by hand.
    """
    return answer.firmness if question.firmness else None
