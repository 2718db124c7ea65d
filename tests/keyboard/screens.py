"""The screens that are attacked: the way there, and a key whose effect is seen and undone."""

from typing import NamedTuple

HELP, _JUMP, _NOTE = b"\x1bOP", b"\x1bOQ", b"\x1b[17~"
_REVIEW, _REPORT = b"\x1b[19~", b"\x1b[20~"
_DOWN, _UP, _ENTER, _ESCAPE, _BACKSPACE = b"\x1b[B", b"\x1b[A", b"\r", b"\x1b", b"\x7f"


NEXT_QUESTION = (_JUMP, _DOWN, _ENTER)
"""The keys that lead from a question to the one after it."""
QUESTIONS = 9
"""So many of the session's questions are not answered."""


class Place(NamedTuple):
    """A screen of the program."""

    way: tuple[bytes, ...]
    """Keys that lead there from the first question, each of which changes the screen."""
    sign: str
    """What is shown there and nowhere on the way."""
    probe: bytes = HELP
    """A key that changes the screen."""
    undo: bytes = _ESCAPE
    """A key that changes it back."""
    takes_text: bool = False
    """Whether a paste is typed there."""


def place_of(row: int) -> str:
    """Return what a question shows of its place."""
    return f"Part one · {row + 1} of {QUESTIONS}"


def _question(row: int, *, takes_text: bool = False) -> Place:
    way = (_JUMP, *[_DOWN] * row, _ENTER) if row else ()
    return Place(way, place_of(row), takes_text=takes_text)


PLACES = {
    "choice": _question(0),
    "number": _question(1),
    "signed number": _question(2),
    "multi": _question(3),
    "ranking": _question(4),
    "range": _question(5),
    "allocation": _question(6),
    "scale": _question(7),
    "text": _question(8, takes_text=True),
    "note": Place((_NOTE,), "A note, for both", b"x", _BACKSPACE, takes_text=True),
    "list": Place((_JUMP,), "all questions", _DOWN, _UP),
    "help": Place((HELP,), "Esc back", _DOWN, _UP),
    "discussion": Place((_REVIEW,), "summing up"),
    "report": Place((_REPORT,), "Ctrl+S export"),
}
