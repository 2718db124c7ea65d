"""What is not saved is seen on every screen, and nothing of it is lost unasked.

The session's folder is taken away, which no program can save into, and put back to heal that.
"""

import os
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.app import canaries
from tests.app.app_driver import SMALL, AppDriver
from tests.app.app_runner import put_down, running
from tests.app.canaries import Stage
from tui.commands import Place
from tui.domain.reveal import Reveal
from tui.i18n import LANGUAGES, Language, Phrases
from tui.screens import saving_watch
from tui.screens.elsewhere_dialog import ElsewhereDialog
from tui.screens.unsaved_dialog import UnsavedDialog
from tui.storage import autosave
from tui.storage.autosave import SaveStatus
from tui.storage.lock import SessionBusy
from tui.storage.sessions import open_session
from tui.text.cleaning import LONGEST_TEXT
from tui.widgets.clean_fields import CleanInput, CleanTextArea

ALL_MET = Stage(Reveal.LIVE)
ONE_AREA = Stage(Reveal.AREA, areas=("goals",))


def taken_away(folder: Path) -> Path:
    """Take a session's folder away; return where it is."""
    return folder.rename(folder.with_name("taken-away"))


@asynccontextmanager
async def unsaved(
    stage: Stage, language: Language = Language.ENGLISH
) -> AsyncIterator[tuple[AppDriver, Path]]:
    """Run the app on a session of which the newest state cannot be saved."""
    folder = put_down(canaries.planted(stage, canaries.paper()), canaries.paper())
    async with running(SMALL, language, path=folder) as driver:
        taken_away(folder)
        document = driver.app.document
        assert document is not None
        document.change(document.session.rated("brand", "trust", 3))
        await driver.until(lambda: document.state.status is SaveStatus.FAILED, "the failure")
        await driver.until(lambda: is_told(driver), "the word of it")
        yield driver, folder


def is_told(driver: AppDriver) -> bool:
    """Return whether the screen says at its top that something is not saved."""
    words = driver.say("save.folder_gone")
    banners = [b for b in driver.screen.query(".unsaved") if words in str(b.render())]
    return len(banners) == 1 and banners[0].region.height > 0 and banners[0].region.y == 0


WALKS = {
    "all met": (
        ALL_MET,
        "f2 escape f1 escape f6 escape f12 ctrl+r f8 enter enter escape escape f9 ctrl+s",
        {
            Place.INTERVIEW,
            Place.LIST,
            Place.DIALOG,
            Place.HANDOVER,
            Place.REVIEW,
            Place.REPORT,
        },
    ),
    "one area": (ONE_AREA, "end_area ctrl+r enter", {Place.HANDOVER, Place.AREA_END}),
}


@pytest.mark.parametrize("walk", WALKS)
async def test_every_screen_says_what_is_not_saved(walk: str) -> None:
    stage, keys, expected = WALKS[walk]
    async with unsaved(stage) as (driver, folder):
        seen = {driver.place}
        for key in keys.split():
            if key == "end_area":
                driver.interview._flow.end_area("trust")
                await driver.drawn()
            else:
                await driver.press(key)
            await driver.until(lambda: is_told(driver), f"the word after {key} on {driver.place}")
            seen.add(driver.place)
        assert expected <= seen
        folder.with_name("taken-away").rename(folder)
        driver.app.save_now(20)
        await driver.until(lambda: not driver.screen.query(".unsaved"), "that all is well")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_leaving_asks_each_time_and_says_at_last_what_is_lost(language: Language) -> None:
    async with unsaved(ALL_MET, language) as (driver, folder):
        for _ in range(2):
            await driver.command("leave")
            await driver.until(lambda: isinstance(driver.screen, UnsavedDialog), "the question")
            await driver.drawn()
            assert driver.shows(driver.say("unsaved.failed"))
            assert driver.shows(folder.name)
            await driver.command("leave")
            await driver.on(Place.INTERVIEW)
        await driver.command("leave")
        await driver.until(lambda: isinstance(driver.screen, UnsavedDialog), "the question")
        await driver.choose("discard")
        await driver.on(Place.HOME)
        assert driver.shows(driver.say("save.folder_gone"))
        told = driver.app.last_words()
        assert str(folder) in told
        assert told.startswith(driver.say("save.failed", reason="", seconds="").split("：")[0][:3])


