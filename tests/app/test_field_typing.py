"""What is typed or pasted into a field means what the person meant, or is refused with a word."""

from decimal import Decimal

import pytest

from tests.app.test_fields import (
    Column,
    allocation,
    both,
    choice,
    measure,
    multi,
    number,
    put,
    ranged,
    ranking,
    scale,
    shares,
    text,
)
from tui.domain.localized_text import LocalizedText
from tui.domain.message import Message
from tui.domain.questions import AnyQuestion, Kind, NumberQuestion
from tui.domain.values import Range, Value
from tui.widgets.fields import Refused, WantsText

MONEY = LocalizedText({"zh-CN": "万元", "en": "€"})
MONTHS = put(
    NumberQuestion,
    Kind.NUMBER,
    measure=measure(
        0,
        99,
        unit=LocalizedText({"zh-CN": "个月", "en": "months"}),
        unit_one=LocalizedText({"zh-CN": "", "en": "month"}),
    ),
)


def pasted(column: Column, content: str) -> Column:
    return column._took(column.field.paste(content))


def refusal(column: Column) -> str:
    """Return why what was pasted was refused."""
    assert isinstance(column.outcome, Refused)
    why = column.outcome.message.values["why"]
    return why if isinstance(why, str) else why.key


def rest(column: Column) -> dict[str, str]:
    """Return the counts of what was taken and what was not."""
    outcome = column.outcome
    remark = outcome.message if isinstance(outcome, Refused) else getattr(outcome, "remark", None)
    assert remark is not None
    assert remark.key == "field.some_unused"
    return dict(remark.values)


# Typed.


@pytest.mark.parametrize("sign", "、;；:：/|'’·~～_")
def test_what_divides_two_numbers_never_joins_them(sign: str) -> None:
    for question in (number(), ranged(), allocation(), scale(0, 100)):
        column = Column(question).type(f"3{sign}5")
        assert (column.held, column.unfinished) == (None, "field.divided")
        assert column.press("backspace", "backspace").unfinished != "field.divided"


def test_a_comma_first_is_no_point_and_joins_nothing() -> None:
    column = Column(number()).type(",5")
    assert (column.held, column.unfinished) == (None, "field.comma")
    assert column.type("00").held is None
    assert Column(number(0, 9_000)).type("3，500").held == 3_500


def test_a_letter_that_is_no_command_is_answered_with_a_word() -> None:
    for question in (number(), ranged(), allocation()):
        column = Column(question).press("3", "万")
        assert isinstance(column.outcome, Refused)
        assert column.press("u").outcome is None
        assert column.press("ｕ").outcome is None


def test_a_number_that_the_next_digit_replaces_has_no_caret() -> None:
    for question in (number(0, 9_999), scale(0, 9_999), ranged(0, 9_999), allocation()):
        column = Column(question)
        assert "_" in column.drawn
        assert "60_" in column.type("60").drawn
        column.field.settle()
        assert "_" not in column.drawn
        assert "2_" in column.type("2").drawn


def test_a_digit_for_which_there_is_no_room_says_so() -> None:
    for question in (number(0, 30), ranged(0, 30)):
        column = Column(question).type("401").press("2")
        assert column.outcome == Refused(Message("field.no_room", {"typed": "2"}))
        column.press("backspace").press("2")
        assert column.outcome != Refused(Message("field.no_room", {"typed": "2"}))
        column.click("more")
        assert not isinstance(column.outcome, Refused)


def test_the_first_digit_replaces_a_number_that_was_there_and_the_next_appends() -> None:
    for question in (number(0, 9_999), scale(0, 9_999), ranged(0, 9_999), allocation()):
        column = Column(question).type("60")
        column.field.settle()
        assert "25_" in column.type("25").drawn
        column.field.settle()
        assert "2_" in column.press("backspace").drawn
        assert "27_" in column.type("7").drawn
    column = Column(number(-9, 9, decimals=1)).type("6")
    column.field.settle()
    assert column.type(".5").held == Decimal("0.5")
    column.field.settle()
    assert column.type("-7").held == -7


@pytest.mark.parametrize("key", ["space", "ideographic_space"])
def test_the_blank_of_an_input_method_is_space(key: str) -> None:
    assert Column(choice()).press("down", key).held == "c2"
    assert Column(multi()).press(key).held == ("c1",)
    assert Column(allocation()).press(key).held == shares(100, 0, 0)
    assert Column(text()).press(key).outcome == WantsText()
    assert Column(text()).set("foo").press(key).outcome == WantsText(" ")


# Pasted.

