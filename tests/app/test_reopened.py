"""A blind session opens where it was left: covered, or on what both may see."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.app_driver import SMALL, AppDriver
from tests.domain import builders as b
from tests.storage import samples
from tui.app import DuiqiApp, StartOptions
from tui.commands import Place
from tui.domain.answers import Answer, NonAnswer
from tui.domain.position import Position, Stage
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.i18n import Language
from tui.storage.creation import create
from tui.storage.paths import DataFolder
from tui.storage.sessions import open_session

BRAND, AGENCY = b.PARTIES
LATER = Answer(state=NonAnswer.LATER)


@pytest.fixture
def finished(tmp_path: Path) -> Session:
    """A session in which everything has met."""
    session = samples.session(samples.loaded(tmp_path), reveal=Reveal.AREA)
    said = {"aim": "sales", "days": 30, "wish": "多谈", "floor": {"low": 1, "high": 9}, "cash": 5}
    for party in b.PARTIES:
        for question in session.asked_of(party):
            session = samples.said(session, party, question.id, said[question.id])
    areas = [area.id for area in session.questionnaire.areas]
    for party in b.PARTIES:
        session = session.declared_finished(party, areas)
    return session


def opened(tmp_path: Path, session: Session) -> DuiqiApp:
    folder = tmp_path / "data" / "sessions" / "kickoff-1"
    folder.parent.mkdir(parents=True)
    create(folder, tmp_path / "small.toml", session).close()
    options = StartOptions(DataFolder(tmp_path / "data"), Language.ENGLISH, path=folder)
    return DuiqiApp(options)


def kept(tmp_path: Path) -> Session:
    found = open_session(tmp_path / "data" / "sessions" / "kickoff-1", read_only=True)
    return found.session


async def has_its_questions_behind(user: AppDriver) -> None:
    """Leave the screen that the session opened on, once it is seen, and see a question."""
    await user.settled()
    await user.press("escape")
    await user.on(Place.INTERVIEW)
    assert user.shows(user.interview.question.text.format(user.session.names)["en"])


async def test_behind_its_report_are_its_questions(tmp_path: Path, finished: Session) -> None:
    app = opened(tmp_path, finished)
    async with app.run_test(size=SMALL) as pilot:
        user = AppDriver(app, pilot)
        await user.until(lambda: user.place is Place.REPORT)
        await has_its_questions_behind(user)


async def test_behind_its_talk_are_its_questions(tmp_path: Path, finished: Session) -> None:
    area = finished.questionnaire.areas[0].id
    app = opened(tmp_path, finished.went_to(Position(AGENCY, Stage.DISCUSSION, area)))
    async with app.run_test(size=SMALL) as pilot:
        user = AppDriver(app, pilot)
        await user.until(lambda: user.place is Place.REVIEW)
        await has_its_questions_behind(user)


@pytest.mark.parametrize("reveal", [Reveal.LIVE, Reveal.AREA])
async def test_a_report_that_is_open_is_where_the_session_stands(
    tmp_path: Path, finished: Session, reveal: Reveal
) -> None:
    app = opened(tmp_path, replace(finished, reveal=reveal, position=Position(BRAND, Stage.RESULT)))
    async with app.run_test(size=SMALL) as pilot:
        user = AppDriver(app, pilot)
        await user.until(lambda: user.place is Place.REPORT)
        await user.settled()
        position = kept(tmp_path).position
        assert position is not None
        assert position.stage is Stage.RESULT


@pytest.fixture
def at_area_end(tmp_path: Path) -> Session:
    """A session in which the agency looks over an area before it declares it finished."""
    session = samples.session(samples.loaded(tmp_path), reveal=Reveal.AREA)
    area = session.questionnaire.areas[0].id
    return session.went_to(Position(AGENCY, Stage.AREA_END, area))


async def test_who_opens_a_session_and_goes_away_leaves_it_where_it_was(
    tmp_path: Path, at_area_end: Session
) -> None:
    app = opened(tmp_path, at_area_end)
    async with app.run_test(size=SMALL) as pilot:
        user = AppDriver(app, pilot)
        await user.on(Place.HANDOVER)
        await user.press("escape")
        await user.until(lambda: user.place is Place.HOME)
    assert kept(tmp_path).position == at_area_end.position


async def test_a_party_comes_back_to_its_page_and_from_the_next_hand_over_to_its_questions(
    tmp_path: Path, at_area_end: Session
) -> None:
    for question in at_area_end.asked_of(AGENCY):
        at_area_end = at_area_end.answered(AGENCY, question.id, LATER)
    app = opened(tmp_path, at_area_end)
    async with app.run_test(size=SMALL) as pilot:
        user = AppDriver(app, pilot)
        await user.on(Place.HANDOVER)
        await user.command("ready")
        await user.on(Place.AREA_END)
        await user.press("f8")
        while user.place is Place.GUESSES:
            await user.press("enter")
        await user.on(Place.HANDOVER)
        assert user.session.position == Position(BRAND, Stage.HANDOVER)
        await user.press("escape")
        await user.on(Place.INTERVIEW)
        assert user.at[1] == AGENCY
