"""The end of a meeting: how one comes there, what is asked and kept, and the way back."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.app.app_driver import COMMAND, SMALL, WIDE, AppDriver
from tests.app.app_runner import fresh, put_down, running
from tests.app.test_gates import AGENCY, BRAND, paper, said_as
from tui.commands import Place
from tui.domain.minutes import Decision
from tui.domain.position import Position, Stage
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.formats.report import report_bytes
from tui.i18n import LANGUAGES, Language
from tui.storage.sessions import open_session

IN_TWO_WEEKS = timedelta(weeks=2)


def talked(stage: Stage | None = None) -> Session:
    """Return a session in which all has met, of which one thing is decided."""
    session = fresh(Reveal.AREA, questionnaire=paper())
    answers = {BRAND: ("a", 7, "x"), AGENCY: ("b", 70, "y")}
    for party, said in answers.items():
        for question, value in zip(("aim", "days", "wish"), said, strict=True):
            session = session.answered(party, question, said_as(session, question, value))
    for party in answers:
        for area in ("goals", "trust"):
            session = session.rated(party, area, 2).declared_finished(party, [area])
    decided = Decision(question="aim", text="first the first", owner="Lin", due=date(2026, 12, 1))
    session = session.decided(decided).planned_for(30).spent(600, "aim")
    position = Position(BRAND, Stage.DISCUSSION if stage is None else stage, "trust")
    return session.went_to(position)


def held(stage: Stage | None = None) -> Path:
    """Return the folder of such a session."""
    return put_down(talked(stage), paper())


async def to_the_end(driver: AppDriver) -> None:
    """End the talk about the last area."""
    await driver.on(Place.REVIEW)
    await driver.command("onward")
    await driver.on(Place.MEETING_END)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
async def test_what_came_of_the_meeting_is_summed_up(
    size: tuple[int, int], language: Language
) -> None:
    async with running(size, language, path=held(), coming_in=False) as driver:
        await to_the_end(driver)
        say = driver.say
        told = (
            say("meeting.headline", decided=1, parked=0, open=2),
            say("meeting.time", planned=30, spent=10),
            "first the first",
            "Lin",
            "2026",
            say("meeting.open"),
        )
        for words in told:
            assert driver.shows(words)


async def test_the_next_date_is_asked_for_kept_and_told_and_then_comes_the_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.screens.talk_clock.monotonic", lambda: 0.0)
    folder = held()
    async with running(path=folder, coming_in=False) as driver:
        await to_the_end(driver)
        await driver.write("+2w")
        await driver.press("enter")
        await driver.on(Place.REPORT)
    session = open_session(folder).session
    meeting = session.minutes.meeting
    assert meeting.closed_on is not None
    assert meeting.next_date == meeting.closed_on + IN_TWO_WEEKS
    told = report(session).meeting
    assert told is not None
    assert (told.planned, told.seconds, told.next_date) == (30, 600, meeting.next_date)
    assert b"next_date = " in report_bytes(report(session))


async def test_without_a_date_the_meeting_is_closed_all_the_same() -> None:
    folder = held()
    async with running(path=folder, coming_in=False) as driver:
        await to_the_end(driver)
        await driver.command("onward")
        await driver.on(Place.REPORT)
    meeting = open_session(folder).session.minutes.meeting
    assert (meeting.closed_on is not None, meeting.next_date) == (True, None)


async def test_escape_leads_back_to_the_talk_which_goes_on() -> None:
    async with running(path=held(), coming_in=False) as driver:
        await to_the_end(driver)
        await driver.write("+2w")
        await driver.command("leave")
        await driver.on(Place.REVIEW)
        meeting = driver.session.minutes.meeting
        assert (meeting.closed_on, meeting.next_date is not None) == (None, True)


@pytest.mark.parametrize("way_out", ["onward", "leave", "quit"])
async def test_half_a_date_is_held_back_once(way_out: str) -> None:
    folder = held()
    async with running(path=folder, coming_in=False) as driver:
        await to_the_end(driver)
        await driver.write("+2")
        await driver.command(way_out)
        assert driver.place is Place.MEETING_END
        assert driver.shows(driver.say("minutes.no_date", key=COMMAND[way_out].key_label))
        driver.send(*COMMAND[way_out].keys[:1])
        await driver.until(lambda: driver.place is not Place.MEETING_END or driver.app._exit)
    assert open_session(folder).session.minutes.meeting.next_date is None


async def test_all_that_is_open_is_parked_in_one_step_that_undo_takes_back() -> None:
    async with running(path=held(), coming_in=False) as driver:
        await to_the_end(driver)
        before = driver.session
        await driver.command("park_rest")
        assert driver.shows(driver.say("clock.parked", count=2))
        parked = driver.session.minutes.decisions
        assert {name for name, each in parked.items() if each.is_parked} == {"days", "wish"}
        await driver.command("park_rest")
        assert driver.shows(driver.say("clock.nothing_waits"))
        await driver.command("undo")
        assert driver.session.minutes == before.minutes
        await driver.command("redo")
        assert driver.session.minutes.decisions == parked
        assert driver.shows(driver.say("meeting.headline", decided=1, parked=2, open=0))


async def test_undo_takes_the_date_back_and_not_what_was_decided() -> None:
    async with running(path=held(), coming_in=False) as driver:
        await to_the_end(driver)
        await driver.write("+2w")
        await driver.settled()
        dates = [driver.session.minutes.meeting.next_date]
        await driver.command("undo")
        dates.append(driver.session.minutes.meeting.next_date)
        assert dates == [date.today() + IN_TWO_WEEKS, None]
        assert driver.screen.query_one(Input).value == ""
        await driver.command("undo")
        assert driver.shows(driver.say("base.nothing_to_undo"))
        assert driver.session.minutes.decision("aim").text == "first the first"


async def test_a_session_left_there_opens_there() -> None:
    folder = held()
    async with running(path=folder, coming_in=False) as driver:
        await to_the_end(driver)
        await driver.write("+2w")
        await driver.settled()
        kept = driver.session.minutes.meeting.next_date
    async with running(path=folder, coming_in=False) as driver:
        await driver.on(Place.MEETING_END)
        assert driver.shows(str(kept))


async def test_from_the_report_one_comes_there_and_back() -> None:
    folder = held(Stage.RESULT)
    async with running(path=folder, coming_in=False) as driver:
        await driver.on(Place.REPORT)
        await driver.command("onward")
        await driver.on(Place.MEETING_END)
        assert driver.session.position == Position(BRAND, Stage.MEETING_END)
        await driver.write("+2w")
        await driver.press("enter")
        await driver.on(Place.REPORT)
        assert driver.session.position == Position(BRAND, Stage.RESULT)
        told = driver.say("meeting.time", planned=30, spent=10)
        while not driver.shows(told):
            before = driver.text
            await driver.command("forward")
            assert driver.text != before


async def test_a_report_from_a_file_has_no_meeting_to_end() -> None:
    path = Path("report.toml")
    path.write_bytes(report_bytes(report(talked())))
    async with running(path=path, coming_in=False) as driver:
        await driver.on(Place.REPORT)
        await driver.command("onward")
        assert driver.place is Place.REPORT
        assert driver.shows(driver.say("meeting.not_held"))
