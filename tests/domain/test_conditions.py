"""Tests on answers: every operator, every non-answer, and for whom they hold."""

from datetime import date
from typing import Any

import pytest

from tests.domain import builders as b
from tests.domain.builders import D, span, split, when
from tui.domain.answers import NOTHING, Answer, NonAnswer
from tui.domain.conditions import DisplayCondition, Operator, Predicate, holds, holds_for

AB, DEAL = ("a", "b"), split("70/30/0")
CASES: list[tuple[str, Any, Any, bool]] = [
    ("is", ("a",), "a", True),
    ("is", ("a",), "b", False),
    ("is_not", ("a",), "b", True),
    ("is_not", ("a",), "a", False),
    ("in", AB, "b", True),
    ("in", AB, "c", False),
    ("not_in", AB, "c", True),
    ("not_in", AB, "b", False),
    ("min", 30, D(30), True),
    ("min", 30, D("29.99"), False),
    ("max", 30, D(30), True),
    ("max", 30, D("30.01"), False),
    ("above", 30, D("30.01"), True),
    ("above", 30, D(30), False),
    ("below", 30, D("29.99"), True),
    ("below", 30, D(30), False),
    ("min", 3, 3, True),
    ("above", 3, 3, False),
    ("min", 5, span(5, 9), True),
    ("min", 6, span(5, 9), False),
    ("max", 9, span(5, 9), True),
    ("max", 8, span(5, 9), False),
    ("above", 4, span(5, 9), True),
    ("above", 5, span(5, 9), False),
    ("below", 10, span(5, 9), True),
    ("below", 9, span(5, 9), False),
    ("low_min", 5, span(5, 9), True),
    ("low_min", 6, span(5, 9), False),
    ("low_max", 5, span(5, 9), True),
    ("low_max", 4, span(5, 9), False),
    ("high_min", 9, span(5, 9), True),
    ("high_min", 10, span(5, 9), False),
    ("high_max", 9, span(5, 9), True),
    ("high_max", 8, span(5, 9), False),
    ("has", ("a",), ("a", "c"), True),
    ("has", ("b",), ("a", "c"), False),
    ("has_not", ("b",), ("a", "c"), True),
    ("has_not", ("a",), ("a", "c"), False),
    ("only", ("a",), ("a",), True),
    ("only", ("a",), ("a", "c"), False),
    ("count_max", 2, ("a", "c"), True),
    ("count_max", 1, ("a", "c"), False),
    ("over", "other", D(51), True),
    ("over", "other", D(50), False),
    ("undecided", True, "a", False),
    ("undecided", True, NonAnswer.UNDECIDED, True),
    ("undecided", True, NonAnswer.LATER, True),
    ("undecided", True, NonAnswer.NOT_APPLICABLE, False),
    ("undecided", True, NOTHING, False),
    ("unanswered", True, "a", False),
    ("unanswered", True, NOTHING, True),
    ("unanswered", True, Answer(note="hm"), True),
    ("unanswered", True, NonAnswer.UNDECIDED, False),
    ("unanswered", True, NonAnswer.NOT_APPLICABLE, False),
]


@pytest.mark.parametrize(("operator", "operand", "value", "true"), CASES)
def test_operators(operator: str, operand: Any, value: Any, true: bool) -> None:
    own = {"q": b.answer(value), "other": b.answer(D(50))}
    assert holds(when("q", operator, operand), own) is true


@pytest.mark.parametrize(
    ("operator", "operand", "choice", "value", "true"),
    [
        ("min", 70, "a", DEAL, True),
        ("above", 70, "a", DEAL, False),
        ("below", 1, "c", DEAL, True),
        ("max", 0, "b", DEAL, False),
        ("max", 1, "b", ("b", "a", "c"), True),
        ("max", 1, "a", ("b", "a", "c"), False),
        ("above", 2, "c", ("b", "a", "c"), True),
    ],
)
def test_the_share_of_a_choice_and_the_place_in_a_ranking(
    operator: str, operand: int, choice: str, value: Any, true: bool
) -> None:
    test = when("q", operator, operand, choice=choice)
    assert holds(test, {"q": b.answer(value)}) is true


@pytest.mark.parametrize(
    ("mine", "true"), [(10, True), (15, True), (16, False), (90, True), (74, False)]
)
def test_numbers_of_one_party_that_are_apart(mine: int, true: bool) -> None:
    test = when("q", "apart_from", "other", by=D(30))
    assert holds(test, {"q": b.answer(D(mine)), "other": b.answer(D(45))}) is true


ON_STATES = {Operator.UNDECIDED, Operator.UNANSWERED, Operator.DIFFERS}
ON_VALUES = {Operator.APART_FROM: when("q", "apart_from", "other", by=D(0))} | {
    Operator(name): when("q", name, operand) for name, operand, *_ in CASES if name not in ON_STATES
}


def test_every_operator_is_tried_here() -> None:
    assert set(ON_VALUES) | ON_STATES == set(Operator)


