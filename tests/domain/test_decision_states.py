"""What becomes of decisions, and what the next meeting of the same two begins with."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.domain import builders as b
from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.minutes import NO_MINUTES, Decision
from tui.domain.privacy import Privacy
from tui.domain.report_builder import report, still_open
from tui.domain.session import TABLE, Session

DONE, DROPPED, OPEN = DecisionState.DONE, DecisionState.DROPPED, DecisionState.OPEN
APART = b.session(b.choice("p"), b.choice("q"), brand={"p": "a"}, agency={"p": "b"})
DECIDED = APART.decided(Decision(question="p", text="Split it", owner="Lin"))
LEFT = Carried(day=date(2026, 9, 1), text=b.both("What of the stock?"), decision="Return it")


def _undone(session: Session) -> Session:
    step = session.undone(TABLE)
    assert step is not None
    return step[1]


def _carrying(session: Session, *carried: Carried) -> Session:
    return replace(session, minutes=replace(session.minutes, carried=carried))


def test_every_change_of_a_state_is_a_step_that_undo_takes_back() -> None:
    session = DECIDED.came_to("p", DONE).came_to("p", DROPPED)
    assert session.minutes.decision("p").state is DROPPED
    assert _undone(session).minutes.decision("p").state is DONE
    assert _undone(_undone(session)).minutes == DECIDED.minutes
    assert DECIDED.came_to("p", OPEN) is DECIDED


def test_the_state_of_what_was_carried_over_is_changed_in_this_session_alone() -> None:
    other = replace(LEFT, decision="Sell it")
    session = _carrying(APART, LEFT, other).came_to(other, DONE)
    assert session.minutes.carried == (LEFT, replace(other, state=DONE))
    again = session.came_to(replace(other, state=DONE), DROPPED)
    assert again.minutes.carried[1].state is DROPPED
    assert _undone(_undone(again)).minutes.carried == (LEFT, other)


def test_a_state_says_nothing_where_nothing_is_decided() -> None:
    assert Decision(question="p", state=DONE).is_empty
    assert not Decision(question="p", state=DONE, seconds=9).is_told
    assert NO_MINUTES.having(Decision(question="p", state=DONE)) == NO_MINUTES


def test_the_next_meeting_begins_with_what_is_open_from_however_long_ago() -> None:
    old = replace(LEFT, decision="Done long ago", state=DONE)
    session = _carrying(DECIDED.decided(Decision(question="q", is_parked=True)), LEFT, old)
    taken, parked = (
        Carried(
            day=session.date,
            text=session.questionnaire[name].text,
            decision=text,
            owner=owner,
            is_parked=is_parked,
        )
        for name, text, owner, is_parked in (("p", "Split it", "Lin", False), ("q", "", "", True))
    )
    assert still_open(session) == (LEFT, taken, parked)
    assert still_open(session.came_to("p", DONE).came_to("q", DROPPED)) == (LEFT,)
    assert still_open(APART.spent(60, "p")) == ()


def test_of_a_private_question_no_agreed_answer_is_carried_over() -> None:
    for privacy, count in ((Privacy.OVERLAP, 1), (Privacy.OWN, 0)):
        session = b.session(b.number("p", privacy=privacy))
        left = still_open(session.decided(Decision(question="p", value=Decimal(777), text="ok")))
        assert [each.words for each in left] == [None] * count


def test_the_report_tells_what_became_of_what_was_carried_over() -> None:
    told = report(_carrying(DECIDED, LEFT).came_to("p", DONE))
    assert told.carried == (LEFT,)
    assert [each.state for each in told.decisions] == [DONE]
