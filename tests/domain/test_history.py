"""Undo and redo: what is one step, of answers and notes, guesses, importance and decisions."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY, BRAND
from tui.domain.answers import Answer
from tui.domain.minutes import Decision
from tui.domain.reveal import Reveal
from tui.domain.session import TABLE, Session

BLANK = b.session(b.scale("x"), b.scale("y"), reveal=Reveal.AREA)
Write = Callable[[Session, str], Session]


def noting(session: Session, text: str, question: str = "x") -> Session:
    answer = replace(session.answer(BRAND, question), note=text)
    return session.answered(BRAND, question, answer, is_typed=True)


def reasoning(session: Session, text: str) -> Session:
    answer = replace(session.answer(BRAND, "x"), reason=text)
    return session.answered(BRAND, "x", answer, is_typed=True)


def guarding(session: Session, text: str) -> Session:
    answer = replace(session.answer(BRAND, "x"), private_note=text)
    return session.answered(BRAND, "x", answer, is_typed=True)


def deciding(session: Session, text: str) -> Session:
    return session.decided(replace(session.minutes.decision("x"), text=text))


def typed(session: Session, text: str, write: Write) -> Session:
    """Return the session after each letter of a text."""
    for end in range(1, len(text) + 1):
        session = write(session, text[:end])
    return session


def undone(session: Session, party: str = BRAND) -> Session:
    step = session.undone(party)
    assert step is not None
    return step[1]


@pytest.mark.parametrize(
    ("write", "party"),
    [(noting, BRAND), (reasoning, BRAND), (guarding, BRAND), (deciding, TABLE)],
)
def test_letters_typed_into_one_text_are_one_step(write: Write, party: str) -> None:
    session = typed(BLANK, "毛利要保住", write)
    before = undone(session, party)
    assert before.undone(party) is None
    assert write(before, "毛利要保住") == session
    again = before.redone(party)
    assert again is not None
    assert again[1] == session


def test_letters_into_another_text_or_question_are_another_step() -> None:
    session = typed(typed(typed(BLANK, "one", noting), "two", guarding), "three", reasoning)
    session = typed(session, "four", lambda each, text: noting(each, text, "y"))
    said = []
    while (step := session.undone(BRAND)) is not None:
        session = step[1]
        x, y = session.answer(BRAND, "x"), session.answer(BRAND, "y")
        said.append((x.note, x.private_note, x.reason, y.note))
    assert said == [
        ("one", "two", "three", ""),
        ("one", "two", "", ""),
        ("one", "", "", ""),
        ("", "", "", ""),
    ]


def test_a_text_that_is_opened_again_is_another_step() -> None:
    session = typed(BLANK, "one", noting).written(BRAND)
    session = noting(session, "one more")
    assert undone(session).answer(BRAND, "x").note == "one"


def test_a_text_typed_back_to_what_it_was_is_no_step() -> None:
    session = noting(typed(BLANK, "o", noting), "")
    assert session == BLANK
    assert session.undone(BRAND) is None


def test_a_letter_after_undo_does_not_join_what_was_before() -> None:
    session = undone(typed(typed(BLANK, "one", noting), "two", guarding))
    assert undone(noting(session, "one!")).answer(BRAND, "x").note == "one"


def test_an_answer_between_two_letters_parts_them() -> None:
    session = typed(BLANK, "one", noting)
    session = session.answered(BRAND, "x", replace(session.answer(BRAND, "x"), value=3))
    session = noting(session, "one two")
    assert undone(session).answer(BRAND, "x") == Answer(value=3, note="one")


def test_a_decision_is_one_step_whatever_the_clock_says_meanwhile() -> None:
    session = BLANK
    for seconds, text in enumerate(("s", "so", "so be it"), start=8):
        session = session.decided(Decision(question="x", text=text, seconds=seconds))
    left = undone(session, TABLE)
    assert left == BLANK.decided(Decision(question="x", seconds=10))  # time is never taken back


def test_who_took_it_and_what_was_agreed_are_steps_of_their_own() -> None:
    session = typed(BLANK, "so be it", deciding)
    session = session.decided(replace(session.minutes.decision("x"), owner="林"))
    session = session.decided(replace(session.minutes.decision("x"), value=4))
    decisions = []
    for _ in range(3):
        session = undone(session, TABLE)
        decision = session.minutes.decision("x")
        decisions.append((decision.text, decision.owner, decision.value))
    assert decisions == [("so be it", "林", None), ("so be it", "", None), ("", "", None)]


def test_the_options_passed_on_the_way_to_what_is_agreed_are_one_step() -> None:
    session = typed(BLANK, "so be it", deciding)
    for value, party in ((1, BRAND), (2, AGENCY), (3, None), (2, AGENCY)):
        before = session.minutes.decision("x")
        session = session.decided(replace(before, value=value, taken_from=party))
    decision = undone(session, TABLE).minutes.decision("x")
    assert (decision.text, decision.value, decision.taken_from) == ("so be it", None, None)


def test_importance_is_put_back_to_what_it_was_or_to_unrated() -> None:
    session = BLANK.rated(BRAND, "goals", 3).rated(BRAND, "goals", 1)
    once = undone(session)
    assert once.sheet(BRAND).importance == {"goals": 3}
    assert undone(once) == BLANK


def test_a_guess_is_taken_back_and_the_answer_stays() -> None:
    session = BLANK.answered(BRAND, "x", Answer(value=2))
    guessed = session.answered(BRAND, "x", Answer(value=2, guess=5))
    assert undone(guessed) == session
    again = undone(guessed).redone(BRAND)
    assert again is not None
    assert again[1].answer(BRAND, "x").guess == 5