async def test_a_healed_disk_lets_go_without_another_key() -> None:
    async with unsaved(ALL_MET) as (driver, folder):
        await driver.command("quit")
        await driver.until(lambda: isinstance(driver.screen, UnsavedDialog), "the question")
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)
        await driver.command("leave")
        await driver.until(lambda: isinstance(driver.screen, UnsavedDialog), "the question")
        folder.with_name("taken-away").rename(folder)
        driver.app.save_now(20)
        await driver.on(Place.HOME)
        assert driver.app.last_words() == ""
    assert open_session(folder).session.sheet("brand").importance["trust"] == 3


async def test_a_second_ctrl_q_loses_nothing_where_saving_failed() -> None:
    async with unsaved(ALL_MET) as (driver, _):
        for _ in range(3):
            await driver.command("quit")
            await driver.until(lambda: isinstance(driver.screen, UnsavedDialog), "the question")
        assert driver.app.return_code is None
        assert sum(isinstance(screen, UnsavedDialog) for screen in driver.app.screen_stack) == 1


async def test_ctrl_q_throws_no_text_away_unasked() -> None:
    folder = put_down(canaries.planted(ALL_MET, canaries.paper()), canaries.paper())
    async with running(SMALL, path=folder) as driver:
        await driver.command("note")
        await driver.write("half a note")
        await driver.settled()
        assert driver.app.last_words() == ""  # it is kept as it is written
        too_long = "长" * LONGEST_TEXT
        driver.screen.query_one(CleanTextArea).insert(too_long)
        await driver.drawn()
        await driver.command("quit")
        assert driver.app.return_code is None
        values = {"length": LONGEST_TEXT + 11, "longest": LONGEST_TEXT}
        assert driver.shows(driver.say("note.too_long", **values))
        assert driver.app.last_words() == driver.say("save.unfinished")
        driver.screen.query_one(CleanTextArea).clear()
        await driver.press("ctrl+s")
        await driver.on(Place.INTERVIEW)
        await driver.settled()
        assert driver.app.last_words() == ""


async def test_a_session_goes_on_in_another_folder(tmp_path: Path) -> None:
    async with unsaved(ALL_MET) as (driver, folder):
        await driver.command("leave")
        await driver.until(lambda: isinstance(driver.screen, UnsavedDialog), "the question")
        await driver.choose("elsewhere")
        await driver.until(lambda: isinstance(driver.screen, ElsewhereDialog), "which folder")
        field = driver.screen.query_one(CleanInput)
        field.value = "/dev/null/x"
        await driver.press("enter")
        await driver.until(lambda: driver.screen.query("#trouble").first().render() != "", "why")
        assert isinstance(driver.screen, ElsewhereDialog)
        field.value = str(tmp_path / "usb")
        await driver.press("enter")
        await driver.on(Place.HOME)
        assert str(tmp_path / "usb" / folder.name) in driver.app.last_words()
    opened = open_session(tmp_path / "usb" / folder.name)
    assert opened.session.sheet("brand").importance["trust"] == 3
    assert not folder.exists()


