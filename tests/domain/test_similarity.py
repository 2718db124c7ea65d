"""How alike two answers are: the worked values of the measures, and what holds of all."""

from decimal import Decimal

import pytest
from hypothesis import given

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import D, span, split
from tui.domain.questions import AnyQuestion
from tui.domain.similarity import jaccard, kendall, linear, opposed_pairs, overlap, total_variation

BY_SPAN_60 = b.number(by=b.measure(0, 120, span=60))
BY_RATIO_4 = b.number(by=b.measure(0, 10**9, ratio=4, tolerance="1.1", near=2))

WORKED = {
    "unlike choices": (b.choice(ids="gmv repurchase"), "gmv", "repurchase", "0"),
    "a near pair": (b.choice(near=["a b"]), "b", "a", "0.5"),
    "scale 2 and 4 of 5": (b.scale(), 2, 4, "0.5"),
    "30 and 60 days": (BY_SPAN_60, D(30), D(60), "0.5"),
    "30 and 90 days": (BY_SPAN_60, D(30), D(90), "0"),
    "beyond the span": (BY_SPAN_60, D(0), D(120), "0"),
    "3 and 6 million": (BY_RATIO_4, D(3_000_000), D(6_000_000), "0.5"),
    "four times": (BY_RATIO_4, D(1), D(4), "0"),
    "beyond the ratio": (BY_RATIO_4, D(1), D(400), "0"),
    "no money and no money": (BY_RATIO_4, D(0), D(0), "1"),
    "no money and some": (BY_RATIO_4, D(0), D(1), "0"),
    "two of four in common": (b.multi(), ("a", "b", "c"), ("a", "b", "d"), "0.5"),
    "rankings, three pairs opposed": (b.ranking(), tuple("abcde"), tuple("adcbe"), "0.7"),
    "shares half elsewhere": (b.allocation(), split("30/40/30"), split("80/10/10"), "0.5"),
    "shares a tenth elsewhere": (b.allocation(), split("30/40/30"), split("40/30/30"), "0.9"),
    "ranges apart": (b.ranged(), span(3, 5), span(8, 10), "0"),
    "ranges that touch": (b.ranged(), span(3, 5), span(5, 10), "0"),
    "equal points": (b.ranged(), span(5, 5), span(5, 5), "1"),
    "a point in a range": (b.ranged(), span(5, 5), span(3, 8), "0"),
    "a range in a range": (b.ranged(), span(4, 6), span(2, 10), "0.25"),
}


@pytest.mark.parametrize(("question", "x", "y", "alike"), WORKED.values(), ids=WORKED)
def test_the_worked_values_hold_in_both_directions(
    question: AnyQuestion, x: object, y: object, alike: str
) -> None:
    for found in (question.similarity(x, y), question.similarity(y, x)):
        assert found is not None
        assert found.quantize(D("1e-20")) == D(alike)


def test_overlapping_ranges_share_a_seventh() -> None:
    assert b.ranged().similarity(span(5, 8), span(7, 12)) == D(1) / 7


def test_texts_have_no_similarity() -> None:
    assert b.text().similarity("same", "same") is None


def test_the_formulas_by_themselves() -> None:
    assert linear(D(30), D(90), D(60)) == 0
    assert jaccard({"a"}, {"b"}) == 0
    assert opposed_pairs("abc", "cba", "abc") == (D(3), 3)
    assert kendall("abc", "cba", "abc") == 0
    assert total_variation({"a": D(100)}, {"b": D(100)}) == 100
    assert overlap((D(0), D(4)), (D(2), D(4))) == D("0.5")


@draw.quick
@given(draw.pairs())
def test_similarity_is_symmetric_and_between_0_and_1(
    drawn: tuple[AnyQuestion, object, object],
) -> None:
    question, x, y = drawn
    alike = question.similarity(x, y)
    assert isinstance(alike, Decimal)
    assert 0 <= alike <= 1
    assert alike == question.similarity(y, x)


@draw.quick
@given(draw.pairs())
def test_an_answer_is_wholly_like_itself(drawn: tuple[AnyQuestion, object, object]) -> None:
    question, x, _ = drawn
    assert question.similarity(x, x) == 1