@pytest.mark.parametrize("said", [NOTHING, *NonAnswer, None])
@pytest.mark.parametrize("test", ON_VALUES.values(), ids=ON_VALUES)
def test_without_an_answer_every_test_on_a_value_is_false(
    test: Predicate, said: Answer | NonAnswer | None
) -> None:
    own = {"other": b.answer(D(50))}
    assert not holds(test, own if said is None else own | {"q": b.answer(said)})


@pytest.mark.parametrize("said", [NOTHING, *NonAnswer, None])
@pytest.mark.parametrize("operator", ["over", "apart_from"])
def test_a_number_is_set_against_nothing_but_a_number(
    operator: str, said: Answer | NonAnswer | None
) -> None:
    own = {"q": b.answer(D(90))} | ({} if said is None else {"other": b.answer(said)})
    assert not holds(when("q", operator, "other", by=D(1)), own)


SAYS_A = when("q", "is", ("a",))


@pytest.mark.parametrize(
    ("brand", "agency", "holding"),
    [
        ("a", "a", {"any", "both", "brand", "agency"}),
        ("a", "b", {"any", "brand"}),
        ("b", "a", {"any", "agency"}),
        ("a", NonAnswer.LATER, {"any", "brand"}),
        ("b", "b", set()),
        (NOTHING, NOTHING, set()),
    ],
)
def test_for_whom_a_test_holds(brand: object, agency: object, holding: set[str]) -> None:
    known = {"brand": {"q": b.answer(brand)}, "agency": {"q": b.answer(agency)}}
    everyone = ("any", "both", "brand", "agency")
    assert {who for who in everyone if holds_for(SAYS_A, known, who)} == holding


def test_what_is_known_of_one_party_alone_never_holds_for_both() -> None:
    known = {"brand": {"q": b.answer("a")}}
    assert not holds_for(SAYS_A, known, "both")
    assert not holds_for(SAYS_A, known, "agency")


def test_a_gate_asks_for_all_of_its_tests_or_for_one() -> None:
    tests = SAYS_A, when("r", "is", ("a",))
    known = {"brand": {"q": b.answer("a"), "r": b.answer("b")}, "agency": {}}
    assert not b.gate(*tests).is_met(known)
    assert b.gate(*tests, any_is_enough=True).is_met(known)
    assert b.gate().is_met(known)


@pytest.mark.parametrize(
    ("said", "is_open"),
    [("aaa", True), ("aab", True), ("aba", True), ("abb", False), ("baa", False)],
)
def test_a_gate_can_ask_for_all_of_some_tests_and_one_of_others(said: str, is_open: bool) -> None:
    first, *others = (when(name, "is", ("a",)) for name in "qrs")
    condition = DisplayCondition((first,), (tuple(others),))
    answers = {name: b.answer(each) for name, each in zip("qrs", said, strict=True)}
    assert condition.is_met({"brand": answers}) is is_open
    assert condition.cited == {"q", "r", "s"}


def test_a_gate_looks_at_either_party_unless_told_at_whom() -> None:
    known = {"brand": {"q": b.answer("b")}, "agency": {"q": b.answer("a")}}
    opened = {
        who: b.gate(when("q", "is", ("a",), who=who)).is_met(known)
        for who in (None, "any", "both", "brand", "agency")
    }
    assert opened == {None: True, "any": True, "both": False, "brand": False, "agency": True}


@pytest.mark.parametrize(
    ("operator", "bound", "is_met"),
    [("above", 2, True), ("above", 3, False), ("min", 3, True), ("max", 6, False)],
)
def test_what_is_not_ranked_lies_behind_the_rest(operator: str, bound: int, is_met: bool) -> None:
    own = {"q": b.answer(("a", "b"))}
    test = when("q", operator, D(bound), choice="c")
    assert holds(test, own) is is_met


@pytest.mark.parametrize(
    ("operator", "operand", "is_met"),
    [
        ("above", D(date(2026, 12, 4).toordinal()), True),
        ("max", D(date(2026, 12, 4).toordinal()), False),
        ("over", "earlier", True),
        ("over", "number", False),
        ("apart_from", "earlier", True),
    ],
)
def test_a_day_is_compared_with_days(operator: str, operand: Any, is_met: bool) -> None:
    own = {
        "q": b.answer(date(2026, 12, 5)),
        "earlier": b.answer(date(2026, 11, 5)),
        "number": b.answer(D(3)),
    }
    assert holds(when("q", operator, operand, by=D(30)), own) is is_met


@pytest.mark.parametrize(
    ("operator", "is_met"), [("is", True), ("is_not", False), ("in", True), ("not_in", False)]
)
def test_words_of_ones_own_are_called_other(operator: str, is_met: bool) -> None:
    own = {"q": b.answer("other: by courier")}
    assert holds(when("q", operator, ("other",)), own) is is_met
    assert holds(when("q", operator, ("a",)), own) is not is_met
