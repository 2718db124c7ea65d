"""Set-up: each rule of the reveal with its price, and how long there is to talk."""

import pytest

from tests.app.app_driver import SMALL, WIDE, AppDriver
from tests.app.app_runner import running
from tui.commands import Place
from tui.domain.reveal import Reveal
from tui.i18n import LANGUAGES, Language
from tui.screens.setup import MINUTES
from tui.widgets.clean_fields import CleanInput
from tui.widgets.menu import Menu
from tui.widgets.radio_row import RadioRow


async def named(driver: AppDriver) -> None:
    """Come to the set-up, and name both parties."""
    await driver.set_up()
    for side in ("left", "right"):
        driver.screen.query_one(f"#{side}-name", CleanInput).focus()
        await driver.write("Firm")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
async def test_each_rule_tells_in_a_line_what_it_costs_in_hand_overs(
    size: tuple[int, int], language: Language
) -> None:
    async with running(size, language) as driver:
        await driver.set_up()
        say, row = driver.say, driver.screen.query_one("#reveal", RadioRow)
        row.scroll_visible(animate=False)
        await driver.drawn()
        counts = {Reveal.QUESTION: 32, Reveal.AREA: 5}
        lines = driver.lines
        for rule in Reveal:
            cost = say(f"setup.cost_{rule}", count=counts.get(rule))
            [line] = [each for each in lines if say(f"reveal.{rule}") in each and cost in each]
            assert "…" not in line
        await driver.click(row, Reveal.QUESTION)
        assert row.value == Reveal.QUESTION


@pytest.mark.parametrize("minutes", [None, *MINUTES])
async def test_how_long_there_is_to_talk_is_chosen(minutes: int | None) -> None:
    async with running() as driver:
        await named(driver)
        row = driver.screen.query_one("#minutes", RadioRow)
        assert row.value == "90"
        await driver.click(row, "none" if minutes is None else str(minutes))
        await driver.command("onward")
        await driver.until(lambda: driver.app.document is not None, "the session")
        await driver.until(lambda: driver.place is not Place.SETUP, "what follows")
        assert driver.session.planned == minutes


async def test_up_leads_from_the_start_back_into_the_form() -> None:
    async with running() as driver:
        await driver.set_up()
        start = driver.screen.query_one(Menu)
        driver.screen.set_focus(start)
        await driver.press("up")
        assert driver.screen.focused is not start
        await driver.press("down")
        assert driver.screen.focused is start
