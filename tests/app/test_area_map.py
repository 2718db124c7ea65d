"""The map of the areas in the report: walked by keys, clicked, and calmer after a decision."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from tests.app.app_driver import SMALL, WIDE, AppDriver
from tests.app.app_runner import running
from tui.commands import Place
from tui.domain.area_map import area_rows
from tui.domain.minutes import Decision
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.session import Session
from tui.screens.report import ReportScreen
from tui.widgets.area_map import AreaMap
from tui.widgets.lines import LineView, Row
from tui.widgets.menu import Menu
from tui.widgets.pager import LongView
from tui.workspace.example import example_session

BROAD = (200, 50)


@asynccontextmanager
async def reading(
    size: tuple[int, int] = WIDE, level: ReportLevel = ReportLevel.SHARED
) -> AsyncIterator[AppDriver]:
    """Run the app with the report of the example on the screen."""
    async with running(size) as driver:
        await show(driver, SESSION, level)
        yield driver


async def show(
    driver: AppDriver, session: Session, level: ReportLevel = ReportLevel.SHARED
) -> None:
    driver.app.push_screen(ReportScreen(report(session, level), session))
    await driver.until(lambda: driver.place is Place.REPORT, "the report")
    await driver.settled()
    await driver.until(lambda: all(view.rows for view in seen(driver)), "the pages")


def seen(driver: AppDriver) -> list[LongView]:
    return [view for view in driver.screen.query(LongView) if view.display and view.size]


SESSION, _ = example_session()
ROWS = [[tile.question.id for tile in row.tiles] for row in area_rows(report(SESSION))]


def at(driver: AppDriver) -> str | None:
    return driver.screen.query_one(AreaMap).current


def listed(driver: AppDriver) -> str | None:
    return driver.screen.query_one("#agenda", Menu).current


@pytest.mark.parametrize("size", [SMALL, WIDE, BROAD])
async def test_arrows_walk_the_tiles_and_a_line_says_what_is_there(size: tuple[int, int]) -> None:
    async with reading(size) as driver:
        assert driver.focused == "map"
        names = {q.id: q.short_name["en"] for q in report(SESSION).questions}
        walk = ["right", "right", "down", "left", "left", "left", "up", "end", "home"]
        found = []
        for key in walk:
            await driver.press(key)
            found.append(at(driver))
            assert driver.shows(names[str(at(driver))][:40])
        first, second = ROWS[:2]
        expected = [first[1], first[2], second[2], second[1], second[0], second[0]]
        assert found == [*expected, first[0], ROWS[-1][-1], first[0]]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_enter_opens_the_question_at_the_cursor_and_the_way_out_leads_by_the_map(
    size: tuple[int, int],
) -> None:
    async with reading(size) as driver:
        await driver.press("down", "right", "enter")
        assert listed(driver) == ROWS[1][1]
        assert (driver.focused, driver.screen.query_one(AreaMap).display) == ("agenda", False)
        assert driver.shows(report(SESSION).parties[0].name)
        await driver.press("escape")
        assert (driver.focused, at(driver), driver.place) == ("map", ROWS[1][1], Place.REPORT)
        await driver.press("escape")
        assert driver.place is not Place.REPORT


async def test_a_click_chooses_a_tile() -> None:
    async with reading() as driver:
        await driver.click(driver.screen.query_one(AreaMap), ROWS[2][3])
        await driver.settled()
        assert listed(driver) == ROWS[2][3]


async def test_side_by_side_the_list_and_the_map_stand_at_one_question() -> None:
    async with reading(BROAD) as driver:
        await driver.press("down")
        assert (at(driver), listed(driver), driver.focused) == (ROWS[1][0], ROWS[1][0], "map")
        await driver.press("enter", "tab")
        await driver.press("tab")
        while driver.focused != "agenda":
            await driver.press("tab")
        await driver.press("down")
        assert at(driver) == listed(driver) != ROWS[1][0]


async def test_a_key_draws_the_map_once_and_only_what_it_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[list[Row]] = []

    def keep(view: LineView, rows: Sequence[Row]) -> None:
        drawn.append(list(rows))
        LineView.set_rows(view, rows)

    monkeypatch.setattr(AreaMap, "set_rows", keep)
    async with reading() as driver:
        for key in ("right", "down", "left"):
            before = drawn[-1]
            drawn.clear()
            await driver.press(key)
            assert len(drawn) == 1
            changed = [not a.looks_like(b) for a, b in zip(before, drawn[0], strict=True)]
            assert 1 <= sum(changed) <= 4


async def test_a_decision_changes_the_sentence_the_counts_and_the_tile() -> None:
    async with reading() as driver:
        blocker = report(SESSION).agenda[0].question
        before = tile_style(driver, blocker)
        assert driver.shows("One point is a red line for both: talk about it first.")
        decided = SESSION.decided(
            Decision(question=blocker, text="In the brand's name, from the first day.", owner="Lin")
        )
        await driver.press("escape")
        await show(driver, decided)
        assert driver.shows("One point is a red line for both; it is settled.")
        assert driver.shows("24 of 25 are still to be talked over.")
        assert driver.shows("Red lines 0 of 1 left")
        assert driver.shows("In the brand's name, from the first day.")
        assert tile_style(driver, blocker) != before


def tile_style(driver: AppDriver, question: str) -> object:
    """Return the styles of what stands where a tile is."""
    for row in driver.screen.query_one(AreaMap).rows:
        for target in row.targets:
            if target.what == question:
                spans, plain = row.content.spans, row.content.plain
                return [span.style for span in spans if "≠!" in plain[span.start : span.end]]
    raise LookupError(question)


async def test_a_report_without_questions_shows_its_agenda_and_its_decisions_uncut() -> None:
    long = "We pay what was agreed, and " + "not a day later, " * 12 + "whatever comes."
    session = SESSION.decided(
        Decision(question=report(SESSION).agenda[3].question, text=long, owner="Lin")
    )
    async with running(SMALL) as driver:
        await show(driver, session, ReportLevel.MINUTES)
        assert driver.shows("24 of 25 are still to be talked over.")
        pages = [driver.text]
        while pages[-1] != (await turned(driver)):
            pages.append(driver.text)
        told = "".join("".join(pages).split())
        assert driver.focused == "map"
        assert "".join(long.split()) in told
        last = report(SESSION).agenda[-1].name["en"]
        assert "".join(last.split()) in told


async def turned(driver: AppDriver) -> str:
    await driver.press("down")
    await driver.press("pagedown")
    return driver.text
