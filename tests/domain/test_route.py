"""The way through the questions: of both parties at once, or of one alone."""

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY, BRAND
from tui.domain.answers import NonAnswer
from tui.domain.progress import Progress
from tui.domain.reveal import Reveal
from tui.domain.route import Route
from tui.domain.session import Session

APART = [Reveal.QUESTION, Reveal.AREA, Reveal.END]
X, Y, Z = b.scale("x"), b.scale("y"), b.scale("z", area="trust")
FOLLOW = b.scale("y", display_condition=b.gate(b.when("x", "above", 3)))
"""A follow-up that opens for whoever said more than 3."""


def at(
    reveal: Reveal = Reveal.LIVE,
    brand: dict[str, object] | None = None,
    agency: dict[str, object] | None = None,
) -> Session:
    """Return a session at x and y in one area and z in the next."""
    return b.session(X, Y, Z, brand=brand, agency=agency, reveal=reveal)


def asked(route: Route) -> str:
    return " ".join(question.id for question in route.questions)


def test_at_once_both_walk_whoever_is_at_the_keyboard() -> None:
    for party in b.PARTIES:
        route = Route(at(), party)
        assert (route.is_joint, route.respondents) == (True, b.PARTIES)


@pytest.mark.parametrize("reveal", APART)
def test_while_answers_are_hidden_each_walks_alone(reveal: Reveal) -> None:
    for party in b.PARTIES:
        route = Route(at(reveal), party)
        assert (route.is_joint, route.respondents) == (False, (party,))


def test_a_joint_way_has_what_either_is_asked_and_a_way_alone_only_ones_own() -> None:
    for reveal, brand, agency in [
        (Reveal.LIVE, "x y", "x y"),
        (Reveal.END, "x y", "x"),
    ]:
        session = b.session(X, FOLLOW, brand={"x": 5}, agency={"x": 1}, reveal=reveal)
        assert asked(Route(session, BRAND)) == brand
        assert asked(Route(session, AGENCY)) == agency


def test_an_area_has_its_own_questions() -> None:
    route = Route(at(), BRAND)
    assert [question.id for question in route.in_area("goals")] == ["x", "y"]
    assert route.in_area("nowhere") == ()


@pytest.mark.parametrize("said", [3, *NonAnswer])
def test_jointly_a_question_is_met_by_both_and_alone_by_oneself(said: object) -> None:
    ours: dict[str, object] = {"x": said}
    assert not Route(at(brand=ours), BRAND).is_met(X)
    assert Route(at(brand=ours, agency={"x": 1}), BRAND).is_met(X)
    assert Route(at(Reveal.END, brand=ours), BRAND).is_met(X)
    assert not Route(at(Reveal.END, brand=ours), AGENCY).is_met(X)


def test_progress_is_of_the_way_or_of_an_area() -> None:
    route = Route(at(brand={"x": 1, "y": 2, "z": 3}, agency={"x": 1, "z": 3}), AGENCY)
    assert route.progress() == Progress(2, 3)
    assert route.progress("goals") == Progress(1, 2)
    assert route.progress("trust").is_complete


@pytest.mark.parametrize(
    ("met", "first"), [("", "x"), ("x", "y"), ("y", "x"), ("x y", "z"), ("x y z", "x")]
)
def test_it_begins_at_the_first_that_waits_or_where_none_does_at_the_first(
    met: str, first: str
) -> None:
    answers: dict[str, object] = dict.fromkeys(met.split(), 3)
    assert Route(at(brand=answers, agency=answers), BRAND).first_open() == first


@pytest.mark.parametrize(
    ("start", "by", "goal"),
    [("x", 1, "y"), ("y", 1, "z"), ("z", 1, None), ("z", -1, "y"), ("x", -1, None), ("x", 2, "z")],
)
def test_steps_lead_over_the_areas_and_not_beyond_the_ends(
    start: str, by: int, goal: str | None
) -> None:
    found = Route(at(), BRAND).ahead(start, by)
    assert (found.id if found else None) == goal


def test_from_a_question_that_is_asked_no_more_the_way_begins_anew() -> None:
    shut = b.session(X, FOLLOW, Z, brand={"x": 1}, reveal=Reveal.END)
    found = Route(shut, BRAND).ahead("y")
    assert found is not None
    assert found.id == "x"


def test_the_next_area_is_the_next_with_questions() -> None:
    route = Route(at(), BRAND)
    assert (route.area_after("goals"), route.area_after("trust")) == ("trust", None)
    trust_shut = b.scale("z", area="trust", display_condition=b.gate(b.when("x", "above", 3)))
    route = Route(b.session(X, trust_shut, brand={"x": 1}, reveal=Reveal.END), BRAND)
    assert route.area_after("goals") is None
