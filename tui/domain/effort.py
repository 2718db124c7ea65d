"""How long it takes to answer: counted by what is read and what is entered, and no more than that.

Nothing here was measured with people, and nobody is given time to think it over or to argue, so
every screen says "about".
"""

from collections.abc import Iterable

from tui.domain.questions import AnyQuestion, Kind, ScaleQuestion
from tui.text.width import cell_width

_CELLS_A_SECOND = 12
"""How fast a text is read: 6 Chinese characters a second, or two English words. Unhurried."""
_ENTERING = {
    Kind.YESNO: 2,
    Kind.OWNER: 2,
    Kind.CHOICE: 2,
    Kind.SCALE: 2,
    Kind.DATE: 5,
    Kind.NUMBER: 5,
    Kind.RANGE: 9,
    Kind.MULTI: 8,
    Kind.RANKING: 10,
    Kind.ALLOCATION: 12,
    Kind.TEXT: 45,
}
"""Seconds to enter an answer of each type, guessed."""
_GUESSING = 3
"""Seconds to turn to the other side's answer, which is then entered like one's own."""
_CONTRACT = 2
"""Seconds to say where a matter stands in the contract."""


def minutes_to_answer(questions: Iterable[AnyQuestion]) -> int:
    """Return about how many minutes a party takes to read and answer these questions, rounded up.

    Read in the language that takes longest.
    """
    return -(-sum(map(_seconds, questions)) // 60)


def _seconds(question: AnyQuestion) -> int:
    entering = _ENTERING[question.kind]
    guessing = entering + _GUESSING if question.predict else 0
    contract = _CONTRACT if question.contract else 0
    cells = max(_cells(question, language) for language in question.text.words)
    return -(-cells // _CELLS_A_SECOND) + entering + guessing + contract


def _cells(question: AnyQuestion, language: str) -> int:
    """Return how many cells the texts take that are read before a question is answered."""
    read = [question.text, question.hint, *(choice.label for choice in question.labels)]
    if isinstance(question, ScaleQuestion):
        read += [question.low, question.high, *question.levels]
    return sum(cell_width(text[language]) for text in read)
