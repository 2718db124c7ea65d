"""What is told of an area before it is answered: which one, how long, and nothing of answers."""

from dataclasses import replace

import pytest

from tests.domain import builders as b
from tests.domain.builders import AGENCY, BRAND, gate, when
from tui.domain.effort import minutes_to_answer
from tui.domain.outlook import areas_left_out, outlook
from tui.domain.questions import Kind
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length

YES = gate(when("start", "is", ("yes",)))
FOLLOW = b.text("follow", area="trust", display_condition=gate(when("stock", "is", ("yes",))))
ASKED = b.yesno("stock"), b.scale("mood"), b.number("cash", area="trust"), FOLLOW


def answered(stock: str | None, reveal: Reveal = Reveal.AREA) -> Session:
    """Return a session in which the brand has said something that leads to a follow-up, or not."""
    said = {} if stock is None else {"stock": stock}
    return b.session(*ASKED, brand=said, reveal=reveal)


@pytest.mark.parametrize("reveal", [Reveal.AREA, Reveal.END, Reveal.QUESTION])
def test_what_is_told_does_not_depend_on_what_was_answered_blind(reveal: Reveal) -> None:
    for area in ("goals", "trust"):
        told = [outlook(answered(said, reveal), (BRAND,), area) for said in ("yes", "no", None)]
        assert told[0] == told[1] == told[2]
    assert [question.id for question in told[0].questions] == ["cash"]
    assert not told[0].is_exact


def test_once_the_answer_has_met_the_follow_up_is_told() -> None:
    session = b.session(
        *ASKED, brand={"stock": "yes", "mood": 1}, agency={"stock": "no", "mood": 2}
    )
    session = replace(session, reveal=Reveal.AREA)
    for party in (BRAND, AGENCY):
        session = session.declared_finished(party, ["goals"])
    told = outlook(session, (BRAND,), "trust")
    assert [question.id for question in told.questions] == ["cash", "follow"]
    assert told.is_exact


def test_an_area_is_told_by_its_place_its_questions_and_a_guess_of_the_minutes() -> None:
    told = outlook(answered(None), (AGENCY,), "trust")
    assert (told.place, len(told.areas), told.minutes) == (2, 2, 1)
    both = outlook(answered("yes", Reveal.LIVE), (BRAND, AGENCY), "goals")
    assert (both.place, [q.id for q in both.questions], both.is_exact) == (
        1,
        ["stock", "mood"],
        True,
    )


def test_what_the_short_interview_leaves_out_is_not_told() -> None:
    session = b.session(b.scale("p"), b.scale("q", core=False), b.scale("r", area="trust"))
    left, right = (replace(sheet, length=Length.CORE) for sheet in session.sheets)
    told = outlook(replace(session, sheets=(left, right)), (BRAND,), "goals")
    assert ([question.id for question in told.questions], told.is_exact) == (["p"], True)


GATED = b.yesno("start"), b.scale("mood", area="trust", display_condition=YES)
"""A second area that only a yes leads to."""


@pytest.mark.parametrize(
    ("reveal", "brand", "agency", "left_out"),
    [
        (Reveal.LIVE, None, "no", False),
        (Reveal.LIVE, "no", "no", True),
        (Reveal.LIVE, "yes", "no", False),
        (Reveal.AREA, "no", "no", False),
        (Reveal.END, "no", "yes", False),
    ],
)
def test_an_area_is_left_out_once_both_may_know_that_nobody_is_asked_about_it(
    reveal: Reveal, brand: str | None, agency: str, left_out: bool
) -> None:
    said = {} if brand is None else {"start": brand}
    session = b.session(*GATED, brand=said, agency={"start": agency}, reveal=reveal)
    assert areas_left_out(session) == ({"trust"} if left_out else set())
    assert len(outlook(session, b.PARTIES, "goals").areas) == 2 - left_out


def test_after_a_blind_area_has_met_the_one_that_it_shuts_is_left_out() -> None:
    said = {"start": "no"}
    session = b.session(*GATED, brand=said, agency=said, reveal=Reveal.AREA)
    for party in b.PARTIES:
        session = session.declared_finished(party, ["goals"])
    assert areas_left_out(session) == {"trust"}


def test_what_waits_for_a_question_that_may_still_come_is_not_left_out() -> None:
    middle = b.yesno("middle", display_condition=gate(when("start", "is", ("yes",))))
    last = b.scale("last", area="trust", display_condition=gate(when("middle", "is", ("yes",))))
    asked = b.yesno("start"), middle, last
    assert areas_left_out(b.session(*asked)) == set()
    said = {"start": "no"}
    assert areas_left_out(b.session(*asked, brand=said, agency=said)) == {"trust"}
    assert areas_left_out(b.session(*asked, brand=said, alone=BRAND)) == {"trust"}


def test_how_long_it_takes_is_counted_by_what_is_read_and_what_is_entered() -> None:
    assert all(minutes_to_answer([replace(b.text(), kind=kind)]) == 1 for kind in Kind)
    short, long = b.number(), replace(b.number(), text=b.both("x" * 800, "问" * 300))
    assert minutes_to_answer([short] * 6) == 1
    assert minutes_to_answer([long]) == 2  # 800 cells are read in 67 seconds
    assert minutes_to_answer([long] * 2) == 3  # rounded up once, not question by question
    assert minutes_to_answer([replace(long, predict=True, contract=True)] * 4) == 6