PASTED: list[tuple[AnyQuestion, str, Value]] = [
    (number(0, 9_999, decimals=2), "1,234.56", Decimal("1234.56")),
    (number(0, 9_999), " １２ \n", Decimal(12)),
    (number(0, 9_999_999), "1 234 567", Decimal(1_234_567)),
    (number(-99, 99), "−7", Decimal(-7)),
    (number(unit=both("%")), "30 %", Decimal(30)),
    (number(unit=both("%")), "30％", Decimal(30)),
    (number(unit=MONEY), "€ 45", Decimal(45)),
    (number(unit=MONEY), "45万元", Decimal(45)),
    (MONTHS, "12 个月", Decimal(12)),
    (MONTHS, "1 month", Decimal(1)),
    (scale(), "４", 4),
    (ranged(), "30-60", Range(Decimal(30), Decimal(60))),
    (ranged(unit=both("%")), "30–60%", Range(Decimal(30), Decimal(60))),
    (ranged(unit=both("%")), "30% ～ 60%", Range(Decimal(30), Decimal(60))),
    (ranged(), "30 到 60", Range(Decimal(30), Decimal(60))),
    (ranged(), "30 to 60", Range(Decimal(30), Decimal(60))),
    (ranged(), "30\n60", Range(Decimal(30), Decimal(60))),
    (ranged(-9, 9), "-5 - -3", Range(Decimal(-5), Decimal(-3))),
    (allocation(), "40\n30\n30", shares(40, 30, 30)),
    (allocation(unit=both("%")), "40%, 30%, 30%", shares(40, 30, 30)),
    (allocation(), "40、30、30", shares(40, 30, 30)),
    (allocation(), "40\t30\t30", shares(40, 30, 30)),
    (allocation(total=Decimal(9_000)), "3,000 3,000 3,000", shares(3_000, 3_000, 3_000)),
    (choice("Yes", "否"), " yes ", "c1"),
    (choice("Yes", "否"), "2", "c2"),
    (choice("14", "7"), "14", "c1"),
    (multi("A", "B", "C"), "c\nＡ", ("c1", "c3")),
    (multi("A", "B", "C"), "A、B", ("c1", "c2")),
    (ranking("A", "B", "C"), "C\nA\nB", ("c3", "c1", "c2")),
    (ranking("A", "B", "C"), "2, 1", ("c2", "c1", "c3")),
]


@pytest.mark.parametrize(("question", "content", "value"), PASTED)
def test_whatever_can_be_typed_can_be_pasted(
    question: AnyQuestion, content: str, value: Value
) -> None:
    assert pasted(Column(question), content).held == value


def test_a_text_is_pasted_into_its_dialog() -> None:
    assert pasted(Column(text()), "甲\n乙").outcome == WantsText("甲\n乙")


def test_a_number_is_pasted_where_the_cursor_stands() -> None:
    column = pasted(Column(ranged()).type("30").press("down"), "60")
    assert column.held == Range(Decimal(30), Decimal(60))
    column = pasted(Column(allocation()).type("40").press("down"), "20 40")
    assert column.held == shares(40, 20, 40)


@pytest.mark.parametrize(("question", "content", "why"), [
    (number(), "hello", "answer.not_number"),
    (number(), "3,5", "answer.not_number"),
    (number(), "3、5", "answer.not_number"),
    (number(), "350", "answer.out_of_bounds"),
    (number(), "2.5", "answer.too_many_decimals"),
    (scale(), "7", "answer.out_of_bounds"),
    (ranged(), "60-30", "answer.reversed_range"),
    (ranged(), "30-600", "answer.out_of_bounds"),
    (ranged(), "x", "answer.not_number"),
    (allocation(), "a b", "answer.not_number"),
    (allocation(), "40\n900", "answer.out_of_bounds"),
    (choice(), "E", "field.no_such_choice"),
    (multi(), "9", "field.no_such_choice"),
    (ranking(), "x\ny", "field.no_such_choice"),
])  # fmt: skip
def test_what_is_of_no_use_is_refused_with_a_reason_and_changes_nothing(
    question: AnyQuestion, content: str, why: str
) -> None:
    column = Column(question)
    before = column.drawn
    assert refusal(pasted(column, content)) == why
    assert (column.drawn, column.held) == (before, None)


def test_what_became_of_the_rest_is_told() -> None:
    column = pasted(Column(number()), "total\n35\n40")
    assert (column.held, rest(column)) == (35, {"taken": "1", "rest": "2"})
    column = pasted(Column(choice()), "B\nE")
    assert (column.held, rest(column)) == ("c2", {"taken": "1", "rest": "1"})
    column = pasted(Column(allocation()), "40 30 30 10")
    assert (column.held, rest(column)) == (shares(40, 30, 30), {"taken": "3", "rest": "1"})
    column = pasted(Column(ranged()).press("down"), "60\nx")
    assert (column.held, rest(column)) == (None, {"taken": "1", "rest": "1"})
    assert column.unfinished == "field.missing_low"
    assert rest(pasted(Column(multi()), "A\nB\nX")) == {"taken": "2", "rest": "1"}


def test_what_is_ticked_or_ranked_already_stays_so() -> None:
    assert pasted(Column(multi()).press("1"), "A\nB").held == ("c1", "c2")
    assert pasted(Column(ranking("A", "B", "C")).press("2"), "B\nC").held == ("c2", "c3", "c1")


def test_a_whole_file_is_refused_at_once() -> None:
    for question in (number(), ranged(), allocation(), choice(), multi(), ranking(), scale()):
        outcome = pasted(Column(question), "1 " * 500_000).outcome
        assert isinstance(outcome, Refused)
        assert outcome.message.key == "answer.too_long"
    assert pasted(Column(text()), "x" * 9_000).outcome == WantsText("x" * 9_000)


def test_nothing_pasted_changes_nothing() -> None:
    for question in (number(), ranged(), allocation(), choice(), multi(), ranking()):
        column = Column(question)
        before = column.drawn
        assert pasted(column, " \n ").drawn == before
        assert column.held is None