async def test_a_new_kickoff_that_cannot_be_written_keeps_the_form() -> None:
    async with running(SMALL) as driver:
        await driver.set_up()
        sessions = driver.app.data.sessions
        sessions.parent.mkdir(parents=True, exist_ok=True)
        sessions.write_text("no folder can be made here")
        for side in ("left", "right"):
            driver.screen.query_one(f"#{side}-name", CleanInput).value = f"{side} firm"
        await driver.command("onward")
        await driver.until(lambda: driver.shows(str(sessions)[-20:]), "why it cannot be")
        assert driver.place is Place.SETUP
        assert driver.screen.query_one("#left-name", CleanInput).value == "left firm"
        sessions.unlink()
        await driver.command("onward")
        await driver.until(lambda: driver.app.document is not None, "the session")
        assert [path.name for path in sessions.iterdir()] == [driver.folder.name]
        assert driver.session.names == {"brand": "left firm", "agency": "right firm"}


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk that answers no more until the event is set, and that is soon called slow."""
    answers, real = threading.Event(), os.fsync

    def wait(descriptor: int) -> None:
        answers.wait()
        real(descriptor)

    monkeypatch.setattr(autosave, "SLOW", 0)
    monkeypatch.setattr(saving_watch, "_SLOW", 0.01)
    answers.set()
    monkeypatch.setattr(os, "fsync", wait)
    yield answers
    answers.set()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_slow_disk_freezes_nothing_and_is_waited_for_with_a_word(
    language: Language, disk: threading.Event
) -> None:
    folder = put_down(canaries.planted(ALL_MET, canaries.paper()), canaries.paper())
    async with running(SMALL, language, path=folder) as driver:
        disk.clear()
        document = driver.app.document
        assert document is not None
        for level in (1, 2, 3):  # keys go on meanwhile
            document.change(document.session.rated("brand", "trust", level))
            await driver.press("tab")
        await driver.until(lambda: driver.shows(driver.say("save.slow")), "that it is slow")
        await driver.command("leave")
        await driver.until(lambda: isinstance(driver.screen, UnsavedDialog), "the waiting")
        await driver.drawn()
        assert driver.shows(driver.say("unsaved.waiting"))
        disk.set()
        await driver.on(Place.HOME)
        assert driver.app.last_words() == ""
    assert open_session(folder).session.sheet("brand").importance["trust"] == 3


async def test_a_slow_opening_says_that_it_is_under_way(disk: threading.Event) -> None:
    async with running(SMALL) as driver:
        disk.clear()
        await driver.choose("example")
        await driver.until(lambda: driver.shows(driver.say("open.searching")), "a word")
        disk.set()
        await driver.until(lambda: driver.app.document is not None, "the example")
        await driver.settled()
        while driver.place is not Place.HOME:
            driver.app.pop_screen()
            await driver.drawn()
        assert not driver.shows(driver.say("open.searching"))


async def test_a_form_can_be_left_while_its_session_is_being_written(
    disk: threading.Event,
) -> None:
    async with running(SMALL) as driver:
        await driver.set_up()
        for side in ("left", "right"):
            driver.screen.query_one(f"#{side}-name", CleanInput).value = f"{side} firm"
        disk.clear()
        driver.send("f8")
        await driver.until(lambda: driver.shows(driver.say("save.saving")), "that it is written")
        driver.send("f8", "escape")  # a second one begins no second session
        await driver.until(lambda: driver.place is Place.HOME, "home")
        disk.set()
        sessions = driver.app.data.sessions
        await driver.until(lambda: sessions.exists() and list(sessions.glob("kick*")), "it")
        (folder,) = sessions.glob("kick*")
        await driver.until(lambda: is_free(folder), "the lock")
        assert driver.app.document is None


async def test_a_disk_that_hangs_can_be_left_and_keeps_others_out(disk: threading.Event) -> None:
    folder = put_down(canaries.planted(ALL_MET, canaries.paper()), canaries.paper())
    async with running(SMALL, path=folder) as driver:
        disk.clear()
        document = driver.app.document
        assert document is not None
        document.change(document.session.rated("brand", "trust", 1))
        await driver.command("leave")
        await driver.until(lambda: isinstance(driver.screen, UnsavedDialog), "the waiting")
        await driver.choose("discard")
        await driver.on(Place.HOME)
        assert driver.shows(driver.say("save.no_reply"))
        with pytest.raises(SessionBusy):  # what is still being written must not meet another
            open_session(folder)
        disk.set()
        await driver.until(lambda: is_free(folder), "the lock")


def is_free(folder: Path) -> bool:
    try:
        open_session(folder).folder.close()
    except SessionBusy:
        return False
    return True


def test_the_last_word_is_said_in_both_languages() -> None:
    for language in LANGUAGES:
        say = Phrases(language)
        assert say("save.lost", since="10:32:07", folder="F", reason="R").count("F") == 1
