"""What is settled at the table: decisions, and second answers that leave the first in place."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY, BRAND
from tui.domain.answers import Answer, NonAnswer
from tui.domain.minutes import NO_MINUTES, Decision, Revision
from tui.domain.privacy import Privacy
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.verdict import Verdict

AT = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
APART = b.session(b.choice(), b.choice("r"), brand={"q": "a", "r": "a"}, agency={"q": "b"})


def second(value: str, party: str = AGENCY, reason: str = "", question: str = "q") -> Revision:
    """Return a second answer to a question."""
    before, after = Answer(value="b"), Answer(value=value)
    return Revision(
        question=question, party=party, at=AT, before=before, after=after, reason=reason
    )


def test_a_decision_is_kept_under_its_question_and_a_later_one_takes_its_place() -> None:
    minutes = NO_MINUTES.having(Decision(question="q", text="first"))
    minutes = minutes.having(Decision(question="q", text="then")).having(Decision(question="r"))
    assert minutes.decisions == {"q": Decision(question="q", text="then")}
    assert (minutes.decision("q").text, minutes.decision("r").text) == ("then", "")
    assert NO_MINUTES.decisions == {}


def test_a_decision_that_says_nothing_any_more_is_not_kept() -> None:
    minutes = NO_MINUTES.having(Decision(question="q", seconds=3))
    assert minutes.having(Decision(question="q")) == NO_MINUTES


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"value": "a"},
        {"text": "as the brand says"},
        {"owner": "Lin", "due": date(2026, 12, 1), "seconds": 60},
        {"value": "a", "is_parked": True},
    ],
)
def test_a_decision_is_empty_where_nothing_was_put_down(said: dict[str, Any]) -> None:
    assert Decision(question="q", **said).is_empty == (not said)


def test_every_second_answer_stays_and_the_last_one_counts() -> None:
    session = APART.revised(second("c")).revised(second("a")).revised(second("b", BRAND))
    assert len(session.minutes.revisions) == 3
    assert session.minutes.latest(AGENCY, "q") == Answer(value="a")
    assert session.minutes.latest(AGENCY, "r") is None
    assert session.latest(AGENCY, "q").value == "a"
    assert session.latest(BRAND, "r").value == "a"


def test_the_first_answers_stay_as_they_were() -> None:
    session = APART.revised(second("a"))
    assert session.sheets == APART.sheets
    assert session.answer(AGENCY, "q").value == "b"
    assert session.as_revised.answer(AGENCY, "q").value == "a"
    assert APART.as_revised is APART


def test_a_report_keeps_before_and_after() -> None:
    told, untouched = report(APART.revised(second("a", reason="heard why"))).questions
    assert (told.verdict, told.verdict_after) == (Verdict.DIVERGENT, Verdict.ALIGNED)
    assert {party: said.value for party, said in told.answers.items()} == {BRAND: "a", AGENCY: "b"}
    assert {party: said.value for party, said in told.revised.items()} == {AGENCY: "a"}
    assert told.reasons == {AGENCY: "heard why"}
    assert (untouched.revised, untouched.reasons, untouched.verdict_after) == ({}, {}, None)


def test_only_the_last_second_answer_of_each_is_told_with_its_own_reason() -> None:
    session = APART.revised(second("c", AGENCY, "thought so")).revised(second("a", AGENCY))
    session = session.revised(second("c", BRAND, "to meet them"))
    told = report(session).questions[0]
    assert [(party, said.value) for party, said in told.revised.items()] == [
        (BRAND, "c"),
        (AGENCY, "a"),
    ]
    assert told.reasons == {BRAND: "to meet them"}
    assert told.verdict_after is Verdict.DIVERGENT


def test_the_figures_and_the_agenda_are_of_the_first_answers() -> None:
    before, after = report(APART), report(APART.revised(second("a")))
    assert (before.whole, before.areas) == (after.whole, after.areas)
    assert before.agenda == tuple(replace(each, is_settled_anew=False) for each in after.agenda)


def test_a_private_note_to_a_second_answer_is_not_told() -> None:
    noted = replace(second("a"), after=Answer(value="a", private_note="psst"))
    for detail in ReportLevel:
        assert "psst" not in repr(report(APART.revised(noted), detail, AGENCY).questions)


def test_a_second_answer_may_be_that_one_cannot_say_after_all() -> None:
    unsure = Answer(state=NonAnswer.UNDECIDED, reason="the board first")
    told = report(APART.revised(replace(second("a"), after=unsure))).questions[0]
    assert (told.revised[AGENCY].state, told.verdict_after) == (NonAnswer.UNDECIDED, Verdict.OPEN)


@pytest.mark.parametrize("detail", ReportLevel)
def test_decisions_are_told_at_every_level_in_the_order_of_the_questions(
    detail: ReportLevel,
) -> None:
    session = APART.decided(Decision(question="r", is_parked=True))
    session = session.decided(Decision(question="q", value="c", text="a third", seconds=90))
    first, then = report(session, detail, BRAND).decisions
    assert (first.question, first.value, first.decision, first.seconds) == ("q", "c", "a third", 90)
    assert first.words is not None
    assert first.words["en"] == "C"
    assert (then.question, then.is_parked, then.value, then.words) == ("r", True, None, None)


def private(privacy: Privacy) -> Session:
    """Return a session in which something private was settled."""
    asked = b.ranged(privacy=privacy)
    session = b.session(asked, brand={"q": b.span(1, 41)}, agency={"q": b.span(42, 43)})
    decision = Decision(question="q", value=b.span(44, 45), taken_from=BRAND, text="we meet")
    return session.decided(decision).revised(
        Revision(
            question="q",
            party=AGENCY,
            at=AT,
            before=Answer(value=b.span(42, 43)),
            after=Answer(value=b.span(46, 47)),
            reason="psst",
        )
    )


@pytest.mark.parametrize("detail", ReportLevel)
@pytest.mark.parametrize(("privacy", "told"), [(Privacy.OVERLAP, ["we meet"]), (Privacy.OWN, [])])
def test_of_a_private_question_no_agreed_value_and_no_second_answer_is_told(
    privacy: Privacy, told: list[str], detail: ReportLevel
) -> None:
    found = report(private(privacy), detail, AGENCY)
    assert [decision.decision for decision in found.decisions] == told
    assert [
        secret for secret in ("41", "42", "44", "45", "46", "psst") if secret in repr(found)
    ] == []


@pytest.mark.parametrize("reveal", Reveal)
def test_second_answers_reveal_and_finish_nothing(reveal: Reveal) -> None:
    session = replace(APART, reveal=reveal)
    assert session.revised(second("a")).finished == session.finished
    assert session.revised(second("a")).progress(AGENCY) == session.progress(AGENCY)


def test_second_answers_to_a_private_question_are_not_judged_anew() -> None:
    """Whoever saw each judged could find the other's figure by trying."""
    private = b.scale("q", privacy=Privacy.OVERLAP)
    apart = b.session(private, brand={"q": 1}, agency={"q": 5})
    after = apart.answer(BRAND, "q")
    changed = Revision(
        question="q",
        party=BRAND,
        at=datetime(2026, 11, 23, 12, tzinfo=UTC),
        before=after,
        after=replace(after, value=5),
    )
    (told,) = report(apart.revised(changed)).questions
    assert (told.verdict, told.verdict_after) == (Verdict.DIVERGENT, None)
    assert (told.answers, told.revised, told.reasons) == ({}, {}, {})
