"""Which questions a party is asked: gates, blind gates, the short interview."""

from typing import Any

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY, BRAND, gate, when
from tui.domain.analysis import analyse
from tui.domain.answers import NonAnswer
from tui.domain.branching import asked
from tui.domain.privacy import Privacy
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length
from tui.domain.verdict import Verdict

STOCK = b.owner("stock")
SPLIT = b.number("split", display_condition=gate(when("stock", "is", ("shared",))))
DETAIL = b.text("detail", display_condition=gate(when("split", "above", 50)))
BLIND = [Reveal.QUESTION, Reveal.AREA, Reveal.END]


def ids(session: Session, party: str) -> str:
    """Return the ids of the questions that a party is asked, parted by blanks."""
    return " ".join(question.id for question in session.asked_of(party))


def stocks(brand: Any, agency: Any, **more: Any) -> Session:
    """Return a session with an answer of each to the gate `stock`."""
    ours, theirs = {"stock": brand}, {"stock": agency}
    return b.session(STOCK, SPLIT, brand=ours, agency=theirs, **more)


@pytest.mark.parametrize(
    ("brand", "agency", "opens"),
    [
        ("shared", "shared", True),
        ("shared", "brand", True),
        ("agency", "shared", True),
        ("brand", "agency", False),
        (NonAnswer.UNDECIDED, NonAnswer.LATER, False),
    ],
)
def test_either_party_opens_a_follow_up_for_both(brand: Any, agency: Any, opens: bool) -> None:
    session = stocks(brand, agency)
    expected = "stock split" if opens else "stock"
    assert ids(session, BRAND) == ids(session, AGENCY) == expected


@pytest.mark.parametrize("reveal", [Reveal.AREA, Reveal.END])
def test_while_blind_only_ones_own_answers_open_a_gate(reveal: Reveal) -> None:
    session = stocks("shared", "brand", reveal=reveal)
    assert ids(session, BRAND) == "stock split"
    assert ids(session, AGENCY) == "stock"
    assert session.progress(AGENCY).asked == 1


@pytest.mark.parametrize("agency", ["shared", "brand", NonAnswer.LATER])
@pytest.mark.parametrize("reveal", BLIND)
def test_while_blind_nothing_that_the_other_says_changes_what_one_is_asked(
    reveal: Reveal, agency: Any
) -> None:
    alone = b.session(STOCK, SPLIT, agency={"stock": agency}, reveal=reveal)
    assert ids(alone, BRAND) == "stock"


def test_after_the_reveal_the_follow_ups_of_the_other_appear() -> None:
    blind = stocks("shared", "brand", reveal=Reveal.AREA)
    done = blind.answered(BRAND, "split", b.answer("a")).declared_finished(BRAND, ["goals"])
    assert ids(done, AGENCY) == "stock"
    assert ids(done.declared_finished(AGENCY, ["goals"]), AGENCY) == "stock split"


def test_a_question_that_both_have_met_is_revealed_and_opens_for_both() -> None:
    assert ids(stocks("shared", "brand", reveal=Reveal.QUESTION), AGENCY) == "stock split"


@pytest.mark.parametrize("privacy", [Privacy.OVERLAP, Privacy.OWN])
def test_a_private_answer_of_the_other_never_opens_a_gate(privacy: Privacy) -> None:
    margin = b.number("margin", privacy=privacy)
    follow = b.text("follow", display_condition=gate(when("margin", "below", 10)))
    session = b.session(margin, follow, brand={"margin": b.D(5)}, agency={"margin": b.D(50)})
    assert ids(session, BRAND) == "margin follow"
    assert ids(session, AGENCY) == "margin"


def test_while_blind_a_hidden_answer_does_not_count_as_unanswered() -> None:
    follow = b.text("follow", display_condition=gate(when("stock", "unanswered")))
    session = b.session(STOCK, follow, brand={"stock": "brand"}, reveal=Reveal.END)
    assert ids(session, BRAND) == "stock"


def test_a_follow_up_of_a_question_that_is_not_asked_is_not_asked() -> None:
    brand = {"stock": "brand", "split": b.D(80)}
    assert ids(b.session(STOCK, SPLIT, DETAIL, brand=brand), BRAND) == "stock"
    brand["stock"] = "shared"
    assert ids(b.session(STOCK, SPLIT, DETAIL, brand=brand), BRAND) == "stock split detail"


