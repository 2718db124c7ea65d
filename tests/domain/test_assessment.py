"""What a party working alone learns from its own sheet, and never a figure of agreement."""

from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import BRAND, rule, when
from tui.domain.answers import Answer, ContractState, NonAnswer
from tui.domain.assessment import Assessment, assess
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.session import Session
from tui.domain.sheet import Length


def assessed(*questions: AnyQuestion, brand: dict[str, Any], risks: Any = ()) -> Assessment:
    """Return what the brand's answers show it."""
    session = b.session(*questions, brand=brand, risks=risks)
    return assess(session.questionnaire, session.sheet(BRAND))


def ids(questions: tuple[AnyQuestion, ...]) -> str:
    return " ".join(question.id for question in questions)


def test_rules_over_one_question_are_risks_and_over_several_contradictions() -> None:
    both = rule(when("q", "is", ("a",)), when("r", "is", ("b",)), rid="both")
    risky = b.choice(risks=(rule(when("q", "is", ("a",)), rid="one", question="q"),))
    found = assessed(risky, b.choice("r"), brand={"q": "a", "r": "b"}, risks=[both])
    assert [(risk.rule.id, risk.question) for risk in found.risks] == [("one", "q")]
    assert [(risk.rule.id, risk.question) for risk in found.contradictions] == [("both", "q")]
    assert ids(found.to_ask) == "q"


def test_rules_about_the_difference_of_the_two_fire_for_nobody_alone() -> None:
    apart = b.choice(risks=(rule(when("q", "differs"), question="q"),))
    assert assessed(apart, brand={"q": "a"}).risks == ()


@pytest.mark.parametrize("privacy", Privacy)
def test_ones_own_private_answers_are_judged(privacy: Privacy) -> None:
    thin = rule(when("q", "below", 10), question="q")
    found = assessed(b.number(privacy=privacy, risks=(thin,)), brand={"q": b.D(3)})
    assert [risk.parties for risk in found.risks] == [(BRAND,)]


@pytest.mark.parametrize(
    ("said", "is_unsettled"),
    [
        ({}, True),
        ({"q": Answer(note="hm")}, True),
        ({"q": NonAnswer.UNDECIDED}, True),
        ({"q": NonAnswer.LATER}, True),
        ({"q": NonAnswer.NOT_APPLICABLE}, False),
        ({"q": "a"}, False),
    ],
)
def test_what_one_cannot_say_or_has_not_said_is_unsettled(
    said: dict[str, Any], is_unsettled: bool
) -> None:
    found = assessed(b.choice(), brand=said)
    assert (ids(found.unsettled), ids(found.to_ask)) == (("q", "q") if is_unsettled else ("", ""))


@pytest.mark.parametrize("state", [None, *ContractState])
def test_what_was_never_spoken_of_is_listed(state: ContractState | None) -> None:
    found = assessed(b.choice(contract=True), brand={"q": b.answer("a", contract=state)})
    is_listed = state in (ContractState.NEVER, ContractState.UNSURE)
    assert (ids(found.never_discussed), ids(found.to_ask)) == (
        ("q", "q") if is_listed else ("", "")
    )


@pytest.mark.parametrize(
    ("said", "is_off"),
    [
        ({"q": 4}, False),
        ({"q": 3}, True),
        ({"q": 1}, True),
        ({"q": NonAnswer.LATER}, False),
        ({}, False),
    ],
)
def test_an_answer_not_aligned_with_the_recommended_one_is_off_practice(
    said: dict[str, Any], is_off: bool
) -> None:
    found = assessed(b.scale(recommend=4), brand=said)
    assert ids(found.off_practice) == ("q" if is_off else "")
    assert assessed(b.scale(), brand=said).off_practice == ()


@pytest.mark.parametrize(("guess", "is_gap"), [(None, False), (2, False), (3, False), (4, True)])
def test_a_guess_that_diverges_is_an_assumed_gap(guess: int | None, is_gap: bool) -> None:
    found = assessed(b.scale(predict=True), brand={"q": b.answer(2, guess=guess)})
    assert ids(found.assumed_gaps) == ("q" if is_gap else "")


def test_every_question_on_which_one_guesses_is_to_be_asked() -> None:
    found = assessed(b.scale(predict=True), b.scale("r"), brand={"q": 2, "r": 2})
    assert ids(found.to_ask) == "q"


def test_words_are_held_against_nothing() -> None:
    said = {"q": b.answer("as we said", guess="otherwise")}
    found = assessed(b.text(recommend="so", predict=True), brand=said)
    assert (found.off_practice, found.assumed_gaps) == ((), ())


def test_a_question_behind_a_shut_gate_is_in_no_list() -> None:
    follow = b.scale(
        "r", display_condition=b.gate(when("q", "above", 3)), recommend=5, predict=True
    )
    found = assessed(b.scale(), follow, brand={"q": 1, "r": b.answer(1, guess=5)})
    assert ids(found.asked) == "q"
    assert (found.off_practice, found.assumed_gaps, found.to_ask) == ((), (), ())


def test_the_short_interview_assesses_what_it_asked() -> None:
    session = b.session(b.scale(), b.scale("r", core=False))
    sheet = b.sheet(BRAND, {}, length=Length.CORE)
    assert ids(assess(session.questionnaire, sheet).unsettled) == "q"


@draw.fewer
@given(draw.sessions())
def test_an_assessment_holds_lists_of_what_was_asked_and_no_figure(session: Session) -> None:
    found = assess(session.questionnaire, session.sheet(BRAND))
    for part in fields(found):
        assert isinstance(getattr(found, part.name), tuple)
    assert not any(
        isinstance(item, Decimal) for part in fields(found) for item in getattr(found, part.name)
    )
    for listed in (found.unsettled, found.never_discussed, found.off_practice, found.to_ask):
        assert [q for q in found.asked if q in listed] == list(listed)
    assert all(risk.parties == (BRAND,) for risk in (*found.risks, *found.contradictions))
