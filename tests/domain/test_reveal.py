"""What a party may see of the other's answers: every rule, stage, viewer and privacy."""

from collections.abc import Callable
from itertools import product

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY, BRAND
from tui.domain.answers import NonAnswer
from tui.domain.privacy import Privacy
from tui.domain.reveal import Reveal, may_see
from tui.domain.session import Session

STAGES = ["nothing", "one answered", "both answered", "one finished", "both finished", "all done"]
OPENS_AT = {
    Reveal.LIVE: "nothing",
    Reveal.QUESTION: "both answered",
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
    session = at("both answered", Reveal.QUESTION, Privacy.SHARED, state)
    assert may_see(AGENCY, BRAND, session.questionnaire["q"], session)


def test_an_area_that_is_finished_reveals_no_other() -> None:
    met = {"q": 3, "r": 4}
    questions = b.scale(), b.scale("r", area="trust")
    session = b.session(*questions, brand=met, agency=met, reveal=Reveal.AREA)
    for party in b.PARTIES:
        session = session.declared_finished(party, ["goals"])
    seen = [may_see(BRAND, AGENCY, session.questionnaire[q], session) for q in ("q", "r")]
    assert seen == [True, False]
