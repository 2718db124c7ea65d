"""What two can agree on: one's answer, what both accept, or another; nothing that is private."""

import pytest

from tests.domain.builders import multi, number, ranged, session, span
from tui.domain.agreeing import (
    BOTH,
    IN_COMMON,
    NOTHING_YET,
    OTHER,
    agreed_on,
    proposals,
    way_agreed,
)
from tui.domain.minutes import Decision
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.session import Session


def said(question: AnyQuestion, ours: object, theirs: object) -> Session:
    """Return a session in which both have answered one question."""
    return session(question, brand={"q": ours}, agency={"q": theirs})


@pytest.mark.parametrize(
    ("question", "ours", "theirs", "common"),
    [
        (ranged(), span(10, 30), span(20, 50), span(20, 30)),
        (ranged(), span(10, 20), span(20, 50), span(20, 20)),
        (ranged(), span(10, 20), span(30, 50), None),
        (ranged(), span(10, 50), span(20, 30), None),  # which is the other's own answer
        (multi(), ("a", "b"), ("b", "c"), ("b",)),
        (multi(), ("a",), ("b",), None),
        (multi(), ("a", "b"), ("b",), None),
        (number(), 10, 20, None),
    ],
)
def test_what_both_accept_is_offered_where_there_is_such_an_answer(
    question: AnyQuestion, ours: object, theirs: object, common: object
) -> None:
    offered = proposals(said(question, ours, theirs), question)
    ways = {each.way: each.value for each in offered}
    assert ways.get(IN_COMMON) == common
    assert {"brand", "agency"} <= set(ways)


def test_equal_answers_are_offered_once() -> None:
    question = number()
    (offered,) = proposals(said(question, 10, 10), question)
    assert (offered.way, offered.taken_from) == (BOTH, None)


def test_of_private_answers_none_is_offered() -> None:
    for privacy in (Privacy.OVERLAP, Privacy.OWN):
        question = number(privacy=privacy)
        assert proposals(said(question, 10, 20), question) == ()


def test_what_is_agreed_on_is_known_again() -> None:
    question = ranged()
    offered = proposals(said(question, span(10, 30), span(20, 50)), question)
    for way in ("brand", "agency", IN_COMMON, NOTHING_YET):
        decision = agreed_on(Decision(question="q"), way, offered, None)
        assert way_agreed(decision, offered) == way
    decision = agreed_on(Decision(question="q"), OTHER, offered, span(15, 25))
    assert decision.value == span(15, 25)
    assert way_agreed(decision, offered) == OTHER
