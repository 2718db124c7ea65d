"""With `--ascii` no screen draws a sign that needs more: only letters and wide punctuation stay."""

import unicodedata

import pytest

from tests.app.app_driver import SMALL, WIDE, AppDriver
from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import of_each_type
from tui.commands import Place
from tui.i18n import LANGUAGES, Language
from tui.phrasing.marks import ASCII, UNICODE, Marks


def signs(driver: AppDriver) -> set[str]:
    """Return what is painted beyond ASCII, letters and the punctuation of wide scripts."""
    return {
        sign
        for sign in driver.text
        if not sign.isascii()
        and not sign.isalnum()
        and unicodedata.east_asian_width(sign) not in "WF"
    }


async def test_every_field_is_drawn_in_ascii() -> None:
    paper = of_each_type()
    session = fresh(questionnaire=paper, names=("Left", "Right"))
    async with running(WIDE, path=put_down(session, paper), ascii=True) as driver:
        for question in driver.interview.route.questions:
            await driver.go(question.id)
            await driver.press("1", "tab", "1")
            assert not signs(driver)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_main_screens_are_drawn_in_ascii(language: Language) -> None:
    async with running(SMALL, language, ascii=True) as driver:
        assert not signs(driver)
        await driver.choose("example")
        await driver.until(lambda: driver.place is not Place.HOME, "the example")
        await driver.settled()
        assert not signs(driver)
        await driver.come_in()
        assert not signs(driver)
        for command, place in (("note", Place.DIALOG), ("jump", Place.LIST), ("help", Place.LIST)):
            await driver.command(command)
            await driver.on(place)
            assert not signs(driver)
            await driver.command("leave")
            await driver.on(Place.INTERVIEW)
        await driver.command("onward")
        await driver.on(Place.REVIEW)
        for _ in range(3):
            await driver.press("down")
            assert not signs(driver)
        await driver.command("decide")
        assert driver.is_deciding
        assert not signs(driver)
        await driver.command("leave")
        await driver.on(Place.REVIEW)
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)
        await driver.command("report")
        await driver.on(Place.REPORT)
        assert not signs(driver)


def test_no_mark_can_be_taken_for_a_count() -> None:
    for marks in (UNICODE, ASCII):
        drawn = (getattr(marks, name) for name in vars(Marks))
        assert not any(map(str.isdigit, "".join(sign for sign in drawn if isinstance(sign, str))))
