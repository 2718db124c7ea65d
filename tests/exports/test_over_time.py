"""What has changed over several reports, as documents tell it: in each language, and true."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.domain import builders as b
from tests.domain.test_report_diff import AUTUMN, SPRING, at
from tui.domain.answers import Answer
from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.minutes import Decision
from tui.domain.privacy import Privacy
from tui.domain.report import Report, ReportedAnswer
from tui.domain.report_builder import report, still_open
from tui.domain.report_level import ReportLevel
from tui.exports.kickoff import kickoff_document
from tui.exports.over_time import over_time
from tui.exports.over_time_model import OverTime
from tui.i18n import LANGUAGES, Phrases

BOTH = tuple(map(Phrases, LANGUAGES))
ENGLISH = (Phrases("en"),)


def english(old: Report, new: Report, **more: Any) -> OverTime:
    return over_time([old, new], ENGLISH, **more)


def test_reports_are_taken_by_their_dates_and_told_in_each_language() -> None:
    apart, near, again = at(1, 9), at(4, 4, day=AUTUMN), at(1, 9, day=date(2026, 5, 5))
    told = over_time([report(near), report(apart), report(again)], BOTH)
    assert told.days == (SPRING, date(2026, 5, 5), AUTUMN)
    assert told.headline == ("已解决 1 题", "1 closed")
    (closed,) = told.closed
    assert closed.name == ("q?（中）", "q?")
    assert closed.told == (
        "原来“有分歧”，现在“答案相同”",
        "was “Different”, now “Same answer”",
    )
    (area,) = told.trend[:1]
    assert (area.title, area.to_settle, area.asked) == (
        ("Goals（中）", "Goals"),
        (1, 1, 0),
        (1, 1, 1),
    )
    assert told.trend[1].to_settle == (None, None, None)


def test_what_has_moved_says_how() -> None:
    nearer = english(report(at(1, 9)), report(at(3, 9)))
    assert [each.told for each in nearer.moved] == [
        ("Different · nearer · Brand answers otherwise",)
    ]
    both = english(report(at(1, 8)), report(at(2, 9)))
    assert [each.told for each in both.moved] == [("Different · both answer otherwise",)]
    gone = english(report(at(1, 9)), report(at(Answer(), 9)))
    assert gone.moved == ()
    assert ("Not answered by both in one of the reports, so that no change is seen: q?",) in (
        gone.not_comparable
    )
    parked = at(1, 9).decided(Decision(question="q", is_parked=True))
    put_off = english(report(at(1, 9)), report(parked))
    assert [each.told for each in put_off.moved] == [("Different · parked",)]


def test_minutes_tell_no_verdict() -> None:
    told = english(report(at(1, 9), ReportLevel.MINUTES), report(at(1, 9)))
    assert [each.told for each in told.still_open] == [("Different",)]
    back = english(report(at(1, 9)), report(at(1, 9), ReportLevel.MINUTES))
    assert [each.told for each in back.still_open] == [("",)]
    assert any("holds no answers" in sentence for (sentence,) in told.not_comparable)


def test_a_decision_says_what_it_was_and_what_came_of_it() -> None:
    old = at(1, 9).decided(Decision(question="q", text="so", owner="Lin", due=date(2026, 5, 1)))
    new = at(1, 9, day=AUTUMN)
    new = replace(new, minutes=replace(new.minutes, carried=still_open(old)))
    (late,) = english(report(old), report(new)).decisions
    assert (late.said, late.told) == (("so",), ("overdue: 1 May · Lin",))
    done = new.came_to(new.minutes.carried[0], DecisionState.DONE)
    (done_,) = english(report(old), report(done)).decisions
    assert done_.told == ("done · Lin",)


def test_what_cannot_be_compared_is_said() -> None:
    old = report(
        b.session(b.scale("x"), b.scale("y"), brand={"x": 1, "y": 1}, agency={"x": 5, "y": 1})
    )
    new = report(at(1, 9, day=AUTUMN))
    new = replace(new, edition=replace(new.edition, version="1.1.0"))
    told = english(old, new)
    assert [sentence for (sentence,) in told.not_comparable] == [
        "The questionnaire is another edition by now (1.0.0, then 1.1.0); "
        "questions are followed by their ids",
        "Only in the earlier report: x?, 1 with nothing to settle",
        "Only in the later report: q?",
    ]
    assert told.headline == ("Of what both reports tell, nothing is open in either",)


def test_other_firms_are_told() -> None:
    old, new = report(at(1, 9)), report(at(1, 9))
    left, right = new.parties
    new = replace(new, parties=(replace(left, name="Somebody\nElse"), right))
    (first, *_) = english(old, new).not_comparable
    assert first == (
        "These reports are not of the same two firms: "
        "Brand Ltd × Agency Ltd, Somebody Else × Agency Ltd; compared as given",
    )


def test_no_private_value_is_told_whatever_a_report_holds() -> None:
    words = b.both("psst", "psst")
    answer = ReportedAnswer(value=1, words=words, note="psst", private_note="psst", reason="psst")
    reports = []
    for day, value in ((SPRING, 1), (AUTUMN, 2)):
        session = at(value, 9, day=day, privacy=Privacy.OVERLAP)
        session = session.decided(Decision(question="q", text="as agreed"))
        told = report(session)
        (question,), (decision,) = told.questions, told.decisions
        question = replace(question, answers=dict.fromkeys(b.PARTIES, answer))
        decision = replace(decision, words=words, value="psst", decision="")
        carried = Carried(day=date(2025, 1, 1), text=question.text, words=words)
        reports.append(
            replace(told, questions=(question,), decisions=(decision,), carried=(carried,))
        )
    told_all = over_time(reports, BOTH)
    assert len(told_all.decisions) == 2
    assert "psst" not in repr(told_all)


def test_a_document_can_have_it() -> None:
    told = report(at(1, 9))
    document = kickoff_document(told)
    assert document.over_time is None
    changed = over_time([told, told], document.phrases)
    assert replace(document, over_time=changed).over_time == changed
