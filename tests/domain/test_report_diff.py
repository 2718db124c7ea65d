"""What has changed between two reports: closed, opened, moved, still open, and what is not told."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import AGENCY, BRAND
from tui.domain.answers import Answer, ContractState, Firmness, NonAnswer
from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.followed_decision import Fate
from tui.domain.minutes import NO_MINUTES, Decision, Revision
from tui.domain.privacy import Privacy
from tui.domain.report import Report
from tui.domain.report_builder import report, still_open
from tui.domain.report_diff import Nearness, Reason, ReportDiff, report_diff
from tui.domain.report_level import ReportLevel
from tui.domain.session import Session
from tui.domain.sheet import Length
from tui.domain.verdict import Verdict

SPRING, AUTUMN = date(2026, 3, 1), date(2026, 11, 26)


def at(brand: object, agency: object, *, day: date = SPRING, **asked: Any) -> Session:
    """Return a session about one scale from 1 to 9."""
    sheets = [
        b.sheet(party, {"q": said}, date=day, length=Length.FULL)
        for party, said in ((BRAND, brand), (AGENCY, agency))
    ]
    question = b.scale(maximum=9, tolerance=b.D(0), near=b.D(2), **asked)
    return b.session(question, brand=sheets[0], agency=sheets[1])


def between(old: Session, new: Session, *levels: ReportLevel, **more: Any) -> ReportDiff:
    first, second = (*levels, ReportLevel.SHARED, ReportLevel.SHARED)[:2]
    return report_diff(report(old, first), report(new, second), **more)


def told(found: ReportDiff) -> dict[str, list[str]]:
    """Return in which list which questions are."""
    lists = ("closed", "opened", "moved", "still_open", "unfollowed")
    ids = {name: [each.id for each in getattr(found, name)] for name in lists}
    return {name: each for name, each in ids.items() if each}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((1, 9), (4, 4), "closed"),
        ((4, 4), (1, 9), "opened"),
        ((1, 9), (2, 9), "moved"),
        ((1, 9), (1, 9), "still_open"),
        ((4, 4), (5, 5), None),
    ],
)
def test_a_question_is_told_by_whether_it_was_and_is_open(
    old: Any, new: Any, expected: str | None
) -> None:
    assert told(between(at(*old), at(*new))) == ({expected: ["q"]} if expected else {})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((Answer(), 9), (9, 9)),
        ((Answer(), Answer()), (1, 9)),
        ((1, 9), (Answer(), 9)),
        ((Answer(), 9), (Answer(), 9)),
    ],
)
def test_what_was_not_answered_is_neither_changed_nor_unchanged(old: Any, new: Any) -> None:
    found = between(at(*old), at(*new))
    assert told(found) == {"unfollowed": ["q"]}
    assert [each.reason for each in found.unfollowed] == [Reason.UNANSWERED]


def test_what_was_settled_without_answers_is_settled() -> None:
    blank = at(Answer(), Answer())
    settled = blank.decided(Decision(question="q", text="let us see"))
    assert told(between(at(1, 9), settled)) == {"closed": ["q"]}


def test_a_decision_closes_and_what_is_put_off_stays_open() -> None:
    open_ = at(1, 9)
    settled = open_.decided(Decision(question="q", text="let us see"))
    parked = open_.decided(Decision(question="q", is_parked=True))
    assert told(between(open_, settled)) == {"closed": ["q"]}
    assert told(between(settled, open_)) == {"opened": ["q"]}
    assert told(between(open_, parked)) == told(between(parked, open_)) == {"moved": ["q"]}
    assert told(between(parked, parked)) == {"still_open": ["q"]}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((1, 9), (3, 9), Nearness.NEARER),
        ((3, 9), (1, 9), Nearness.FARTHER),
        ((1, 8), (2, 9), None),
        ((1, 9), (NonAnswer.UNDECIDED, 9), None),
    ],
)
def test_nearer_is_told_of_answers_that_are_more_similar(
    old: Any, new: Any, expected: Nearness | None
) -> None:
    (moved,) = between(at(*old), at(*new)).moved
    assert moved.nearness is expected


def test_nothing_is_nearer_that_is_only_measured_otherwise() -> None:
    old, new = report(at(1, 8)), report(at(2, 8))
    (question,) = new.questions
    assert question.frame is not None
    other = replace(question, frame=replace(question.frame, maximum=b.D(20)))
    (moved,) = report_diff(old, replace(new, questions=(other,))).moved
    assert (moved.changed, moved.nearness) == ((BRAND,), None)


def test_second_answers_count_and_how_near_they_are_is_not_told() -> None:
    first = at(1, 9)
    revision = Revision(
        question="q",
        party=BRAND,
        at=datetime(2026, 3, 1, 9, tzinfo=UTC),
        before=first.latest(BRAND, "q"),
        after=b.answer(5),
    )
    second = first.revised(revision)
    (moved,) = between(first, second).moved
    assert (moved.changed, moved.nearness) == ((BRAND,), None)
    assert told(between(second, at(5, 9))) == {"still_open": ["q"]}


@pytest.mark.parametrize(
    "beside", [{"firmness": Firmness.RED_LINE}, {"contract": ContractState.NEVER}]
)
def test_an_answer_is_the_same_only_if_all_that_counts_of_it_is(beside: Any) -> None:
    (moved,) = between(at(1, 9), at(b.answer(1, **beside), 9)).moved
    assert (moved.changed, moved.restated) == ((), (BRAND,))
    (still,) = between(at(1, 9), at(b.answer(1, note="still so"), 9)).still_open
    assert (still.changed, still.restated, still.has_answers) == ((), (), True)


def test_what_only_one_report_asked_is_neither_closed_nor_opened() -> None:
    asked = b.scale("x"), b.scale("y")
    answers: Any = {"brand": {"x": 1, "y": 3}, "agency": {"x": 5, "y": 3}}
    only_x, only_y = (b.session(each, **answers) for each in asked)
    found = between(only_x, only_y)
    assert [(each.id, each.reason, each.is_open) for each in found.unfollowed] == [
        ("x", Reason.ONLY_BEFORE, True),
        ("y", Reason.ONLY_NOW, False),
    ]
    assert set(told(found)) == {"unfollowed"}


def test_a_question_of_another_type_is_not_compared() -> None:
    new = b.session(b.number("q"), brand={"q": b.D(1)}, agency={"q": b.D(99)})
    (only,) = between(at(1, 9), new).unfollowed
    assert only.reason is Reason.OTHER_KIND


def renamed(told: Report, old: str, new: str) -> Report:
    """Return a report in which a question has another id."""
    return replace(
        told,
        questions=tuple(replace(q, id=new) if q.id == old else q for q in told.questions),
        agenda=tuple(replace(i, question=new) if i.question == old else i for i in told.agenda),
    )


def test_a_question_is_followed_under_the_id_that_it_had() -> None:
    old, new = report(at(1, 9)), renamed(report(at(1, 9)), "q", "r")
    assert set(told(report_diff(old, new))) == {"unfollowed"}
    for was in ({"r": ("q",)}, {"r": ("p", "q")}):
        assert told(report_diff(old, new, was)) == {"still_open": ["r"]}
        assert told(report_diff(new, old, was)) == {"still_open": ["q"]}
    assert told(report_diff(old, old, {"r": ("q",)})) == {"still_open": ["q"]}


@pytest.mark.parametrize(
    "levels", [(ReportLevel.MINUTES,), (ReportLevel.SHARED, ReportLevel.MINUTES)]
)
def test_minutes_tell_what_is_open_and_nothing_of_answers(levels: Any) -> None:
    found = between(at(1, 9), at(2, 9), *levels)
    (still,) = found.still_open
    assert (still.has_answers, still.nearness, still.has_moved) == (False, None, False)
    assert len(found.without_answers) == 1
    closed = between(at(1, 9), at(4, 4), ReportLevel.SHARED, ReportLevel.MINUTES)
    assert [each.reason for each in closed.unfollowed] == [Reason.ONLY_BEFORE]


def test_of_a_private_question_only_the_verdict_is_compared() -> None:
    private: Any = {"privacy": Privacy.OVERLAP}
    found = between(at(1, 9, **private), at(2, 9, **private))
    (still,) = found.still_open
    assert (still.has_answers, still.nearness, found.has_private) == (False, None, True)
    near = between(at(1, 9, **private), at(4, 4, **private))
    assert [each.now.verdict for each in near.closed] == [Verdict.ALIGNED]
    was_shared = between(at(1, 9), at(2, 9, **private))
    assert [(each.has_answers, each.changed) for each in was_shared.still_open] == [(False, ())]


# -- decisions -----------------------------------------------------------------------------

AGREED = Decision(question="q", text="as agreed", owner="Lin", due=date(2026, 6, 1))


def fates(old: Session, new: Session) -> list[Fate]:
    return [each.fate for each in between(old, new).decisions]


@pytest.mark.parametrize("state", DecisionState)
def test_a_decision_is_followed_by_what_it_says(state: DecisionState) -> None:
    old = at(1, 9).decided(AGREED)
    (carried,) = still_open(old)
    new = at(1, 9, day=AUTUMN)
    new = replace(new, minutes=replace(new.minutes, carried=(replace(carried, owner="Mei"),)))
    new = new.came_to(new.minutes.carried[0], state)
    (found,) = between(old, new).decisions
    assert found.fate == state.value
    assert found.is_overdue is (state is DecisionState.OPEN)


def test_a_decision_is_followed_by_its_question() -> None:
    old, new = at(1, 9).decided(AGREED), at(1, 9, day=AUTUMN)
    assert fates(old, new) == [Fate.NOT_TOLD]
    assert fates(old, new.decided(AGREED)) == [Fate.OPEN]
    done = new.decided(AGREED).came_to("q", DecisionState.DONE)
    assert fates(old, done) == [Fate.DONE]
    assert fates(old, new.decided(replace(AGREED, text="otherwise"))) == [Fate.DECIDED_ANEW]


def test_what_was_done_before_the_next_meeting_is_done_although_that_does_not_tell() -> None:
    old = at(1, 9).decided(AGREED).came_to("q", DecisionState.DONE)
    assert fates(old, at(1, 9, day=AUTUMN)) == [Fate.DONE]


def test_what_was_carried_open_into_the_earlier_meeting_is_followed_too() -> None:
    said = Carried(day=date(2025, 1, 1), text=b.both("Then?"), decision="later")
    old, new = at(1, 9), at(1, 9, day=AUTUMN)
    done = replace(said, state=DecisionState.DONE)
    old = replace(old, minutes=replace(old.minutes, carried=(said, done)))
    assert fates(old, new) == [Fate.NOT_TOLD]
    new = replace(new, minutes=replace(new.minutes, carried=(done,)))
    assert fates(old, new) == [Fate.DONE]


# -- properties ----------------------------------------------------------------------------


@draw.fewer
@given(draw.settled(), st.sampled_from(ReportLevel))
def test_nothing_has_changed_from_a_report_to_itself(session: Session, level: ReportLevel) -> None:
    one = report(session, level, BRAND)
    found = report_diff(one, one)
    assert not (found.closed or found.opened or found.moved)
    assert {each.reason for each in found.unfollowed} <= {Reason.UNANSWERED}


@draw.fewer
@given(draw.settled(), st.booleans())
def test_what_closed_one_way_opens_the_other_way(session: Session, echoes: bool) -> None:
    brand, agency = session.sheets
    if echoes:  # the brand answers as the agency does
        brand = replace(brand, answers=agency.answers)
    other = replace(session, sheets=(brand, agency), minutes=NO_MINUTES)
    old, new = report(session), report(other)
    there, back = report_diff(old, new), report_diff(new, old)
    for name, mirrored in (("closed", "opened"), ("opened", "closed")):
        ids = [each.id for each in getattr(there, name)]
        assert ids == [each.id for each in getattr(back, mirrored)]
    for name in ("moved", "still_open"):
        assert {e.id for e in getattr(there, name)} == {e.id for e in getattr(back, name)}
