"""A session compared with earlier ones of the same two, on a page of its own."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.app.app_driver import SMALL, WIDE
from tests.app.app_runner import DAY, put_down, running
from tests.app.key_stands import decided, met_before, paper, talked
from tests.app.test_layout import assert_fits, assert_hints
from tui.commands import Place
from tui.domain.minutes import Decision
from tui.domain.report_builder import report
from tui.domain.session import Session
from tui.formats.report import report_bytes
from tui.i18n import Language
from tui.storage.lock import lock_folder


def before(session: Session, days: int) -> Session:
    """Return a session of so many days before the others."""
    left, right = (replace(sheet, date=DAY - timedelta(days)) for sheet in session.sheets)
    return replace(session, sheets=(left, right))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(60, 20), SMALL, WIDE], ids=str)
async def test_a_page_tells_the_trend_and_what_has_changed(
    size: tuple[int, int], language: Language
) -> None:
    put_down(before(talked(), 300), paper(), "kickoff-1")
    older = talked().decided(Decision(question="two", text="so", owner="Lin"))
    put_down(before(older, 100), paper(), "kickoff-2")
    async with running(size, language, path=put_down(talked(), paper())) as driver:
        await driver.press("f9", "ctrl+u")
        await driver.on(Place.OVER_TIME)
        assert_fits(driver)
        assert_hints(driver)
        assert driver.shows(driver.say("diff.count_opened", count=1))
        assert driver.shows((DAY - timedelta(100)).isoformat())
        assert driver.shows("3 → 2 → 3")
        await driver.press("pagedown")
        assert driver.shows(driver.say("diff.fate_not_told"))
        await driver.press("f3")
        assert driver.shows(driver.say("diff.decisions"))
        assert_fits(driver)
        await driver.press("escape")
        assert driver.place is Place.REPORT


async def test_with_no_earlier_session_it_says_so() -> None:
    async with running(path=put_down(decided(), paper())) as driver:
        await driver.press("f9", "t")
        await driver.settled()
        assert driver.place is Place.REPORT
        assert driver.shows(driver.say("diff.no_earlier"))


async def test_a_report_out_of_a_file_says_that_it_needs_the_sessions(tmp_path: Path) -> None:
    path = tmp_path / "report.toml"
    path.write_bytes(report_bytes(report(decided())))
    async with running(path=path) as driver:
        await driver.on(Place.REPORT)
        await driver.press("ｔ")
        assert driver.place is Place.REPORT
        assert driver.shows(driver.say("diff.needs_sessions"))


async def test_an_earlier_session_that_is_open_elsewhere_is_read_and_left_alone() -> None:
    session = met_before()
    earlier = Path.cwd() / "data" / "sessions" / "kickoff-earlier"
    lock = lock_folder(earlier)
    assert lock is not None
    files = {each: each.read_bytes() for each in earlier.glob("*.toml")}
    try:
        async with running(path=put_down(session, paper())) as driver:
            await driver.press("f9", "ctrl+u")
            await driver.on(Place.OVER_TIME)
            await driver.press("pageup")
            assert driver.shows(driver.say("pager.is_top"))
    finally:
        lock.release()
    assert files == {each: each.read_bytes() for each in earlier.glob("*.toml")}


async def test_who_has_left_the_report_meanwhile_is_not_called_back() -> None:
    async with running(path=put_down(met_before(), paper())) as driver:
        await driver.press("f9")
        driver.send("ctrl+u", "escape")
        await driver.settled()
        await driver.on(Place.INTERVIEW)
