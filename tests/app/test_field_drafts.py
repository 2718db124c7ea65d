"""What Enter leads to within a field, and drafts that come back: no half is passed in silence."""

from decimal import Decimal

import pytest

from tests.app.test_fields import (
    Column,
    allocation,
    canvas,
    choice,
    multi,
    number,
    ranged,
    ranking,
    scale,
    shares,
    text,
)
from tui.domain.questions import AnyQuestion
from tui.domain.values import Range
from tui.widgets.fields import field_for

# Enter.


def test_enter_leads_from_the_low_end_to_the_high_one_and_then_on() -> None:
    column = Column(ranged()).type("30")
    assert column.field.advance()
    assert column.type("60").held == Range(Decimal(30), Decimal(60))
    assert not column.field.advance()


def test_enter_leads_to_the_end_that_is_missing_or_wrong_and_past_no_half() -> None:
    column = Column(ranged()).press("down").type("60")
    assert column.field.advance()
    assert column.type("70").unfinished == "answer.reversed_range"
    assert column.field.advance()
    assert column.unfinished == "answer.reversed_range"
    assert not column.field.advance()
    assert column.type("80").held == Range(Decimal(70), Decimal(80))


def test_enter_walks_through_no_range_that_stands_nor_one_that_was_not_begun() -> None:
    assert not Column(ranged()).set(Range(Decimal(1), Decimal(2))).field.advance()
    assert not Column(ranged()).field.advance()
    assert not Column(ranged()).type("3,").field.advance()


def test_enter_leads_from_row_to_row_while_something_is_left_to_give() -> None:
    column = Column(allocation()).type("50")
    assert column.field.advance()
    assert column.type("30").field.advance()
    column.type("10")
    assert not column.field.advance()
    assert column.unfinished == "field.left_over"
    assert column.press("backspace", "backspace").type("20").held == shares(50, 30, 20)
    assert not column.field.advance()
    assert not Column(allocation()).field.advance()
    assert not Column(allocation()).type("60").press("down").type("60").field.advance()


def test_enter_leads_to_the_next_item_without_a_rank() -> None:
    column = Column(ranking()).press("1", "2")
    assert column.field.advance()
    assert column.field.cursor == 2
    assert not column.field.advance()
    assert column.unfinished == "field.ranking_left"


# Drafts.

DRAFTS: list[tuple[AnyQuestion, list[str], str]] = [
    (number(0, 10_000), [*"12,"], "12,"),
    (number(-10, 10), ["-"], "-"),
    (number(), [*"350"], "350"),
    (number(), [*"3、5"], "3、5"),
    (number(decimals=1), [*"2.55"], "2.55"),
    (scale(10, 50), ["4"], "4"),
    (ranged(), [*"30"], "30 –"),
    (ranged(), ["down", *"60"], "– 60"),
    (ranged(), [*"60", "down", *"30"], "60 – 30"),
    (ranged(0, 9_000), [*"1,", "down", *"3,"], "1, – 3,"),
    (allocation(), [*"40", "down", *"20"], "c1=40, c2=20"),
    (allocation(), ["down", *"3,"], "c2=3,"),
    (ranking(), ["2", "4"], "c2 > c4"),
]


@pytest.mark.parametrize(("question", "keys", "draft"), DRAFTS)
def test_what_is_half_done_is_a_line_of_text_that_comes_back(
    question: AnyQuestion, keys: list[str], draft: str
) -> None:
    before = Column(question).press(*keys)
    assert (before.field.draft, before.held) == (draft, None)
    after = field_for(question, "en")
    after.restore(draft)
    assert (after.draft, after.unfinished) == (draft, before.field.unfinished)
    drawn = [
        [row.content.plain for row in field.rows(canvas(active=False))]
        for field in (before.field, after)
    ]
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize("question", [choice(), multi(), text(), *(each[0] for each in DRAFTS)])
@pytest.mark.parametrize(
    "draft",
    ["", "35", "30 – 60", "c1=50, c2=50", "c1=1, c1=2", "c1 > c1", "c1 > c2 > c3 > c4", "c9 > c1",
     "c9=4", "c1", "c1=", "=", " – ", "–", "1 – 2 – 3", ", ", " > ", "12,x", "\x1b[2J", "9" * 5000,
     "１２，", "[/red]", "{amount}", "c1=１２"],
)  # fmt: skip
def test_a_draft_that_does_not_fit_is_passed_over(question: AnyQuestion, draft: str) -> None:
    field = field_for(question, "en")
    field.restore(draft)
    assert field.draft.split() in ([], draft.split())
    if not field.draft:
        fresh = field_for(question, "en")
        assert field.rows(canvas()) == fresh.rows(canvas())


def test_a_whole_answer_is_no_draft_and_an_empty_one_takes_a_draft_back() -> None:
    column = Column(number()).type("35")
    assert column.field.draft == ""
    assert column.press("0").field.draft == "350"
    column.field.restore("")
    assert (column.field.draft, "350" in column.drawn) == ("", False)
