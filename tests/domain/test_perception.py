"""Whether the two know where they stand."""

import pytest

from tests.domain import builders as b
from tui.domain.analysis import analyse
from tui.domain.answers import Answer, NonAnswer
from tui.domain.perception import Perception, perception
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.verdict import Flag, Verdict

YES, NO = True, False
TRUTH = {
    (YES, YES, YES): Perception.CONSENSUS,
    (YES, YES, NO): Perception.FALSE_CONFLICT,
    (YES, NO, YES): Perception.FALSE_CONFLICT,
    (YES, NO, NO): Perception.FALSE_CONFLICT,
    (NO, YES, YES): Perception.FALSE_CONSENSUS,
    (NO, YES, NO): Perception.FALSE_CONSENSUS,
    (NO, NO, YES): Perception.FALSE_CONSENSUS,
    (NO, NO, NO): Perception.KNOWN_CONFLICT,
}
ASKED = b.choice(predict=True)


@pytest.mark.parametrize(("agree", "left", "right"), list(TRUTH))
def test_the_four_states(agree: bool, left: bool, right: bool) -> None:
    """`left` and `right` say whether that side thinks that the two agree."""
    a, z = "a", "a" if agree else "b"
    ours = Answer(value=a, guess=a if left else "c")
    theirs = Answer(value=z, guess=z if right else "c")
    assert perception(ASKED, ours, theirs) is TRUTH[agree, left, right]
    assert perception(ASKED, theirs, ours) is TRUTH[agree, left, right]


def test_the_worked_example_is_a_false_consensus() -> None:
    question = b.scale(predict=True)
    ours, theirs = Answer(value=2, guess=2), Answer(value=4, guess=3)
    alike = [question.similarity(*pair) for pair in ((2, 4), (2, 2), (4, 3))]
    assert alike == [b.D("0.50"), b.D("1.00"), b.D("0.75")]
    assert perception(question, ours, theirs) is Perception.FALSE_CONSENSUS


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (Answer(value="a", guess="a"), Answer(value="b")),
        (Answer(value="a"), Answer(value="b", guess="b")),
        (Answer(state=NonAnswer.UNDECIDED, guess="a"), Answer(value="b", guess="b")),
        (Answer(guess="a"), Answer(value="b", guess="b")),
    ],
)
def test_nothing_is_said_unless_both_answered_and_both_guessed(
    ours: Answer, theirs: Answer
) -> None:
    assert perception(ASKED, ours, theirs) is None
    assert perception(ASKED, theirs, ours) is None


@pytest.mark.parametrize(
    ("question", "x", "y"),
    [
        (b.choice(predict=False), "a", "b"),
        (b.text(predict=True), "a", "b"),
        (b.scale(predict=True, privacy=Privacy.OVERLAP), 1, 5),
    ],
    ids=["not a predict question", "a text", "private"],
)
def test_nothing_is_said_where_guesses_are_not_asked_for(
    question: AnyQuestion, x: object, y: object
) -> None:
    assert perception(question, b.answer(x, guess=x), b.answer(y, guess=y)) is None


def test_a_hollow_agreement_counts_as_agreeing() -> None:
    bonus = b.choice("bonus", predict=True, defined_by=("profit",))
    sure = Answer(value="a", guess="a")
    brand, agency = {"profit": "a", "bonus": sure}, {"profit": "b", "bonus": sure}
    finding = analyse(b.session(b.choice("profit"), bonus, brand=brand, agency=agency)).finding(
        "bonus"
    )
    assert finding is not None
    assert (finding.verdict, finding.flags) == (Verdict.HOLLOW, frozenset())


@pytest.mark.parametrize(
    ("theirs", "flags"),
    [
        (Answer(value="b", guess="b"), {Flag.FALSE_CONSENSUS}),
        (Answer(value="a", guess="b"), {Flag.FALSE_CONFLICT}),
        (Answer(value="a", guess="a"), set()),
    ],
)
def test_only_what_the_two_get_wrong_is_flagged(theirs: Answer, flags: set[Flag]) -> None:
    said = b.session(ASKED, brand={"q": Answer(value="a", guess="a")}, agency={"q": theirs})
    assert analyse(said).findings[0].flags == flags


def test_reports_name_what_the_two_know_by_these_words() -> None:
    assert [*Perception] == ["consensus", "false_conflict", "false_consensus", "known_conflict"]
