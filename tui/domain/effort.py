"""How long it takes to answer: a guess by the type of a question, and no more than that.

Nothing here was measured. The figures stand for two or three people of one firm who read a
question, say what they think, agree and type it in; every screen says "about".
"""

from collections.abc import Iterable

from tui.domain.questions import AnyQuestion, Kind

_SECONDS = {
    Kind.YESNO: 45,
    Kind.OWNER: 60,
    Kind.CHOICE: 60,
    Kind.SCALE: 60,
    Kind.DATE: 60,
    Kind.NUMBER: 75,
    Kind.RANGE: 90,
    Kind.MULTI: 90,
    Kind.RANKING: 120,
    Kind.ALLOCATION: 120,
    Kind.TEXT: 150,
}
"""Seconds to answer a question of each type, guessed."""


def minutes_to_answer(questions: Iterable[AnyQuestion]) -> int:
    """Return about how many minutes it takes to answer these questions, rounded up."""
    return -(-sum(_SECONDS[question.kind] for question in questions) // 60)