def test_a_gate_can_ask_for_both_or_for_one_party() -> None:
    known = {BRAND: {"stock": b.answer("shared")}, AGENCY: {"stock": b.answer("brand")}}
    expected = {None: 2, "any": 2, "both": 1, BRAND: 2, AGENCY: 1}
    for who, count in expected.items():
        follow = b.text("follow", display_condition=gate(when("stock", "is", ("shared",), who=who)))
        assert len(asked(b.questionnaire(STOCK, follow), Length.FULL, known)) == count


def test_the_short_interview_asks_the_core_only_and_no_follow_up_of_the_rest() -> None:
    rest = b.owner("stock", core=False)
    known = {BRAND: {"stock": b.answer("shared")}}
    both = b.questionnaire(rest, SPLIT, b.text("words"))
    assert [q.id for q in asked(both, Length.CORE, known)] == ["words"]
    assert [q.id for q in asked(both, Length.FULL, known)] == ["stock", "split", "words"]


def test_what_a_shut_gate_hides_does_not_count() -> None:
    session = b.session(STOCK, SPLIT, brand={"stock": "brand", "split": b.D(5)})
    assert session.reached_by(BRAND) == {"stock"}
    assert analyse(session).finding("split") is None


def test_two_given_answers_are_compared_though_the_gate_is_shut_now() -> None:
    said = {"stock": "brand", "split": b.D(5)}
    found = analyse(b.session(STOCK, SPLIT, brand=said, agency=said)).finding("split")
    assert found is not None
    assert found.verdict is Verdict.ALIGNED


BOTH_GATES = [
    gate(when("stock", "is", ("shared",), who="both")),
    gate(when("stock", "is", ("shared",), who=BRAND), when("stock", "is", ("shared",), who=AGENCY)),
]


@pytest.mark.parametrize("condition", BOTH_GATES, ids=["both", "one test from each"])
def test_answers_behind_a_gate_of_both_are_compared_also_from_two_sheets(condition: Any) -> None:
    follow = b.scale("split", display_condition=condition)
    ours, theirs = {"stock": "shared", "split": 1}, {"stock": "shared", "split": 5}
    for apart in (False, True):
        session = b.session(STOCK, follow, brand=ours, agency=theirs, answered_apart=apart)
        found = analyse(session).finding("split")
        assert found is not None
        assert found.verdict is Verdict.DIVERGENT


def test_what_is_answered_counts_whatever_the_length() -> None:
    pay = b.yesno("pay", core=False)
    sheets = [
        b.sheet(party, {"pay": said}, length=Length.CORE)
        for party, said in ((BRAND, "yes"), (AGENCY, "no"))
    ]
    found = analyse(b.session(pay, brand=sheets[0], agency=sheets[1])).finding("pay")
    assert found is not None
    assert found.verdict is Verdict.DIVERGENT


def test_of_two_sheets_a_follow_up_that_one_side_opened_is_not_asked() -> None:
    session = stocks("shared", "brand", answered_apart=True)
    findings = {f.question.id: f.verdict for f in analyse(session).findings}
    assert findings == {"stock": Verdict.DIVERGENT, "split": Verdict.NOT_ASKED}


def test_a_question_shown_to_neither_is_not_found() -> None:
    session = stocks("brand", "brand")
    assert analyse(session).finding("split") is None


def test_a_follow_up_that_one_has_met_is_the_same_in_a_session_as_from_two_sheets() -> None:
    brand = {"stock": "shared", "split": b.D(5)}
    for apart in (False, True):
        session = b.session(STOCK, SPLIT, brand=brand, answered_apart=apart)
        finding = analyse(session).finding("split")
        assert finding is not None
        assert finding.verdict is Verdict.NOT_ASKED


def test_a_gate_beyond_the_length_that_one_has_answered_opens_for_both() -> None:
    opener = b.yesno("opener", core=False)
    follow = b.yesno("follow", display_condition=gate(when("opener", "is", ("yes",))))
    left = b.sheet(BRAND, {"opener": "yes"}, length=Length.CORE)
    right = b.sheet(AGENCY, {"follow": "yes"}, length=Length.CORE)
    finding = analyse(b.session(opener, follow, brand=left, agency=right)).finding("follow")
    assert finding is not None
    assert finding.verdict is Verdict.UNANSWERED
