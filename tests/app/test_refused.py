"""Hints and help name only what does something on what is shown."""

from pathlib import Path

import pytest

from tests.app.app_driver import SMALL, AppDriver
from tests.app.app_runner import running
from tests.exports.reports import talked_over
from tui.commands import Place
from tui.domain.report_level import ReportLevel
from tui.domain.report_reduction import reduced
from tui.formats.report import report_bytes
from tui.widgets.menu import Menu

TOLD = talked_over()  # read before a test goes to a folder of its own
IN_SESSIONS_ALONE = {"onward", "over_time"}


def written(level: ReportLevel) -> Path:
    """Return the file of a report with decisions."""
    path = Path("told.toml")
    path.write_bytes(report_bytes(reduced(TOLD, level)))
    return path


async def helped(driver: AppDriver) -> set[str]:
    """Return what help lists, and leave it."""
    await driver.press("f1")
    await driver.on(Place.LIST)
    listed = {each.id for each in driver.screen.query_one(Menu).entries}
    keys = {name for name in ("slash", "tiles") if driver.shows(driver.say(f"keys.{name}_do"))}
    await driver.press("escape")
    return listed | keys


@pytest.mark.parametrize("level", [ReportLevel.SHARED, ReportLevel.MINUTES])
async def test_help_on_a_report_out_of_a_file_is_on_what_it_can_do(level: ReportLevel) -> None:
    async with running(SMALL, path=written(level), coming_in=False) as driver:
        await driver.on(Place.REPORT)
        listed = await helped(driver)
        assert not listed & IN_SESSIONS_ALONE
        assert {"export", "decisions"} <= listed
        assert ("open" in listed) is (level is ReportLevel.SHARED)
        await driver.command("decisions")
        await driver.on(Place.DECISIONS)
        assert "next_state" not in await helped(driver)


async def test_help_on_the_report_of_a_session_has_all_of_it() -> None:
    async with running(SMALL, example=True, coming_in=False) as driver:
        await driver.on(Place.REPORT)
        assert {"open", *IN_SESSIONS_ALONE} <= await helped(driver)
