"""A warning holds for one key and for what was at stake when it was pressed, and names the key."""

import pytest

from tests.app.app_driver import AppDriver
from tests.app.app_runner import running
from tests.app.test_gates import begun
from tui.commands import Place
from tui.domain.reveal import Reveal
from tui.widgets.clean_fields import CleanTextArea


async def set_up_with_a_name(driver: AppDriver) -> None:
    await driver.set_up()
    await driver.write("Maison")


async def test_another_key_is_warned_of_by_its_own_name() -> None:
    async with running() as driver:
        await set_up_with_a_name(driver)
        for key, name in (("escape", "Esc"), ("ctrl+q", "Ctrl+Q"), ("escape", "Esc")):
            await driver.press(key)
            assert driver.app.return_code is None
            assert driver.place is Place.SETUP
            assert driver.shows(driver.say("setup.leave_twice", key=name))
        await driver.press("escape")
        await driver.on(Place.HOME)


async def test_what_was_changed_since_is_warned_of_anew() -> None:
    async with running() as driver:
        await set_up_with_a_name(driver)
        await driver.press("escape", "x", "backspace", "escape")
        assert driver.place is Place.SETUP


@pytest.mark.parametrize(("key", "name"), [("ctrl+s", "Ctrl+S"), ("escape", "Esc")])
async def test_a_text_that_is_too_long_is_cut_by_the_key_that_was_named(
    key: str, name: str
) -> None:
    async with running(path=begun(Reveal.LIVE)) as driver:
        await driver.go("wish")
        await driver.press("space")
        await driver.on(Place.DIALOG)
        driver.screen.query_one(CleanTextArea).insert("x" * 400 + "too much")
        await driver.drawn()
        await driver.press(key)
        assert driver.place is Place.DIALOG
        assert driver.shows(driver.say("note.too_long_twice", key=name))
        await driver.press(key)
        await driver.on(Place.INTERVIEW)
        assert driver.answer(driver.at[1], "wish").value == "x" * 400


async def test_a_second_answer_that_is_not_given_is_told_before_it_is_left() -> None:
    answers = {"brand": {"aim": "a", "days": 7}, "agency": {"aim": "b", "days": 7}}
    async with running(path=begun(Reveal.AREA, answers)) as driver:
        while driver.place is not Place.INTERVIEW:
            await driver.command("leave")
        await driver.go("aim")
        await driver.press("1" if driver.at[1] == "agency" else "2")
        await driver.press("f8")
        assert driver.place is Place.INTERVIEW
        assert driver.shows(driver.say("interview.not_given", key="F8")[:40])
        await driver.press("f8")
        await driver.on(Place.REVIEW)
        thoughts = [each.second_thoughts for each in driver.session.sheets]
        assert any("aim" in each for each in thoughts)
