"""Pictures are true: where marks stand, what an axis shows, and that nothing private is in one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from tests.domain import builders as b
from tests.domain import strategies as draw
from tui.domain.answers import Answer, NonAnswer
from tui.domain.minutes import Minutes, Revision
from tui.domain.pictures import (
    Absence,
    Axis,
    ColumnsPicture,
    DumbbellPicture,
    LinePicture,
    OptionsPicture,
    Picture,
    PrivatePicture,
    TextsPicture,
)
from tui.domain.pictures.axis import linear, logarithmic
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion, Kind
from tui.domain.report import ReportedQuestion
from tui.domain.report_builder import report
from tui.domain.values import Range

D = Decimal
UNDECIDED = NonAnswer.UNDECIDED


def told(question: AnyQuestion, first: object, second: object) -> ReportedQuestion:
    """Return a question of a report with two answers; None stands for nothing said."""
    said = ({} if answer is None else {"q": b.answer(answer)} for answer in (first, second))
    brand, agency = said
    return report(b.session(question, brand=brand, agency=agency)).questions[0]


def drawn(question: AnyQuestion, first: object, second: object) -> Any:
    """Return the picture of two answers."""
    return told(question, first, second).picture


def ends(axis: Axis) -> str:
    return f"{axis.low:f} to {axis.high:f}"


WIDE = 10**30


@pytest.mark.parametrize(
    ("values", "minimum", "maximum", "ticks"),
    [
        ("10 7", 0, 1000, "0 5 10 15 20"),
        ("30 31", 0, 1000, "0 10 20 30 40 50"),
        ("0 0", 0, 1000, "0 1"),
        ("1 2", 0, 1000, "0 1 2 3 4 5"),
        ("0.3 0.5", 0, 1000, "0 0.25 0.5 0.75 1"),
        ("7 7", 0, 7, "0 1 2 3 4 5 6 7"),
        ("60 100", 0, 1000, "0 50 100 150 200"),
        ("60 100", 0, 100, "0 25 50 75 100"),
        ("5 12", 3, 18, "3 6 8 10 12 14 16 18"),
        ("-5 12", -100, 100, "-10 -5 0 5 10 15 20"),
        ("-12 -5", -100, 100, "-20 -15 -10 -5 0"),
        ("150 20", 0, 100, "0 25 50 75 100 125 150"),
        ("1 3000000", 0, WIDE, "0 1000000 2000000 3000000 4000000 5000000"),
    ],
)
def test_an_axis_begins_at_zero_and_ends_at_a_round_number(
    values: str, minimum: int, maximum: int, ticks: str
) -> None:
    axis = linear(map(D, values.split()), D(minimum), D(maximum))
    assert axis.ticks == tuple(map(D, ticks.split()))
    assert (axis.low, axis.high) == (axis.ticks[0], axis.ticks[-1])


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ("24 72", "12 24 48 96 192"),
        ("24 24", "12 24 48"),
        ("37 40", "18.5 37 74 148"),
        ("1 1000", "0.1 1 10 100 1000 10000"),
        ("3.14 4", "1.55 3.1 6.2 12.4"),
    ],
)
def test_on_a_logarithmic_axis_ticks_are_multiples_with_one_to_spare(
    values: str, ticks: str
) -> None:
    axis = logarithmic(map(D, values.split()))
    assert axis.is_log
    assert axis.ticks == tuple(map(D, ticks.split()))


def test_equal_factors_are_equally_long_on_a_logarithmic_axis() -> None:
    axis = logarithmic([D(24), D(72)])
    assert axis.place(D(12)) == 0
    assert axis.place(D(48)).quantize(D("0.0001")) == D("0.5")
    assert axis.place(D(192)) == 1


def test_a_ratio_with_a_zero_has_no_factor_and_a_plain_axis() -> None:
    by_ratio = b.number(by=b.measure(tolerance=2, near=4, ratio=8))
    assert drawn(by_ratio, D(2), D(8)).axis.is_log
    at_zero = drawn(by_ratio, D(0), D(8))
    assert not at_zero.axis.is_log
    assert at_zero.rulers == (None, None)


@pytest.mark.parametrize(
    ("tolerance", "near", "rulers"),
    [(7, 30, (7, 30)), (0, 30, (None, 30)), (7, 7, (7, None)), (0, 0, (None, None))],
)
def test_a_ruler_tells_what_counts_as_agreed_and_as_near(
    tolerance: int, near: int, rulers: tuple[int | None, int | None]
) -> None:
    picture = drawn(b.number(by=b.measure(tolerance=tolerance, near=near)), D(10), D(7))
    assert picture.rulers == rulers


@pytest.mark.parametrize(
    ("first", "second", "common", "between"),
    [
        ((50, 100), (60, 100), (60, 100), None),
        ((10, 20), (20, 30), (20, 20), None),
        ((10, 20), (30, 40), None, (20, 30)),
        ((30, 40), (10, 20), None, (20, 30)),
        ((10, 40), (20, 30), (20, 30), None),
        ((20, 20), (10, 30), (20, 20), None),
    ],
)
def test_of_two_ranges_what_is_common_or_between_is_told(
    first: Any, second: Any, common: Any, between: Any
) -> None:
    picture = drawn(b.ranged(by=b.measure(0, 200)), b.span(*first), b.span(*second))
    assert picture.common == (common and b.span(*common))
    assert picture.between == (between and b.span(*between))


def test_a_scale_has_its_levels_and_what_its_ends_mean() -> None:
    scale = b.scale(low=b.both("sales"), high=b.both("brand"))
    picture = drawn(scale, 4, 2)
    assert isinstance(picture, LinePicture)
    assert picture.is_scale
    assert list(map(int, picture.axis.ticks)) == [1, 2, 3, 4, 5]
    assert picture.between == Range(D(2), D(4))
    assert picture.ends[1]["en"] == "brand"


def test_in_an_allocation_the_widest_gap_comes_first() -> None:
    picture = drawn(b.allocation(), b.split("40/50/10"), b.split("40/30/30"))
    assert isinstance(picture, DumbbellPicture)
    assert [row.label["en"] for row in picture.rows] == ["B", "C", "A"]
    assert [row.gap for row in picture.rows] == [20, 20, 0]
    assert ends(picture.axis) == "0 to 100"


def test_in_a_ranking_the_farthest_comes_first_then_the_first_partys_order() -> None:
    picture = drawn(b.ranking(), tuple("abcde"), tuple("bdcae"))
    assert [(row.label["en"], row.gap) for row in picture.rows] == [
        ("A", 3),
        ("D", 2),
        ("B", 1),
        ("C", 0),
        ("E", 0),
    ]
    assert picture.rows[0].places == (1, 4)
    assert ends(picture.axis) == "1 to 5"


def test_several_choices_are_told_in_three_columns() -> None:
    picture = drawn(b.multi(), ("a", "b", "c"), ("c", "e"))
    assert isinstance(picture, ColumnsPicture)
    assert [text["en"] for text in picture.both] == ["C"]
    assert [[text["en"] for text in own] for own in picture.only] == [["A", "B"], ["E"]]


def test_of_options_it_is_told_who_took_which_and_which_are_near() -> None:
    picture = drawn(b.choice(near=("c b",)), "c", "a")
    assert isinstance(picture, OptionsPicture)
    assert [option.chosen for option in picture.options] == [
        (False, True),
        (False, False),
        (True, False),
    ]
    assert picture.near == ((1, 2),)


def test_names_of_the_parties_stand_in_the_labels() -> None:
    question = b.choice()
    named = replace(question.choices[0], label=b.both("{agency} alone"))
    picture = drawn(replace(question, choices=(named, *question.choices[1:])), "a", "b")
    assert picture.options[0].label["en"] == "Agency Ltd alone"


def test_texts_stand_side_by_side() -> None:
    assert drawn(b.text(), "先用半年", "[b]") == TextsPicture(
        texts=("先用半年", "[b]"), absent=(None, None)
    )


def test_what_one_ranks_alone_counts_as_behind_and_what_neither_ranks_is_left_out() -> None:
    picture = drawn(b.ranking(ids="a b c d", first=2), ("a", "b"), ("c", "a"))
    assert isinstance(picture, DumbbellPicture)
    assert [row.label["en"] for row in picture.rows] == ["C", "A", "B"]
    assert [row.places for row in picture.rows] == [(None, D(1)), (D(1), D(2)), (D(2), None)]
    assert (picture.axis.low, picture.axis.high) == (D(1), D(2))
    alone = drawn(b.ranking(ids="a b c d", first=2), ("a", "b"), UNDECIDED)
    assert isinstance(alone, DumbbellPicture)
    assert [row.label["en"] for row in alone.rows] == ["A", "B"]


def test_words_of_ones_own_are_drawn_as_further_choices() -> None:
    question = b.choice(ids="a b", other=True)
    picture = drawn(question, "other: Courier", "other: post")
    assert isinstance(picture, OptionsPicture)
    assert [(o.label["en"], o.chosen) for o in picture.options] == [
        ("A", (False, False)),
        ("B", (False, False)),
        ("Other: Courier", (True, False)),
        ("Other: post", (False, True)),
    ]
    picture = drawn(question, "other: Courier", "other: courier")
    assert isinstance(picture, OptionsPicture)
    assert picture.options[-1].chosen == (True, True)
    several = drawn(b.multi(other=True), ("a", "other: X"), ("b", "other: x"))
    assert isinstance(several, ColumnsPicture)
    assert [label["zh-CN"] for label in several.both] == ["其他：X"]
    assert [[label["en"] for label in own] for own in several.only] == [["A"], ["B"]]


ONE_OF_EACH: list[tuple[AnyQuestion, Any]] = [
    (b.choice(), "a"),
    (b.yesno(), "yes"),
    (b.owner(), "agency"),
    (b.multi(), ("a", "b")),
    (b.scale(), 3),
    (b.number(), D(30)),
    (b.ranged(), b.span(30, 60)),
    (b.day(), date(2026, 12, 5)),
    (b.allocation(), b.split("30/40/30")),
    (b.ranking(), tuple("abcde")),
    (b.text(), "words"),
]


@pytest.mark.parametrize(("question", "value"), ONE_OF_EACH, ids=[q.kind for q, _ in ONE_OF_EACH])
def test_who_has_no_answer_has_no_mark_and_it_is_told_why(
    question: AnyQuestion, value: object
) -> None:
    assert {q.kind for q, _ in ONE_OF_EACH} == set(Kind)
    assert drawn(question, value, UNDECIDED).absent == (None, Absence.UNDECIDED)
    assert drawn(question, NonAnswer.NOT_APPLICABLE, value).absent == (
        Absence.NOT_APPLICABLE,
        None,
    )
    assert drawn(question, value, None).absent == (None, Absence.UNANSWERED)
    assert drawn(question, value, value).absent == (None, None)
    assert drawn(question, UNDECIDED, UNDECIDED) is None
    older = replace(question, rev=2)
    found = told(older, b.answer(value, rev=1), b.answer(value, rev=2))
    assert found.picture is not None
    assert found.answers[b.BRAND].is_unconfirmed
    assert drawn(older, b.answer(value, rev=1), b.answer(value, rev=2)).absent == (
        Absence.UNCONFIRMED,
        None,
    )


def test_a_second_answer_has_a_picture_of_its_own() -> None:
    question = b.scale()
    session = b.session(question, brand={"q": 1}, agency={"q": 5})
    changed = Revision(
        question="q",
        party=b.BRAND,
        before=Answer(value=1),
        after=Answer(value=4),
        reason="",
        at=datetime(2026, 11, 23, tzinfo=UTC),
    )
    found = report(replace(session, minutes=Minutes(revisions=(changed,)))).questions[0]
    before, after = found.picture, found.picture_after
    assert isinstance(before, LinePicture)
    assert isinstance(after, LinePicture)
    assert before.spans == (Range(D(1), D(1)), Range(D(5), D(5)))
    assert after.spans == (Range(D(4), D(4)), Range(D(5), D(5)))
    assert told(question, 1, 5).picture_after is None


@pytest.mark.parametrize(
    ("first", "second", "meets"),
    [
        ((10, 20), (15, 30), True),
        ((1, 99), (2, 98), True),
        ((10, 20), (30, 40), False),
        ((0, 1), (99, 100), False),
    ],
)
def test_of_private_ranges_the_picture_tells_only_whether_they_meet(
    first: tuple[int, int], second: tuple[int, int], meets: bool
) -> None:
    question = b.ranged(privacy=Privacy.OVERLAP)
    found = told(question, b.span(*first), b.span(*second))
    assert found.picture == PrivatePicture(meets)
    assert found.frame is None
    assert drawn(question, b.span(*first), UNDECIDED) is None
    assert drawn(question, b.span(*first), NonAnswer.NOT_APPLICABLE) is None


@pytest.mark.parametrize(
    "value", ["a", [], {"low": 1}, {"a": 1}, ["no such"], 3, "no such", D("1E+90")], ids=str
)
def test_what_is_no_answer_of_its_type_has_no_picture_and_does_no_harm(value: Any) -> None:
    for question, proper in ONE_OF_EACH:
        found = told(question, proper, proper)
        wrong = replace(found.answers[b.BRAND], value=value)
        mended = replace(found, answers={**found.answers, b.BRAND: wrong})
        assert mended.picture is None or type(mended.picture) is type(found.picture)


def mirrored(picture: Picture | None) -> Any:
    """Return what a picture tells of the two, the other way round."""
    match picture:
        case LinePicture():
            return picture.axis, picture.spans[::-1], picture.absent[::-1]
        case DumbbellPicture():
            rows = sorted((str(r.label), str(r.places[::-1])) for r in picture.rows)
            return picture.axis, rows, picture.absent[::-1]
        case ColumnsPicture():
            return picture.both, picture.only[::-1], picture.absent[::-1]
        case OptionsPicture():
            return [o.chosen[::-1] for o in picture.options], picture.near, picture.absent[::-1]
        case TextsPicture():
            return picture.texts[::-1], picture.absent[::-1]
        case _:
            return picture


def unmirrored(picture: Picture | None) -> Any:
    """Return the same as it is."""
    match picture:
        case LinePicture():
            return picture.axis, picture.spans, picture.absent
        case DumbbellPicture():
            rows = sorted((str(r.label), str(r.places)) for r in picture.rows)
            return picture.axis, rows, picture.absent
        case ColumnsPicture():
            return picture.both, picture.only, picture.absent
        case OptionsPicture():
            return [o.chosen for o in picture.options], picture.near, picture.absent
        case TextsPicture():
            return picture.texts, picture.absent
        case _:
            return picture


@draw.quick
@given(draw.pairs(tuple(Kind)))
def test_swapping_the_parties_mirrors_the_picture(pair: tuple[AnyQuestion, Any, Any]) -> None:
    question, first, second = pair
    assert mirrored(drawn(question, first, second)) == unmirrored(drawn(question, second, first))


@draw.quick
@given(draw.pairs((Kind.NUMBER, Kind.RANGE, Kind.SCALE)))
def test_every_answer_lies_on_the_axis(pair: tuple[AnyQuestion, Any, Any]) -> None:
    question, first, second = pair
    picture = drawn(question, first, second)
    axis = picture.axis
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert 2 <= len(axis.ticks) <= 11
    for span in picture.spans:
        assert axis.low <= span.low <= span.high <= axis.high
        assert 0 <= axis.place(span.low) <= axis.place(span.high) <= 1
