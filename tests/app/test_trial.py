"""A questionnaire is tried out: the real screens, and not a byte of it on the disk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.app.app_driver import WIDE, AppDriver
from tests.app.app_runner import running
from tests.domain import builders as b
from tests.storage import samples
from tui.app import DuiqiApp, StartOptions
from tui.commands import Place
from tui.domain.reveal import Reveal
from tui.i18n import Language
from tui.screens.notices_dialog import NoticesDialog
from tui.storage.paths import DataFolder
from tui.workspace.trial import Trial

BRAND, _ = b.PARTIES


@pytest.fixture
def file(tmp_path: Path) -> Path:
    samples.loaded(tmp_path)
    return tmp_path / "small.toml"


@asynccontextmanager
async def trying(file: Path, reveal: Reveal) -> AsyncIterator[AppDriver]:
    """Run the app on a questionnaire, and see that nothing was written by the end."""
    content = file.read_bytes()
    data = DataFolder(file.parent / "data")
    app = DuiqiApp(StartOptions(data, Language.ENGLISH, trial=Trial(file, reveal)))
    async with app.run_test(size=WIDE) as pilot:
        user = AppDriver(app, pilot)
        await user.until(lambda: app.document is not None, "the trial")
        await user.settled()
        yield user
        if not app._exit:
            await user.settled()
    assert [*file.parent.iterdir()] == [file]
    assert file.read_bytes() == content


async def test_both_sides_answer_up_to_the_discussion_and_nothing_is_written(file: Path) -> None:
    async with trying(file, Reveal.AREA) as user:
        for _ in b.PARTIES:
            await user.on(Place.HANDOVER)
            await user.command("ready")
            while user.place in (Place.AREA_START, Place.INTERVIEW, Place.GUESSES, Place.AREA_END):
                if user.place is Place.INTERVIEW:
                    assert user.shows(user.say("save.not_kept"))
                    await user.press("f4")
                before = user.where
                await user.press("enter")
                await user.moved(before)
        await user.on(Place.REVEAL)
        await user.command("ready")
        await user.until(lambda: user.place is Place.REVIEW)
        await user.drawn()
        assert user.shows(user.say("save.not_kept"))
        await user.press("f3")


async def test_leaving_asks_nothing(file: Path) -> None:
    async with trying(file, Reveal.LIVE) as user:
        await user.until(lambda: user.place is Place.AREA_START)
        await user.press("enter")
        await user.until(lambda: user.place is Place.INTERVIEW)
        await user.press("f6")
        await user.until(lambda: user.place is Place.DIALOG)
        await user.press("h", "i")
        await user.pilot.press("ctrl+q")
        await user.until(lambda: user.app._exit)
        assert user.app.last_words() == ""
    assert user.app.return_code == 0


async def test_what_its_author_changes_is_read_again_and_answers_stay(file: Path) -> None:
    async with trying(file, Reveal.LIVE) as user:
        await user.until(lambda: user.place is Place.AREA_START)
        await user.press("enter")
        await user.until(lambda: user.place is Place.INTERVIEW)
        question = user.at[0]
        await user.press("1")
        await user.until(lambda: user.answer(BRAND, question).value is not None)
        value, text = user.answer(BRAND, question).value, file.read_text(encoding="utf-8")
        asked = user.interview.question.text["en"]
        file.write_text(text.replace(asked, "Worded anew?"), encoding="utf-8")
        await user.press("ctrl+x")
        await user.until(lambda: user.shows("Worded anew?"))
        assert user.shows(user.say("trial.reread"))
        assert user.answer(BRAND, question).value == value
        file.write_text(text + "\nnonsense", encoding="utf-8")
        await user.press("ctrl+x")
        await user.until(lambda: user.shows("Not read again: line"))
        assert user.answer(BRAND, question).value == value
        file.write_text(text, encoding="utf-8")


async def test_a_questionnaire_opened_by_its_path_is_tried_out(file: Path) -> None:
    async with running(path=file, coming_in=False) as user:
        await user.until(lambda: isinstance(user.app.screen, NoticesDialog))
        assert user.shows("this is a trial, and nothing is kept")
        await user.press("escape")
        await user.until(lambda: user.place is Place.HANDOVER)


async def test_only_a_trial_is_read_again() -> None:
    async with running(example=True) as user:
        await user.press("ctrl+x")
        await user.until(lambda: user.shows(user.say("trial.no_trial")))
