"""What is typed while a screen opens is meant for that screen, and opens no second one."""

from dataclasses import replace

from textual.widgets import Input

from tests.app.app_driver import WIDE
from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import written
from tests.app.test_gates import PAPER
from tui.commands import Place
from tui.domain.answers import Answer
from tui.domain.reveal import Reveal
from tui.screens.interview import InterviewScreen
from tui.storage.sessions import open_session
from tui.workspace.opening import choices


async def test_a_name_typed_while_the_set_up_opens_arrives_whole() -> None:
    async with running() as driver:
        assert len(choices(driver.app.data)) > 1  # so that a list comes first
        driver.send("enter", "enter", *"Maison Aube")
        screen = await driver.on(Place.SETUP)
        name = screen.query_one("#left-name", Input)
        await driver.until(lambda: name.value == "Maison Aube", "the whole name")


async def test_a_burst_of_keys_on_home_opens_one_session() -> None:
    first, second = (put_down(fresh(), name=f"kickoff-2026-11-23-{n}") for n in (1, 2))
    async with running(WIDE, coming_in=False) as driver:
        await driver.until(lambda: driver.shows("Recent"), "the sessions")
        await driver.press("end")
        driver.send("enter", "up", "enter")
        await driver.until(lambda: driver.app.document is not None, "a session")
        await driver.settled()
        interviews = [s for s in driver.app.screen_stack if isinstance(s, InterviewScreen)]
        assert len(interviews) == 1
        other = second if driver.folder.resolve() == first.resolve() else first
        open_session(other).folder.close()  # nobody holds the other one


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
