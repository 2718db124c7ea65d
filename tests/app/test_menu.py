"""Lists to choose from, by the arrows and the wheel."""

from tests.app.app_driver import AppDriver
from tests.app.app_runner import fresh, put_down, running
from tui.commands import Place
from tui.widgets.menu import Menu


async def ends(driver: AppDriver, menu: Menu) -> tuple[str | None, str | None]:
    """Return the first and the last entry, by the keys that lead there; stay on the first."""
    await driver.press("end")
    last = menu.current
    await driver.press("home")
    return menu.current, last


async def test_past_the_last_entry_the_first_one_follows_and_the_other_way_round() -> None:
    put_down(fresh())
    async with running() as driver:
        await driver.until(lambda: driver.shows("Lumière Paris"), "the list")
        menu = driver.screen.query_one(Menu)
        first, last = await ends(driver, menu)
        assert str(first).startswith("session:")
        assert last == "open"
        await driver.press("up")
        assert menu.current == last
        await driver.press("down")
        assert menu.current == first
        seen = []
        for _ in menu.entries:
            await driver.press("down")
            seen.append(menu.current)
        assert None not in seen
        assert "" not in seen  # headings are passed by


async def test_the_wheel_stays_at_the_end() -> None:
    async with running() as driver:
        menu = driver.screen.query_one(Menu)
        _, last = await ends(driver, menu)
        menu.on_mouse_scroll_up()
        assert menu.cursor == 0
        await driver.press("end")
        menu.on_mouse_scroll_down()
        assert menu.current == last


async def test_alone_the_form_begins_with_who_one_is() -> None:
    async with running() as driver:
        for entry, field in (("solo", "who"), ("new", "left-name")):
            await driver.choose(entry)
            await driver.on(Place.LIST)
            await driver.choose("0", "#list")
            await driver.on(Place.SETUP)
            assert driver.focused == field
            await driver.press("escape", "escape")
            await driver.on(Place.HOME)
