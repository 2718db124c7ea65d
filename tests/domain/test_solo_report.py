"""The report of a party alone: all of its own, in words, and nothing of the other side."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import AGENCY, BRAND, D, rule, when
from tui.domain.answers import Answer, ContractState, NonAnswer
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.session import Session
from tui.domain.solo_report import SoloReport, solo_report


def told(*questions: AnyQuestion, **brand: object) -> SoloReport:
    """Return the report of a brand that works alone."""
    return solo_report(b.session(*questions, brand=brand, alone=BRAND))


def test_a_session_of_two_has_no_such_report() -> None:
    with pytest.raises(ValueError, match="two"):
        solo_report(b.session(b.choice()))


def test_it_says_whose_it_is() -> None:
    found = told(b.choice(), q="a")
    assert (found.party.name, found.party_name["en"], found.date) == ("Brand Ltd", "Brand", b.DAY)


@pytest.mark.parametrize("privacy", Privacy)
def test_own_answers_are_told_in_words_with_all_that_is_private(privacy: Privacy) -> None:
    said = b.answer(D(42), note="for both", private_note="for us")
    (own,) = told(b.number(privacy=privacy), q=said).answers
    assert own.answer.words is not None
    assert own.answer.words["en"] == "42"
    assert (own.privacy, own.answer.value) == (privacy, 42)
    assert (own.answer.note, own.answer.private_note) == ("for both", "for us")


def test_every_question_that_was_asked_is_told_also_without_an_answer() -> None:
    follow = b.choice("s", display_condition=b.gate(when("q", "is", ("c",))))
    found = told(b.choice(), b.choice("r"), follow, q=NonAnswer.LATER, s="a")
    assert [(own.question, own.answer.state) for own in found.answers] == [
        ("q", NonAnswer.LATER),
        ("r", None),
    ]
    assert (found.counts["asked"], found.counts["met"]) == (2, 1)


@pytest.mark.parametrize(
    ("said", "met"),
    [("a", 1), *((state, 1) for state in NonAnswer), (Answer(note="we must ask"), 0), (None, 0)],
)
def test_a_question_is_met_by_a_value_and_by_a_non_answer_alone(said: object, met: int) -> None:
    others = {"r": "b", "s": NonAnswer.LATER, "t": Answer(note="later")}
    answers = others if said is None else others | {"q": said}
    found = told(b.choice(), b.choice("r"), b.choice("s"), b.choice("t"), **answers)
    assert (found.counts["asked"], found.counts["met"]) == (4, 2 + met)


def test_a_risk_is_told_with_its_question_and_the_names_filled_in() -> None:
    risk = replace(rule(when("q", "is", ("a",)), question="q"), say=b.both("bad for {brand}"))
    (found,) = told(b.choice(risks=(risk,)), q="a").risks
    assert (found.question, found.text["en"], found.say["en"]) == ("q", "q?", "bad for Brand Ltd")


def test_every_entry_bears_the_name_of_its_question() -> None:
    asked = b.choice(recommend="b", name=b.both("Aim", "目标"), predict=True)
    found = told(asked, q="a")
    for (entry,) in (found.answers, found.off_practice, found.to_ask):
        assert entry.name == asked.name


def test_what_is_off_practice_is_told_with_the_recommended_answer_in_words() -> None:
    asked = b.choice(recommend="b", practice=b.both("write it down, {brand}"))
    (found,) = told(asked, q="a").off_practice
    assert (found.said["en"], found.recommended["en"]) == ("A", "B")
    assert found.practice["en"] == "write it down, Brand Ltd"


def test_an_assumed_gap_is_told_with_the_guess_in_words() -> None:
    (found,) = told(b.choice(predict=True), q=b.answer("a", guess="c")).assumed_gaps
    assert (found.said["en"], found.guess["en"]) == ("A", "C")


def test_the_lists_name_their_questions() -> None:
    found = told(
        b.choice(contract=True),
        b.choice("r"),
        q=b.answer("a", contract=ContractState.NEVER),
        r=NonAnswer.UNDECIDED,
    )
    assert [item.question for item in found.never_discussed] == ["q"]
    assert [item.question for item in found.unsettled] == ["r"]
    assert [item.question for item in found.to_ask] == ["q", "r"]


@draw.fewer
@given(draw.sessions(), st.sampled_from(b.PARTIES))
def test_it_depends_on_no_answer_of_the_other_side(session: Session, party: str) -> None:
    alone = replace(session, alone=party, answered_apart=False)
    silent = tuple(
        sheet if sheet.party.id == party else replace(sheet, answers={}, importance={})
        for sheet in alone.sheets
    )
    left, right = silent
    assert solo_report(replace(alone, sheets=(left, right))) == solo_report(alone)


@draw.fewer
@given(draw.sessions())
def test_nothing_said_by_the_other_side_is_in_it(session: Session) -> None:
    theirs = {
        q.id: Answer(note="SECRET", private_note="SECRET") for q in session.questionnaire.questions
    }
    left, right = session.sheets
    alone = replace(session, sheets=(left, replace(right, answers=theirs)), alone=BRAND)
    assert right.party.id == AGENCY
    assert "SECRET" not in repr(solo_report(alone))
