"""Lists keep to what is typed, in either language."""

from contextlib import AbstractAsyncContextManager

import pytest

from tests.app.app_driver import SMALL, AppDriver
from tests.app.app_runner import fresh, put_down, running
from tui.commands import Place
from tui.i18n import Language
from tui.widgets.menu import Menu


def listed(driver: AppDriver) -> list[str]:
    """Return the ids of the entries that are shown."""
    return [entry.id for entry in driver.screen.query_one(Menu).entries if entry.id]


def at_questions(
    language: Language = Language.ENGLISH,
) -> AbstractAsyncContextManager[AppDriver]:
    return running(SMALL, language, path=put_down(fresh()))


async def to_the_list(driver: AppDriver) -> list[str]:
    await driver.press("f2")
    await driver.on(Place.LIST)
    return listed(driver)


@pytest.mark.parametrize(
    "typed", ["gmv definition", "ＧＭＶ 口", "judged", "考核用的", "DEFIN gmv"]
)
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
async def test_a_question_is_found_by_its_name_or_its_text_in_either_language(
    typed: str, language: Language
) -> None:
    async with at_questions(language) as driver:
        await to_the_list(driver)
        await driver.press(*("space" if sign == " " else sign for sign in typed))
        assert "gmv_definition" in listed(driver)
        assert len(listed(driver)) < 4
        menu = driver.screen.query_one(Menu)
        assert menu.current in listed(driver)
        assert menu.entries[0].is_heading  # the area that it belongs to


async def test_what_an_input_method_pastes_filters_too() -> None:
    async with at_questions() as driver:
        await to_the_list(driver)
        await driver.paste("口径")
        assert listed(driver) == ["gmv_definition"]
        await driver.press("enter")
        await driver.on(Place.INTERVIEW)
        assert driver.at[0] == "gmv_definition"


async def test_backspace_and_escape_take_back_what_is_typed_before_the_list_is_left() -> None:
    async with at_questions() as driver:
        everything = await to_the_list(driver)
        await driver.press("g", "m", "v", "x")
        assert listed(driver) == []
        assert driver.shows(driver.say("list.none"))
        await driver.press("enter", "down", "end")  # there is nothing to take
        assert driver.place is Place.LIST
        await driver.press("backspace")
        assert listed(driver) == [e for e in everything if e in listed(driver)] != everything
        assert driver.shows("gmv")
        await driver.press("escape")
        assert listed(driver) == everything
        assert driver.place is Place.LIST
        await driver.press("escape")
        await driver.on(Place.INTERVIEW)


async def test_the_cursor_stays_at_its_entry_while_that_is_among_the_found() -> None:
    async with at_questions() as driver:
        await to_the_list(driver)
        menu = driver.screen.query_one(Menu)
        await driver.press("g", "o", "a", "l", "s")
        at = menu.current
        await driver.press("backspace", "escape")
        assert menu.current == at


async def to_a_page_of_the_report(driver: AppDriver) -> list[str]:
    """Go from the map to a question's page, and return the ids in the list beside it."""
    await driver.on(Place.REPORT)
    await driver.press("enter")
    await driver.until(lambda: len(listed(driver)) > 1, "the list")
    return listed(driver)


async def test_beside_a_page_letters_are_commands_until_a_slash_is_typed() -> None:
    async with running(SMALL, example=True, coming_in=False) as driver:
        everything = await to_a_page_of_the_report(driver)
        await driver.press("e")
        await driver.on(Place.DIALOG)
        await driver.press("escape")
        await driver.on(Place.REPORT)
        await driver.press("/", "d", "e", "l", "e", "g")
        assert driver.place is Place.REPORT
        found = listed(driver)
        assert found != everything
        assert driver.screen.query_one(Menu).current in found
        await driver.press("enter", "e")
        await driver.on(Place.DIALOG)
        await driver.press("escape")
        await driver.on(Place.REPORT)
        assert listed(driver) == found
        await driver.press("escape")
        assert listed(driver) == everything
        assert driver.place is Place.REPORT


async def test_the_page_follows_the_entry_that_is_found() -> None:
    async with running(SMALL, example=True, coming_in=False) as driver:
        await to_a_page_of_the_report(driver)
        await driver.press("/")
        await driver.paste("团队人数")
        assert listed(driver) == ["team_size"]
        assert driver.shows("How many of the agency")


async def test_a_question_mark_still_calls_for_help() -> None:
    async with at_questions() as driver:
        await to_the_list(driver)
        await driver.press("g", "question_mark")
        await driver.until(lambda: driver.shows(driver.say("help.title")), "the help")
