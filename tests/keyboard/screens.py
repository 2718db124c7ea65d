"""The screens that are attacked: the way there, and a key whose effect is seen and undone."""

from typing import NamedTuple

_HELP, _JUMP, _NOTE = b"\x1bOP", b"\x1bOQ", b"\x1b[17~"
_REVIEW, _REPORT = b"\x1b[19~", b"\x1b[20~"
_DOWN, _UP, _ENTER, _ESCAPE, _BACKSPACE = b"\x1b[B", b"\x1b[A", b"\r", b"\x1b", b"\x7f"
_TITLE_OF_HELP = "what can be done here"
_NO_CHOICE, _NO_NUMBER = "field.no_such_choice", "answer.not_number"
_OPEN = 9
"""So many of the session's questions are not answered."""

NEXT_QUESTION = (_JUMP, _DOWN, _ENTER)
"""The keys that lead from a question to the one after it."""


class Place(NamedTuple):
    """A screen of the program."""

    way: tuple[bytes, ...]
    """Keys that lead there from the first question, each of which changes the screen."""
    sign: str
    """What is shown there and nowhere on the way."""
    probe: bytes = _HELP
    """A key that changes the screen."""
    effect: str = _TITLE_OF_HELP
    """What is shown then, and neither before nor by anything that is no key."""
    undo: bytes = _ESCAPE
    """A key that changes it back."""
    takes_text: bool = False
    """Whether a paste is typed there."""
    refusal: str = ""
    """The key of why a paste of no answer is refused there; empty where nothing is said of it."""


def _question(row: int, refusal: str = "") -> Place:
    """Return the place of a question, which takes text if it refuses none."""
    way = (_JUMP, *[_DOWN] * row, _ENTER) if row else ()
    sign = f"Part one · {row + 1} of {_OPEN}"
    return Place(way, sign, takes_text=not refusal, refusal=refusal)


QUESTIONS = {
    "choice": _question(0, _NO_CHOICE),
    "number": _question(1, _NO_NUMBER),
    "signed number": _question(2, _NO_NUMBER),
    "multi": _question(3, _NO_CHOICE),
    "ranking": _question(4, _NO_CHOICE),
    "range": _question(5, _NO_NUMBER),
    "allocation": _question(6, _NO_NUMBER),
    "scale": _question(7, _NO_NUMBER),
    "text": _question(8),
}
"""A question of every type, in the order of the questionnaire."""
PLACES = QUESTIONS | {
    "note": Place((_NOTE,), "Take it back", b"x", "┃ x", _BACKSPACE, takes_text=True),
    "list": Place((_JUMP,), "all questions", _DOWN, "❯ · What is the budget", _UP, takes_text=True),
    "help": Place((_HELP,), _TITLE_OF_HELP, _DOWN, "❯ F8", _UP, takes_text=True),
    "discussion": Place((_REVIEW,), "Judged: 0 of 8"),
    "report": Place((_REPORT,), "Ctrl+S export"),
}
