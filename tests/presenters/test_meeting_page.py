"""The end of a meeting on a page: what is told of whom, and in which order."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY
from tui.domain.answers import Answer
from tui.domain.minutes import Decision, Revision
from tui.domain.privacy import Privacy
from tui.domain.report_builder import report
from tui.domain.session import Session
from tui.i18n import Language, Phrases
from tui.phrasing.marks import ASCII, UNICODE
from tui.presenters.meeting_page import MeetingPage, meeting_rows
from tui.themes import DARK, colours
from tui.widgets.appearance import Appearance
from tui.widgets.lines import Row

TODAY = date(2026, 11, 26)
NAMES = "pqrs"
APART = b.session(
    *map(b.choice, NAMES), brand=dict.fromkeys(NAMES, "a"), agency=dict.fromkeys(NAMES, "b")
)


def look(language: Language, *, ascii: bool = False) -> Appearance:
    return Appearance(Phrases(language), ASCII if ascii else UNICODE, colours(DARK))


def text(rows: list[Row]) -> list[str]:
    return [row.content.plain.rstrip() for row in rows]


def page(session: Session, language: Language = Language.ENGLISH) -> MeetingPage:
    return MeetingPage(report(session), look(language), 80, TODAY)


def test_what_is_decided_comes_with_its_owner_and_date_and_then_what_is_left() -> None:
    session = APART.decided(
        Decision(question="p", text="as we do", owner="Lin", due=date(2026, 12, 1))
    )
    session = session.decided(Decision(question="q", value="c")).parked(["r"])
    assert text(page(session).rows()) == [
        " 2 decided, 1 parked, 1 still open.",
        "",
        " Decided",
        " ✓ p?",
        "   as we do",
        "   Lin · Tue 1 Dec 2026, in 5 days",
        " ✓ q?",
        "   C",
        "   nobody named yet · no date yet",
        "",
        " Parked",
        " P r?",
        "",
        " Still open",
        " ? s?",
    ]
    assert page(session).open_items == ("s",)


def test_what_was_decided_on_a_question_that_is_not_asked_any_more_is_told() -> None:
    opened = b.choice("s", display_condition=b.gate(b.when("p", "is", ("c",))))
    session = b.session(b.choice("p"), opened, brand={"p": "a"}, agency={"p": "b"})
    told = text(page(session.decided(Decision(question="s", text="as we do"))).rows())
    assert told[3:5] == [" ✓ s?", "   as we do"]
    assert " P s?" in text(page(session.parked(["s"])).rows())


def test_where_nothing_is_decided_that_is_said() -> None:
    told = text(page(APART, Language.CHINESE).rows())
    assert told[:4] == [" 定了 0 项，搁置 0 项，还有 4 项没定。", "", " 定下来的", "   没有"]


def test_what_was_only_talked_about_or_given_to_somebody_is_still_open() -> None:
    session = APART.spent(90, "p").decided(Decision(question="q", owner="Lin"))
    assert page(session).open_items == tuple(NAMES)


def test_a_private_figure_is_not_told() -> None:
    private = b.number("n", privacy=Privacy.OVERLAP)
    session = b.session(private, brand={"n": Decimal(1111)}, agency={"n": Decimal(9999)})
    session = session.decided(Decision(question="n", value=Decimal(4444)))
    told = "\n".join(text(page(session).rows()))
    assert "1 decided" in told
    assert not any(figure in told for figure in ("1111", "4444", "9999"))


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (APART.spent(125), [" Talked for 2 min."]),
        (
            APART.planned_for(30).spent(125).closed(TODAY, date(2026, 12, 10)),
            [" Planned 30 min, talked for 2.", " Next meeting: Thu 10 Dec 2026, in 14 days"],
        ),
    ],
)
def test_the_report_tells_what_was_planned_and_spent(session: Session, expected: list[str]) -> None:
    meeting = report(session).meeting
    assert meeting is not None
    assert text(meeting_rows(meeting, look(Language.ENGLISH), 80, TODAY)) == expected


def test_an_item_that_was_answered_anew_is_settled_until_it_is_parked() -> None:
    second = Revision(
        question="p",
        party=AGENCY,
        at=datetime(2026, 11, 26, 10, tzinfo=UTC),
        before=Answer(value="b"),
        after=Answer(value="a"),
    )
    session = APART.revised(second)
    told = text(page(session).rows())
    assert told[0] == " 1 decided, 0 parked, 3 still open."
    assert told[3:5] == [" ✓ p?", "   answered anew"]
    told = text(page(session.parked(["p"])).rows())
    assert told[0] == " 0 decided, 1 parked, 3 still open."
