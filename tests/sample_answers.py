"""Answers to a question of any type: the first and the last, with the keys and clicks that give
them; two that nothing else gives; and any, drawn at random.

A new type of question has its row in each of the three.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tui.domain.questions import (
    AllocationQuestion,
    AnyQuestion,
    ChoiceQuestion,
    DateQuestion,
    MultiQuestion,
    NumberQuestion,
    RangeQuestion,
    RankingQuestion,
    ScaleQuestion,
    TextQuestion,
)
from tui.domain.questions.number import Measure
from tui.domain.values import Value, number_text

FIRST, LAST = "at:first", "at:last"
"""The ends of a field's track, wherever they are drawn."""
DAYS = (date.today() + timedelta(3), date.today() - timedelta(5))
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
    text = str(raw) if isinstance(question, TextQuestion) else ""
    return SampleAnswer(question.read(raw), keys, clicks, text)


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
        case DateQuestion():
            day = DAYS[party]
            return day, list(day.isoformat()), _clicked(day)
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


def _clicked(day: date) -> list[str]:
    """Return the clicks that lead to a day: the first of them to today."""
    ahead = (day - date.today()).days
    way = "more" if ahead > 0 else "less"
    return ["day more", *[f"day {way}"] * abs(ahead)]


def _digits(*rows: int) -> list[str]:
    """Return the keys of some rows: digits for the first ten, arrows beyond."""
    keys: list[str] = []
    for row in rows:
        keys += [str((row + 1) % 10)] if row < 10 else ["home", *["down"] * row, "space"]
    return keys


CANARY = "canary-金丝雀"
"""Stands in every text of the party that has answered."""


def secret(question: AnyQuestion, which: int) -> Value:
    """Return one of two answers that the other party gives to nothing."""
    match question:
        case ChoiceQuestion(choices=choices):
            return choices[which].id
        case MultiQuestion(choices=choices):
            return (choices[which].id,)
        case RankingQuestion(choices=choices):
            ids = [choice.id for choice in choices]
            return tuple(ids[1:] + ids[:1] if which else ids[2:] + ids[:2])
        case ScaleQuestion():
            return 2 + which
        case NumberQuestion():
            return Decimal(73 + which)
        case DateQuestion():
            return date(2071 + which, 3, 1)
        case RangeQuestion():
            return question.read({"low": 71 + which, "high": 83 + which})
        case AllocationQuestion(choices=choices):
            return question.read({choices[0].id: 67 + which, choices[1].id: 33 - which})
        case TextQuestion():
            return f"{CANARY} {which}"
    raise AssertionError(question.kind)


NUMBERS = {"71", "72", "73", "74", "83", "84", "67", "68"}
"""The numbers of those answers, which stand nowhere else."""


@st.composite
def raws(draw: DrawFn, question: AnyQuestion) -> object:
    """Return an admissible answer in the plain form of TOML, drawn at random."""
    match question:
        case ChoiceQuestion(choices=choices):
            return draw(st.sampled_from([choice.id for choice in choices]))
        case MultiQuestion(choices=choices):
            names = [choice.id for choice in choices]
            free = [name for name in names if name not in question.exclusive]
            several = st.lists(st.sampled_from(free), min_size=1, unique=True)
            return draw(several | st.sampled_from([[name] for name in names]))
        case RankingQuestion(choices=choices):
            return draw(st.permutations([choice.id for choice in choices]))
        case ScaleQuestion():
            return draw(st.integers(question.minimum, question.maximum))
        case NumberQuestion(measure=measure):
            return draw(_numbers(measure))
        case DateQuestion():
            return draw(st.dates(question.minimum, question.maximum))
        case RangeQuestion(measure=measure):
            low, high = sorted(draw(st.tuples(_numbers(measure), _numbers(measure))))
            return {"low": low, "high": high}
        case AllocationQuestion(choices=choices):
            total, places = int(question.total), len(choices) - 1
            cuts = draw(st.lists(st.integers(0, total), min_size=places, max_size=places))
            shares = (high - low for low, high in pairwise([0, *sorted(cuts), total]))
            return {choice.id: share for choice, share in zip(choices, shares, strict=True)}
        case TextQuestion():
            return draw(st.sampled_from(["多快好省", "as we said", "a\u0301 [b]", "=1+1"]))
    raise AssertionError(f"no answer is known for {question.kind}")


def _numbers(of: Measure) -> SearchStrategy[Decimal]:
    """Return numbers that a measure admits."""
    unit = 10**of.decimals
    admitted = st.integers(int(of.minimum) * unit, int(of.maximum) * unit)
    return admitted.map(lambda number: Decimal(number) / unit)
