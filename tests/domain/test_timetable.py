"""The agenda against the clock: what fits, what waits below the line, and that nothing is lost."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import dropwhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.domain.builders import AGENCY, BRAND
from tui.domain.minutes import Decision, Revision
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.domain.session import TABLE, Session
from tui.domain.timetable import Standing, Timetable, seconds_to_talk, timetable

NAMES = "pqrs"
APART = b.session(
    *map(b.choice, NAMES), brand=dict.fromkeys(NAMES, "a"), agency=dict.fromkeys(NAMES, "b")
)
"""Four questions on which the two differ, each planned for 7 minutes."""


def planned(session: Session, minutes: int | None, at: str | None = None) -> Timetable:
    """Return the session's agenda held against so many minutes."""
    return timetable(session.planned_for(minutes), report(session).agenda, at)


def standings(found: Timetable) -> str:
    """Return the first letter of each item's standing."""
    return "".join(slot.standing.name[0] for slot in found.slots)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(None, "FFFF"), (6, "WWWW"), (7, "FWWW"), (27, "FFFW"), (28, "FFFF"), (120, "FFFF")],
)
def test_items_fit_until_the_time_is_used_up(minutes: int | None, expected: str) -> None:
    found = planned(APART, minutes)
    assert (standings(found), found.minutes, found.is_over) == (expected, 28, False)


def test_what_is_settled_or_parked_needs_no_time_and_makes_room() -> None:
    session = APART.decided(Decision(question="p", text="as we do it")).parked(["q"])
    assert standings(planned(session, 14)) == "SPFF"


@pytest.mark.parametrize(("second", "expected"), [("a", "SFWW"), ("c", "FFWW")])
def test_a_second_answer_makes_room_only_where_it_settles(second: str, expected: str) -> None:
    revision = Revision(
        question="p",
        party=AGENCY,
        at=datetime(2026, 11, 23, 9, tzinfo=UTC),
        before=APART.latest(AGENCY, "p"),
        after=b.answer(second),
    )
    minutes = 7 if expected[0] == "S" else 14
    assert standings(planned(APART.revised(revision), minutes)) == expected


def test_time_that_is_spent_is_gone_but_counts_for_its_item() -> None:
    session = APART.spent(300, "p")
    found = planned(session, 12)
    assert (standings(found), found.seconds) == ("FWWW", 300)
    assert (found.slots[0].seconds_left, found.minutes_waiting) == (120, 21)


def test_more_time_than_planned_is_over_time() -> None:
    session = APART.spent(420, "p")
    assert not planned(session, 7).is_over
    session = session.spent(1, "p")
    found = planned(session, 7)
    assert (found.is_over, found.slots[0].is_over, found.slots[1].is_over) == (True, True, False)


def test_no_item_overtakes_one_that_does_not_fit() -> None:
    short = b.session(
        *map(b.choice, "pqr"),
        b.text("t"),
        brand=dict.fromkeys("pqr", "a") | {"t": "x"},
        agency=dict.fromkeys("pqr", "b") | {"t": "y"},
    )
    assert standings(planned(short, 17)) == "FFWW"  # the text would want but 3 minutes


def test_the_item_at_hand_is_never_below_the_line() -> None:
    assert standings(planned(APART, 7, at="s")) == "WWWF"
    assert standings(planned(APART, 0, at="q")) == "WFWW"


@pytest.mark.parametrize(
    ("minutes", "spent", "lacking"),
    [(7, 0, 0), (5, 0, 120), (0, 0, 420), (8, 120, 0), (5, 120, 120)],
)
def test_what_goes_beyond_the_time_at_the_item_at_hand_is_told(
    minutes: int, spent: int, lacking: int
) -> None:
    found = planned(APART.spent(spent, "p"), minutes, at="p")
    assert (standings(found), found.lacking) == ("FWWW", lacking)


@draw.fewer
@given(draw.settled(), st.integers(0, 60), st.integers(0, 9))
def test_what_is_above_the_line_never_goes_beyond_the_time_without_a_word(
    session: Session, minutes: int, place: int
) -> None:
    agenda = report(session).agenda
    found = planned(session, minutes, agenda[place % len(agenda)].question if agenda else None)
    fitting = sum(slot.seconds_left for slot in found.slots if slot.standing is Standing.FITS)
    free = max(0, (seconds_to_talk(session.planned_for(minutes)) or 0) - found.seconds)
    assert fitting - found.lacking <= free


def test_an_area_gets_its_part_of_the_time_where_others_are_still_to_come() -> None:
    session = b.session(
        b.choice("p"),
        b.choice("q"),
        b.choice("r", area="trust"),
        brand=dict.fromkeys("pqr", "a"),
        agency=dict.fromkeys("pqr", "b"),
        reveal=Reveal.AREA,
    ).planned_for(30)
    for party in (BRAND, AGENCY):
        session = session.declared_finished(party, ["goals"])
    assert seconds_to_talk(session) == 20 * 60
    for party in (BRAND, AGENCY):
        session = session.declared_finished(party, ["trust"])
    assert seconds_to_talk(session) == 30 * 60
    assert seconds_to_talk(replace(session, planned=None)) is None


def test_an_area_that_nobody_is_asked_about_takes_no_part_of_the_time() -> None:
    shut = b.gate(b.when("p", "is", ("c",)))
    asked = b.choice("p"), b.choice("q", area="trust", display_condition=shut)
    session = b.session(*asked, brand={"p": "a"}, agency={"p": "b"}, reveal=Reveal.AREA)
    for party in (BRAND, AGENCY):
        session = session.declared_finished(party, ["goals"])
    assert seconds_to_talk(session.planned_for(30)) == 30 * 60


def test_what_nobody_has_answered_yet_is_no_item() -> None:
    begun = b.session(*map(b.choice, "pq"), brand={"p": "a"}, agency={"p": "b"})
    assert [slot.question for slot in planned(begun, 30).slots] == ["p"]


@draw.fewer
@given(draw.settled(), st.integers(0, 200))
def test_nothing_is_dropped_and_what_fits_comes_first(session: Session, minutes: int) -> None:
    agenda = report(session).agenda
    found = planned(session, minutes)
    answered = [
        item.question
        for item in agenda
        if any(sheet.answer(item.question).is_answered for sheet in session.sheets)
    ]
    assert [slot.question for slot in found.slots] == answered
    open_ones = [slot.standing for slot in found.slots if slot.standing in _TO_COME]
    after = list(dropwhile(lambda standing: standing is Standing.FITS, open_ones))
    assert Standing.FITS not in after
    assert Standing.WAITS not in [slot.standing for slot in planned(session, None).slots]
    free = minutes * 60 - session.minutes.meeting.seconds
    fitting = [slot.seconds_left for slot in found.slots if slot.standing is Standing.FITS]
    assert not fitting or sum(fitting) <= free


@draw.fewer
@given(draw.settled(), st.integers(0, 200))
def test_parking_what_waits_is_one_step_that_undo_takes_back(
    session: Session, minutes: int
) -> None:
    waiting = [slot.question for slot in planned(session, minutes).waiting]
    parked = session.parked(waiting)
    assert not planned(parked, minutes).waiting
    if waiting:
        undone = parked.undone(TABLE)
        assert undone is not None
        assert undone[1] == session


_TO_COME = (Standing.FITS, Standing.WAITS)
