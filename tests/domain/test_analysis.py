"""One question under the light tells what the whole analysis tells of it."""

from hypothesis import given

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import rule, when
from tui.domain.analysis import QuestionAnalysis, analyse, analyse_question
from tui.domain.privacy import Privacy
from tui.domain.session import Session
from tui.domain.verdict import Flag, Verdict

GUESSED = {Flag.FALSE_CONSENSUS, Flag.FALSE_CONFLICT}


def lit(session: Session, question: str) -> QuestionAnalysis:
    return analyse_question(session, session.questionnaire[question])


@draw.fewer
@given(draw.sessions())
def test_a_spotlight_finds_what_the_analysis_finds_but_for_the_guesses(session: Session) -> None:
    whole = analyse(session)
    for finding in whole.findings:
        question = finding.question.id
        seen = lit(session, question)
        assert seen.finding.verdict is finding.verdict
        assert seen.finding.similarity == finding.similarity
        assert seen.finding.flags == finding.flags - GUESSED
        assert seen.risks == tuple(risk for risk in whole.risks if risk.question == question)
        if finding.verdict is Verdict.HOLLOW:
            assert seen.shaky_definers


def test_a_spotlight_names_the_definitions_on_which_an_agreement_fails() -> None:
    bonus = b.choice("bonus", defined_by=("fine", "profit"))
    same = {"fine": "a", "bonus": "a"}
    brand, agency = same | {"profit": "a"}, same | {"profit": "b"}
    asked = b.choice("fine"), b.choice("profit"), bonus
    seen = lit(b.session(*asked, brand=brand, agency=agency), "bonus")
    assert seen.finding.verdict is Verdict.HOLLOW
    assert [question.id for question in seen.shaky_definers] == ["profit"]


def test_a_spotlight_tells_a_risk_of_two_answers_that_differ() -> None:
    question = b.scale(risks=(rule(when("q", "differs"), question="q"),))
    session = b.session(question, brand={"q": 1}, agency={"q": 5})
    assert lit(session, "q").risks == analyse(session).risks != ()


def test_a_partys_own_answer_never_makes_an_agreement_hollow() -> None:
    margin = b.scale("margin", privacy=Privacy.OWN)
    bonus = b.choice("bonus", defined_by=("margin",))
    brand, agency = {"margin": 1, "bonus": "a"}, {"margin": 5, "bonus": "a"}
    session = b.session(margin, bonus, brand=brand, agency=agency)
    found = analyse(session).finding("bonus")
    assert found is not None
    assert found.verdict is Verdict.ALIGNED
    assert lit(session, "bonus").finding == found
    assert lit(session, "bonus").shaky_definers == ()
