"""A question that is asked of one party only: no verdict, risks as usual, nothing missing."""

from typing import Any

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY, BRAND, gate, when
from tui.domain.agreeing import proposals
from tui.domain.analysis import analyse
from tui.domain.answers import Answer, NonAnswer
from tui.domain.assessment import assess
from tui.domain.outlook import outlook
from tui.domain.privacy import Privacy
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.domain.route import Route
from tui.domain.session import Session
from tui.domain.steps import Ask, Discuss, Turn, after_area, after_discussion, after_question
from tui.domain.verdict import Verdict

BLIND = [Reveal.QUESTION, Reveal.AREA, Reveal.END]
SHARE = b.number("share", asked_of=BRAND)
FOLLOW = b.scale("follow", display_condition=gate(when("share", "above", 50)))
STOCK = b.choice("stock")


def ids(session: Session, party: str) -> str:
    return " ".join(question.id for question in session.asked_of(party))


def at(brand: Any = None, agency: Any = None, **more: Any) -> Session:
    return b.session(STOCK, SHARE, FOLLOW, brand=brand, agency=agency, **more)


@pytest.mark.parametrize("reveal", list(Reveal))
def test_only_its_party_is_asked_and_counts_it(reveal: Reveal) -> None:
    session = at({"stock": "a"}, {"stock": "a"}, reveal=reveal)
    assert (ids(session, BRAND), ids(session, AGENCY)) == ("stock share", "stock")
    assert (session.progress(BRAND).asked, session.progress(AGENCY).asked) == (2, 1)
    assert session.progress(AGENCY).is_complete


def test_side_by_side_it_is_met_once_its_party_has_answered() -> None:
    begun = at({"stock": "a"}, {"stock": "a"})
    route = Route(begun, AGENCY)
    assert (route.progress().met, route.progress().asked) == (1, 2)
    done = begun.answered(BRAND, "share", b.answer(b.D(5)))
    assert Route(done, AGENCY).is_met(SHARE)
    assert Route(done, AGENCY).progress().is_complete
    assert done.answered(BRAND, "share", Answer()).tally(b.PARTIES).progress[None].met == 1


def test_its_answer_opens_a_gate_for_both_once_it_may_be_seen() -> None:
    said = {"stock": "a", "share": b.D(80)}
    assert ids(at(said), AGENCY) == "stock follow"
    for reveal in BLIND:
        session = at(said, reveal=reveal)
        assert ids(session, BRAND) == "stock share follow"
        if reveal is not Reveal.QUESTION:
            assert ids(session, AGENCY) == "stock"
    met = at(said, reveal=Reveal.QUESTION, met=frozenset()).let_meet(["share"])
    assert met.met == {"share"}
    assert ids(met, AGENCY) == "stock follow"


@pytest.mark.parametrize("answered_apart", [False, True])
@pytest.mark.parametrize("said", [{"share": b.D(5)}, {"share": NonAnswer.UNDECIDED}, {}])
def test_it_has_no_verdict_and_nothing_is_missing(
    said: dict[str, Any], answered_apart: bool
) -> None:
    session = at({"stock": "a"} | said, {"stock": "a"}, answered_apart=answered_apart)
    found = analyse(session)
    finding = found.finding("share")
    assert finding is not None
    assert (finding.verdict, finding.similarity) == (Verdict.ONE_PARTY, None)
    assert finding.flags == frozenset()
    assert dict(found.whole.counts) == {Verdict.ALIGNED: 1}
    assert (found.whole.coverage.judged, found.whole.coverage.applying) == (1, 1)
    assert found.agenda == ()


def test_what_the_other_says_to_it_all_the_same_is_heard_by_nobody() -> None:
    session = at({"stock": "a", "share": b.D(5)}, {"stock": "a", "share": b.D(95)})
    assert ids(session, BRAND) == "stock share"
    (told,) = (q for q in report(session).questions if q.id == "share")
    assert list(told.answers) == [BRAND]
    assert "share" not in session.reached_by(AGENCY)


