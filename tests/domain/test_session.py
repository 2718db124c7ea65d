"""A session as it goes on: answers, undo and redo of one's own, progress."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import AGENCY, BRAND
from tui.domain.answers import NOTHING, Answer, NonAnswer
from tui.domain.minutes import Revision
from tui.domain.progress import Progress
from tui.domain.reveal import Reveal, is_revealed
from tui.domain.session import Session
from tui.domain.sheet import IMPORTANCES, USUAL_IMPORTANCE

TWO = b.session(b.scale("x"), b.scale("y", area="trust"))


def said(session: Session, party: str = BRAND) -> tuple[object, object]:
    """Return the values that a party has given to x and y."""
    return session.answer(party, "x").value, session.answer(party, "y").value


def saying(session: Session, *steps: tuple[str, str, int]) -> Session:
    """Return the session after some answers: party, question, value."""
    for party, question, value in steps:
        session = session.answered(party, question, b.answer(value))
    return session


def undone(session: Session, party: str = BRAND) -> Session:
    step = session.undone(party)
    assert step is not None
    return step[1]


def redone(session: Session, party: str = BRAND) -> Session:
    step = session.redone(party)
    assert step is not None
    return step[1]


def test_a_change_gives_a_new_session_and_leaves_the_old_one() -> None:
    later = saying(TWO, (BRAND, "x", 2))
    assert (said(TWO), said(later)) == ((None, None), (2, None))


def test_undo_takes_back_the_last_change_and_says_which() -> None:
    session = saying(TWO, (BRAND, "x", 2), (BRAND, "y", 3))
    step = session.undone(BRAND)
    assert step is not None
    assert (step[0].subject, said(step[1])) == ("y", (2, None))
    assert said(undone(step[1])) == (None, None)


def test_undo_puts_back_the_answer_that_stood_there() -> None:
    assert said(undone(saying(TWO, (BRAND, "x", 2), (BRAND, "x", 5)))) == (2, None)


def test_an_answer_taken_back_leaves_no_trace_on_the_sheet() -> None:
    assert dict(undone(saying(TWO, (BRAND, "x", 2))).sheet(BRAND).answers) == {}


def test_redo_makes_the_changes_again_in_their_order() -> None:
    session = undone(undone(saying(TWO, (BRAND, "x", 2), (BRAND, "y", 3))))
    once = redone(session)
    assert (said(once), said(redone(once))) == ((2, None), (2, 3))


def test_a_change_forgets_what_was_taken_back() -> None:
    session = saying(undone(saying(TWO, (BRAND, "x", 2))), (BRAND, "y", 3))
    assert session.redone(BRAND) is None


def test_saying_the_same_again_is_no_change() -> None:
    session = undone(saying(TWO, (BRAND, "x", 2), (BRAND, "y", 3)))
    assert saying(session, (BRAND, "x", 2)) is session
    assert session.redone(BRAND) is not None


def test_a_party_takes_back_only_what_it_said_itself() -> None:
    session = saying(TWO, (BRAND, "x", 2), (AGENCY, "x", 4))
    back = undone(session)
    assert (said(back), said(back, AGENCY)) == ((None, None), (4, None))
    assert saying(TWO, (AGENCY, "x", 4)).undone(BRAND) is None
    assert back.redone(AGENCY) is None


def test_a_change_of_one_party_keeps_what_the_other_can_redo() -> None:
    session = saying(undone(saying(TWO, (BRAND, "x", 2))), (AGENCY, "x", 4))
    assert said(redone(session)) == (2, None)


def test_once_its_turn_is_over_a_party_takes_nothing_back() -> None:
    session = saying(TWO, (BRAND, "x", 2), (BRAND, "y", 3), (AGENCY, "x", 4))
    over = undone(session).turn_ended(BRAND)
    assert (over.undone(BRAND), over.redone(BRAND)) == (None, None)
    assert over.undone(AGENCY) is not None


@draw.fewer
@given(st.lists(st.tuples(st.sampled_from("xy"), st.integers(1, 5)), max_size=8))
def test_undoing_all_and_redoing_all_leads_back(steps: list[tuple[str, int]]) -> None:
    session = end = saying(TWO, *[(BRAND, question, value) for question, value in steps])
    while step := session.undone(BRAND):
        session = step[1]
    assert session == TWO
    while step := session.redone(BRAND):
        session = step[1]
    assert session == end


@pytest.mark.parametrize(
    ("answer", "met"),
    [(b.answer(2), 1), (Answer(note="hm"), 0), (NOTHING, 0)]
    + [(b.answer(state), 1) for state in NonAnswer],
)
def test_a_value_or_a_non_answer_meets_a_question(answer: Answer, met: int) -> None:
    assert TWO.answered(BRAND, "x", answer).progress(BRAND) == Progress(met, 2)


def test_progress_is_of_one_party_in_one_area_or_in_all() -> None:
    session = saying(TWO, (BRAND, "x", 2))
    assert session.progress(BRAND, "goals").is_complete
    assert not session.progress(BRAND, "trust").is_complete
    assert not session.progress(BRAND).is_complete
    assert session.progress(AGENCY) == Progress(0, 2)


def test_progress_counts_no_answer_that_a_shut_gate_hides() -> None:
    follow = b.scale("y", display_condition=b.gate(b.when("x", "above", 3)))
    session = b.session(b.scale("x"), follow, brand={"x": 1, "y": 2})
    assert session.progress(BRAND) == Progress(1, 1)


def test_an_area_is_finished_when_both_say_so() -> None:
    met = saying(TWO, *[(party, q, 3) for party in b.PARTIES for q in "xy"])
    one = met.declared_finished(BRAND, ["goals"])
    assert one.has_finished(BRAND, "goals")
    assert not one.has_finished(AGENCY, "goals")
    assert not one.both_finished("goals")
    both = one.declared_finished(AGENCY, ["trust"]).declared_finished(AGENCY, ["goals"])
    assert (both.both_finished("goals"), both.both_finished("trust")) == (True, False)


@pytest.mark.parametrize("state", NonAnswer)
def test_only_an_area_in_which_all_is_met_can_be_finished(state: NonAnswer) -> None:
    begun = b.session(b.scale("x"), b.scale("x2"), b.scale("y", area="trust"), brand={"x": 2})
    assert not begun.declared_finished(BRAND, ["goals", "trust"]).finished[BRAND]
    noted = begun.answered(BRAND, "x2", Answer(note="not yet"))
    assert not noted.declared_finished(BRAND, ["goals"]).has_finished(BRAND, "goals")
    met = begun.answered(BRAND, "x2", Answer(state=state))
    assert met.declared_finished(BRAND, ["goals", "trust"]).finished[BRAND] == {"goals"}


def test_a_follow_up_must_be_met_before_its_area_is_finished() -> None:
    follow = b.scale("y", display_condition=b.gate(b.when("x", "above", 3)))
    shut = b.session(b.scale("x"), follow, brand={"x": 1})
    assert shut.declared_finished(BRAND, ["goals"]).has_finished(BRAND, "goals")
    opened = saying(shut, (BRAND, "x", 5))
    assert not opened.declared_finished(BRAND, ["goals"]).has_finished(BRAND, "goals")


def test_an_answer_that_leaves_an_area_without_questions_finishes_nothing_by_itself() -> None:
    follow = b.scale("y", area="trust", display_condition=b.gate(b.when("x", "above", 3)))
    session = b.session(b.scale("x"), follow, brand={"x": 5}, agency={"x": 1}, reveal=Reveal.END)
    begun = session.declared_finished(AGENCY, ["goals"]).declared_finished(BRAND, ["goals"])
    assert begun.finished == {BRAND: {"goals"}, AGENCY: {"goals", "trust"}}
    shut = saying(begun, (BRAND, "x", 2))
    assert shut.finished == begun.finished
    assert shut.declared_finished(AGENCY, ["goals"]).both_finished("trust")


def test_a_finished_area_that_has_not_met_waits_for_what_a_second_thought_opens() -> None:
    follow = b.scale("z", area="trust", display_condition=b.gate(b.when("y", "above", 3)))
    questions = b.scale("x"), b.scale("y", area="trust"), follow
    both = {"x": 1, "y": 1}
    session = b.session(*questions, brand=both, agency=both, reveal=Reveal.END)
    for party in (BRAND, AGENCY):
        session = session.declared_finished(party, ["trust"])
    thought_again = saying(session, (BRAND, "y", 5))
    for party in (BRAND, AGENCY):
        thought_again = thought_again.declared_finished(party, ["goals"])
    assert not thought_again.has_finished(BRAND, "trust")
    assert not any(is_revealed(question, thought_again) for question in questions)


def test_the_day_of_two_sheets_is_the_later() -> None:
    left, right = TWO.sheets
    later = replace(right, date=date(2026, 12, 1))
    assert replace(TWO, sheets=(left, later)).date == date(2026, 12, 1)


# First and second answers.

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def revealed() -> Session:
    """Return a session whose blind answers to x have met; y waits for both."""
    session = b.session(
        b.scale("x"),
        b.scale("y", area="trust"),
        brand={"x": 2},
        agency={"x": 4},
        reveal=Reveal.AREA,
    )
    for party in b.PARTIES:
        session = session.declared_finished(party, ["goals"])
    return session


def saying_now(session: Session, question: str, answer: Answer, reason: str = "") -> Session:
    return session.say(BRAND, question, answer, at=NOON, reason=reason)


def test_what_is_said_before_the_reveal_is_the_answer() -> None:
    session = saying_now(TWO, "x", b.answer(2), "no reason is kept")
    assert session == saying(TWO, (BRAND, "x", 2))
    assert undone(session) == TWO
    assert not session.is_second_answer(BRAND, "x")


def test_after_the_reveal_a_second_answer_goes_into_the_minutes_and_the_first_stays() -> None:
    before = revealed()
    session = saying_now(before, "x", b.answer(5), "new figures")
    assert session.sheets == before.sheets
    assert session.latest(BRAND, "x") == b.answer(5)
    assert session.minutes.revisions == (
        Revision(
            question="x",
            party=BRAND,
            at=NOON,
            before=b.answer(2),
            after=b.answer(5),
            reason="new figures",
        ),
    )


def test_each_second_answer_follows_upon_the_one_before() -> None:
    session = saying_now(saying_now(revealed(), "x", b.answer(5)), "x", b.answer(1))
    told = [(r.before.value, r.after.value) for r in session.minutes.revisions]
    assert told == [(2, 5), (5, 1)]


def test_saying_the_latest_answer_again_is_no_second_answer() -> None:
    before = revealed()
    assert saying_now(before, "x", b.answer(2)) is before
    once = saying_now(before, "x", b.answer(5))
    assert saying_now(once, "x", b.answer(5)) is once


def test_a_question_that_was_left_out_is_answered_for_the_first_time_after_the_reveal() -> None:
    live = b.session(b.scale("x"), b.scale("x2"), brand={"x": 2}, agency={"x": 4})
    met = replace(live, reveal=Reveal.AREA, finished={p: frozenset(["goals"]) for p in b.PARTIES})
    session = saying_now(met, "x2", b.answer(3))
    assert (session.answer(BRAND, "x2"), session.minutes.revisions) == (b.answer(3), ())


@pytest.mark.parametrize(
    ("session", "question", "expected"),
    [(revealed(), "x", True), (revealed(), "y", False), (saying(TWO, (BRAND, "x", 2)), "x", False)],
    ids=["revealed", "still blind", "live"],
)
def test_only_what_was_blind_and_has_met_is_answered_a_second_time(
    session: Session, question: str, expected: bool
) -> None:
    assert session.is_second_answer(BRAND, question) is expected


def test_a_private_note_or_a_guess_never_comes_into_the_minutes() -> None:
    noted = replace(b.answer(2), private_note="psst")
    before = revealed()
    session = saying_now(before, "x", noted)
    assert session.minutes == before.minutes  # to note something is to say nothing
    assert session.answer(BRAND, "x") == session.latest(BRAND, "x") == noted
    second = saying_now(session, "x", replace(noted, value=5, guess=3), "new figures")
    (revision,) = second.minutes.revisions
    assert (revision.before, revision.after) == (b.answer(2), b.answer(5))
    assert second.latest(BRAND, "x") == replace(noted, value=5)


def test_undo_takes_no_answer_back_that_has_met_the_others() -> None:
    session = b.session(b.scale("x"), reveal=Reveal.QUESTION)
    for party in b.PARTIES:
        session = session.answered(party, "x", b.answer(2))
    assert all(session.undone(party) is not None for party in b.PARTIES)
    session = session.let_meet(["x"])
    assert [session.undone(party) for party in b.PARTIES] == [None, None]


def test_what_a_blind_party_is_no_longer_asked_is_withdrawn_with_its_turn() -> None:
    opener = b.yesno("opener")
    follow = b.scale("follow", display_condition=b.gate(b.when("opener", "is", ("yes",))))
    said = {"opener": "yes", "follow": 3}
    for reveal in Reveal:
        session = b.session(opener, follow, brand=said, reveal=reveal)
        changed = session.answered(b.BRAND, "opener", b.answer("no"))
        assert changed.answer(b.BRAND, "follow").value == 3  # another change brings it back
        ended = changed.turn_ended(b.BRAND)
        assert ended.answer(b.BRAND, "follow").is_answered is (reveal is Reveal.LIVE)


def test_an_area_is_rated_at_three_levels_and_is_usual_without() -> None:
    assert (IMPORTANCES, USUAL_IMPORTANCE) == ((1, 2, 3), 2)


def test_an_area_is_finished_for_as_long_as_it_is_complete() -> None:
    def is_finished(session: Session) -> bool:
        return "goals" in session.finished.get(BRAND, ())

    begun = b.session(b.scale("x"), reveal=Reveal.AREA)
    said = begun.answered(BRAND, "x", Answer(value=3))
    done = said.declared_finished(BRAND, ["goals"])
    assert is_finished(done)
    assert not is_finished(done.answered(BRAND, "x", NOTHING))
    undone = done.undone(BRAND)
    assert undone is not None
    assert not is_finished(undone[1])
    back = said.answered(BRAND, "x", NOTHING).undone(BRAND)
    assert back is not None
    redone = back[1].declared_finished(BRAND, ["goals"]).redone(BRAND)
    assert redone is not None
    assert not is_finished(redone[1])
