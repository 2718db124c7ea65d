"""What is settled, put off and open is counted in one way, wherever it is told."""

from collections import Counter
from datetime import date

from hypothesis import given

from tests.domain import strategies as draw
from tui.domain.area_map import TileState, standing, tile_states
from tui.domain.glance import glance
from tui.domain.report_builder import report
from tui.domain.session import Session
from tui.domain.timetable import Standing, first_open, timetable
from tui.i18n import Language, Phrases
from tui.phrasing.marks import UNICODE
from tui.presenters.agenda_list import is_done
from tui.presenters.meeting_page import MeetingPage
from tui.themes import DARK, colours
from tui.widgets.appearance import Appearance

ENGLISH = Appearance(Phrases(Language.ENGLISH), UNICODE, colours(DARK))


@draw.fewer
@given(draw.settled())
def test_the_map_the_clock_the_list_the_end_and_home_count_alike(session: Session) -> None:
    told = report(session)
    states = tile_states(told)
    counts = Counter(states.values())
    settled = counts[TileState.DECIDED] + counts[TileState.ANSWERED_ANEW]
    on_agenda = {item.question for item in told.agenda}

    for slot in timetable(session, told.agenda).slots:
        assert (slot.standing is Standing.SETTLED) == states[slot.question].is_done
        assert (slot.standing is Standing.PARKED) == (states[slot.question] is TileState.PARKED)
    for question in told.questions:
        if question.id in on_agenda:
            assert is_done(session, question) == states[question.id].is_done
    page = MeetingPage(told, ENGLISH, 80, date(2026, 11, 26))
    waiting = [item.question for item in told.agenda if states[item.question].is_waiting]
    assert list(page.open_items) == waiting
    assert first_open(session.minutes, told.agenda) == next(iter(waiting), None)
    assert standing(told).to_talk == len(waiting)
    parked = counts[TileState.PARKED]
    headline = f"{settled} decided, {parked} parked, {len(waiting)} still open."
    assert page.rows()[0].content.plain.strip() == headline
    found = glance(session)
    assert (found.decided, found.parked) == (settled, parked)
