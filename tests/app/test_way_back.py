"""The way back: from a cover to where one was, and from an area to how much it matters."""

from pathlib import Path

import pytest

from tests.app.app_driver import AppDriver
from tests.app.app_runner import fresh, put_down, running
from tests.app.test_gates import AGENCY, BRAND, begun, paper, said_as, to
from tui.commands import Place
from tui.domain.position import Position
from tui.domain.reveal import Reveal

GOALS = {"aim": "a", "days": 7}


@pytest.mark.parametrize("reveal", [Reveal.LIVE, Reveal.AREA])
async def test_from_its_first_question_one_goes_back_to_how_much_an_area_matters(
    reveal: Reveal,
) -> None:
    async with running(path=begun(reveal, {BRAND: GOALS})) as driver:
        assert driver.at[1] == BRAND
        await driver.go("aim")
        await driver.press("pageup")
        await driver.on(Place.AREA_START)
        await driver.press("3")
        assert driver.session.sheet(BRAND).importance["goals"] == 3
        await driver.press("pageup")  # nothing is before it: nobody is thrown out
        assert driver.place is Place.AREA_START
        await driver.press("pagedown")
        await driver.on(Place.INTERVIEW)
        assert driver.at == ("aim", BRAND)
        await driver.go("wish")
        await driver.press("pageup")
        await driver.on(Place.AREA_START)
        await driver.press("pageup")
        await driver.on(Place.INTERVIEW)
        assert driver.at[0] == "days"


async def test_how_much_an_area_matters_is_settled_once_it_has_met() -> None:
    async with running(path=met_but_unrated()) as driver:
        await driver.go("aim")
        await driver.press("pageup")
        assert driver.place is Place.INTERVIEW
        assert driver.shows(driver.say("interview.is_first"))


def met_but_unrated() -> Path:
    """Return the folder of a session whose first area has met; the second was never begun."""
    session = fresh(Reveal.AREA, questionnaire=paper())
    for party in (BRAND, AGENCY):
        for question, value in GOALS.items():
            session = session.answered(party, question, said_as(session, question, value))
        session = session.rated(party, "goals", 2).declared_finished(party, ["goals"])
    return put_down(session.went_to(Position(BRAND), "days"), paper())


async def to_the_cover_behind_the_talk(driver: AppDriver) -> None:
    await driver.go("days")
    await driver.command("onward")
    await driver.on(Place.REVIEW)
    await driver.press("pagedown")
    await driver.command("onward")
    await driver.on(Place.HANDOVER)


async def test_from_the_cover_behind_a_talk_one_comes_back_to_its_item() -> None:
    async with running(path=met_but_unrated()) as driver:
        await to_the_cover_behind_the_talk(driver)
        await driver.command("leave")
        screen = await driver.on(Place.REVIEW)
        assert screen.item is not None  # type: ignore[attr-defined]
        await driver.command("onward")
        await driver.on(Place.HANDOVER)
        await driver.command("ready")
        await driver.on(Place.AREA_START)


async def test_a_question_that_is_still_covered_is_not_passed_over() -> None:
    async with running(path=begun(Reveal.QUESTION, {BRAND: {"aim": "a"}})) as driver:
        await driver.go("aim")
        await driver.press("enter")
        await driver.on(Place.HANDOVER)
        await driver.command("ready")
        await driver.on(Place.INTERVIEW)
        await driver.press("2", "enter")  # they meet
        await driver.press("enter")
        await driver.on(Place.HANDOVER)
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)
        assert driver.at == ("days", AGENCY)
        await driver.press("enter")
        await driver.on(Place.HANDOVER)
        await driver.command("ready")
        await driver.on(Place.INTERVIEW)
        assert driver.at == ("days", AGENCY)


async def test_who_did_not_take_the_laptop_is_asked_for_at_the_first_area_that_waits() -> None:
    said = {BRAND: {**GOALS, "wish": "none"}}
    async with running(path=begun(Reveal.AREA, said)) as driver:
        await to(driver, BRAND)
        await driver.go("wish")
        await driver.command("onward")
        await driver.on(Place.AREA_END)
        await driver.command("onward")
        await driver.on(Place.HANDOVER)
        await driver.command("ready")
        await driver.on(Place.INTERVIEW)
        assert driver.at == ("aim", AGENCY)
