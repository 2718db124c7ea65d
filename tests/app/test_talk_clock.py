"""The clock that runs while the two talk: what it counts for which item, and when it is kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.storage import samples
from tui.screens.talk_clock import TalkClock
from tui.storage.creation import create
from tui.storage.sessions import open_session
from tui.workspace.document import OpenDocument


class Time:
    """The steady clock, which the test moves on."""

    now = 1000.0


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    time = Time()
    monkeypatch.setattr("tui.screens.talk_clock.monotonic", lambda: time.now)
    return time


@pytest.fixture
def document(tmp_path: Path) -> Iterator[OpenDocument]:
    session = samples.session(samples.loaded(tmp_path))
    create(tmp_path / "s", tmp_path / "small.toml", session).close()
    document = OpenDocument(open_session(tmp_path / "s"), lambda: None)
    yield document
    document.close()


def spent(document: OpenDocument, *questions: str) -> list[int]:
    """Return the seconds that are put down: of the meeting, then of each question."""
    minutes = document.session.minutes
    return [minutes.meeting.seconds, *(minutes.decision(each).seconds for each in questions)]


def test_time_is_put_down_for_the_item_that_was_talked_about(
    document: OpenDocument, time: Time
) -> None:
    clock = TalkClock(document, lambda: None)
    clock.talk_about("aim")
    time.now += 30.4
    clock.talk_about("aim")
    time.now += 10.6
    clock.talk_about("days")
    time.now += 5
    clock.talk_about(None)
    time.now += 2
    clock.stop()
    time.now += 600
    clock.talk_about("days")
    assert spent(document, "aim", "days") == [48, 41, 5]


def test_what_is_counted_is_drawn_at_once_and_kept_once_a_minute(
    document: OpenDocument, time: Time
) -> None:
    clock = TalkClock(document, lambda: None)
    clock.talk_about("aim")
    time.now += 59
    clock.tick()
    assert clock.session.minutes.decision("aim").seconds == 59
    assert spent(document, "aim") == [0, 0]
    time.now += 1.5
    clock.tick()
    assert spent(document, "aim") == [60, 60]
    time.now += 0.5  # the half second before is not lost
    assert clock.session.minutes.meeting.seconds == 61


def test_the_screen_is_told_when_a_minute_is_over_and_else_not(
    document: OpenDocument, time: Time
) -> None:
    told = list[float]()
    clock = TalkClock(document, lambda: told.append(time.now))
    clock.talk_about("aim")
    for _ in range(200):
        time.now += 1
        clock.tick()
    assert told == [1060.0, 1120.0, 1180.0]
    clock.talk_about("days")
    told.clear()
    for _ in range(60):  # the meeting's minute ends 40 s on, the item's 60 s on
        time.now += 1
        clock.tick()
    assert told == [1240.0, 1260.0]


def test_a_meeting_that_is_closed_is_read_again_without_taking_time(
    document: OpenDocument, time: Time
) -> None:
    told = list[float]()
    document.change(document.session.closed(date(2026, 11, 26), None))
    clock = TalkClock(document, lambda: told.append(time.now))
    clock.talk_about("aim")
    for _ in range(200):
        time.now += 1
        clock.tick()
    clock.stop()
    assert spent(document, "aim") == [0, 0]
    assert told == []
