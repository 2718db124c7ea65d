"""What is typed while a screen opens is meant for that screen, and opens no second one."""

from dataclasses import replace

import pytest
from textual.widgets import Input

from tests.app.app_driver import WIDE
from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import written
from tests.app.test_gates import PAPER
from tui.commands import Place
from tui.domain.answers import Answer
from tui.domain.message import Message
from tui.domain.position import Position, Stage
from tui.domain.reveal import Reveal
from tui.screens.interview import InterviewScreen
from tui.storage.sessions import open_session


async def test_a_name_typed_while_the_set_up_opens_arrives_whole() -> None:
    async with running() as driver:
        await driver.until(lambda: driver.shows("Two founders"), "the questionnaires")
        await driver.press("down")
        driver.send("enter", *"Maison Aube")
        screen = await driver.on(Place.SETUP)
        name = screen.query_one("#left-name", Input)
        await driver.until(lambda: name.value == "Maison Aube", "the whole name")


async def test_a_burst_of_keys_on_home_opens_one_session() -> None:
    first, second = (put_down(fresh(), name=f"kickoff-2026-11-23-{n}") for n in (1, 2))
    async with running(WIDE, coming_in=False) as driver:
        await driver.until(lambda: driver.shows("Go on"), "the sessions")
        driver.send("enter", "down", "enter")
        await driver.until(lambda: driver.app.document is not None, "a session")
        await driver.settled()
        interviews = [s for s in driver.app.screen_stack if isinstance(s, InterviewScreen)]
        assert len(interviews) == 1
        other = second if driver.folder.resolve() == first.resolve() else first
        open_session(other).folder.close()  # nobody holds the other one


@pytest.mark.parametrize("place", [Place.REVIEW, Place.INTERVIEW])
async def test_what_is_typed_while_a_session_opens_does_not_act_on_it(place: Place) -> None:
    stage = Stage.DISCUSSION if place is Place.REVIEW else Stage.QUESTION
    session = fresh()
    area = session.questionnaire.questions[0].area
    at = Position(session.questionnaire.party_ids[0], stage, area)
    put_down(session.went_to(at, session.questionnaire.questions[0].id))
    async with running(WIDE, coming_in=False) as driver:
        await driver.until(lambda: driver.shows("Go on"), "the sessions")
        driver.send("enter")
        await driver.until(lambda: driver.app.document is not None, "a session")
        before = driver.session
        driver.send("f8", "1", "tab", "pagedown")  # nobody has seen a screen of it yet
        await driver.settled()
        assert driver.place is place
        assert driver.session.sheets == before.sheets
        await driver.press("f8")
        assert driver.place is not place


async def test_home_says_at_once_that_something_is_opened() -> None:
    put_down(fresh())
    async with running(WIDE, coming_in=False) as driver:
        await driver.until(lambda: driver.shows("Go on"), "the sessions")
        told = list[Message | None]()
        tell = driver.app._home.set_trouble

        def noting(message: Message | None) -> None:
            told.append(message)
            tell(message)

        driver.app.opening_flow._set_trouble = noting
        driver.send("enter")
        await driver.until(lambda: driver.app.document is not None, "a session")
        assert told == [Message("open.searching"), None]


async def test_enter_typed_while_a_session_opens_puts_nothing_over_it() -> None:
    async with running(WIDE, path=put_down(fresh()), coming_in=False) as driver:
        await driver.come_in()
        assert sum(isinstance(s, InterviewScreen) for s in driver.app.screen_stack) == 1


async def test_ctrl_c_says_which_key_quits() -> None:
    async with running(path=put_down(fresh())) as driver:
        await driver.press("ctrl+c")
        assert driver.app.return_code is None
        assert driver.shows(driver.say("base.ctrl_c"))


async def test_a_finished_self_assessment_opens_on_its_result() -> None:
    paper = written("gates", PAPER)
    session = replace(fresh(Reveal.END, questionnaire=paper), alone="brand")
    for question, value in {"aim": "a", "days": 7, "wish": "none"}.items():
        said = Answer(value=session.questionnaire[question].read(value))
        session = session.answered("brand", question, said)
    async with running(path=put_down(session, paper), coming_in=False) as driver:
        await driver.on(Place.SOLO)
