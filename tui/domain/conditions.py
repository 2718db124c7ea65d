"""Conditions on answers, which show follow-up questions and fire risk rules.

There is no expression language, so every name and value in a condition can be checked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from typing import assert_never

from tui.domain.answers import HIDDEN, Answer
from tui.domain.own_words import choice_id
from tui.domain.values import Allocation, Range, Value, day_number

Answers = Mapping[str, Answer]
"""Question id to the answer of one party; only of questions that it is asked."""


class Operator(StrEnum):
    """What a predicate compares, in the words of the questionnaire format."""

    IS = "is"
    IS_NOT = "is_not"
    IN = "in"
    NOT_IN = "not_in"
    MIN = "min"
    MAX = "max"
    ABOVE = "above"
    BELOW = "below"
    LOW_MIN = "low_min"
    LOW_MAX = "low_max"
    HIGH_MIN = "high_min"
    HIGH_MAX = "high_max"
    HAS = "has"
    HAS_NOT = "has_not"
    ONLY = "only"
    COUNT_MAX = "count_max"
    OVER = "over"
    APART_FROM = "apart_from"
    UNDECIDED = "undecided"
    UNANSWERED = "unanswered"
    DIFFERS = "differs"


ANY = "any"
"""The `who` of a predicate that must hold for at least one party."""
BOTH = "both"
"""The `who` of a predicate that must hold for each party."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """One test on the answer to a question, which is true or false."""

    question: str
    """The id of the question whose answer is tested."""
    operator: Operator
    """How it is compared."""
    operand: tuple[str, ...] | Decimal | str | bool
    """What it is compared with: choice ids, a number, the id of another question, or true.

    A day is compared as its number.
    """
    who: str | None = None
    """`any`, `both` or a party's id; None in a risk rule means the party that is judged."""
    choice: str | None = None
    """The choice whose share is tested (allocation), or whose place (ranking)."""
    by: Decimal | None = None
    """The least distance, for `apart_from`."""

    __test__ = False  # pytest must not collect it


@dataclass(frozen=True, slots=True)
class DisplayCondition:
    """The condition under which a question is asked."""

    all_of: tuple[Predicate, ...] = ()
    """The tests that must all hold: `show_if` of the question, and of its area."""
    one_of_each: tuple[tuple[Predicate, ...], ...] = ()
    """Tests of which one in each group must hold: `show_if_any`, likewise."""

    @property
    def tests(self) -> tuple[Predicate, ...]:
        """All its tests."""
        return (*self.all_of, *chain.from_iterable(self.one_of_each))

    @property
    def cited(self) -> frozenset[str]:
        """The ids of all questions that its tests look at."""
        return cited(self.tests)

    def is_met(self, answers: Mapping[str, Answers]) -> bool:
        """Return whether the condition is met by the answers known so far, by party id."""
        return self.is_met_where(lambda test: holds_for(test, answers, test.who or ANY))

    def is_met_where(self, is_true: Callable[[Predicate], bool]) -> bool:
        """Return whether the condition is met, given which tests hold; without tests it is."""
        some = (any(map(is_true, group)) for group in self.one_of_each)
        return all(map(is_true, self.all_of)) and all(some)


def cited(tests: Sequence[Predicate]) -> frozenset[str]:
    """Return the ids of all questions that tests look at."""
    named = {test.question for test in tests}
    against = {test.operand for test in tests if isinstance(test.operand, str)}
    return frozenset(named | against)


ALWAYS = DisplayCondition()
"""The condition of a question that is always asked."""


def holds_for(test: Predicate, answers: Mapping[str, Answers], who: str) -> bool:
    """Return whether a test holds for the parties that `who` names.

    Args:
        test: The test; its own `who` is not looked at.
        answers: Party id to the answers of that party.
        who: `any`, `both`, or a party's id.
    """
    if who == ANY:
        return any(holds(test, own) for own in answers.values())
    if who == BOTH:
        return len(answers) > 1 and all(holds(test, own) for own in answers.values())
    return who in answers and holds(test, answers[who])


