"""A file is written in a thread: the app lives on, and the dialog stays until it is done."""

import threading
import tomllib
from collections.abc import Callable
from pathlib import Path

from textual.widgets import Input

from tests.app.app_driver import PATIENCE
from tests.app.app_runner import DAY, put_down, running
from tests.storage import samples
from tui.commands import Place
from tui.exports.document import Document, Party
from tui.exports.formats import Format
from tui.i18n import Phrases
from tui.screens.export_dialog import ExportDialog
from tui.screens.solo import SoloScreen
from tui.workspace.exports import Export


def written_by(record: Callable[[], bytes]) -> Export:
    """Return something that is written in one format, by a function of the test."""
    document = Document(
        phrases=(Phrases("en"),),
        title=("Report",),
        questionnaire=("A",),
        edition="a 1.0.0",
        day=DAY,
        parties=(Party(name="Aube", role=("Brand",)),),
        headline=("",),
    )
    return Export("shared", lambda _: document, record, (Format.RECORD,))


NAME = f"Aube Report {DAY}.toml"


async def test_the_dialog_waits_for_a_slow_disk_and_is_left_only_then() -> None:
    begun, may_end = threading.Event(), threading.Event()

    def make() -> bytes:
        begun.set()
        assert threading.current_thread() is not threading.main_thread()
        assert may_end.wait(PATIENCE)
        return b"content"

    async with running() as driver:
        driver.app.push_screen(ExportDialog([written_by(make)]))
        await driver.until(lambda: driver.place is Place.DIALOG, "the dialog")
        await driver.settled()
        driver.screen.query_one("#path", Input).value = "."
        driver.screen.query_one("#path", Input).focus()
        await driver.drawn()
        driver.send("enter", "escape")
        await driver.until(begun.is_set, "the thread")
        theme = driver.app.theme
        driver.app.switch_theme()
        assert driver.app.theme != theme
        assert driver.place is Place.DIALOG
        assert not Path(NAME).exists()
        may_end.set()
        await driver.on(Place.HOME)
        assert Path(NAME).read_bytes() == b"content"


async def test_a_second_word_that_comes_early_is_taken_in_its_turn() -> None:
    Path("mine.toml").write_text("mine")
    async with running() as driver:
        driver.app.push_screen(ExportDialog([written_by(lambda: b"new")]))
        await driver.until(lambda: driver.place is Place.DIALOG, "the dialog")
        await driver.settled()
        driver.screen.query_one("#path", Input).value = "mine.toml"
        driver.screen.query_one("#path", Input).focus()
        await driver.drawn()
        driver.send("enter", "enter")
        await driver.until(lambda: Path("mine.toml").read_bytes() == b"new", "the second word")
        await driver.until(lambda: driver.shows(driver.say("export.close")), "the end")


async def test_a_folder_that_is_missing_is_made_when_asked_for_twice() -> None:
    async with running() as driver:
        driver.app.push_screen(ExportDialog([written_by(lambda: b"new")]))
        await driver.until(lambda: driver.place is Place.DIALOG, "the dialog")
        await driver.settled()
        driver.screen.query_one("#path", Input).value = "deals/autumn"
        driver.screen.query_one("#path", Input).focus()
        await driver.drawn()
        driver.send("enter")
        await driver.until(lambda: driver.shows("Export once more to make it"), "the question")
        assert not Path("deals").exists()
        driver.send("enter")
        await driver.until(lambda: driver.shows(driver.say("export.close")), "the end")
        assert Path("deals", "autumn", NAME).read_bytes() == b"new"


async def test_the_sheet_of_a_questionnaire_of_ones_own_takes_it_along(tmp_path: Path) -> None:
    asked = samples.loaded(tmp_path)
    folder = put_down(samples.session(asked, alone="brand"), tmp_path / "small.toml")
    async with running(path=folder) as driver:
        await driver.command("report")
        await driver.on(Place.SOLO)
        assert isinstance(driver.screen, SoloScreen)
        sheet = driver.screen.exports()[-1].content(Format.RECORD)
        lines = tomllib.loads(sheet.decode())["attached"]["lines"]
        assert "\n".join(lines) == (tmp_path / "small.toml").read_text(encoding="utf-8")
