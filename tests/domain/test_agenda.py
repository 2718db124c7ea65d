"""What to talk about, and in which order."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import D, rule, when
from tui.domain.agenda import Tier, tier
from tui.domain.analysis import analyse
from tui.domain.answers import Answer, ContractState, Firmness, NonAnswer
from tui.domain.questions import AnyQuestion
from tui.domain.risks import Risk
from tui.domain.session import Session
from tui.domain.verdict import Finding, Flag, Verdict


def risk(level: str, *parties: str) -> Risk:
    """Return a risk that fired for `parties`."""
    return Risk(rule(level=level), parties, "q")


AGREED = {level: risk(level, *b.PARTIES) for level in ("high", "medium", "low")}
ONE_SIDED = risk("high", b.BRAND)
BLOCKING, MISMATCH = {Flag.BLOCKING}, {Flag.CONTRACT_MISMATCH}
TIERS: list[tuple[str, set[Flag], bool, Sequence[Risk], int | None]] = [
    ("divergent", BLOCKING, False, [], 1),
    ("hollow", BLOCKING | MISMATCH, False, [AGREED["high"]], 1),
    ("divergent", set(), False, [], 2),
    ("hollow", MISMATCH, False, [AGREED["high"]], 2),
    ("aligned", set(), False, [AGREED["high"]], 3),
    ("partial", MISMATCH, False, [ONE_SIDED, AGREED["high"]], 3),
    ("open", set(), True, [AGREED["high"]], 3),
    ("partial", MISMATCH, False, [], 4),
    ("open", MISMATCH, True, [], 4),
    ("open", set(), True, [AGREED["low"]], 5),
    ("open", set(), True, [], 5),
    ("partial", set(), False, [], 6),
    ("open", set(), False, [], 6),
    ("unanswered", set(), False, [], 6),
    ("aligned", set(), False, [AGREED["medium"]], 6),
    ("aligned", set(), False, [AGREED["low"]], 6),
    ("aligned", set(), False, [ONE_SIDED], 6),
    ("discuss", set(), False, [], 7),
    ("aligned", set(), False, [], None),
    ("not_asked", set(), False, [], 6),
    ("not_applicable", set(), False, [], None),
]


@pytest.mark.parametrize(("verdict", "flags", "open_for_both", "risks", "expected"), TIERS)
def test_the_most_pressing_tier_that_fits_is_taken(
    verdict: str,
    flags: set[Flag],
    open_for_both: bool,
    risks: Sequence[Risk],
    expected: int | None,
) -> None:
    finding = Finding(b.choice(), Verdict(verdict), flags=frozenset(flags))
    assert tier(finding, open_for_both, risks) == expected


@pytest.mark.parametrize("flag", Flag)
def test_an_aligned_answer_with_a_flag_is_talked_about(flag: Flag) -> None:
    finding = Finding(b.choice(), Verdict.ALIGNED, flags=frozenset({flag}))
    assert tier(finding, False, []) is not None


def test_the_minutes_to_plan() -> None:
    assert {int(t): t.minutes for t in Tier} == {1: 10, 2: 7, 3: 5, 4: 5, 5: 5, 6: 3, 7: 3}


def order(*asked: AnyQuestion, brand: Any, agency: Any) -> str:
    """Return the ids of the agenda in its order, parted by blanks."""
    found = analyse(b.session(*asked, brand=brand, agency=agency)).agenda
    return " ".join(item.question for item in found)


def test_one_of_each_tier_comes_in_the_order_of_the_tiers() -> None:
    asked = [
        b.text("words"),
        b.choice("fine"),
        b.choice("loose", near=["a b"]),
        b.choice("open"),
        b.choice("mismatch", contract=True),
        b.owner("danger", risks=(rule(when("danger", "is", ("nobody",)), question="danger"),)),
        b.choice("rift"),
        b.choice("blocking"),
    ]
    sides = [
        {
            "words": "x",
            "fine": "a",
            "loose": letter,
            "open": NonAnswer.LATER,
            "mismatch": b.answer("a", contract=state),
            "danger": "nobody",
            "rift": letter,
            "blocking": Answer(value=letter, firmness=Firmness.RED_LINE),
        }
        for letter, state in (("a", ContractState.WRITTEN), ("b", ContractState.UNSURE))
    ]
    found = order(*asked, brand=sides[0], agency=sides[1])
    assert found == "blocking rift danger mismatch open loose words"


RIFT_OF_BRAND = {"x": "a", "y": "a", "z": "a"}
RIFT_OF_AGENCY = {"x": "b", "y": "b", "z": "b"}


def test_within_a_tier_the_weightier_comes_first_and_then_file_order() -> None:
    weights = {"x": 1, "y": 2, "z": 1}
    assert (
        order(
            *[b.choice(q, weight=D(w)) for q, w in weights.items()],
            brand=RIFT_OF_BRAND,
            agency=RIFT_OF_AGENCY,
        )
        == "y x z"
    )


def test_the_mean_importance_of_the_area_multiplies_the_weight() -> None:
    asked = [b.choice("x", weight=D(2)), b.choice("y", area="trust", weight=D(2))]
    left = b.sheet(b.BRAND, RIFT_OF_BRAND, importance={"goals": 1, "trust": 3})
    right = b.sheet(b.AGENCY, RIFT_OF_AGENCY, importance={"goals": 2, "trust": 2})
    found = analyse(b.session(*asked, brand=left, agency=right)).agenda
    assert [(item.question, item.priority) for item in found] == [("y", D(5)), ("x", D(3))]


def test_an_area_that_nobody_rated_is_of_the_usual_importance() -> None:
    found = analyse(
        b.session(b.choice("x", weight=D(3)), brand=RIFT_OF_BRAND, agency=RIFT_OF_AGENCY)
    ).agenda
    assert found[0].priority == 6


def test_false_consensus_comes_first_within_its_tier_but_not_before_a_higher_one() -> None:
    asked = [
        b.choice("x", weight=D(5)),
        b.choice("y", predict=True),
        b.choice("z"),
    ]
    brand = {"x": "a", "y": Answer(value="a", guess="a")}
    agency = {"x": "b", "y": Answer(value="b", guess="b")}
    assert order(*asked, brand=brand, agency=agency) == "y x z"
    for side in (brand, agency):
        side["z"] = b.answer(side["x"], firmness=Firmness.RED_LINE)
    assert order(*asked, brand=brand, agency=agency) == "z y x"


def test_open_for_one_is_less_pressing_than_open_for_both() -> None:
    brand = {"x": NonAnswer.LATER, "y": NonAnswer.UNDECIDED}
    agency = {"x": "a", "y": NonAnswer.LATER}
    found = analyse(b.session(b.choice("x"), b.choice("y"), brand=brand, agency=agency)).agenda
    assert [(i.question, i.tier) for i in found] == [("y", Tier.OPEN), ("x", Tier.LOOSE)]


def test_an_item_carries_what_is_risky_about_it() -> None:
    risky = b.owner(risks=(rule(when("q", "is", ("nobody",)), question="q"),))
    found = analyse(b.session(risky, brand={"q": "nobody"}, agency={"q": "brand"})).agenda
    assert [risk.rule.id for risk in found[0].risks] == ["rule"]


@draw.fewer
@given(draw.sessions())
def test_the_agenda_is_sorted_and_holds_every_rift_and_nothing_that_needs_no_talk(
    session: Session,
) -> None:
    found = analyse(session)
    places = {item.question: place for place, item in enumerate(found.agenda)}
    for each in Tier:
        items = [item for item in found.agenda if item.tier is each]
        # What defines another one of its tier comes first, whatever its own priority is.
        defining = {q for item in items for q in item.finding.question.defined_by}
        keys = [
            (Flag.FALSE_CONSENSUS not in i.finding.flags, -i.priority)
            for i in items
            if i.question not in defining
        ]
        assert keys == sorted(keys)
        for item in items:
            for definer in item.finding.question.defined_by:
                if found.agenda[places.get(definer, 0)].tier is each:
                    assert places.get(definer, -1) < places[item.question]
    on_it = [item.question for item in found.agenda]
    assert len(set(on_it)) == len(on_it)
    risky = {risk.question for risk in found.risks}
    fine = {f.question.id for f in found.findings if f.verdict is Verdict.ALIGNED and not f.flags}
    assert (fine - risky).isdisjoint(on_it)
    assert {f.question.id for f in found.findings if f.is_divergence} <= set(on_it)


def test_a_definition_comes_before_what_rests_on_it_within_its_tier() -> None:
    asked = [
        b.choice("share", weight=D(5), defined_by=("gmv", "profit")),
        b.choice("profit", weight=D(1)),
        b.choice("gmv", weight=D(2)),
        b.choice("other", weight=D(3)),
    ]
    brand = dict.fromkeys(("share", "gmv", "profit", "other"), "a")
    assert order(*asked, brand=brand, agency=dict.fromkeys(brand, "b")) == "gmv profit share other"
    turned = replace(asked[0], defined_by=("profit", "gmv"))
    agency = dict.fromkeys(brand, "b")
    assert order(turned, *asked[1:], brand=brand, agency=agency) == "gmv profit share other"


def test_a_long_chain_of_definitions_is_put_in_order() -> None:
    """Longer than Python's stack."""
    names = [f"q{number}" for number in range(3_000)]
    asked = [b.choice(name, defined_by=(after,)) for name, after in pairwise(names)]
    brand = dict.fromkeys(names, "a")
    found = order(*asked, b.choice(names[-1]), brand=brand, agency=dict.fromkeys(names, "b"))
    assert found.split() == names[::-1]
