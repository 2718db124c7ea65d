"""The days of a report as a calendar, read by another program."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from icalendar import Calendar

from tests.exports.documents import HOSTILE, NEXT, decided, document, example, spoilt
from tui.domain.decision_state import DecisionState
from tui.exports import calendar
from tui.exports.document import Document
from tui.text.cleaning import clean


class Event(NamedTuple):
    """An event as another program reads it."""

    start: date
    last: timedelta
    stamp: date
    uid: str
    title: str
    more: str
    busy: str

    @classmethod
    def of(cls, read: Any) -> "Event":
        assert (read.errors, read["DTSTART"].params["VALUE"]) == ([], "DATE")
        words = (str(read[key]) for key in ("UID", "SUMMARY", "DESCRIPTION", "TRANSP"))
        return cls(read.start, read.end - read.start, read["DTSTAMP"].dt.date(), *words)


def events(told: Document) -> list[Event]:
    """Return the events that another program reads."""
    found = Calendar.from_ical(calendar.written(told).decode())
    assert (found["VERSION"], found.errors) == ("2.0", [])
    return [Event.of(read) for read in found.walk("VEVENT")]


def test_what_is_open_and_due_is_an_event_and_so_is_the_next_meeting() -> None:
    found = [(event.start, event.title) for event in events(document("en"))]
    assert found == [
        (date(2026, 12, 1), "Who runs the warehouse? (Tom)"),
        (date(2026, 12, 4), "Store ownership (周叙)"),
        (NEXT, "Next meeting: Atelier Vaudrenne × 屿舟电商"),
    ]


def test_an_event_lasts_all_day_and_keeps_nobody_busy() -> None:
    for event in events(document()):
        assert event.last == timedelta(days=1)
        assert event.busy == "TRANSPARENT"
        assert event.stamp == document().day


def test_an_event_tells_what_was_decided() -> None:
    (more,) = (e.more for e in events(document("en")) if "Store" in e.title)
    assert more.splitlines() == [
        "In whose name are the store, its accounts and its members' data?",
        "Transfer the store.",
        "账号一个月内转给品牌。",
        "Agreed answer: The brand, all of it",
        "Atelier Vaudrenne × 屿舟电商",
    ]


@pytest.mark.parametrize("text", [*HOSTILE, 'a\nb;c,d\\n\\N:"e"\nEND:VEVENT\nBEGIN:VALARM'])
def test_a_hostile_text_is_text_and_there_whole(text: str) -> None:
    told = spoilt(document(), text)
    assert len(events(told)) == len(events(document()))
    for event in events(told):
        assert text in event.title or text in event.more
        assert clean(text) == text


@pytest.mark.parametrize("text", ["长" * 4000, "😀a" * 300, "ab长" * 200, "x" * 75, "x" * 66])
def test_no_line_is_too_long_and_none_is_cut_in_a_letter(text: str) -> None:
    lines = calendar.written(spoilt(document(), text)).split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert all(line.decode() and b"\n" not in line for line in lines)


def test_a_day_keeps_its_id_when_more_was_decided_and_when_the_next_meeting_tells_it() -> None:
    now = document()
    before = {event.title: event.uid for event in events(now)}
    assert len(set(before.values())) == 3
    more = (*example().decisions, decided(example().agenda[6].question, due=date(2027, 1, 1)))
    later = {event.title: event.uid for event in events(document(decisions=more))}
    assert before.items() < later.items()
    first = example().decisions[0]
    carried = (first.of(now.day),)
    after = events(document(date=date(2026, 12, 18), decisions=(), carried=carried, meeting=None))
    assert after[0].uid in before.values()


def test_what_is_told_alike_stays_apart() -> None:
    twice = document(carried=example().carried * 2)
    assert len({event.uid for event in events(twice)}) == len(events(twice)) == 4


def test_nothing_due_is_no_event() -> None:
    done = tuple(replace(each, state=DecisionState.DONE) for each in example().decisions)
    quiet = document(decisions=done, carried=(), meeting=None)
    assert not calendar.has_events(quiet)
    assert events(quiet) == []
    assert calendar.has_events(document())
    assert calendar.has_events(document(decisions=(), carried=()))
