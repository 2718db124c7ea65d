"""What home tells of a session: where it stands, never what one party alone has said or seen."""

from dataclasses import replace

import pytest

from tests.domain import builders as b
from tests.domain.builders import BRAND, DAY, gate, when
from tui.domain.glance import Glance, glance
from tui.domain.localized_text import NO_TEXT
from tui.domain.minutes import Decision
from tui.domain.position import Position, Stage
from tui.domain.privacy import Privacy
from tui.domain.reveal import Reveal
from tui.domain.session import Session

ASKED = (
    b.yesno("stock"),
    b.scale("mood"),
    b.text("follow", area="trust", display_condition=gate(when("stock", "is", ("yes",)))),
    b.number("fee", area="trust", privacy=Privacy.OVERLAP),
)
ANSWERS = {"stock": "yes", "mood": 2}


def standing(stage: Stage, subject: str = "", *, reveal: Reveal, at: str = "mood") -> Glance:
    session = b.session(*ASKED, brand=ANSWERS, agency=ANSWERS, reveal=reveal)
    return glance(session.went_to(Position(BRAND, stage, subject), at))


def names(found: Glance) -> tuple[str, ...]:
    return tuple(text["en"] if text else "" for text in (found.area, found.item))


def test_a_session_that_never_began_tells_nothing() -> None:
    assert glance(b.session(*ASKED)) == Glance()


@pytest.mark.parametrize(
    ("stage", "subject", "reveal", "told"),
    [
        (Stage.QUESTION, "", Reveal.LIVE, ("Goals", "mood?")),
        (Stage.QUESTION, "", Reveal.AREA, ("Goals", "")),
        (Stage.DISCUSSION, "stock", Reveal.AREA, ("Goals", "stock?")),
        (Stage.MINUTES, "stock", Reveal.AREA, ("Goals", "stock?")),
        (Stage.DISCUSSION, "goals", Reveal.AREA, ("Goals", "")),
        (Stage.GUESSES, "stock", Reveal.AREA, ("Goals", "")),
        (Stage.MEETING_END, "", Reveal.LIVE, ("", "")),
        (Stage.MINUTES, "fee", Reveal.LIVE, ("Trust", "")),
    ],
)
def test_the_place_is_told_as_far_as_both_may_know_it(
    stage: Stage, subject: str, reveal: Reveal, told: tuple[str, str]
) -> None:
    found = names(standing(stage, subject, reveal=reveal))
    assert tuple(name.lower() for name in found) == tuple(name.lower() for name in told)


def test_an_area_that_is_asked_after_a_blind_answer_is_not_named() -> None:
    session = b.session(*ASKED[:3], brand=ANSWERS, agency={}, reveal=Reveal.AREA)
    session = session.went_to(Position(BRAND, Stage.QUESTION), "follow")
    assert glance(session).area == NO_TEXT
    assert names(glance(replace(session, reveal=Reveal.LIVE)))[0] != ""


def test_what_is_settled_put_off_and_ended_is_counted() -> None:
    session: Session = b.session(*ASKED, brand=ANSWERS, agency=ANSWERS | {"mood": 5})
    session = session.decided(Decision(question="mood", text="so be it"))
    session = session.decided(Decision(question="stock", text="", is_parked=True))
    found = glance(session)
    assert (found.decided, found.parked, found.ended) == (1, 1, False)
    assert glance(session.closed(DAY, None)).ended
