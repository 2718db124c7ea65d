"""What is said of a question: the first that fits, hollow agreement, contract, red lines."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import D, span
from tui.domain.analysis import analyse
from tui.domain.answers import NOTHING, Answer, ContractState, Firmness, NonAnswer
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion, Kind
from tui.domain.verdict import Finding, Flag, Verdict, compare

LATER, UNDECIDED, NOT_APPLICABLE = NonAnswer.LATER, NonAnswer.UNDECIDED, NonAnswer.NOT_APPLICABLE


def verdict(question: AnyQuestion, x: object, y: object, **more: Any) -> Finding:
    """Compare two answers by themselves."""
    return compare(question, b.answer(x), b.answer(y), **more)


def found(qid: str, *questions: AnyQuestion, brand: Any = None, agency: Any = None) -> Finding:
    """Return what the whole analysis finds on one of the questions."""
    finding = analyse(b.session(*questions, brand=brand, agency=agency)).finding(qid)
    assert finding is not None
    return finding


TABLE: list[tuple[AnyQuestion, Any, Any, str, str]] = [
    (b.choice(near=["a b"]), "a", "a", "aligned", "1"),
    (b.choice(near=["a b"]), "a", "b", "partial", "0.5"),
    (b.choice(near=["a b"]), "a", "c", "divergent", "0"),
    (b.scale(), 2, 2, "aligned", "1"),
    (b.scale(), 2, 3, "partial", "0.75"),
    (b.scale(), 2, 4, "divergent", "0.5"),
    (b.number(), D(30), D(40), "partial", "0.9"),
    (b.number(), D(30), D(41), "divergent", "0.89"),
    (b.ranged(), span(0, 10), span(10, 20), "partial", "0"),
    (b.multi(must="d"), tuple("abc"), tuple("abcd"), "divergent", "0.75"),
    (b.ranking(), tuple("abcde"), tuple("bcdea"), "divergent", "0.6"),
    (b.allocation(), b.split("50/50/0"), b.split("50/25/25"), "partial", "0.75"),
]


@pytest.mark.parametrize(
    ("question", "x", "y", "name", "alike"), TABLE, ids=[f"{q.kind}-{v}" for q, *_, v, _ in TABLE]
)
def test_two_values_give_the_verdict_of_their_type(
    question: AnyQuestion, x: object, y: object, name: str, alike: str
) -> None:
    finding = verdict(question, x, y)
    assert (finding.verdict, finding.similarity) == (name, D(alike))


STATES = {"value": "a", "undecided": UNDECIDED, "later": LATER, "n/a": NOT_APPLICABLE, "-": NOTHING}
GRID = """
value      aligned     open        open        divergent       unanswered
undecided  open        open        open        open            unanswered
later      open        open        open        open            unanswered
n/a        divergent   open        open        not_applicable  unanswered
-          unanswered  unanswered  unanswered  unanswered      unanswered
"""
FIRST_THAT_FITS = {
    (row.split()[0], column): name
    for row in GRID.strip().splitlines()
    for column, name in zip(STATES, row.split()[1:], strict=True)
}


@pytest.mark.parametrize(("ours", "theirs"), list(FIRST_THAT_FITS))
def test_where_not_both_answered_the_first_verdict_fits(ours: str, theirs: str) -> None:
    finding = verdict(b.choice(), STATES[ours], STATES[theirs])
    assert finding.verdict == FIRST_THAT_FITS[ours, theirs]
    assert (finding.similarity is None) is not (ours == theirs == "value")


@pytest.mark.parametrize(("ours", "theirs"), list(FIRST_THAT_FITS))
def test_what_was_not_asked_of_both_is_nothing_else(ours: str, theirs: str) -> None:
    finding = verdict(b.choice(), STATES[ours], STATES[theirs], asked_of_both=False)
    assert finding == Finding(b.choice(), Verdict.NOT_ASKED)


@pytest.mark.parametrize(("ours", "theirs"), list(FIRST_THAT_FITS))
def test_two_texts_are_discussed_and_all_else_is_as_with_any_type(ours: str, theirs: str) -> None:
    finding = verdict(b.text(), STATES[ours], STATES[theirs])
    expected = FIRST_THAT_FITS[ours, theirs].replace("aligned", "discuss")
    assert (finding.verdict, finding.similarity) == (expected, None)


def test_a_note_alone_is_no_answer() -> None:
    assert verdict(b.choice(), Answer(note="hm"), "a").verdict is Verdict.UNANSWERED


OVERLAPS: list[tuple[AnyQuestion, Any, Any, bool]] = [
    (b.ranged(privacy=Privacy.OVERLAP), span(0, 5), span(5, 9), True),
    (b.ranged(privacy=Privacy.OVERLAP), span(0, 5), span(6, 9), False),
    (
        b.ranged(by=b.measure(tolerance=20, near=20), privacy=Privacy.OVERLAP),
        span(0, 5),
        span(6, 9),
        False,
    ),
    (b.number(privacy=Privacy.OVERLAP), D(30), D(40), True),
    (b.number(privacy=Privacy.OVERLAP), D(30), D("40.01"), False),
    (b.scale(privacy=Privacy.OVERLAP), 2, 3, True),
    (b.scale(privacy=Privacy.OVERLAP), 2, 4, False),
]


@pytest.mark.parametrize(("question", "x", "y", "meets"), OVERLAPS)
def test_private_values_meet_or_do_not(
    question: AnyQuestion, x: object, y: object, meets: bool
) -> None:
    finding = verdict(question, x, y)
    name = Verdict.ALIGNED if meets else Verdict.DIVERGENT
    assert (finding.verdict, finding.agreement) == (name, D(meets))


def test_a_private_overlap_stays_aligned_whatever_the_contract_and_the_definitions() -> None:
    price = b.number("price", contract=True, defined_by=("unit",), privacy=Privacy.OVERLAP)
    sides = [
        {"unit": unit, "price": b.answer(D(30), contract=state)}
        for unit, state in (("a", ContractState.WRITTEN), ("b", ContractState.NEVER))
    ]
    finding = found("price", b.choice("unit"), price, brand=sides[0], agency=sides[1])
    assert finding.verdict is Verdict.ALIGNED


@pytest.mark.parametrize("privacy", [Privacy.SHARED, Privacy.OVERLAP])
@pytest.mark.parametrize("kind", [Kind.SCALE, Kind.NUMBER])
def test_a_weight_of_0_adds_to_no_figure(kind: Kind, privacy: Privacy) -> None:
    makers: dict[Kind, Callable[..., AnyQuestion]] = {Kind.SCALE: b.scale, Kind.NUMBER: b.number}
    question = makers[kind](weight=D(0), privacy=privacy)
    whole = analyse(b.session(question, brand={"q": 3}, agency={"q": 3})).whole
    assert (whole.alignment, whole.coverage.share) == (None, None)
    assert (whole.coverage.judged, whole.coverage.applying) == (1, 1)


@pytest.mark.parametrize(
    ("question", "x", "y", "covers"),
    [
        (b.choice(), "a", "b", True),
        (b.choice(), NOTHING, "a", True),
        (b.choice(), UNDECIDED, "a", True),
        (b.choice(), NOT_APPLICABLE, "a", True),
        (b.choice(), NOT_APPLICABLE, NOT_APPLICABLE, False),
        (b.text(), "a", "b", False),
        (b.text(), NOTHING, "b", False),
        (b.scale(privacy=Privacy.OWN), 1, 1, False),
    ],
)
def test_what_counts_in_coverage(question: AnyQuestion, x: object, y: object, covers: bool) -> None:
    assert verdict(question, x, y).applies is covers


def test_what_is_a_partys_own_is_never_found() -> None:
    own = b.scale("own", privacy=Privacy.OWN)
    result = analyse(b.session(own, brand={"own": 1}, agency={"own": 5}))
    assert (result.findings, result.agenda) == ((), ())


DEFINER, BONUS = b.choice("profit", near=["b c"]), b.choice("bonus", "a b", defined_by=("profit",))


@pytest.mark.parametrize(
    ("ours", "theirs", "hollow"),
    [
        ("a", "b", True),
        (UNDECIDED, "a", True),
        (LATER, LATER, True),
        (NOT_APPLICABLE, "a", True),
        ("a", "a", False),
        ("b", "c", False),
        (NOTHING, "a", False),
        (NOTHING, NOTHING, False),
        (NOT_APPLICABLE, NOT_APPLICABLE, False),
    ],
)
def test_an_agreement_is_hollow_where_its_definition_diverges_or_is_open(
    ours: object, theirs: object, hollow: bool
) -> None:
    brand, agency = {"profit": ours, "bonus": "a"}, {"profit": theirs, "bonus": "a"}
    finding = found("bonus", DEFINER, BONUS, brand=brand, agency=agency)
    assert finding.verdict is (Verdict.HOLLOW if hollow else Verdict.ALIGNED)
    assert finding.is_divergence is hollow
    assert finding.agreement == (0 if hollow else 1)


def test_a_partial_agreement_can_be_hollow_but_nothing_else_can() -> None:
    bonus = b.scale("bonus", defined_by=("profit",))
    expected = {2: "hollow", 3: "hollow", 5: "divergent", UNDECIDED: "open", NOTHING: "unanswered"}
    for theirs, name in expected.items():
        brand, agency = {"profit": "a", "bonus": 2}, {"profit": "b", "bonus": theirs}
        assert found("bonus", DEFINER, bonus, brand=brand, agency=agency).verdict == name


def test_a_hollow_definition_does_not_hollow_what_rests_on_it() -> None:
    share = b.choice("share", defined_by=("bonus",))
    said = {"bonus": "a", "share": "a"}
    brand, agency = {"profit": "a", **said}, {"profit": "b", **said}
    three = (DEFINER, BONUS, share)
    assert found("bonus", *three, brand=brand, agency=agency).verdict is Verdict.HOLLOW
    assert found("share", *three, brand=brand, agency=agency).verdict is Verdict.ALIGNED


def test_one_bad_definition_of_several_is_enough() -> None:
    bonus = b.choice("bonus", defined_by=("fine", "profit"))
    both = {"fine": "a", "bonus": "a"}
    brand, agency = {"profit": "a", **both}, {"profit": "b", **both}
    finding = found("bonus", b.choice("fine"), DEFINER, bonus, brand=brand, agency=agency)
    assert finding.verdict is Verdict.HOLLOW


def test_a_definition_that_is_shown_to_neither_does_nothing() -> None:
    hidden = b.choice("profit", display_condition=b.gate(b.when("opener", "is", ("a",))))
    brand = {"opener": "b", "profit": "a", "bonus": "a"}
    agency = {"opener": "b", "profit": "b", "bonus": "a"}
    finding = found("bonus", b.choice("opener"), hidden, BONUS, brand=brand, agency=agency)
    assert finding.verdict is Verdict.ALIGNED


@pytest.mark.parametrize(("ours", "theirs"), list(product([None, *ContractState], repeat=2)))
def test_a_contract_mismatch_is_two_states_that_differ(
    ours: ContractState | None, theirs: ContractState | None
) -> None:
    brand, agency = ({"q": b.answer("a", contract=state)} for state in (ours, theirs))
    finding = found("q", b.choice(contract=True), brand=brand, agency=agency)
    differ = None not in (ours, theirs) and ours != theirs
    assert (Flag.CONTRACT_MISMATCH in finding.flags) is differ
    assert finding.verdict is (Verdict.PARTIAL if differ else Verdict.ALIGNED)
    assert finding.similarity == 1


def test_a_contract_mismatch_changes_no_verdict_but_aligned() -> None:
    for theirs, name in {"b": "partial", "c": "divergent", UNDECIDED: "open"}.items():
        brand = {"q": b.answer("a", contract=ContractState.WRITTEN)}
        agency = {"q": b.answer(theirs, contract=ContractState.NEVER)}
        question = b.choice(near=["a b"], contract=True)
        assert found("q", question, brand=brand, agency=agency).verdict == name


@pytest.mark.parametrize(("ours", "theirs"), list(product([None, *Firmness], repeat=2)))
def test_only_two_red_lines_block(ours: Firmness | None, theirs: Firmness | None) -> None:
    brand, agency = {"q": b.answer("a", firmness=ours)}, {"q": b.answer("b", firmness=theirs)}
    finding = found("q", b.choice(), brand=brand, agency=agency)
    assert (Flag.BLOCKING in finding.flags) is (ours == theirs == Firmness.RED_LINE)


def test_where_no_red_line_can_be_set_none_blocks() -> None:
    firm = {"firmness": Firmness.RED_LINE}
    brand, agency = {"q": b.answer("a", **firm)}, {"q": b.answer("b", **firm)}
    finding = found("q", b.choice(firmness=False), brand=brand, agency=agency)
    assert Flag.BLOCKING not in finding.flags


@pytest.mark.parametrize(
    ("definition", "theirs", "blocks"), [("a", "a", False), ("b", "a", True), ("a", "b", True)]
)
def test_red_lines_block_where_the_two_diverge_or_agree_in_words_only(
    definition: str, theirs: str, blocks: bool
) -> None:
    firm = {"firmness": Firmness.RED_LINE}
    brand = {"profit": "a", "bonus": b.answer("a", **firm)}
    agency = {"profit": definition, "bonus": b.answer(theirs, **firm)}
    finding = found("bonus", DEFINER, BONUS, brand=brand, agency=agency)
    assert (Flag.BLOCKING in finding.flags) is blocks


@draw.quick
@given(st.data())
def test_verdicts_are_symmetric(data: st.DataObject) -> None:
    question = data.draw(draw.questions())
    ours, theirs = (data.draw(draw.answers(question) | st.just(NOTHING)) for _ in "xy")
    assert compare(question, ours, theirs) == compare(question, theirs, ours)


@draw.quick
@given(st.data())
def test_equal_answers_are_never_divergent(data: st.DataObject) -> None:
    question = data.draw(draw.questions())
    said = data.draw(draw.answers(question))
    assert compare(question, said, said).verdict is not Verdict.DIVERGENT


NOTHING_TO_DEFINE: list[tuple[AnyQuestion, Any, Any, bool]] = [
    (b.choice("q", hollow_except=("a",)), "a", "a", False),
    (b.choice("q", hollow_except=("a",)), "b", "b", True),
    (b.choice("q", near=["a b"], hollow_except=("a",)), "a", "b", True),
    (b.number("q", hollow_except=(D(0),)), D(0), D(0), False),
    (b.number("q", hollow_except=(D(0),)), D(0), D(5), True),
    (b.multi("q", hollow_except=(("a",), ("b",))), ("a", "b"), ("a", "b"), False),
    (b.multi("q", hollow_except=(("a",),)), ("a", "b"), ("a", "b"), True),
    (b.ranged("q", hollow_except=(span(0, 0),)), span(0, 0), span(0, 0), False),
    (b.ranged("q", hollow_except=(span(0, 0),)), span(0, 9), span(0, 9), True),
]


@pytest.mark.parametrize(("question", "ours", "theirs", "hollow"), NOTHING_TO_DEFINE)
def test_where_both_say_that_there_is_nothing_to_define_no_agreement_is_hollow(
    question: AnyQuestion, ours: Any, theirs: Any, hollow: bool
) -> None:
    resting = replace(question, defined_by=("gmv",))
    brand, agency = {"gmv": "a", "q": ours}, {"gmv": "b", "q": theirs}
    finding = found("q", b.choice("gmv"), resting, brand=brand, agency=agency)
    assert (finding.verdict is Verdict.HOLLOW) is hollow