RISKS = [
    (when("share", "above", 50), {"share": b.D(80)}, (BRAND,)),
    (when("share", "above", 50), {"share": b.D(8)}, ()),
    (when("share", "unanswered"), {}, (BRAND,)),
    (when("share", "undecided"), {"share": NonAnswer.LATER}, (BRAND,)),
    (when("share", "above", 50, who="any"), {"share": b.D(80)}, (BRAND, AGENCY)),
]


@pytest.mark.parametrize(("test", "said", "parties"), RISKS)
def test_a_risk_is_judged_over_the_answer_of_its_party(
    test: Any, said: dict[str, Any], parties: tuple[str, ...]
) -> None:
    asked = b.number("share", asked_of=BRAND, risks=(b.rule(test, question="share"),))
    for apart in (False, True):
        session = b.session(STOCK, asked, brand=said, agency={"stock": "a"}, answered_apart=apart)
        assert [risk.parties for risk in analyse(session).risks] == [parties] * bool(parties)


def test_a_party_that_assesses_itself_is_asked_only_its_own() -> None:
    mine = b.number("mine", asked_of=AGENCY, risks=(b.rule(when("mine", "unanswered")),))
    asked = b.questionnaire(STOCK, SHARE, mine)
    found = assess(asked, b.sheet(BRAND, {"stock": NonAnswer.LATER}))
    assert [question.id for question in found.asked] == ["stock", "share"]
    assert [question.id for question in found.to_ask] == ["stock"]
    assert found.risks == ()


def test_the_report_has_one_answer_and_its_practice_once_that_is_given() -> None:
    asked = b.number("share", asked_of=BRAND, practice=b.both("Half."))
    for said, practice in (({}, ""), ({"share": b.D(5)}, "Half.")):
        (told,) = report(b.session(asked, brand=said)).questions
        assert list(told.answers) == [BRAND]
        assert told.practice["en"] == practice
        assert told.picture is None


def test_the_two_can_agree_on_it() -> None:
    session = at({"share": b.D(5)})
    assert [(each.way, each.value) for each in proposals(session, SHARE)] == [(BRAND, b.D(5))]


def test_of_a_private_one_nothing_is_told() -> None:
    asked = b.number("share", asked_of=BRAND, privacy=Privacy.OWN)
    assert analyse(b.session(asked, brand={"share": b.D(5)})).findings == ()


# -- the way through ----------------------------------------------------------------------


def test_side_by_side_nobody_turns_to_a_party_that_is_not_asked() -> None:
    session = at({"stock": "a", "share": b.D(5)}, {"stock": "a"})
    assert after_question(Route(session, BRAND), "stock") == Ask("share")
    assert not isinstance(after_question(Route(session, BRAND), "share"), Turn)


ALONE = b.number("alone", area="trust", asked_of=BRAND)


@pytest.mark.parametrize("reveal", BLIND)
def test_an_area_for_one_party_meets_as_soon_as_that_is_done(reveal: Reveal) -> None:
    said = {"stock": "a", "alone": b.D(5)}
    session = b.session(STOCK, ALONE, brand=said, agency={"stock": "a"}, reveal=reveal)
    for party, areas in ((AGENCY, ["goals"]), (BRAND, ["goals", "trust"])):
        session = session.declared_finished(party, areas)
    session = session.let_meet(["stock", "alone"])
    step = after_area(Route(session, BRAND), "trust")
    assert step == Discuss("goals" if reveal is Reveal.END else "trust")
    if reveal is Reveal.END:
        assert after_discussion(Route(session, AGENCY), "goals") == Discuss("trust")


def test_what_lies_ahead_is_told_of_those_who_are_asked() -> None:
    session = b.session(STOCK, SHARE, ALONE, reveal=Reveal.AREA)
    mine, theirs = (outlook(session, (party,), "goals") for party in (BRAND, AGENCY))
    assert [question.id for question in mine.questions] == ["stock", "share"]
    assert [question.id for question in theirs.questions] == ["stock"]
    assert (len(mine.areas), len(theirs.areas), theirs.is_exact) == (2, 1, True)