def holds(test: Predicate, own: Answers) -> bool:
    """Return whether a test holds for one party's `own` answers.

    If the question is not asked, not answered or has a non-answer, every test is false except
    `unanswered` and `undecided`. `differs` is always false here, as it compares the two parties
    (see `tui.domain.risks`).
    """
    answer = own.get(test.question)
    if answer is HIDDEN:
        return False
    match test.operator:
        case Operator.UNANSWERED:
            return answer is None or not answer.is_answered
        case Operator.UNDECIDED:
            return answer is not None and answer.is_open
        case Operator.DIFFERS:
            return False
        case _:
            return (
                answer is not None
                and answer.value is not None
                and _value_meets(test, answer.value, own)
            )


def _value_meets(test: Predicate, value: Value, own: Answers) -> bool:
    """Return whether a test holds for `value`, by the type of its operand."""
    match test.operand:
        case Decimal() as bound:
            return _number_meets(test, bound, value)
        case tuple() as wanted:
            return _choices_meet(test, wanted, value)
        case str() as question:
            other = own.get(question)
            return other is not None and _pair_meets(test, value, other.value)
        case _:
            return False


def _choices_meet(test: Predicate, wanted: Sequence[str], value: Value) -> bool:
    """Return whether a test holds whose operator compares choice ids."""
    if not isinstance(value, str | tuple):
        return False
    chosen = set(map(choice_id, (value,) if isinstance(value, str) else value))
    match test.operator:
        case Operator.IS | Operator.IN | Operator.ONLY:
            return chosen <= set(wanted)
        case Operator.HAS:
            return chosen >= set(wanted)
        case Operator.IS_NOT | Operator.NOT_IN | Operator.HAS_NOT:
            return chosen.isdisjoint(wanted)
        case _:
            return False


_BOUNDS: Mapping[Operator, Callable[[Range, Decimal], bool]] = {
    Operator.MIN: lambda ends, bound: ends.low >= bound,
    Operator.MAX: lambda ends, bound: ends.high <= bound,
    Operator.ABOVE: lambda ends, bound: ends.low > bound,
    Operator.BELOW: lambda ends, bound: ends.high < bound,
    Operator.LOW_MIN: lambda ends, bound: ends.low >= bound,
    Operator.LOW_MAX: lambda ends, bound: ends.low <= bound,
    Operator.HIGH_MIN: lambda ends, bound: ends.high >= bound,
    Operator.HIGH_MAX: lambda ends, bound: ends.high <= bound,
    Operator.COUNT_MAX: lambda ends, bound: ends.high <= bound,
}
"""The operators that compare numbers; those without `low` or `high` hold for a whole range."""


def _number_meets(test: Predicate, bound: Decimal, value: Value) -> bool:
    """Return whether a test holds whose operator compares numbers with a bound."""
    ends = _ends(test, value)
    return ends is not None and test.operator in _BOUNDS and _BOUNDS[test.operator](ends, bound)


def _ends(test: Predicate, value: Value) -> Range | None:
    """Return the lowest and the highest number in `value` that a test looks at, or None."""
    match value:
        case Range():
            return value
        case Allocation():
            return _point(value.share(test.choice)) if test.choice else None
        case tuple() if test.operator is Operator.COUNT_MAX:
            return _point(len(value))
        case tuple():
            return _place(value, test.choice)
        case str():
            return None
        case int() | Decimal() | date():
            return _point(day_number(value) if isinstance(value, date) else value)
        case _:
            assert_never(value)


def _place(ranked: Sequence[str], choice: str | None) -> Range | None:
    """Return the place of a choice; what is not ranked lies somewhere behind the rest."""
    if choice is None:
        return None
    if choice in ranked:
        return _point(ranked.index(choice) + 1)
    return Range(Decimal(len(ranked) + 1), Decimal("Infinity"))


def _point(number: int | Decimal) -> Range:
    """Return the range that consists of one number."""
    return Range(Decimal(number), Decimal(number))


def _pair_meets(test: Predicate, value: Value, other: Value | None) -> bool:
    """Return whether a test holds that compares two numbers, or two days, of the same party."""
    match value, other:
        case date(), date():
            own, against = day_number(value), day_number(other)
        case int() | Decimal(), int() | Decimal():
            own, against = Decimal(value), Decimal(other)
        case _:
            return False
    return own > against if test.operator is Operator.OVER else _are_apart(own, against, test.by)


def _are_apart(x: Decimal, y: Decimal, distance: Decimal | None) -> bool:
    return abs(x - y) >= (distance or Decimal(0))
