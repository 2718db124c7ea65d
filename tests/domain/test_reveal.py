"""What a party may see of the other's answers: every rule, stage, viewer and privacy."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY, BRAND
from tui.domain.answers import NonAnswer
from tui.domain.privacy import Privacy
from tui.domain.report_builder import report
from tui.domain.reveal import (
    Part,
    Reveal,
    is_for_one,
    may_draw,
    may_draw_openly,
    may_judge,
    may_see,
    still_alone,
)
from tui.domain.session import Session

STAGES = (
    "nothing",
    "one answered",
    "both answered",
    "met",
    "one finished",
    "both finished",
    "all done",
)
OPENS_AT = {
    Reveal.LIVE: "nothing",
    Reveal.QUESTION: "met",
    Reveal.AREA: "both finished",
    Reveal.END: "all done",
}


def at(stage: str, reveal: Reveal, privacy: Privacy, said: object = 3) -> Session:
    """Return a session that has come as far as `stage`."""
    reached = STAGES.index(stage)
    session = b.session(b.scale(privacy=privacy), b.scale("z", area="trust"), reveal=reveal)
    for party in b.PARTIES:
        session = session.answered(party, "z", b.answer(1))
    steps: list[Callable[[Session], Session]] = [
        lambda s: s.answered(BRAND, "q", b.answer(said)),
        lambda s: s.answered(AGENCY, "q", b.answer(4)),
        lambda s: s.let_meet(["q"]),
        lambda s: s.declared_finished(BRAND, ["goals"]),
        lambda s: s.declared_finished(AGENCY, ["goals"]),
        lambda s: s.declared_finished(BRAND, ["trust"]).declared_finished(AGENCY, ["trust"]),
    ]
    for step in steps[:reached]:
        session = step(session)
    return session


@pytest.mark.parametrize("privacy", Privacy)
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("reveal", Reveal)
def test_may_see(reveal: Reveal, stage: str, privacy: Privacy) -> None:
    session = at(stage, reveal, privacy)
    question = session.questionnaire["q"]
    revealed = STAGES.index(stage) >= STAGES.index(OPENS_AT[reveal])
    for viewer, owner in product(b.PARTIES, repeat=2):
        expected = viewer == owner or (revealed and privacy is Privacy.SHARED)
        assert may_see(viewer, owner, question, session) is expected


@pytest.mark.parametrize("state", NonAnswer)
def test_a_non_answer_meets_the_question(state: NonAnswer) -> None:
    session = at("met", Reveal.QUESTION, Privacy.SHARED, state)
    assert may_see(AGENCY, BRAND, session.questionnaire["q"], session)


def test_an_area_that_is_finished_reveals_no_other() -> None:
    met = {"q": 3, "r": 4}
    questions = b.scale(), b.scale("r", area="trust")
    session = b.session(*questions, brand=met, agency=met, reveal=Reveal.AREA)
    for party in b.PARTIES:
        session = session.declared_finished(party, ["goals"])
    seen = [may_see(BRAND, AGENCY, session.questionnaire[q], session) for q in ("q", "r")]
    assert seen == [True, False]


# What may be drawn, where both look and where one party looks alone.


@pytest.mark.parametrize("privacy", Privacy)
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("reveal", Reveal)
def test_only_shared_answers_that_have_met_are_drawn_where_both_look(
    reveal: Reveal, stage: str, privacy: Privacy
) -> None:
    session = at(stage, reveal, privacy)
    question = session.questionnaire["q"]
    revealed = STAGES.index(stage) >= STAGES.index(OPENS_AT[reveal])
    for part in Part:
        expected = part is Part.ANSWER and revealed and privacy is Privacy.SHARED
        assert may_draw_openly(part, question, session) is expected


@pytest.mark.parametrize("privacy", Privacy)
@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("reveal", Reveal)
def test_who_looks_alone_may_look_at_its_own_and_never_at_what_is_the_others(
    reveal: Reveal, part: Part, privacy: Privacy
) -> None:
    session = at("all done", reveal, privacy)
    question = session.questionnaire["q"]
    is_open = part is Part.ANSWER and privacy is Privacy.SHARED
    assert may_draw(part, BRAND, question, session, alone_with=BRAND)
    for alone_with in (AGENCY, None):
        assert may_draw(part, BRAND, question, session, alone_with) is is_open


@pytest.mark.parametrize("privacy", Privacy)
@pytest.mark.parametrize("part", Part)
def test_a_party_without_another_at_the_table_has_nothing_to_cover(
    part: Part, privacy: Privacy
) -> None:
    session = replace(at("nothing", Reveal.END, privacy), alone=BRAND)
    question = session.questionnaire["q"]
    assert may_draw_openly(part, question, session)
    assert not is_for_one(question, session)


def test_a_party_is_alone_until_something_is_shown_to_both_or_to_the_other() -> None:
    session = at("met", Reveal.QUESTION, Privacy.SHARED)
    blind = b.session(b.scale(), reveal=Reveal.QUESTION)
    met, waiting = session.questionnaire["q"], blind.questionnaire["q"]
    assert still_alone(BRAND, BRAND, waiting, blind) == BRAND
    assert still_alone(BRAND, AGENCY, waiting, blind) is None
    assert still_alone(None, BRAND, waiting, blind) is None
    assert still_alone(BRAND, BRAND, met, session) is None


@pytest.mark.parametrize("privacy", Privacy)
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("reveal", Reveal)
def test_where_the_two_stand_is_told_of_what_is_compared_and_to_nobody_who_could_try(
    reveal: Reveal, stage: str, privacy: Privacy
) -> None:
    session = at(stage, reveal, privacy)
    question = session.questionnaire["q"]
    opens = max(STAGES.index(OPENS_AT[reveal]), STAGES.index("both answered"))
    both = STAGES.index(stage) >= opens and privacy is not Privacy.OWN
    assert may_judge(question, session, alone_with=None) is both
    alone = both and privacy is Privacy.SHARED
    assert may_judge(question, session, alone_with=AGENCY) is alone


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("reveal", Reveal)
def test_practice_is_shown_once_it_can_influence_nobody(reveal: Reveal, stage: str) -> None:
    session = at(stage, reveal, Privacy.SHARED)
    opens = max(STAGES.index(OPENS_AT[reveal]), STAGES.index("both answered"))
    advice = b.scale(practice=b.both("As usual."), privacy=Privacy.SHARED)
    advised = replace(session, questionnaire=b.questionnaire(advice, b.scale("z", area="trust")))
    told = [question for question in report(advised.as_revealed).questions if question.practice]
    assert bool(told) is (STAGES.index(stage) >= opens)
