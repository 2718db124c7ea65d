"""Tests on answers: what opens a follow-up question and what fires a risk rule.

There is no expression language, so every name and value in a condition can be checked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from tui.domain.answers import HIDDEN, Answer
from tui.domain.values import Allocation, Range, Value

Answers = Mapping[str, Answer]
"""One party's answers by question id; only of questions that it is asked."""


class Operator(StrEnum):
    """What a test compares; the words of the questionnaire format."""

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
"""The `who` of a test that one of the parties must meet."""
BOTH = "both"
"""The `who` of a test that each party must meet."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """One question put to the answers, true or false."""

    question: str
    """The id of the question looked at."""
    operator: Operator
    """What is compared."""
    operand: tuple[str, ...] | Decimal | str | bool
    """What it is compared with: choice ids, a number, another question's id, or true."""
    who: str | None = None
    """`any`, `both` or a party's id; None in a risk rule is the party that is judged."""
    choice: str | None = None
    """Of an allocation the share looked at, of a ranking the item whose place is."""
    by: Decimal | None = None
    """For `apart_from`: the least distance."""

    __test__ = False  # not a test of pytest's


@dataclass(frozen=True, slots=True)
class DisplayCondition:
    """When a question is asked."""

    tests: tuple[Predicate, ...] = ()
    """The conditions; none means always."""
    any_is_enough: bool = False
    """Whether one of the tests is enough (`show_if_any`) or all are due (`show_if`)."""

    def is_met(self, answers: Mapping[str, Answers]) -> bool:
        """Return whether the answers known so far, by party id, open the gate."""
        if not self.tests:
            return True
        met = (holds_for(test, answers, test.who or ANY) for test in self.tests)
        return any(met) if self.any_is_enough else all(met)


ALWAYS = DisplayCondition()
"""The gate of a question without conditions."""


def holds_for(test: Predicate, answers: Mapping[str, Answers], who: str) -> bool:
    """Return whether `test` holds for `who`: any, both, or one party by its id."""
    if who == ANY:
        return any(holds(test, own) for own in answers.values())
    if who == BOTH:
        return len(answers) > 1 and all(holds(test, own) for own in answers.values())
    return who in answers and holds(test, answers[who])


def holds(test: Predicate, own: Answers) -> bool:
    """Return whether `test` holds among one party's `own` answers.

    A question that is unanswered, not asked or met with a non-answer makes every test false but
    `unanswered` and `undecided`. `differs` looks at the pair: see `tui.domain.risks`.
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
            return answer is not None and answer.value is not None and _met(test, answer.value, own)


def _met(test: Predicate, value: Value, own: Answers) -> bool:
    """Judge `test` on a `value` that was given, by the kind of its operand."""
    match test.operand:
        case Decimal() as bound:
            return _numeric(test, bound, value)
        case tuple() as wanted:
            return _named(test, wanted, value)
        case str() as question:
            other = own.get(question)
            return other is not None and _against(test, value, other.value)
        case _:
            return False


def _named(test: Predicate, wanted: Sequence[str], value: Value) -> bool:
    """Judge the operators over choice ids."""
    if not isinstance(value, str | tuple):
        return False
    chosen = {value} if isinstance(value, str) else set(value)
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
"""The operators over numbers; `min` and its kin ask it of both ends of a range."""


def _numeric(test: Predicate, bound: Decimal, value: Value) -> bool:
    """Judge the operators over numbers."""
    ends = _ends(test, value)
    return ends is not None and test.operator in _BOUNDS and _BOUNDS[test.operator](ends, bound)


def _ends(test: Predicate, value: Value) -> Range | None:
    """Return the lowest and the highest number that `test` looks at in `value`."""
    match value:
        case Range():
            return value
        case Allocation():
            return _point(value.share(test.choice)) if test.choice else None
        case tuple() if test.operator is Operator.COUNT_MAX:
            return _point(len(value))
        case tuple():
            return _point(value.index(test.choice) + 1) if test.choice in value else None
        case str():
            return None
        case int() | Decimal():
            return _point(value)
        case _:
            assert_never(value)


def _point(number: int | Decimal) -> Range:
    """Return the range that holds `number` alone."""
    return Range(Decimal(number), Decimal(number))


def _against(test: Predicate, value: Value, other: Value | None) -> bool:
    """Judge the operators that set one number against another of the same party."""
    if not isinstance(value, int | Decimal) or not isinstance(other, int | Decimal):
        return False
    if test.operator is Operator.OVER:
        return value > other
    return abs(Decimal(value) - Decimal(other)) >= (test.by or Decimal(0))
