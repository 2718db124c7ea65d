"""What an area comes to: counts, alignment and coverage."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import D, rule, when
from tui.domain.analysis import analyse
from tui.domain.answers import Firmness, NonAnswer
from tui.domain.privacy import Privacy
from tui.domain.report import rounded
from tui.domain.session import Session
from tui.domain.statistics import Coverage, statistics
from tui.domain.verdict import Finding, Verdict


def weighed(*weights: int, brand: str, agency: str) -> Session:
    """Return choice questions of these weights, answered by a letter each; `-` is no answer."""
    asked = [b.choice(f"q{n}", near=["a b"], weight=D(w)) for n, w in enumerate(weights)]
    sides = [
        {f"q{n}": letter for n, letter in enumerate(said) if letter != "-"}
        for said in (brand, agency)
    ]
    return b.session(*asked, brand=sides[0], agency=sides[1])


def test_the_worked_example() -> None:
    """Weights 3,2,1,2,1 with divergent, partial, partial, partial, unanswered."""
    whole = analyse(weighed(3, 2, 1, 2, 1, brand="aaaaa", agency="cbbb-")).whole
    assert whole.alignment == D("0.3125")
    assert whole.coverage == Coverage(4, 5, 1, D(8), D(9))
    assert whole.coverage.share is not None
    assert rounded(whole.coverage.share) == D("0.8889")
    assert whole.counts == {Verdict.DIVERGENT: 1, Verdict.PARTIAL: 3, Verdict.UNANSWERED: 1}


def test_a_hollow_agreement_counts_as_none() -> None:
    bonus = b.choice("bonus", defined_by=("profit",))
    brand, agency = {"profit": NonAnswer.LATER, "bonus": "a"}, {"profit": "a", "bonus": "a"}
    whole = analyse(b.session(b.choice("profit"), bonus, brand=brand, agency=agency)).whole
    assert (whole.alignment, whole.coverage) == (D(0), Coverage(1, 2, 1, D(1), D(2)))
    assert (whole.counts[Verdict.HOLLOW], whole.divergences) == (1, 1)


@pytest.mark.parametrize(
    ("said", "shown"),
    [(weighed(2, 1, brand="--", agency="aa"), 3), (weighed(0, 0, brand="aa", agency="aa"), 0)],
    ids=["nothing compared", "all weights 0"],
)
def test_where_nothing_counts_there_is_no_figure(said: Session, shown: int) -> None:
    whole = analyse(said).whole
    assert whole.alignment is None
    assert (whole.coverage.compared, whole.coverage.shown) == (D(0), D(shown))
    assert analyse(said).weakest_areas == ()


def test_nothing_shown_has_no_coverage() -> None:
    assert statistics([], []).coverage.share is None
    assert statistics([], []).alignment is None


def test_an_alignment_of_0_is_a_figure() -> None:
    assert analyse(weighed(1, brand="a", agency="c")).whole.alignment == 0


@pytest.mark.parametrize(
    ("ours", "theirs", "compared", "shown"),
    [
        ("a", "b", 1, 1),
        ("a", NonAnswer.UNDECIDED, 0, 1),
        ("a", NonAnswer.NOT_APPLICABLE, 1, 1),
        (NonAnswer.NOT_APPLICABLE, NonAnswer.NOT_APPLICABLE, 0, 0),
    ],
)
def test_what_a_question_does_to_coverage(
    ours: object, theirs: object, compared: int, shown: int
) -> None:
    whole = analyse(b.session(b.choice(), brand={"q": ours}, agency={"q": theirs})).whole
    assert whole.coverage == Coverage(compared, shown, whole.divergences, D(compared), D(shown))


def test_texts_and_own_answers_are_outside_and_overlaps_count_as_0_or_1() -> None:
    asked = (
        b.text("t"),
        b.scale("own", privacy=Privacy.OWN),
        b.scale("o", privacy=Privacy.OVERLAP),
    )
    brand, agency = {"t": "x", "own": 1, "o": 1}, {"t": "y", "own": 5, "o": 2}
    whole = analyse(b.session(*asked, brand=brand, agency=agency)).whole
    assert (whole.alignment, whole.coverage) == (D(1), Coverage(1, 1, 0, D(1), D(1)))
    apart = analyse(b.session(*asked, brand=brand, agency=agency | {"o": 4})).whole
    assert apart.alignment == 0


def test_each_area_has_its_own_figures_and_the_weakest_is_named() -> None:
    asked = b.scale("x"), b.scale("y", area="trust")
    found = analyse(b.session(*asked, brand={"x": 1, "y": 1}, agency={"x": 2, "y": 4}))
    assert {area: f.alignment for area, f in found.areas.items()} == {
        "goals": D("0.5"),
        "trust": D(0),
    }
    assert found.weakest_areas == ("trust",)
    assert found.whole.alignment == D("0.25")


def test_blocking_questions_and_agreed_risks_are_counted_where_they_stand() -> None:
    risky = b.owner("r", area="trust", risks=(rule(when("r", "is", ("nobody",)), question="r"),))
    brand = {"q": b.answer("a", firmness=Firmness.RED_LINE), "r": "nobody"}
    agency = {"q": b.answer("b", firmness=Firmness.RED_LINE), "r": "nobody"}
    found = analyse(b.session(b.choice(), risky, brand=brand, agency=agency))
    assert {a: (f.blocking, f.agreed_risks) for a, f in found.areas.items()} == {
        "goals": (1, 0),
        "trust": (0, 1),
    }


def test_a_one_sided_risk_is_not_counted_as_agreed() -> None:
    risky = b.owner(risks=(rule(when("q", "is", ("nobody",)), question="q"),))
    said = b.session(risky, brand={"q": "nobody"}, agency={"q": "brand"})
    assert analyse(said).whole.agreed_risks == 0


@pytest.mark.parametrize(
    ("figure", "written"), [("0.33335", "0.3334"), ("0.33345", "0.3334"), ("1", "1"), ("0", "0")]
)
def test_figures_are_rounded_half_to_even_when_written(figure: str, written: str) -> None:
    assert str(rounded(D(figure))) == written


@draw.fewer
@given(draw.sessions(), st.integers(1, 5))
def test_an_unanswered_question_changes_coverage_and_its_count_only(
    session: Session, weight: int
) -> None:
    before = analyse(session)
    extra = b.scale("extra", weight=D(weight))
    asked = session.questionnaire.questions
    after = analyse(
        replace(session, questionnaire=replace(session.questionnaire, questions=(*asked, extra)))
    )
    for old, new in ((before.whole, after.whole), (before.areas["goals"], after.areas["goals"])):
        unanswered = old.counts.get(Verdict.UNANSWERED, 0) + 1
        assert new == replace(
            old,
            counts={**old.counts, Verdict.UNANSWERED: unanswered},
            coverage=replace(
                old.coverage,
                applying=old.coverage.applying + 1,
                shown=old.coverage.shown + weight,
            ),
        )
    assert after.areas["trust"] == before.areas["trust"]


@draw.fewer
@given(draw.sessions())
def test_figures_stay_between_0_and_1(session: Session) -> None:
    found = analyse(session)
    for area in (found.whole, *found.areas.values()):
        assert area.alignment is None or 0 <= area.alignment <= 1
        assert 0 <= area.coverage.compared <= area.coverage.shown
        assert (area.alignment is None) is (area.coverage.compared == 0)


@pytest.mark.parametrize("verdict", Verdict)
def test_what_a_verdict_counts(verdict: Verdict) -> None:
    """The verdict counts, not the similarity: near is a half, whatever the type."""
    worth = {"aligned": D(1), "partial": D("0.5"), "divergent": D(0), "hollow": D(0)}
    assert Finding(b.choice(), verdict, D("0.99")).agreement == worth.get(verdict)
    assert Finding(b.text(), verdict).agreement is None
    assert Finding(b.scale(privacy=Privacy.OWN), verdict).agreement is None


def test_what_is_within_the_tolerance_counts_as_agreed_whatever_the_similarity() -> None:
    asked = b.ranged(by=b.measure(tolerance=5))
    sides = {"q": b.span(10, 10)}, {"q": b.span(12, 12)}
    found = analyse(b.session(asked, brand=sides[0], agency=sides[1]))
    assert (found.findings[0].similarity, found.whole.alignment) == (D(0), D(1))


TWO_AREAS = b.scale("x"), b.scale("y", area="trust"), b.scale("z", area="trust")


@pytest.mark.parametrize(
    ("brand", "agency", "begin_with"),
    [
        ({"x": 1, "y": 1, "z": 1}, {"x": 5, "y": 5, "z": 5}, ("goals", "trust")),
        ({"x": 1, "y": 1, "z": 1}, {"x": 2, "y": 5, "z": 1}, ("goals", "trust")),
        ({"x": 1, "y": 1, "z": 1}, {"x": 5, "y": 5, "z": 1}, ("goals",)),
        ({"x": 1, "y": 1, "z": 1}, {"x": 1, "y": 5, "z": 1}, ("trust",)),
        ({"x": 1, "y": 1}, {"x": 1, "y": 5}, ("trust",)),
        ({"x": 1, "y": 1, "z": 1}, {"x": 1, "y": 1, "z": 1}, ()),
        ({"x": 1, "y": 1, "z": 1}, {"x": 2, "y": 1, "z": 1}, ()),
        ({}, {}, ()),
    ],
    ids=[
        "a tie of two in conflict",
        "a tie of near and half divergent",
        "the lowest alone",
        "where all else is aligned",
        "half of the weight judged",
        "all aligned",
        "nothing diverges",
        "nothing judged",
    ],
)
def test_where_to_begin(
    brand: dict[str, int], agency: dict[str, int], begin_with: tuple[str, ...]
) -> None:
    found = analyse(b.session(*TWO_AREAS, brand=brand, agency=agency))
    assert found.weakest_areas == begin_with


def test_an_area_of_which_too_little_was_judged_is_not_named() -> None:
    asked = b.scale("x"), b.scale("y"), b.scale("z")
    found = analyse(b.session(*asked, brand={"x": 1}, agency={"x": 5}))
    assert found.areas["goals"].alignment == 0
    assert found.weakest_areas == ()
