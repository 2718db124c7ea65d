"""In what two answers agree and differ: the same is said of equals only."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import D, span, split
from tui.domain.contrast import Contrast, Relation
from tui.domain.questions import AnyQuestion

R = Relation
DAYS = b.measure(tolerance=7, near=20)
FEES = b.measure(tolerance=5)
MONEY = b.measure(0, 10_000, tolerance="1.1", near=2, ratio=4)

CONTRASTS: list[tuple[AnyQuestion, Any, Any, Contrast[Any]]] = [
    (b.choice(near=["a b"]), "a", "a", Contrast(R.SAME)),
    (b.choice(near=["a b"]), "a", "b", Contrast(R.NEAR_PAIR)),
    (b.choice(near=["a b"]), "a", "c", Contrast(R.OTHER)),
    (b.text(), "x", "y", Contrast(R.OTHER)),
    (b.scale(), 2, 5, Contrast(R.LEVELS, D(3), D(5))),
    (b.number(by=DAYS), D(7), D(10), Contrast(R.WITHIN, D(3), D(7))),
    (b.number(by=DAYS), D(7), D(30), Contrast(R.APART, D(23))),
    (b.number(by=MONEY), D(100), D(105), Contrast(R.TIMES_WITHIN, D("1.05"), D("1.1"))),
    (b.number(by=MONEY), D(100), D(300), Contrast(R.TIMES_APART, D(3))),
    (b.number(by=MONEY), D(0), D(300), Contrast(R.OTHER)),
    (b.day(tolerance=D(3)), date(2026, 3, 1), date(2026, 2, 27), Contrast(R.WITHIN, D(2), D(3))),
    (b.day(), date(2026, 3, 1), date(2026, 2, 1), Contrast(R.APART, D(28))),
    (b.ranged(), span(30, 60), span(30, 60), Contrast(R.SAME)),
    (b.ranged(), span(30, 60), span(50, 100), Contrast(R.OVERLAP, shared=span(50, 60))),
    (b.ranged(), span(30, 60), span(60, 100), Contrast(R.TOUCH, shared=span(60, 60))),
    (b.ranged(), span(5, 8), span(13, 17), Contrast(R.GAP, D(5))),
    (b.ranged(), span(2, 9), span(3, 3), Contrast(R.OVERLAP, shared=span(3, 3))),
    (b.ranged(by=FEES), span(10, 10), span(12, 12), Contrast(R.ENDS_WITHIN, bound=D(5))),
    (b.multi(), ("a", "b"), ("a", "b"), Contrast(R.SAME)),
    (
        b.multi(),
        ("a", "b"),
        ("a", "c", "d"),
        Contrast(R.PICKS, shared=("a",), only=(("b",), ("c", "d"))),
    ),
    (b.multi(), ("a",), ("a", "c"), Contrast(R.PICKS, shared=("a",), only=(None, ("c",)))),
    (b.multi(), ("a",), ("c",), Contrast(R.OTHER_PICKS, only=(("a",), ("c",)))),
    (
        b.ranking(ids="a b c"),
        ("a", "b", "c"),
        ("a", "c", "b"),
        Contrast(R.SAME_FIRST, shared=("a",)),
    ),
    (
        b.ranking(ids="a b c"),
        ("a", "b", "c"),
        ("b", "a", "c"),
        Contrast(R.OTHER_FIRST, shared=("c",), only=(("a",), ("b",))),
    ),
    (
        b.ranking(ids="a b"),
        ("a", "b"),
        ("b", "a"),
        Contrast(R.OTHER_FIRST, only=(("a",), ("b",))),
    ),
    (b.allocation(), split("40/50/10"), split("60/30/10"), Contrast(R.SHARES, D(20), D(100))),
    (b.allocation(), split("40/50/10"), split("40/50/10"), Contrast(R.SAME)),
]


@pytest.mark.parametrize(
    ("question", "x", "y", "expected"),
    CONTRASTS,
    ids=[f"{q.kind}-{c.relation}" for q, *_, c in CONTRASTS],
)
def test_in_what_two_answers_agree_and_differ(
    question: AnyQuestion, x: Any, y: Any, expected: Contrast[Any]
) -> None:
    assert question.contrast(x, y) == expected


@draw.quick
@given(draw.pairs())
def test_the_same_is_said_of_equals_only_and_a_swap_swaps_the_sides(
    drawn: tuple[AnyQuestion, Any, Any],
) -> None:
    question, x, y = drawn
    there, back = question.contrast(x, y), question.contrast(y, x)
    assert (there.relation is R.SAME) is (question.plain(x) == question.plain(y))
    assert (back.relation, back.apart, back.bound) == (there.relation, there.apart, there.bound)
    assert back.only == tuple(reversed(there.only))


def test_a_factor_never_stands_on_the_other_side_of_a_bound() -> None:
    question = b.number(by=MONEY)
    assert question.distance_wording(D("2.0049"), "en") == "×2.005"
    assert question.distance_wording(D("1.1004"), "en") == "×1.1004"


def test_the_tolerance_of_two_amounts_is_a_factor_also_at_the_ends_of_a_range() -> None:
    fees = b.ranged(by=b.measure(tolerance="1.5", near=2, ratio=4, unit=b.both("%", "%")))
    assert fees.bound_wording(D("1.5"), "en") == "×1.5"
    assert fees.distance_wording(D(4), "en") == "4 percentage points"


def test_a_factor_is_never_rounded_to_none() -> None:
    apart = b.number(by=MONEY).contrast(D(50_000), D(50_001)).apart
    assert apart is not None
    assert b.number(by=MONEY).distance_wording(apart, "en") == "×1.00002"
    assert b.number(by=MONEY).distance_wording(D(3), "en") == "×3"
    assert b.number(by=MONEY).distance_wording(D(10) / 3, "en") == "×3.33"
