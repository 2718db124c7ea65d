"""The report: what it tells at each level, and that it depends on nothing but the answers."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import AGENCY, BRAND, D, rule, span, when
from tui.domain.answers import HIDDEN, Answer, ContractState, Firmness, NonAnswer
from tui.domain.localized_text import NO_TEXT
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.report import Report, ReportedAnswer, ReportedQuestion, rounded
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.session import Session
from tui.domain.verdict import Verdict
from tui.domain.wording import reported_answer

NOTED = Answer(
    value="a", note="for both", private_note="for us", firmness=Firmness.FLEXIBLE, guess="b"
)
BOTH_NOTED = b.session(
    b.choice(), brand={"q": NOTED}, agency={"q": replace(NOTED, private_note="for them")}
)


def one(session: Session, *detail: Any) -> ReportedQuestion:
    """Return the only question of a report."""
    (question,) = report(session, *detail).questions
    return question


def test_a_question_is_listed_by_its_name_and_by_its_text_where_it_has_none() -> None:
    bare, named = b.choice(), b.choice("r", name=b.both("Aim", "目标"))
    told = report(b.session(bare, named)).questions
    assert [each.short_name["en"] for each in told] == ["q?", "Aim"]
    assert told[1].short_name["zh-CN"] == "目标"
    assert [each.short_name for each in (bare, named)] == [bare.text, named.name]


def test_a_question_is_told_with_both_answers_in_words() -> None:
    told = one(b.session(b.choice(near=["a b"]), brand={"q": "a"}, agency={"q": "b"}))
    assert (told.verdict, told.similarity) == (Verdict.PARTIAL, D("0.5"))
    assert {party: said.value for party, said in told.answers.items()} == {BRAND: "a", AGENCY: "b"}
    words = told.answers[AGENCY].words
    assert words is not None
    assert dict(words.words) == {"zh-CN": "B（中）", "en": "B"}


def test_a_non_answer_is_told_with_its_reason_and_without_words() -> None:
    unsure = Answer(state=NonAnswer.NOT_APPLICABLE, reason="no shop there")
    said = one(b.session(b.choice(), brand={"q": unsure}, agency={"q": "b"})).answers[BRAND]
    assert (said.value, said.words) == (None, None)
    assert (said.state, said.reason) == (NonAnswer.NOT_APPLICABLE, "no shop there")


def test_what_stands_beside_an_answer_is_told() -> None:
    beside = Answer(value="a", firmness=Firmness.RED_LINE, contract=ContractState.SPOKEN)
    said = one(b.session(b.choice(), brand={"q": beside}, agency={})).answers[BRAND]
    assert (said.firmness, said.contract) == (Firmness.RED_LINE, ContractState.SPOKEN)


def test_no_red_line_is_told_where_none_can_be_set() -> None:
    beside = Answer(value="a", firmness=Firmness.RED_LINE)
    asked = b.choice(firmness=False)
    assert one(b.session(asked, brand={"q": beside})).answers[BRAND].firmness is None


@pytest.mark.parametrize(
    ("detail", "brand", "agency"),
    [
        ((), "", ""),
        ((ReportLevel.SHARED,), "", ""),
        ((ReportLevel.SHARED, BRAND), "", ""),
        ((ReportLevel.OWN, BRAND), "for us", ""),
        ((ReportLevel.OWN, AGENCY), "", "for them"),
    ],
)
def test_a_private_note_is_in_its_partys_own_report_only(
    detail: Any, brand: str, agency: str
) -> None:
    said = one(BOTH_NOTED, *detail).answers
    assert (said[BRAND].private_note, said[AGENCY].private_note) == (brand, agency)
    assert (said[BRAND].note, said[AGENCY].note) == ("for both", "for both")


def test_the_minutes_tell_the_agenda_and_no_answers() -> None:
    session = b.session(b.choice(), brand={"q": "a"}, agency={"q": "b"})
    told = report(session, ReportLevel.MINUTES)
    assert told.questions == ()
    assert [item.question for item in told.agenda] == ["q"]


@pytest.mark.parametrize("detail", ReportLevel)
@pytest.mark.parametrize(("theirs", "name"), [(span(5, 9), "aligned"), (span(7, 9), "divergent")])
def test_of_a_private_overlap_only_the_verdict_is_told(
    theirs: Any, name: str, detail: ReportLevel
) -> None:
    thin = rule(when("q", "below", 100), question="q")
    budget = b.ranged(privacy=Privacy.OVERLAP, risks=(thin,), predict=True)
    brand = {"q": b.answer(span(0, 6), note="psst", guess=span(90, 95))}
    agency = {"q": b.answer(theirs, note="psst")}
    told = report(b.session(budget, brand=brand, agency=agency), detail, BRAND)
    assert "psst" not in repr(told)
    for question in told.questions:
        assert question.verdict == name
        assert (question.similarity, dict(question.answers), question.risks) == (None, {}, ())


@pytest.mark.parametrize("detail", ReportLevel)
def test_a_partys_own_question_is_in_no_report(detail: ReportLevel) -> None:
    session = b.session(b.scale(privacy=Privacy.OWN), brand={"q": 1}, agency={"q": 5})
    told = report(session, detail, BRAND)
    assert (told.questions, told.agenda) == ((), ())


def test_a_question_that_neither_was_asked_is_not_in_the_report() -> None:
    follow = b.choice("r", display_condition=b.gate(when("q", "is", ("c",))))
    said = {"q": "a", "r": "b"}
    assert [q.id for q in report(b.session(b.choice(), follow, brand=said)).questions] == ["q"]


def test_names_of_the_parties_fill_the_texts_once() -> None:
    question = b.choice(text=b.both("Does {brand} trust {agency} or {nobody}?"))
    left = b.sheet(BRAND, {})
    odd = replace(left, party=replace(left.party, name="{agency} [b]"))
    told = one(b.session(question, brand=odd, agency={}))
    assert told.text["en"] == "Does {agency} [b] trust Agency Ltd or {nobody}?"


def test_a_partys_own_words_are_told_literally() -> None:
    told = one(b.session(b.text(), brand={"q": "ask {agency}"}, agency={"q": "no"}))
    words = told.answers[BRAND].words
    assert words is not None
    assert words["en"] == "ask {agency}"


def test_a_risk_is_told_with_whose_answers_fire_it() -> None:
    risky = b.owner(risks=(rule(when("q", "is", ("nobody",)), question="q"),))
    told = one(b.session(risky, brand={"q": "brand"}, agency={"q": "nobody"}))
    assert [(risk.id, risk.parties, risk.level) for risk in told.risks] == [
        ("rule", (AGENCY,), "high")
    ]


def mirrored(session: Session) -> Session:
    """Return the session in which each party says what the other said."""
    left, right = session.sheets
    mine, yours = (
        replace(sheet, answers=other.answers, importance=other.importance, length=other.length)
        for sheet, other in ((left, right), (right, left))
    )
    done = {session.questionnaire.other(party): areas for party, areas in session.finished.items()}
    return replace(session, sheets=(mine, yours), finished=done)


def without_columns(told: Report) -> Report:
    """Return a report without what stands in one column or the other."""
    return replace(
        told,
        questions=tuple(
            replace(
                q,
                answers={},
                contrast=q.contrast and replace(q.contrast, only={}),
                risks=tuple(replace(r, parties=()) for r in q.risks),
            )
            for q in told.questions
        ),
        areas=tuple(replace(area, importance={}) for area in told.areas),
    )


@draw.fewer
@given(draw.sessions())
def test_swapping_the_parties_swaps_the_columns_and_nothing_else(session: Session) -> None:
    told, swapped = report(session), report(mirrored(session))
    assert without_columns(told) == without_columns(swapped)
    for question, mirror in zip(told.questions, swapped.questions, strict=True):
        there, back = (each.contrast.only if each.contrast else {} for each in (question, mirror))
        assert (there.get(BRAND), there.get(AGENCY)) == (back.get(AGENCY), back.get(BRAND))
        columns = question.answers.get(BRAND), question.answers.get(AGENCY)
        assert columns == (mirror.answers.get(AGENCY), mirror.answers.get(BRAND))
    for area, mirrored_area in zip(told.areas, swapped.areas, strict=True):
        mine, yours = area.importance, mirrored_area.importance
        assert (mine.get(BRAND), mine.get(AGENCY)) == (yours.get(AGENCY), yours.get(BRAND))


@draw.fewer
@given(draw.sessions())
def test_a_report_does_not_depend_on_the_order_in_which_answers_were_given(
    session: Session,
) -> None:
    left, right = (
        replace(sheet, answers=dict(reversed(list(sheet.answers.items()))))
        for sheet in session.sheets
    )
    assert repr(report(replace(session, sheets=(left, right)))) == repr(report(session))


SECRETS: dict[Privacy, AnyQuestion] = {
    Privacy.OWN: b.number("own", b.measure(700_000, 799_999), privacy=Privacy.OWN),
    Privacy.OVERLAP: b.ranged("overlap", b.measure(700_000, 799_999), privacy=Privacy.OVERLAP),
}


@draw.fewer
@given(draw.sessions(), st.lists(st.integers(700_000, 799_999), min_size=6, max_size=6))
def test_a_private_value_occurs_nowhere_in_a_shared_report(
    session: Session, secret: list[int]
) -> None:
    asked = (*session.questionnaire.questions, *SECRETS.values())
    told = replace(session, questionnaire=replace(session.questionnaire, questions=asked))
    for party, (low, high, own) in zip(b.PARTIES, (secret[:3], secret[3:]), strict=True):
        ends = span(*sorted((low, high)))
        told = told.answered(party, "overlap", b.answer(ends, note="psst", guess=ends))
        told = told.answered(party, "own", b.answer(D(own), private_note="psst"))
    for detail in (ReportLevel.SHARED, ReportLevel.MINUTES):
        written = repr(report(told, detail))
        assert not [value for value in (*map(str, secret), "psst") if value in written]


def test_practice_influences_nobody_who_has_not_answered() -> None:
    asked = b.choice(practice=b.both("Write it down."))
    waiting, met = (b.session(asked, brand={"q": "a"}, agency=said) for said in ({}, {"q": "b"}))
    assert one(waiting).practice == NO_TEXT
    assert one(met).practice == asked.practice


@pytest.mark.parametrize(
    ("number", "written"),
    [("-0.00001", "0"), ("0", "0"), ("-0", "0"), ("1E+2", "100"), ("0.00025", "0.0002")],
)
def test_a_number_is_written_without_a_sign_of_nothing_and_without_an_exponent(
    number: str, written: str
) -> None:
    assert str(rounded(D(number))) == written


def test_of_a_hidden_answer_nothing_is_reported() -> None:
    session = b.session(b.choice(), brand={"q": "a"})
    told = reported_answer(session, session.questionnaire["q"], HIDDEN, is_own=True)
    assert told == ReportedAnswer()
