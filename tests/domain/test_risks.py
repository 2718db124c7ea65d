"""Which rules of risk fire, and for whom."""

from typing import Any

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY, BRAND, rule, when
from tui.domain.analysis import analyse
from tui.domain.answers import NonAnswer
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.risk_rules import RiskRule
from tui.domain.risks import risks

NOBODY = rule(when("q", "in", ("nobody", "shared")), question="q")
CARE = b.owner(risks=(NOBODY,))


def fired(
    *questions: AnyQuestion, brand: Any, agency: Any, over: Any = ()
) -> list[tuple[Any, ...]]:
    """Return rule, parties and place of each risk."""
    session = b.session(*questions, brand=brand, agency=agency, risks=over)
    return [(risk.rule.id, risk.parties, risk.question) for risk in analyse(session).risks]


@pytest.mark.parametrize(
    ("brand", "agency", "parties"),
    [
        ("nobody", "nobody", (BRAND, AGENCY)),
        ("nobody", "shared", (BRAND, AGENCY)),
        ("nobody", "brand", (BRAND,)),
        ("brand", "shared", (AGENCY,)),
        ("brand", "agency", ()),
        ("nobody", NonAnswer.UNDECIDED, (BRAND,)),
    ],
)
def test_a_rule_is_judged_over_each_partys_own_answers(
    brand: Any, agency: Any, parties: tuple[str, ...]
) -> None:
    found = analyse(b.session(CARE, brand={"q": brand}, agency={"q": agency})).risks
    assert [risk.parties for risk in found] == ([parties] if parties else [])
    assert [risk.is_agreed for risk in found] == ([len(parties) == 2] if parties else [])


def test_a_rule_over_several_questions_needs_all_of_them_of_one_party() -> None:
    stock, split = b.owner("stock"), b.number("split")
    over = [rule(when("stock", "is", ("agency",)), when("split", "above", 50))]
    brand, agency = {"stock": "agency", "split": b.D(10)}, {"stock": "brand", "split": b.D(90)}
    assert fired(stock, split, brand=brand, agency=agency, over=over) == []
    agency["stock"] = "agency"
    found = fired(stock, split, brand=brand, agency=agency, over=over)
    assert found == [("rule", (AGENCY,), "stock")]


@pytest.mark.parametrize(
    ("who", "parties"),
    [("any", b.PARTIES), ("both", ()), (BRAND, b.PARTIES), (AGENCY, ())],
)
def test_a_test_with_who_looks_at_the_pair(who: str, parties: tuple[str, ...]) -> None:
    pair = rule(when("q", "is", ("nobody",), who=who), question="q")
    found = fired(b.owner(risks=(pair,)), brand={"q": "nobody"}, agency={"q": "brand"})
    assert found == ([("rule", parties, "q")] if parties else [])


@pytest.mark.parametrize(
    ("theirs", "differ"),
    [
        (2, False),
        (3, True),
        (5, True),
        (None, False),
        (NonAnswer.UNDECIDED, False),
        (NonAnswer.NOT_APPLICABLE, False),
    ],
)
def test_differs_holds_where_two_answers_are_not_aligned(theirs: Any, differ: bool) -> None:
    question = b.scale(risks=(rule(when("q", "differs"), question="q"),))
    agency = {} if theirs is None else {"q": theirs}
    assert bool(fired(question, brand={"q": 2}, agency=agency)) is differ


def test_an_undecided_answer_can_be_a_risk() -> None:
    question = b.scale(risks=(rule(when("q", "undecided"), question="q"),))
    found = fired(question, brand={"q": NonAnswer.LATER}, agency={"q": 1})
    assert found == [("rule", (BRAND,), "q")]


def test_an_answer_that_a_shut_gate_hides_fires_nothing() -> None:
    follow = b.owner("q", display_condition=b.gate(when("first", "is", ("a",))), risks=(NOBODY,))
    said = {"first": "b", "q": "nobody"}
    assert fired(b.choice("first"), follow, brand=said, agency=said) == []


MARGIN_LOW = rule(when("margin", "below", 10), rid="thin", question="margin")


@pytest.mark.parametrize("privacy", [Privacy.OVERLAP, Privacy.OWN])
def test_a_rule_that_looks_at_a_private_answer_is_for_its_partys_eyes_only(
    privacy: Privacy,
) -> None:
    margin = b.number("margin", privacy=privacy, risks=(MARGIN_LOW,))
    over = rule(when("q", "is", ("nobody",)), when("margin", "below", 10), rid="over")
    said = {"margin": b.D(5), "q": "nobody"}
    assert fired(margin, b.owner(), brand=said, agency=said, over=[over]) == []
    asked = b.questionnaire(margin, b.owner(), risks=[over])
    own = {BRAND: {qid: b.answer(value) for qid, value in said.items()}}
    told = [risk.rule.id for risk in risks(asked, own, {"margin", "q"}, frozenset(), private=True)]
    assert told == ["thin", "over"]


@pytest.mark.parametrize("privacy", [Privacy.OVERLAP, Privacy.OWN])
def test_a_private_question_carries_no_risk_even_one_that_looks_elsewhere(privacy: Privacy) -> None:
    elsewhere = rule(when("q", "is", ("nobody",)), question="margin")
    margin = b.number("margin", privacy=privacy, risks=(elsewhere,))
    said = {"q": "nobody", "margin": b.D(5)}
    assert fired(b.owner(), margin, brand=said, agency=said) == []


def test_own_rules_come_in_file_order_and_rules_over_several_last() -> None:
    def ruled(qid: str) -> AnyQuestion:
        return b.owner(qid, risks=(rule(when(qid, "is", ("nobody",)), rid=qid, question=qid),))

    over: list[RiskRule] = [rule(when("y", "is", ("nobody",)), when("x", "is", ("nobody",)))]
    said = {"x": "nobody", "y": "nobody"}
    found = fired(ruled("x"), ruled("y"), brand=said, agency=said, over=over)
    assert [(name, place) for name, _, place in found] == [("x", "x"), ("y", "y"), ("rule", "x")]


def test_what_was_answered_is_never_unanswered_though_its_gate_is_shut() -> None:
    follow = b.yesno("follow", display_condition=b.gate(when("q", "is", ("yes",))))
    silent = rule(when("last", "is", ("yes",)), when("follow", "unanswered"))
    said = {"q": "no", "follow": "yes", "last": "yes"}
    asked = b.yesno(), follow, b.yesno("last")
    assert fired(*asked, brand=said, agency=said, over=[silent]) == []
    noted: dict[str, object] = said | {"follow": b.answer(None, note="only a note")}
    assert len(fired(*asked, brand=noted, agency=noted, over=[silent])) == 1
