"""What has changed between reports, in words: counts, trend, and lists under their titles."""

from dataclasses import replace

import pytest

from tests.domain import builders as b
from tests.domain.test_report_diff import at, between
from tui.domain.answers import Firmness
from tui.domain.minutes import Decision
from tui.domain.privacy import Privacy
from tui.domain.report import ReportedQuestion
from tui.domain.report_builder import report
from tui.domain.report_diff import report_diff
from tui.domain.trend import AreaTrend, Count
from tui.i18n import Phrases
from tui.phrasing.diff_sections import diff_sections
from tui.phrasing.diff_words import diff_headline, trend_asked, trend_numbers
from tui.phrasing.marks import ASCII, UNICODE

ENGLISH, CHINESE = Phrases("en"), Phrases("zh-CN")


def test_only_what_there_is_is_counted() -> None:
    apart, settled = at(1, 9), at(1, 9).decided(Decision(question="q", text="so"))
    assert diff_headline(between(apart, settled), ENGLISH) == "1 closed"
    assert diff_headline(between(apart, apart), CHINESE) == "未见变化 1 题"
    assert diff_headline(between(settled, settled), ENGLISH).startswith("Of what both reports tell")


@pytest.mark.parametrize(
    ("counts", "numbers", "asked"),
    [
        ((Count(6, 9), Count(3, 9), Count(1, 9)), "6 3 1", "of 9 asked"),
        ((Count(6, 9), None, Count(1, 9)), "6 – 1", "of 9 asked"),
        ((Count(6, 9), None, Count(1, 8)), "6 – 1", "of 9 → – → 8 asked"),
        ((None, None), "– –", ""),
    ],
)
def test_the_trend_is_numbers_of_questions(
    counts: tuple[Count | None, ...], numbers: str, asked: str
) -> None:
    row = AreaTrend("goals", b.both("Goals"), counts)
    assert " ".join(trend_numbers(row, UNICODE)) == numbers
    assert trend_asked(row, UNICODE, ENGLISH) == asked
    assert trend_asked(row, ASCII, ENGLISH).isascii()


def test_lists_stand_under_their_titles_and_empty_ones_are_left_out() -> None:
    opened = between(at(1, 9).decided(Decision(question="q", text="so")), at(1, 9))
    sections = list(diff_sections(opened, ENGLISH))
    assert [(each.id, each.title) for each in sections] == [
        ("opened", "Opened"),
        ("decisions", "What came of the decisions"),
    ]
    assert [item.told for item in sections[0].items] == ["had been settled"]
    assert sections[1].items[0].said == "so"


def test_of_a_private_question_the_verdict_is_told_and_that_it_is_private() -> None:
    found = between(at(1, 9, privacy=Privacy.OVERLAP), at(4, 4, privacy=Privacy.OVERLAP))
    closed, notes = diff_sections(found, ENGLISH)
    assert [item.told for item in closed.items] == ["was “Apart (private)”, now “Near (private)”"]
    assert [item.name for item in notes.items] == [
        "Of private questions only whether the two are near is compared"
    ]


def test_who_only_holds_to_the_same_answer_otherwise_did_not_change_it() -> None:
    firm = b.answer(1, firmness=Firmness.FLEXIBLE)
    (moved,) = diff_sections(between(at(1, 9), at(firm, 9)), ENGLISH)
    assert [item.told for item in moved.items] == [
        "Different · Brand: same answer, other firmness or contract state"
    ]


def test_answers_of_somebody_else_in_a_file_name_nobody() -> None:
    old, new = report(at(1, 9)), report(at(2, 9))
    old, new = (
        replace(each, questions=tuple(_of_somebody_else(q) for q in each.questions))
        for each in (old, new)
    )
    (moved,) = diff_sections(report_diff(old, new), ENGLISH)
    assert [item.told for item in moved.items] == ["Different · nearer"]


def _of_somebody_else(question: ReportedQuestion) -> ReportedQuestion:
    brand, agency = question.answers.values()
    return replace(question, answers={"nobody": brand, "agency": agency})
