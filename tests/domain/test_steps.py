"""What comes next: under each reveal rule and alone, without a leak and without a dead end."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import AGENCY, BRAND
from tui.domain.privacy import Privacy
from tui.domain.reveal import Reveal, is_revealed
from tui.domain.route import Route
from tui.domain.session import Session
from tui.domain.steps import (
    Ask,
    Conclude,
    Discuss,
    EndArea,
    HandOver,
    Meet,
    Step,
    Turn,
    after_area,
    after_discussion,
    after_question,
    finished,
    is_over,
)

QUESTIONS = b.scale("x"), b.scale("y"), b.scale("z", area="trust")
ALL = "x y z"


def at(
    reveal: Reveal = Reveal.LIVE,
    brand: str = "",
    agency: str = "",
    finished: dict[str, str] | None = None,
    **more: Any,
) -> Session:
    """Return a session at x and y in one area and z in the next, with what the two have met."""
    done = {party: frozenset(areas.split()) for party, areas in (finished or {}).items()}
    left, right = (dict.fromkeys(ids.split(), 3) for ids in (brand, agency))
    return b.session(*QUESTIONS, brand=left, agency=right, reveal=reveal, finished=done, **more)


NOTHING_MET = frozenset[str]()
BOTH_GOALS = {BRAND: "goals", AGENCY: "goals"}
BOTH_ALL = {BRAND: "goals trust", AGENCY: "goals trust"}

ONWARD: list[tuple[Session, str, str, Step]] = [
    # at once: the left, then the right, then the next question; an area ends in talk
    (at(), BRAND, "x", Turn(AGENCY)),
    (at(brand="x"), BRAND, "x", Turn(AGENCY)),
    (at(brand="x"), AGENCY, "x", Ask("y")),
    (at(brand="x", agency="x"), BRAND, "x", Ask("y")),
    (at(brand="x y", agency="x y"), AGENCY, "y", Discuss("goals")),
    (at(), AGENCY, "y", Discuss("goals")),
    # question by question: hand over once it is answered, back once the other has answered
    (at(Reveal.QUESTION), BRAND, "x", Ask("y")),
    (at(Reveal.QUESTION, "x"), BRAND, "x", HandOver(AGENCY, "x")),
    (at(Reveal.QUESTION, "x", "x"), AGENCY, "x", Ask("y")),
    (at(Reveal.QUESTION, "x", "x y"), AGENCY, "y", HandOver(BRAND, "y")),
    (at(Reveal.QUESTION, "x y", "x y"), BRAND, "y", Discuss("goals")),
    (at(Reveal.QUESTION, "y", "x y"), BRAND, "y", EndArea("goals")),
    # who answers second lets them meet by going on, and goes on once more
    (at(Reveal.QUESTION, "x", "x", met=NOTHING_MET), AGENCY, "x", Meet("x")),
    (at(Reveal.QUESTION, "x", "x", met=NOTHING_MET), BRAND, "x", Meet("x")),
    (at(Reveal.QUESTION, "x y", "x y", met=frozenset("y")), BRAND, "y", EndArea("goals")),
    # area by area, and all at the end
    (at(Reveal.AREA, "x"), BRAND, "x", Ask("y")),
    (at(Reveal.AREA, "x y", ALL), BRAND, "y", EndArea("goals")),
    (at(Reveal.AREA, "x y", "x y", {AGENCY: "goals"}), BRAND, "y", EndArea("goals")),
    (at(Reveal.AREA, "x y", "x y", BOTH_GOALS), BRAND, "y", Discuss("goals")),
    (at(Reveal.AREA, ALL, ALL, BOTH_GOALS), BRAND, "z", EndArea("trust")),
    (at(Reveal.END, "x y", "x y", BOTH_GOALS), BRAND, "y", EndArea("goals")),
    (at(Reveal.END, ALL, ALL, BOTH_GOALS), AGENCY, "z", EndArea("trust")),
    (at(Reveal.END, ALL, ALL, BOTH_ALL), AGENCY, "y", Discuss("goals")),
    # alone
    (at(Reveal.END, alone=BRAND), BRAND, "x", Ask("y")),
    (at(Reveal.END, "x y", alone=BRAND), BRAND, "y", EndArea("goals")),
    (at(Reveal.QUESTION, "x", alone=BRAND), BRAND, "x", Ask("y")),
    (at(Reveal.LIVE, "x", alone=BRAND), BRAND, "x", Ask("y")),
    (at(Reveal.LIVE, ALL, ALL, BOTH_ALL, alone=BRAND), BRAND, "z", EndArea("trust")),
]


@pytest.mark.parametrize(("session", "party", "question", "step"), ONWARD)
def test_onward(session: Session, party: str, question: str, step: Step) -> None:
    assert after_question(Route(session, party), question) == step


AFTER_AREA: list[tuple[Session, str, str, Step]] = [
    (at(Reveal.AREA, "x y", "", {BRAND: "goals"}), BRAND, "goals", HandOver(AGENCY, "x")),
    (at(Reveal.AREA, "x y", "x", {BRAND: "goals"}), BRAND, "goals", HandOver(AGENCY, "y")),
    (at(Reveal.AREA, "x y", "x y", {BRAND: "goals"}), BRAND, "goals", HandOver(AGENCY, "x")),
    (at(Reveal.AREA, "x y", "x y", BOTH_GOALS), AGENCY, "goals", Discuss("goals")),
    # one who is not done reveals nothing, also where the other is
    (at(Reveal.AREA, "x", "x y", {AGENCY: "goals"}), BRAND, "goals", Ask("z")),
    (
        at(Reveal.AREA, "x z", ALL, {AGENCY: "goals", BRAND: "trust"}),
        BRAND,
        "trust",
        HandOver(AGENCY, "z"),
    ),
    # two that leave questions for later go on, and do not hand over to each other for ever
    (at(Reveal.AREA, "x", "x"), BRAND, "goals", Ask("z")),
    (at(Reveal.QUESTION, "x", "y"), BRAND, "goals", Ask("z")),
    (at(Reveal.QUESTION, "x y", "x"), BRAND, "goals", HandOver(AGENCY, "y")),
    (at(Reveal.QUESTION, "x", "x y"), BRAND, "goals", Ask("z")),
    (at(Reveal.QUESTION, "x y", "x y"), BRAND, "goals", Discuss("goals")),
    (at(Reveal.END, "x y", "", {BRAND: "goals"}), BRAND, "goals", Ask("z")),
    (at(Reveal.END, ALL, "", {BRAND: "goals trust"}), BRAND, "trust", HandOver(AGENCY, "x")),
    (
        at(Reveal.END, ALL, "x y", {BRAND: "goals trust", AGENCY: "goals"}),
        BRAND,
        "trust",
        HandOver(AGENCY, "z"),
    ),
    (at(Reveal.END, ALL, ALL, BOTH_ALL), AGENCY, "trust", Discuss("goals")),
    # what one has left behind comes before the end, the first of it first
    (at(Reveal.END, ALL, "z", {BRAND: "goals trust", AGENCY: "trust"}), AGENCY, "trust", Ask("x")),
    (
        at(Reveal.END, ALL, "y z", {BRAND: "goals trust", AGENCY: "trust"}),
        AGENCY,
        "trust",
        Ask("x"),
    ),
    (
        at(Reveal.END, ALL, ALL, {BRAND: "goals trust", AGENCY: "trust"}),
        AGENCY,
        "trust",
        EndArea("goals"),
    ),
    (at(Reveal.END, "x y", "", {BRAND: "goals"}, alone=BRAND), BRAND, "goals", Ask("z")),
    (at(Reveal.END, ALL, "", {BRAND: "goals trust"}, alone=BRAND), BRAND, "trust", Conclude()),
    (at(Reveal.AREA, ALL, "", alone=BRAND), BRAND, "trust", Conclude()),
    (at(Reveal.LIVE, ALL, ALL), BRAND, "goals", Ask("z")),
    (at(Reveal.LIVE, ALL, ALL), BRAND, "trust", Conclude()),
]


@pytest.mark.parametrize(("session", "party", "area", "step"), AFTER_AREA)
def test_after_an_area(session: Session, party: str, area: str, step: Step) -> None:
    assert after_area(Route(session, party), area) == step


AFTER_DISCUSSION: list[tuple[Session, str, str, Step]] = [
    (at(Reveal.LIVE, "x y", "x y"), BRAND, "goals", Ask("z")),
    (at(Reveal.LIVE, "x y", "x"), BRAND, "goals", Ask("y")),
    (at(Reveal.LIVE, ALL, ALL), BRAND, "trust", Conclude()),
    (at(Reveal.AREA, "x y", "x y", BOTH_GOALS), AGENCY, "goals", Ask("z")),
    (at(Reveal.AREA, ALL, ALL, BOTH_ALL), AGENCY, "trust", Conclude()),
    (
        at(Reveal.AREA, ALL, ALL, {BRAND: "trust", AGENCY: "trust"}),
        AGENCY,
        "trust",
        EndArea("goals"),
    ),
    (
        at(Reveal.AREA, ALL, ALL, {BRAND: "trust", AGENCY: "goals trust"}),
        AGENCY,
        "trust",
        HandOver(BRAND, "x"),
    ),
    (at(Reveal.QUESTION, "x y", "x y"), BRAND, "goals", Ask("z")),
    (at(Reveal.QUESTION, ALL, ALL), BRAND, "trust", Conclude()),
    (at(Reveal.END, ALL, ALL, BOTH_ALL), BRAND, "goals", Discuss("trust")),
    # two finished sheets are talked about and not added to
    (at(Reveal.LIVE, "x", "y", answered_apart=True), BRAND, "goals", Discuss("trust")),
    (at(Reveal.LIVE, "x", "y", answered_apart=True), BRAND, "trust", Conclude()),
]


@pytest.mark.parametrize(("session", "party", "area", "step"), AFTER_DISCUSSION)
def test_after_a_discussion(session: Session, party: str, area: str, step: Step) -> None:
    assert after_discussion(Route(session, party), area) == step


@pytest.mark.parametrize("party", [BRAND, AGENCY])
def test_the_talk_does_not_lead_back_to_what_was_left_for_it(party: str) -> None:
    session = at(Reveal.LIVE, "x", "x")
    assert after_discussion(Route(session, party), "goals") == Ask("y")
    assert after_discussion(Route(session, party), "goals", ["y"]) == Ask("z")


HIGH = b.when("x", "above", 3)
FOLLOWED = (
    b.scale("x"),
    b.scale("y", display_condition=b.gate(HIGH)),
    b.scale("z", area="trust"),
)


@pytest.mark.parametrize(("brand", "agency"), [(5, 1), (1, 5)])
def test_a_follow_up_that_only_the_other_side_opened_is_asked_after_the_reveal(
    brand: int, agency: int
) -> None:
    said = {BRAND: {"x": brand}, AGENCY: {"x": agency}}
    opener, late = (BRAND, AGENCY) if brand > agency else (AGENCY, BRAND)
    said[opener]["y"] = 3
    done = {party: frozenset({"goals"}) for party in b.PARTIES}
    session = b.session(
        *FOLLOWED, brand=said[BRAND], agency=said[AGENCY], reveal=Reveal.AREA, finished=done
    )
    assert after_discussion(Route(session, late), "goals") == Ask("y")
    assert after_discussion(Route(session, opener), "goals") == HandOver(late, "y")
    answered = session.answered(late, "y", b.answer(2))
    assert after_question(Route(answered, late), "y") == Discuss("goals")
    assert after_discussion(Route(answered, late), "goals") == Ask("z")


def test_nobody_is_handed_a_question_that_it_is_not_asked() -> None:
    hidden = b.scale("x", privacy=Privacy.OWN)
    questions = hidden, b.scale("y", display_condition=b.gate(HIGH)), b.scale("w")
    session = b.session(*questions, brand={"x": 5, "y": 2}, agency={"x": 1}, reveal=Reveal.QUESTION)
    assert after_question(Route(session, BRAND), "y") == Ask("w")


def test_what_only_one_was_asked_behind_a_private_gate_holds_up_no_end() -> None:
    gate = b.gate(HIGH)
    questions = b.scale("x", privacy=Privacy.OVERLAP), b.scale("y", display_condition=gate)
    met = b.session(*questions, brand={"x": 5, "y": 2}, agency={"x": 1}, reveal=Reveal.QUESTION)
    assert [q.id for q in met.asked_of(AGENCY)] == ["x"]
    assert is_over(met)
    for early in ({"x": 5}, {"y": 2}, {}):
        waiting = b.session(*questions, brand=early, agency={"x": 1}, reveal=Reveal.QUESTION)
        assert not is_over(waiting)


@pytest.mark.parametrize("reveal", [Reveal.QUESTION, Reveal.AREA, Reveal.END])
def test_an_area_in_which_the_other_is_asked_nothing_is_no_dead_end(reveal: Reveal) -> None:
    only_brand = b.scale("z", area="trust", display_condition=b.gate(HIGH))
    session = b.session(
        b.scale("x", privacy=Privacy.OWN), only_brand, brand={"x": 5, "z": 3}, reveal=reveal
    )
    session = session.declared_finished(BRAND, ["goals", "trust"])
    assert after_area(Route(session, BRAND), "trust") == HandOver(AGENCY, "x")
    done = finished(session.answered(AGENCY, "x", b.answer(1)), [AGENCY], "goals")
    assert after_area(Route(done, AGENCY), "goals") in (Discuss("goals"), Conclude())
    assert after_discussion(Route(done, AGENCY), "goals") == Conclude()


@pytest.mark.parametrize(("reveal", "area"), [(Reveal.AREA, "trust"), (Reveal.END, "goals")])
def test_an_area_that_a_second_thought_left_without_questions_is_no_dead_end(
    reveal: Reveal, area: str
) -> None:
    questions = (
        b.scale("x", privacy=Privacy.OWN),
        b.scale("z", area="trust", display_condition=b.gate(HIGH)),
    )
    session = b.session(*questions, brand={"x": 5, "z": 3}, agency={"x": 5}, reveal=reveal)
    asked_more = session.declared_finished(AGENCY, ["goals"])
    assert [q.id for q in asked_more.asked_of(AGENCY)] == ["x", "z"]
    shut = asked_more.answered(AGENCY, "x", b.answer(1))
    assert [q.id for q in shut.asked_of(AGENCY)] == ["x"]
    done = shut.declared_finished(BRAND, ["goals", "trust"])
    assert after_area(Route(done, BRAND), "trust") == Discuss(area)
    assert all(is_revealed(question, done) for question in questions)
    assert is_over(done)


BRAND_FIRST = (BRAND, "goals"), (AGENCY, "goals"), (BRAND, "trust")
AGENCY_FIRST = (AGENCY, "goals"), (BRAND, "goals"), (BRAND, "trust")
BRAND_ALONE_FIRST = (BRAND, "goals"), (BRAND, "trust"), (AGENCY, "goals")


@pytest.mark.parametrize("declared", [BRAND_FIRST, AGENCY_FIRST, BRAND_ALONE_FIRST])
def test_a_later_area_that_a_reveal_opens_is_answered_before_it_is_shown(
    declared: tuple[tuple[str, str], ...],
) -> None:
    questions = b.scale("x"), b.scale("z", area="trust", display_condition=b.gate(HIGH))
    session = b.session(*questions, brand={"x": 5, "z": 3}, agency={"x": 1}, reveal=Reveal.AREA)
    for party, area in declared:
        session = session.declared_finished(party, [area])
    assert [is_revealed(question, session) for question in questions] == [True, False]
    assert after_area(Route(session, BRAND), "trust") == HandOver(AGENCY, "z")
    met = session.answered(AGENCY, "z", b.answer(2)).declared_finished(AGENCY, ["trust"])
    assert after_area(Route(met, AGENCY), "trust") == Discuss("trust")


@dataclass
class Table:
    """A session that is played as the screens play it."""

    session: Session
    party: str
    data: st.DataObject
    at: str = ""

    @property
    def route(self) -> Route:
        return Route(self.session, self.party)

    def answer(self, question: str) -> None:
        """Let the party at the keyboard answer, where it has not."""
        if not self.session.answer(self.party, question).is_answered:
            said = self.data.draw(draw.answers(self.session.questionnaire[question]))
            self.session = self.session.answered(self.party, question, said)

    def take(self, step: Step) -> Step:
        """Carry out a step and give the next."""
        match step:
            case Ask(question):
                first = self.session.questionnaire.party_ids[0]
                self.party = first if self.route.is_joint else self.party
                return self.ask(question)
            case Turn(party):
                assert self.route.is_joint
                self.party = party
                return self.ask(self.at)
            case Meet(question):
                assert not is_revealed(self.session.questionnaire[question], self.session)
                self.session = self.session.let_meet([question])
                return after_question(self.route, question)
            case HandOver(party, question):
                assert not self.route.is_joint
                assert self.session.alone is None
                assert party != self.party
                self.party = party
                return self.ask(question)
            case EndArea(area):
                self.session = finished(self.session, self.route.respondents, area)
                return after_area(self.route, area)
            case Discuss(area):
                self.check_that_it_may_be_discussed(area)
                return after_discussion(self.route, area)
        return step

    def ask(self, question: str) -> Step:
        """Have a question answered and go on."""
        self.at = question
        assert question in [asked.id for asked in self.route.questions]
        self.answer(question)
        return after_question(self.route, question)

    def check_that_it_may_be_discussed(self, area: str) -> None:
        assert self.session.alone is None
        left, right = (self.session.asked_of(party) for party in b.PARTIES)
        for question in left:
            if question.area == area and question in right:
                assert is_revealed(question, self.session)

    def play(self, at: str) -> None:
        """Go on until the end."""
        step = self.ask(at)
        for _ in range(20 * len(self.session.questionnaire.questions)):
            if step == Conclude():
                return
            step = self.take(step)
        pytest.fail("no end")


@st.composite
def sessions(draw_: DrawFn, *, begun: bool = True) -> Session:
    """Return a session whose areas are together, as in a questionnaire; also of one alone."""
    session = draw_(draw.sessions())
    questions = session.questionnaire.questions
    cut = draw_(st.integers(0, len(questions)))
    placed = tuple(
        replace(question, area=b.AREAS[place >= cut]) for place, question in enumerate(questions)
    )
    session = replace(
        session,
        questionnaire=replace(session.questionnaire, questions=placed),
        answered_apart=session.answered_apart and session.reveal is Reveal.LIVE,
        alone=draw_(st.sampled_from([None, None, *b.PARTIES])),
        finished=session.finished if begun else {},
    )
    return session if session.alone is None else replace(session, answered_apart=False)


def seated(session: Session, data: st.DataObject) -> tuple[Table, str]:
    """Return the table with somebody at the keyboard, and where."""
    party = session.alone or data.draw(st.sampled_from(b.PARTIES))
    asked = Route(session, party).questions
    assume(asked)
    return Table(session, party, data), data.draw(st.sampled_from(asked)).id


@draw.quick
@given(sessions(), st.data())
def test_from_anywhere_it_comes_to_an_end_and_never_too_early_to_a_discussion(
    session: Session, data: st.DataObject
) -> None:
    table, start = seated(session, data)
    table.play(start)


@settings(draw.quick, suppress_health_check=[HealthCheck.filter_too_much])
@given(sessions(begun=False), st.data())
def test_nothing_that_anyone_is_asked_is_left_out(session: Session, data: st.DataObject) -> None:
    assume(session.alone is None and session.reveal in (Reveal.AREA, Reveal.QUESTION))
    table, start = seated(session, data)
    table.play(start)
    for party in b.PARTIES:
        assert table.session.progress(party).is_complete
