"""What each type admits, refuses and calls near: with the bounds decided exactly."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import D, span, split
from tui.domain.questions import (
    QUESTION_TYPES,
    AllocationQuestion,
    AnyQuestion,
    Closeness,
    InvalidAnswer,
    Kind,
    NumberQuestion,
    ScaleQuestion,
)
from tui.domain.verdict import Verdict, compare

ORDER = [Closeness.ALIGNED, Closeness.PARTIAL, Closeness.DIVERGENT]


def test_every_type_of_the_format_has_a_record() -> None:
    assert set(QUESTION_TYPES) == set(Kind)


@draw.quick
@given(st.data())
def test_an_answer_survives_being_written_and_read_again(data: st.DataObject) -> None:
    question = data.draw(draw.questions())
    value = data.draw(draw.values(question))
    assert question.read(question.plain(value)) == value


@draw.quick
@given(st.data())
def test_every_answer_has_words_in_every_language(data: st.DataObject) -> None:
    question = data.draw(draw.questions())
    value = data.draw(draw.values(question))
    assert all(question.wording(value, language) for language in b.LANGUAGES)


FINE = b.number(by=b.measure(0, 100, decimals=2))
REFUSED: list[tuple[AnyQuestion, Any, str]] = [
    (b.choice(), "z", "answer.unknown_choice"),
    (b.choice(), 1, "answer.unknown_choice"),
    (b.yesno(), True, "answer.unknown_choice"),
    (b.owner(), "somebody", "answer.unknown_choice"),
    (b.multi(), "a", "answer.not_list"),
    (b.multi(), [], "answer.empty"),
    (b.multi(), ["a", "z"], "answer.unknown_choice"),
    (b.multi(), [["a"]], "answer.unknown_choice"),
    (b.multi(), ["a", "a"], "answer.repeated_choice"),
    (b.multi(exclusive="e"), ["a", "e"], "answer.exclusive"),
    (b.day(), "2026-12-05", "answer.not_day"),
    (b.day(), datetime(2026, 12, 5), "answer.not_day"),
    (b.day(minimum=date(2026, 12, 5)), date(2026, 12, 4), "answer.day_too_early"),
    (b.day(maximum=date(2026, 12, 5)), date(2026, 12, 6), "answer.day_too_late"),
    (b.multi(most=2), ["a", "b", "c"], "answer.too_many_choices"),
    (b.ranking(first=2), ["a", "b", "c"], "answer.too_many_ranked"),
    (b.ranking(first=2), ["a"], "answer.incomplete_ranking"),
    (b.choice(), "other: x", "answer.unknown_choice"),
    (b.choice(other=True), "other:  ", "answer.no_own_words"),
    (b.choice(other=True), f"other: {'x' * 121}", "answer.too_long"),
    (b.multi(), ["other: x"], "answer.unknown_choice"),
    (b.multi(other=True), ["other: x", "other: y"], "answer.several_own"),
    (b.multi(other=True, exclusive="e"), ["e", "other: x"], "answer.exclusive"),
    (b.scale(), "3", "answer.not_whole"),
    (b.scale(), True, "answer.not_whole"),
    (b.scale(), D("2.5"), "answer.not_whole"),
    (b.scale(), 0, "answer.out_of_bounds"),
    (b.scale(), 6, "answer.out_of_bounds"),
    (b.number(), "5", "answer.not_number"),
    (b.number(), True, "answer.not_number"),
    (b.number(), D("NaN"), "answer.not_number"),
    (b.number(), D("sNaN"), "answer.not_number"),
    (b.number(), D("Infinity"), "answer.not_number"),
    (b.number(), -1, "answer.out_of_bounds"),
    (b.number(), 101, "answer.out_of_bounds"),
    (b.number(), D("1.5"), "answer.too_many_decimals"),
    (FINE, D("1.005"), "answer.too_many_decimals"),
    (b.ranged(), 5, "answer.not_range"),
    (b.ranged(), {"low": 5}, "answer.not_range"),
    (b.ranged(), {"low": 5, "high": 6, "more": 7}, "answer.not_range"),
    (b.ranged(), {"low": 6, "high": 5}, "answer.reversed_range"),
    (b.ranged(), {"low": 0, "high": 101}, "answer.out_of_bounds"),
    (b.allocation(), [100], "answer.not_table"),
    (b.allocation(), {"a": 100, "z": 0}, "answer.unknown_choice"),
    (b.allocation(), {"a": 50, "b": 49}, "answer.wrong_total"),
    (b.allocation(), {"a": 110, "b": -10}, "answer.out_of_bounds"),
    (b.allocation(), {"a": "100"}, "answer.not_number"),
    (b.ranking(), list("abcd"), "answer.incomplete_ranking"),
    (b.allocation(), {"a": D("33.33333"), "b": D("66.66667")}, "answer.too_many_decimals"),
    (b.ranking(), list("abcda"), "answer.repeated_choice"),
    (b.ranking(), "abcde", "answer.not_list"),
    (b.text(), 5, "answer.not_text"),
    (b.text(), " \n\u200b\x1b ", "answer.empty"),
    (b.text(max_length=3), "abcd", "answer.too_long"),
]


@pytest.mark.parametrize(
    ("question", "raw", "key"), REFUSED, ids=[f"{q.kind}-{raw!r}" for q, raw, _ in REFUSED]
)
def test_what_is_no_answer_is_refused_with_the_reason(
    question: AnyQuestion, raw: object, key: str
) -> None:
    with pytest.raises(InvalidAnswer) as refusal:
        question.read(raw)
    assert refusal.value.message.key == key


def test_a_refusal_says_what_was_given_and_what_was_due() -> None:
    with pytest.raises(InvalidAnswer) as refusal:
        b.allocation().read({"a": 50, "b": D("49.50")})
    assert refusal.value.message.values == {"given": "99.5", "total": "100"}


@pytest.mark.parametrize("tail", ["0001", "0" * 40 + "1"])
def test_a_number_with_a_long_tail_of_decimals_is_refused(tail: str) -> None:
    with pytest.raises(InvalidAnswer) as refusal:
        b.number().read(D(f"5.{tail}"))
    assert refusal.value.message.key == "answer.too_many_decimals"


def test_idle_zeros_are_no_decimals() -> None:
    assert b.number().read(D("5.00")) == 5


def test_what_is_chosen_comes_in_the_order_of_the_question() -> None:
    assert b.multi().read(["c", "a"]) == ("a", "c")


def test_a_choice_that_is_not_named_has_no_share() -> None:
    assert b.allocation().read({"b": 100}) == split("0/100/0")


def test_a_text_is_cleaned_before_it_is_measured() -> None:
    assert b.text(max_length=2).read(" a\u202e\x1bb ") == "ab"


AMOUNT = b.number(by=b.measure(0, 10**9, ratio=8, tolerance="1.1", near=2))
LOOSE = b.number(by=b.measure(tolerance=5, near=15))
DRIFT = b.ranged(by=b.measure(tolerance=2))
SEVEN = b.allocation(total=D(7))
THIRD = b.choice(near=["a b"])
BOUNDS: list[tuple[AnyQuestion, Any, Any, str]] = [
    (THIRD, "a", "a", "aligned"),
    (THIRD, "b", "a", "partial"),
    (THIRD, "a", "c", "divergent"),
    (b.scale(), 2, 2, "aligned"),
    (b.scale(), 2, 3, "partial"),
    (b.scale(), 2, 4, "divergent"),
    (b.scale(tolerance=D(1), near=D(2)), 2, 3, "aligned"),
    (b.scale(tolerance=D(1), near=D(2)), 2, 4, "partial"),
    (LOOSE, D(30), D(35), "aligned"),
    (LOOSE, D(30), D("35.01"), "partial"),
    (LOOSE, D(30), D(45), "partial"),
    (LOOSE, D(30), D("45.01"), "divergent"),
    (AMOUNT, D(100), D(110), "aligned"),
    (AMOUNT, D(100), D("110.01"), "partial"),
    (AMOUNT, D(100), D(200), "partial"),
    (AMOUNT, D(100), D("200.01"), "divergent"),
    (AMOUNT, D(0), D(0), "aligned"),
    (AMOUNT, D(0), D("0.01"), "divergent"),
    (b.ranged(), span(5, 8), span(5, 8), "aligned"),
    (b.ranged(), span(5, 8), span(7, 12), "partial"),
    (b.ranged(), span(5, 8), span(8, 12), "partial"),
    (b.ranged(), span(5, 8), span(9, 12), "divergent"),
    (b.ranged(), span(5, 5), span(3, 8), "partial"),
    (DRIFT, span(5, 8), span(7, 10), "aligned"),
    (DRIFT, span(5, 8), span(5, 11), "partial"),
    (b.multi(), ("a", "b"), ("a", "b", "c"), "aligned"),  # 2/3
    (b.multi(), ("a", "b", "c"), ("a", "b", "d"), "partial"),  # 1/2
    (b.multi(), ("a",), ("a", "b", "c"), "partial"),  # 1/3
    (b.multi(), ("a",), ("a", "b", "c", "d"), "divergent"),  # 1/4
    (b.multi(must="c"), ("a", "b"), ("a", "b", "c"), "divergent"),
    (b.multi(must="c"), ("b", "c"), ("a", "b", "c"), "aligned"),
    (b.multi(must="e"), ("a", "b"), ("a", "b", "c"), "aligned"),
    (b.ranking(), tuple("abcde"), tuple("abced"), "aligned"),  # 0.9
    (b.ranking(), tuple("abcde"), tuple("abecd"), "aligned"),  # 0.8
    (b.ranking(), tuple("abcde"), tuple("adebc"), "partial"),  # 0.6
    (b.ranking(), tuple("abcde"), tuple("bacde"), "partial"),  # 0.9, another first
    (b.ranking(), tuple("abcde"), tuple("aecdb"), "partial"),  # 0.5
    (b.ranking(), tuple("abcde"), tuple("aedcb"), "divergent"),  # 0.4
    (b.ranking(), tuple("abcde"), tuple("bcdea"), "divergent"),  # 0.6, but first is last
    (b.ranking(ids="a b"), ("a", "b"), ("b", "a"), "divergent"),
    (b.allocation(), split("30/40/30"), split("40/30/30"), "aligned"),  # 10 %
    (b.allocation(), split("30/40/30"), split("40.0001/29.9999/30"), "partial"),
    (b.allocation(), split("30/40/30"), split("55/15/30"), "partial"),  # 25 %
    (b.allocation(), split("30/40/30"), split("55.0001/14.9999/30"), "divergent"),
    (SEVEN, split("3/4/0"), split("3.7/3.3/0"), "aligned"),  # 10 % of 7
    (SEVEN, split("3/4/0"), split("3.7001/3.2999/0"), "partial"),
    (b.allocation(tolerance=D(0)), split("30/70/0"), split("31/69/0"), "partial"),
]


@pytest.mark.parametrize(
    ("question", "x", "y", "near"),
    BOUNDS,
    ids=[f"{q.kind}-{n}" for n, (q, *_) in enumerate(BOUNDS)],
)
def test_bounds_are_inclusive_and_exact_in_both_directions(
    question: AnyQuestion, x: object, y: object, near: str
) -> None:
    assert question.closeness(x, y) == question.closeness(y, x) == near


@draw.quick
@given(draw.pairs())
def test_closeness_is_symmetric(drawn: tuple[AnyQuestion, Any, Any]) -> None:
    question, x, y = drawn
    assert question.closeness(x, y) is question.closeness(y, x)
    assert question.overlaps(x, y) is question.overlaps(y, x)


@draw.quick
@given(draw.pairs(tuple(Kind)))
def test_equal_answers_are_aligned(drawn: tuple[AnyQuestion, Any, Any]) -> None:
    question, x, _ = drawn
    assert question.closeness(x, x) is Closeness.ALIGNED


def nearer(question: AnyQuestion, by: int) -> AnyQuestion:
    """Return the question with a wider `near`."""
    if isinstance(question, NumberQuestion):
        return replace(question, measure=replace(question.measure, near=question.measure.near + by))
    assert isinstance(question, ScaleQuestion | AllocationQuestion)
    return replace(question, near=question.near + by)


@draw.quick
@given(draw.pairs((Kind.SCALE, Kind.NUMBER, Kind.ALLOCATION)), st.integers(0, 60))
def test_raising_near_never_makes_a_verdict_worse(
    drawn: tuple[AnyQuestion, Any, Any], by: int
) -> None:
    question, x, y = drawn
    raised = nearer(question, by).closeness(x, y)
    assert ORDER.index(raised) <= ORDER.index(question.closeness(x, y))


MONTHS = b.measure(unit=b.both("months", "个月"), unit_one=b.both("month", "个月"))
WORDS: list[tuple[AnyQuestion, Any, str, str]] = [
    (b.choice(), "a", "A", "A（中）"),
    (b.multi(), ("a", "c"), "A, C", "A（中）、C（中）"),
    (b.scale(low=b.both("never", "从不")), 1, "1 / 5 (1 = never)", "1 / 5 (1 = 从不)"),
    (
        b.scale(low=b.both("never", "从不"), high=b.both("always", "总是")),
        4,
        "4 / 5 (1 = never, 5 = always)",
        "4 / 5 (1 = 从不、5 = 总是)",
    ),
    (b.scale(), 3, "3 / 5", "3 / 5"),
    (b.number(by=b.measure(unit=b.both("days", "天"))), D(30), "30 days", "30天"),
    (b.number(by=b.measure(unit=b.both("%", "%"))), D("2.50"), "2.5%", "2.5%"),
    (b.number(by=b.measure(unit=b.both("days", "天"))), D(1), "1 days", "1天"),
    (b.number(by=MONTHS), D(1), "1 month", "1个月"),
    (b.number(by=MONTHS), D(2), "2 months", "2个月"),
    (b.ranged(by=MONTHS), span(1, 1), "1 month", "1个月"),
    (b.ranged(by=MONTHS), span(1, 3), "1 – 3 months", "1 – 3个月"),
    (b.ranged(), span(5, 8), "5 – 8", "5 – 8"),
    (b.allocation(ids="a b"), split("30/70"), "A 30, B 70", "A（中） 30、B（中） 70"),
    (b.ranking(ids="a b"), ("b", "a"), "B > A", "B（中） > A（中）"),
    (b.text(), "[b]多快好省[/b]", "[b]多快好省[/b]", "[b]多快好省[/b]"),
]


@pytest.mark.parametrize(
    ("question", "value", "english", "chinese"), WORDS, ids=[f"{q.kind}-{v}" for q, v, *_ in WORDS]
)
def test_answers_in_words(question: AnyQuestion, value: Any, english: str, chinese: str) -> None:
    assert question.wording(value, "en") == english
    assert question.wording(value, "zh-CN") == chinese


OWN = b.choice(other=True)
SOME = b.multi(ids="a b c", other=True)


def test_the_same_words_of_ones_own_are_the_same_choice() -> None:
    ours, theirs = (OWN.read(f"other: {words}") for words in (" By courier", "by COURIER "))
    assert OWN.closeness(ours, theirs) is Closeness.ALIGNED
    assert OWN.similarity(ours, theirs) == 1
    assert OWN.wording(ours, "en") == "Other: By courier"
    assert OWN.wording(ours, "zh-CN") == "其他：By courier"
    pair = SOME.read(["a", "other: X"]), SOME.read(["other: x", "a"])
    assert SOME.similarity(*pair) == 1
    assert SOME.contrast(*pair).relation == "same"


@pytest.mark.parametrize(
    ("question", "ours", "theirs", "verdict"),
    [
        (OWN, "other: a", "other: A", Verdict.ALIGNED),
        (OWN, "other: a", "other: b", Verdict.DISCUSS),
        (OWN, "other: a", "a", Verdict.DIVERGENT),
        (SOME, ("a", "b", "other: x"), ("a", "b", "other: y"), Verdict.DISCUSS),
        (SOME, ("a", "b", "other: x"), ("a", "b"), Verdict.ALIGNED),
        (SOME, ("a", "other: x"), ("b", "other: X"), Verdict.PARTIAL),
    ],
)
def test_two_different_words_of_their_own_are_for_people_to_compare(
    question: AnyQuestion, ours: Any, theirs: Any, verdict: Verdict
) -> None:
    found = compare(question, b.answer(ours), b.answer(theirs))
    assert found.verdict is verdict
    assert (found.similarity is None) is (verdict is Verdict.DISCUSS)


FIRST_THREE = b.ranking(ids="a b c d e f", first=3)


@pytest.mark.parametrize(
    ("x", "y", "similarity", "close"),
    [
        ("abc", "abc", D(1), Closeness.ALIGNED),
        ("abc", "acb", D(11) / 12, Closeness.ALIGNED),
        ("abc", "abd", D(11) / 14, Closeness.PARTIAL),
        ("abc", "bac", D(11) / 12, Closeness.PARTIAL),
        ("abc", "def", D(3) / 15, Closeness.DIVERGENT),
        ("abc", "cde", D(5) / 15 + D(1) / 15, Closeness.DIVERGENT),
    ],
)
def test_of_the_first_few_the_pairs_count_that_at_least_one_side_orders(
    x: str, y: str, similarity: Any, close: Closeness
) -> None:
    ours, theirs = (FIRST_THREE.read(list(order)) for order in (x, y))
    assert FIRST_THREE.similarity(ours, theirs) == FIRST_THREE.similarity(theirs, ours)
    assert abs(FIRST_THREE.similarity(ours, theirs) - similarity) < D("1e-20")
    assert FIRST_THREE.closeness(ours, theirs) is close


@draw.quick
@given(st.permutations("abcde"), st.permutations("abcde"))
def test_ranking_all_is_the_same_as_ranking_the_first_of_as_many(x: Any, y: Any) -> None:
    whole, first = b.ranking(), b.ranking(first=5)
    pair = tuple(x), tuple(y)
    assert whole.similarity(*pair) == first.similarity(*pair)
    assert whole.closeness(*pair) is first.closeness(*pair)
    assert whole.contrast(*pair) == first.contrast(*pair)
