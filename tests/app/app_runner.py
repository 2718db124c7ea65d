"""Starts the real app for a test, and makes the sessions that it is started on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from functools import cache
from pathlib import Path

from tests.app.app_driver import SMALL, AppDriver
from tui.app import DuiqiApp, StartOptions
from tui.checks.questionnaire import load
from tui.domain.questionnaire import Questionnaire
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet
from tui.i18n import Language
from tui.screens.interview import InterviewScreen
from tui.storage.creation import create
from tui.storage.paths import DataFolder
from tui.themes import DARK
from tui.workspace.example import example_session


@asynccontextmanager
async def running(
    size: tuple[int, int] = SMALL,
    language: Language = Language.ENGLISH,
    *,
    path: Path | None = None,
    example: bool = False,
    coming_in: bool = True,
    theme: str = DARK.name,
    ascii: bool = False,
) -> AsyncIterator[AppDriver]:
    """Run the app until the block ends; a session's folder and the example begin at a question."""
    data = DataFolder(Path.cwd() / "data")
    app = DuiqiApp(StartOptions(data, language, theme, ascii, path, example))
    try:
        async with app.run_test(size=size) as pilot:
            driver = AppDriver(app, pilot)
            if example or (path is not None and path.is_dir()):
                await driver.until(lambda: app.screen is not app._home, "the session")
            await driver.settled()
            if coming_in and any(isinstance(s, InterviewScreen) for s in app.screen_stack):
                await driver.come_in()
            yield driver
            if not app._exit:
                await driver.settled()
    finally:
        if app.document is not None:
            app.document.close()
        app.let_go()


@cache
def answered_by_example() -> Path:
    """Return the path of the questionnaire that the worked example answers."""
    _, path = example_session()
    return path


@cache
def _known() -> Questionnaire:
    """Return that questionnaire; it takes longer to read than most tests to run."""
    return load(answered_by_example())


NAMES = ("Lumière Paris", "晴川电商")
DAY = date(2026, 11, 23)


def fresh(
    reveal: Reveal = Reveal.LIVE,
    *,
    questionnaire: Path | None = None,
    names: tuple[str, str] = NAMES,
    people: tuple[str, ...] = (),
    languages: tuple[str, str] = ("en", "zh-CN"),
) -> Session:
    """Return a session in which nobody has said anything yet."""
    asked = load(questionnaire) if questionnaire else _known()
    left, right = (
        Sheet(
            edition=asked.edition,
            party=Respondent(id=party, name=name, language=language, answered_by=people),
            date=DAY,
            length=Length.CORE,
        )
        for party, name, language in zip(asked.party_ids, names, languages, strict=True)
    )
    return Session(questionnaire=asked, sheets=(left, right), reveal=reveal)


def put_down(
    session: Session, questionnaire: Path | None = None, name: str = "kickoff-2026-11-23-1"
) -> Path:
    """Return the folder of a session, closed and ready to be opened."""
    folder = Path.cwd() / "data" / "sessions" / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    create(folder, questionnaire or answered_by_example(), session).close()
    return folder
