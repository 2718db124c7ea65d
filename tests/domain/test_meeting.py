"""The meeting itself: the time that runs, the next date, and what undo takes back of it."""

from datetime import date

from tests.domain import builders as b
from tui.domain.meeting import NO_MEETING, Meeting
from tui.domain.minutes import Decision
from tui.domain.report import ReportedMeeting
from tui.domain.report_builder import report
from tui.domain.session import TABLE

APART = b.session(b.choice("p"), b.choice("q"), brand={"p": "a"}, agency={"p": "b"})
TODAY, NEXT = date(2026, 11, 23), date(2026, 12, 7)


def test_time_adds_up_for_the_meeting_and_for_the_question() -> None:
    minutes = APART.spent(60, "p").spent(30).spent(5, "p").minutes
    assert (minutes.meeting.seconds, minutes.decision("p").seconds) == (95, 65)
    assert minutes.decision("q").seconds == 0


def test_undo_takes_a_decision_back_but_not_the_time_spent_on_it() -> None:
    session = APART.decided(Decision(question="p", text="a")).spent(60, "p")
    undone = session.undone(TABLE)
    assert undone is not None
    assert undone[1].minutes.decision("p") == Decision(question="p", seconds=60)
    redone = undone[1].spent(60, "p").redone(TABLE)
    assert redone is not None
    assert redone[1].minutes.decision("p") == Decision(question="p", text="a", seconds=120)


def test_a_meeting_is_closed_and_opened_again_while_its_clock_stays() -> None:
    session = APART.spent(60).closed(TODAY, NEXT).spent(10)
    assert session.minutes.meeting == Meeting(seconds=70, next_date=NEXT, closed_on=TODAY)
    undone = session.undone(TABLE)
    assert undone is not None
    assert undone[1].minutes.meeting == Meeting(seconds=70)


def test_parking_several_leaves_what_else_was_put_down_and_undo_what_was_put_down_since() -> None:
    session = APART.decided(Decision(question="p", owner="Lin")).parked(["p", "q"])
    assert session.minutes.decision("p") == Decision(question="p", owner="Lin", is_parked=True)
    assert session.minutes.decision("q").is_parked
    assert session.parked(["p", "q"]) is session
    undone = session.spent(60, "q").undone(TABLE)
    assert undone is not None
    assert undone[1].minutes.decision("p") == Decision(question="p", owner="Lin")
    assert undone[1].minutes.decision("q") == Decision(question="q", seconds=60)


def test_the_report_tells_what_was_planned_and_spent_of_a_meeting_that_was_held() -> None:
    assert report(APART.planned_for(90)).meeting is None
    assert APART.minutes.meeting is NO_MEETING
    told = report(APART.planned_for(90).spent(120).closed(TODAY, NEXT)).meeting
    assert told == ReportedMeeting(planned=90, seconds=120, closed_on=TODAY, next_date=NEXT)
