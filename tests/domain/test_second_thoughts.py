"""A second answer in the making: what stands in it, and what undo makes of it once it is given."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY, AREAS, BRAND
from tui.domain.history import Topic
from tui.domain.position import Position, Stage
from tui.domain.reveal import Reveal
from tui.domain.second_thought import SecondThought
from tui.domain.session import Session

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MET = b.session(b.scale("x"), reveal=Reveal.QUESTION, brand={"x": 2}, agency={"x": 4})
"""A question whose two answers have met."""


def thinking(session: Session, value: int, reason: str = "") -> Session:
    """Return the session in which the brand has another answer in mind."""
    answer = replace(session.current(BRAND, "x"), value=value)
    return session.reconsidered(BRAND, "x", answer, reason, is_typed=bool(reason))


def given(session: Session, reason: str) -> Session:
    """Return the session in which the brand has given the answer that it has in mind."""
    return session.say(BRAND, "x", session.current(BRAND, "x"), at=NOW, reason=reason)


def noting(session: Session, note: str) -> Session:
    """Return the session in which the brand has typed a private note, letter by letter."""
    for end in range(1, len(note) + 1):
        answer = replace(session.current(BRAND, "x"), private_note=note[:end])
        session = session.reconsidered(BRAND, "x", answer, is_typed=True)
    return session


def undone(session: Session) -> Session:
    step = session.undone(BRAND)
    assert step is not None
    return step[1]


def test_a_text_of_it_is_one_step_from_its_first_letter_on() -> None:
    session = MET
    for text in ("l", "le", "les", "less"):
        answer = replace(session.current(BRAND, "x"), note=text)
        session = session.reconsidered(BRAND, "x", answer, is_typed=True)
    assert undone(session).second_thought(BRAND, "x") is None


def test_it_shows_in_its_partys_column_and_is_no_answer_yet() -> None:
    session = thinking(MET, 5)
    assert session.current(BRAND, "x").value == 5
    assert session.latest(BRAND, "x").value == session.answer(BRAND, "x").value == 2
    assert session.minutes.revisions == ()
    assert session.as_revised == session


def test_thinking_what_one_says_already_leaves_nothing() -> None:
    assert thinking(thinking(MET, 5), 2).second_thought(BRAND, "x") is None
    again = thinking(given(thinking(MET, 5), "sales"), 5)
    assert again.second_thought(BRAND, "x") is None


def test_given_with_its_reason_it_is_one_revision_and_no_thought_any_more() -> None:
    session = given(thinking(thinking(MET, 5), 3), "sales fell")
    (revision,) = session.minutes.revisions
    assert (revision.before.value, revision.after.value) == (2, 3)
    assert (revision.party, revision.reason, revision.at) == (BRAND, "sales fell", NOW)
    assert session.second_thought(BRAND, "x") is None


def test_undone_after_it_was_given_it_is_in_the_making_again_with_its_reason() -> None:
    session = given(thinking(MET, 5, "sales"), "sales fell")
    step = session.undone(BRAND)
    assert step is not None
    assert step[0].topic is Topic.SECOND_ANSWER
    thought = step[1].second_thought(BRAND, "x")
    assert thought is not None
    assert (thought.answer.value, thought.reason) == (5, "sales fell")
    assert step[1].minutes.revisions == ()
    again = step[1].redone(BRAND)
    assert again is not None
    assert again[1] == session


def test_the_letters_of_its_reason_are_one_step() -> None:
    session = thinking(MET, 5)
    for end in range(1, 6):
        session = thinking(session, 5, "sales"[:end])
    assert undone(session) == thinking(MET, 5)
    assert undone(undone(session)) == MET


def test_a_party_has_its_own_in_mind() -> None:
    session = thinking(MET, 5)
    assert session.second_thought(AGENCY, "x") is None
    assert session.undone(AGENCY) is None


def test_a_private_note_beside_a_met_answer_is_no_second_answer_and_one_step() -> None:
    session = noting(MET, "rent")
    assert session.answer(BRAND, "x").private_note == "rent"
    assert session.second_thought(BRAND, "x") is None
    assert undone(session) == MET


def test_a_private_note_stands_beside_a_second_answer_and_never_in_it() -> None:
    session = noting(thinking(MET, 5), "rent")
    assert session.second_thought(BRAND, "x") == SecondThought(b.answer(5))
    assert session.current(BRAND, "x").private_note == "rent"
    assert undone(session) == thinking(MET, 5)
    told = given(session, "sales")
    assert told.answer(BRAND, "x").private_note == "rent"
    assert told.minutes.revisions[0].after.private_note == ""


def test_a_first_answer_that_has_met_cannot_be_undone() -> None:
    alone = b.session(b.scale("x"), reveal=Reveal.QUESTION, agency={"x": 4})
    answered = alone.answered(BRAND, "x", b.answer(2))
    assert answered.undone(BRAND) is not None
    met = answered.let_meet(["x"])
    assert met.undone(BRAND) is None
    assert undone(noting(met, "rent")) == met


LATE = b.session(
    b.multi("m"),
    reveal=Reveal.AREA,
    brand={"m": ("a",)},
    finished={party: frozenset(AREAS) for party in (BRAND, AGENCY)},
)
"""A follow-up that one party comes to only after the reveal."""


def ticking(session: Session, *choices: str) -> Session:
    answer = replace(session.current(AGENCY, "m"), value=choices)
    return session.say(AGENCY, "m", answer, at=NOW)


def test_a_first_answer_after_the_reveal_takes_as_many_keys_as_it_needs() -> None:
    session = LATE.went_to(Position(AGENCY, Stage.QUESTION), "m")
    session = ticking(ticking(session, "a"), "a", "b")
    assert session.answer(AGENCY, "m").value == ("a", "b")
    assert session.minutes.revisions == ()
    step = session.undone(AGENCY)
    assert step is not None
    assert step[1].answer(AGENCY, "m").value == ("a",)


@pytest.mark.parametrize(
    "onward",
    [
        (Position(AGENCY, Stage.DISCUSSION, "goals"), ""),
        (Position(AGENCY, Stage.QUESTION), "x"),
        (Position(BRAND, Stage.QUESTION), "m"),
    ],
)
def test_it_is_final_once_the_party_has_gone_on(onward: tuple[Position, str]) -> None:
    session = ticking(LATE.went_to(Position(AGENCY, Stage.QUESTION), "m"), "a")
    assert session.went_to(Position(AGENCY, Stage.QUESTION), "m").giving is not None
    session = ticking(session.went_to(*onward), "a", "b")
    assert session.answer(AGENCY, "m").value == ("a",)
    assert [each.after.value for each in session.minutes.revisions] == [("a", "b")]
    blind = replace(LATE, finished={})
    assert ticking(blind, "a").giving is None
