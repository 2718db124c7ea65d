"""Where the keys go can be seen without any colour, in every form and on every kind of field."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.widget import Widget

from tests.app.app_driver import SMALL, AppDriver
from tests.app.app_runner import fresh, put_down, running
from tui.commands import Place
from tui.domain.reveal import Reveal
from tui.screens.discussion import DiscussionScreen
from tui.screens.export_dialog import ExportDialog
from tui.screens.note_dialog import NoteDialog
from tui.widgets.answer_box import AnswerBox
from tui.widgets.menu import Menu
from tui.widgets.radio_row import RadioRow
from tui.workspace.session_exports import kickoff_exports

FORMS = ["kickoff", "solo", "minutes", "export", "note", "pair"]


@asynccontextmanager
async def at_form(form: str, *, ascii: bool) -> AsyncIterator[AppDriver]:
    """Run the app until it shows a form."""
    is_home = form in ("kickoff", "solo", "pair")
    path = None if is_home else put_down(fresh(Reveal.LIVE))
    async with running(SMALL, path=path, ascii=ascii) as driver:
        match form:
            case "kickoff" | "solo":
                await driver.choose("new" if form == "kickoff" else "solo")
                await driver.on(Place.LIST)
                await driver.press("enter")
                await driver.on(Place.SETUP)
            case "pair":
                await driver.choose("pair")
                await driver.on(Place.DIALOG)
            case "minutes":
                document, item = driver.app.document, driver.at[0]
                assert document is not None
                area = driver.session.questionnaire[item].area
                screen = DiscussionScreen(document, area, item, is_deciding=True)
                await driver.app.push_screen(screen)
                await driver.until(lambda: driver.is_deciding, "the form")
            case "note":
                await driver.app.push_screen(NoteDialog("A note", "", lambda _: None))
                await driver.on(Place.DIALOG)
            case "export":
                exports = kickoff_exports(driver.session)
                await driver.app.push_screen(ExportDialog(exports))
                await driver.on(Place.DIALOG)
        yield driver


def drawn(driver: AppDriver, widget: Widget) -> list[str]:
    """Return the characters of a widget as they are painted, its borders among them."""
    region = widget.region
    strips = driver.screen._compositor.render_strips()[region.y : region.bottom]
    return [strip.crop(region.x, region.right).text for strip in strips]


@pytest.mark.parametrize("ascii", [False, True])
@pytest.mark.parametrize("form", FORMS)
async def test_the_focus_is_seen_by_its_signs_alone(form: str, ascii: bool) -> None:
    async with at_form(form, ascii=ascii) as driver:
        fields = [w for w in driver.screen.focus_chain if not isinstance(w, AnswerBox)]
        assert len(fields) > 1
        for field in fields:
            field.focus(scroll_visible=False)
            field.scroll_visible(animate=False, immediate=True)
            await driver.settled()
            with_focus = drawn(driver, field)
            driver.screen.set_focus(next(w for w in fields if w is not field))
            field.scroll_visible(animate=False, immediate=True)
            await driver.settled()
            without = drawn(driver, field)
            assert with_focus != without, f"{field!r}: {without}"
            if ascii:
                assert not set("❯│┃").intersection("".join(with_focus + without))


async def test_an_empty_field_is_seen_without_the_focus() -> None:
    async with at_form("kickoff", ascii=False) as driver:
        field = driver.screen.query_one("#right-name")
        assert drawn(driver, field)[0].strip() == "│"


async def test_of_a_dialogs_two_signs_only_the_one_with_the_focus_is_drawn() -> None:
    async with at_form("export", ascii=False) as driver:
        driver.screen.query_one("#path").focus()
        await driver.settled()
        assert "❯" not in driver.text
        for kind in (RadioRow, Menu):
            driver.screen.query_one(kind).focus()
            await driver.settled()
            assert driver.text.count("❯") == 1
