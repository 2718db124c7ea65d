"""An answer of each type of question: what it is, the keys that give it, and the clicks."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.domain.questions import (
    AllocationQuestion,
    AnyQuestion,
    ChoiceQuestion,
    MultiQuestion,
    NumberQuestion,
    RangeQuestion,
    RankingQuestion,
    ScaleQuestion,
    TextQuestion,
)
from tui.domain.values import Value, number_text

FIRST, LAST = "at:first", "at:last"
"""The ends of a field's track, wherever they are drawn."""
TEXTS = ("第一方的话 [/red]", "the other's words")


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """An answer and the two ways to give it."""

    value: Value
    keys: Sequence[str]
    clicks: Sequence[str]
    """Targets of the field."""
    text: str = ""
    """What is to be written in the dialog that the keys or the clicks ask for."""


def reply(question: AnyQuestion, party: int) -> SampleAnswer:
    """Return what a party answers: party 0 says the first and the least, party 1 the last."""
    raw, keys, clicks = _said(question, party)
    return SampleAnswer(question.read(raw), keys, clicks, raw if keys == ["space"] else "")


def _said(question: AnyQuestion, party: int) -> tuple[object, Sequence[str], Sequence[str]]:
    match question:
        case ChoiceQuestion(choices=choices):
            row = party * (len(choices) - 1)
            return choices[row].id, _digits(row), [str(row)]
        case MultiQuestion(choices=choices):
            many = [row for row, c in enumerate(choices) if c.id not in question.exclusive]
            rows = many[-2:] if party else many[:2]
            return [choices[row].id for row in rows], _digits(*rows), [str(row) for row in rows]
        case RankingQuestion(choices=choices):
            rows = list(range(len(choices)))[:: -1 if party else 1]
            pressed = rows[:-1]  # the last one is ranked by itself
            return [choices[row].id for row in rows], _digits(*pressed), [str(r) for r in pressed]
        case ScaleQuestion():
            level = question.maximum if party else question.minimum
            return level, ["end" if party else "home"], [f"level={level}"]
        case NumberQuestion(measure=measure):
            number = measure.maximum if party else measure.minimum
            return number, number_text(number), [LAST if party else FIRST]
        case RangeQuestion(measure=measure):
            low, high = measure.minimum, measure.maximum if party else measure.minimum
            keys = [*number_text(low), "down", *number_text(high)]
            clicks = ["0 here", FIRST, "1 here", LAST if party else FIRST]
            return {"low": low, "high": high}, keys, clicks
        case AllocationQuestion(choices=choices):
            row = party * (len(choices) - 1)
            return (
                {choices[row].id: question.total},
                [*["down"] * row, "="],
                [f"{row} here", "rest"],
            )
        case TextQuestion():
            return TEXTS[party], ["space"], ["write"]
    raise AssertionError(f"no answer is known for {question.kind}")


def _digits(*rows: int) -> list[str]:
    """Return the keys of some rows: digits for the first ten, arrows beyond."""
    keys: list[str] = []
    for row in rows:
        keys += [str((row + 1) % 10)] if row < 10 else ["home", *["down"] * row, "space"]
    return keys
