"""Where a session stands, what meets and is finished, and what is only half answered."""

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY, BRAND
from tui.domain.answers import NonAnswer
from tui.domain.position import Position, Stage
from tui.domain.reveal import Reveal, is_revealed
from tui.domain.session import Session
from tui.domain.steps import finished, is_finished, reveals, waits_to_meet

TWO = b.scale("x"), b.scale("y", area="trust")
ALL = {"x": 1, "y": 2}


def under(reveal: Reveal, brand: object = ALL, agency: object = ALL, **more: object) -> Session:
    return b.session(*TWO, brand=brand, agency=agency, reveal=reveal, **more)  # type: ignore[arg-type]


def test_a_session_goes_to_a_place_and_a_party_to_a_question() -> None:
    session = under(Reveal.AREA).went_to(Position(AGENCY), "y")
    assert session.position == Position(AGENCY, Stage.QUESTION)
    assert (session.sheet(BRAND).at, session.sheet(AGENCY).at) == ("", "y")


def test_at_a_page_about_no_question_the_party_stays_at_its_own() -> None:
    session = under(Reveal.AREA).went_to(Position(BRAND), "y")
    session = session.went_to(Position(BRAND, Stage.AREA_END, "trust"))
    assert session.position == Position(BRAND, Stage.AREA_END, "trust")
    assert session.sheet(BRAND).at == "y"


def test_to_stay_is_no_move() -> None:
    session = under(Reveal.AREA).went_to(Position(BRAND), "y")
    assert session.went_to(Position(BRAND), "y") is session


def test_a_move_takes_nothing_back_and_can_not_be_undone() -> None:
    session = under(Reveal.AREA, brand={}).answered(BRAND, "x", b.answer(3))
    step = session.went_to(Position(BRAND), "y").undone(BRAND)
    assert step is not None
    assert step[0].subject == "x"
    assert step[1].position == Position(BRAND)


def test_answers_meet_one_by_one_and_only_where_both_are_given() -> None:
    session = under(Reveal.QUESTION, agency={"x": 4}, met=frozenset())
    x, y = session.questionnaire.questions
    assert waits_to_meet(session, x)
    assert not waits_to_meet(session, y)
    assert not is_revealed(x, session)
    met = session.let_meet(["x", "y"])
    assert met.met == {"x"}
    assert is_revealed(x, met)
    assert not is_revealed(y, met)


def test_what_was_answered_first_stays_open_to_change_until_it_meets() -> None:
    session = under(Reveal.QUESTION, met=frozenset())
    assert not session.is_second_answer(BRAND, "x")
    assert session.let_meet(["x"]).is_second_answer(BRAND, "x")


def test_who_finishes_an_area_lets_its_answers_meet_and_those_of_no_other() -> None:
    session = finished(under(Reveal.QUESTION, met=frozenset()), [BRAND], "goals")
    assert session.met == {"x"}
    assert session.has_finished(BRAND, "goals")


@pytest.mark.parametrize("reveal", [Reveal.LIVE, Reveal.AREA, Reveal.END])
def test_under_other_rules_nothing_meets_one_by_one(reveal: Reveal) -> None:
    assert finished(under(reveal), [BRAND, AGENCY], "goals").met == frozenset()


@pytest.mark.parametrize(
    ("reveal", "first", "second"),
    [
        (Reveal.LIVE, False, False),
        (Reveal.QUESTION, True, False),
        (Reveal.AREA, False, True),
        (Reveal.END, False, False),
    ],
)
def test_it_is_known_before_whether_finishing_reveals(
    reveal: Reveal, first: bool, second: bool
) -> None:
    before = under(reveal, met=frozenset())
    once = finished(before, [BRAND], "goals")
    twice = finished(once, [AGENCY], "goals")
    assert (reveals(before, once), reveals(once, twice)) == (first, second)


def test_the_last_area_reveals_all_at_the_end() -> None:
    session = finished(under(Reveal.END), [BRAND, AGENCY], "goals")
    session = finished(session, [BRAND], "trust")
    assert reveals(session, finished(session, [AGENCY], "trust"))


def both_finished(session: Session) -> Session:
    for area in b.AREAS:
        session = finished(session, b.PARTIES, area)
    return session


@pytest.mark.parametrize("reveal", [Reveal.QUESTION, Reveal.AREA, Reveal.END])
def test_a_blind_session_is_finished_once_all_has_met(reveal: Reveal) -> None:
    session = under(reveal, met=frozenset())
    assert not is_finished(session)
    assert is_finished(both_finished(session))


def test_a_session_of_open_answers_is_finished_too() -> None:
    assert is_finished(under(Reveal.LIVE))
    later = {"x": NonAnswer.LATER, "y": NonAnswer.UNDECIDED}
    assert is_finished(under(Reveal.LIVE, brand=later))
    assert not is_finished(under(Reveal.LIVE, agency={"x": 1}))


def test_a_self_assessment_is_finished_by_its_party_alone() -> None:
    assert is_finished(under(Reveal.END, agency={}, alone=BRAND))
    assert not is_finished(under(Reveal.END, brand={"x": 1}, alone=BRAND))


def test_a_session_that_asks_nothing_is_not_finished() -> None:
    assert not is_finished(b.session(reveal=Reveal.LIVE))


def test_a_half_is_kept_until_it_is_emptied_or_answered() -> None:
    session = under(Reveal.AREA, brand={}).drafted(BRAND, "x", "12,").drafted(BRAND, "y", "3")
    assert dict(session.sheet(BRAND).drafts) == {"x": "12,", "y": "3"}
    assert session.drafted(BRAND, "x", "12,") is session
    assert dict(session.drafted(BRAND, "x", "").sheet(BRAND).drafts) == {"y": "3"}
    answered = session.answered(BRAND, "x", b.answer(3))
    assert dict(answered.sheet(BRAND).drafts) == {"y": "3"}
    skipped = session.answered(BRAND, "y", b.answer(NonAnswer.LATER))
    assert dict(skipped.sheet(BRAND).drafts) == {"x": "12,"}


def test_a_note_beside_a_half_leaves_it() -> None:
    session = under(Reveal.AREA, brand={}).drafted(BRAND, "x", "12,")
    noted = session.answered(BRAND, "x", b.answer(None, note="soon"))
    assert dict(noted.sheet(BRAND).drafts) == {"x": "12,"}


def test_a_half_is_no_answer() -> None:
    session = under(Reveal.LIVE, brand={"x": 1}).drafted(BRAND, "y", "12,")
    assert session.progress(BRAND).met == 1
    assert not is_finished(session)


def test_a_half_is_withdrawn_with_what_is_not_asked_any_more() -> None:
    follow_up = b.scale("f", display_condition=b.gate(b.when("g", "is", "yes")))
    asked = b.session(b.yesno("g"), follow_up, brand={"g": "yes"}, reveal=Reveal.AREA)
    half = asked.drafted(BRAND, "f", "3")
    no = half.answered(BRAND, "g", b.answer("no"))
    assert dict(no.sheet(BRAND).drafts) == {"f": "3"}  # it may think better of it in its turn
    assert dict(no.turn_ended(BRAND).sheet(BRAND).drafts) == {}
    assert dict(no.declared_finished(BRAND, ["goals"]).sheet(BRAND).drafts) == {}
