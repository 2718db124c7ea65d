"""What a session remembers of itself is what it would find anew."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies
from tui.domain.position import Position
from tui.domain.progress import Progress
from tui.domain.reveal import Reveal
from tui.domain.route import Route
from tui.domain.session import Session


def told(session: Session) -> list[object]:
    """Return what a session says of its questions, all of which it may remember."""
    routes = [Route(session, party) for party in session.questionnaire.party_ids]
    areas = [area.id for area in session.questionnaire.areas]
    return [
        session.asked_at_all(),
        session.as_revealed,
        *(session.asked_of(party) for party in session.questionnaire.party_ids),
        *(session.shown_to(party) for party in session.questionnaire.party_ids),
        *(session.reached_by(party) for party in session.questionnaire.party_ids),
        *((route.questions, route.progress()) for route in routes),
        *((route.in_area(area), route.progress(area)) for route in routes for area in areas),
    ]


@given(strategies.sessions(), st.data())
def test_after_any_answers_a_session_says_what_one_made_anew_says(
    session: Session, data: st.DataObject
) -> None:
    for _ in range(3):
        told(session)  # so that there is something to remember
        party = data.draw(st.sampled_from(session.questionnaire.party_ids))
        question = data.draw(st.sampled_from(session.questionnaire.questions))
        answer = data.draw(strategies.answers(question))
        session = session.answered(party, question.id, answer)
        assert told(session) == told(replace(session))
        session = session.drafted(party, question.id, "half").went_to(Position(party), question.id)
        session = session.rated(party, question.area, 3)
        assert told(session) == told(replace(session))


@given(strategies.sessions())
def test_a_route_counts_what_all_its_respondents_have_answered(session: Session) -> None:
    for party in session.questionnaire.party_ids:
        route = Route(session, party)
        assert route.progress() == Progress(
            sum(map(route.is_met, route.questions)), len(route.questions)
        )
        for area in (area.id for area in session.questionnaire.areas):
            asked = [question for question in route.questions if question.area == area]
            assert route.in_area(area) == tuple(asked)
            assert route.progress(area) == Progress(sum(map(route.is_met, asked)), len(asked))


def test_an_answer_that_opens_a_follow_up_is_not_remembered_away() -> None:
    follow_up = b.scale("y", display_condition=b.gate(b.when("x", "above", 3)))
    session = b.session(b.scale("x"), follow_up, reveal=Reveal.LIVE)
    for value, asked in ((5, "x y"), (1, "x"), (4, "x y")):
        told(session)
        session = session.answered("brand", "x", b.answer(value))
        assert " ".join(question.id for question in session.asked_at_all()) == asked
