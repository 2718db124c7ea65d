"""Whatever screen a session is left on, it opens there again: nothing said takes it elsewhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import written
from tests.app.test_gates import (
    AGENCY,
    BOTH_BUT_ONE,
    BRAND,
    PAPER,
    begun,
    paper,
    said_as,
    to_the_reveal,
)
from tui.commands import Place
from tui.domain.reveal import Reveal
from tui.domain.session import Session

ALL_OF_IT = {"aim": "a", "days": 7, "wish": "none"}


def answered(session: Session, party: str, said: dict[str, object]) -> Session:
    for question, value in said.items():
        session = session.answered(party, question, said_as(session, question, value))
    return session


@pytest.mark.parametrize("reveal", [Reveal.LIVE, Reveal.AREA])
async def test_importance_that_was_given_but_not_passed_is_asked_again(reveal: Reveal) -> None:
    folder = put_down(fresh(reveal, questionnaire=paper()), paper())
    async with running(path=folder, coming_in=False) as driver:
        if reveal is Reveal.AREA:
            await driver.on(Place.HANDOVER)
            await driver.command("ready")
        await driver.on(Place.AREA_START)
        await driver.press("3")
        assert driver.session.sheet(BRAND).importance == {"goals": 3}
    async with running(path=folder, coming_in=False) as driver:
        if reveal is Reveal.AREA:
            await driver.on(Place.HANDOVER)
            await driver.command("ready")
        await driver.on(Place.AREA_START)
        await driver.press("1")
        assert driver.session.sheet(BRAND).importance == {"goals": 1}
        await driver.press("enter")
        await driver.on(Place.INTERVIEW)
        assert driver.at == ("aim", BRAND)


async def test_half_a_last_text_is_not_the_end_of_the_session() -> None:
    most = {"aim": "a", "days": 7}
    folder = begun(Reveal.LIVE, {BRAND: most, AGENCY: ALL_OF_IT})
    async with running(path=folder) as driver:
        await driver.go("wish")
        await driver.press("h")
        await driver.on(Place.DIALOG)
        await driver.write("alf a wi")
    async with running(path=folder, coming_in=False) as driver:
        await driver.on(Place.INTERVIEW)
        assert driver.at == ("wish", BRAND)


async def test_a_report_left_for_its_questions_is_come_back_to_until_somebody_speaks() -> None:
    folder = begun(Reveal.LIVE, {BRAND: ALL_OF_IT, AGENCY: ALL_OF_IT})
    async with running(path=folder, coming_in=False) as driver:
        await driver.on(Place.REPORT)
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)
        await driver.go("days")
    async with running(path=folder, coming_in=False) as driver:
        await driver.on(Place.REPORT)
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)
        await driver.press("9")
    async with running(path=folder, coming_in=False) as driver:
        await driver.on(Place.INTERVIEW)
        assert driver.at[0] == "days"
        await driver.command("undo")  # nothing: a turn's changes are not kept
        assert driver.answer(driver.at[1], "days").value == 9


async def test_a_self_assessment_that_is_not_finished_is_come_back_to() -> None:
    session = replace(fresh(Reveal.END, questionnaire=paper()), alone=BRAND)
    session = answered(session.rated(BRAND, "goals", 2), BRAND, {"aim": "a"})
    folder = put_down(session, paper())
    async with running(path=folder, coming_in=False) as driver:
        await driver.come_in()
        await driver.command("report")
        await driver.on(Place.SOLO)
    async with running(path=folder, coming_in=False) as driver:
        await driver.on(Place.SOLO)


def guessing() -> Path:
    """Return the folder of a session in which one party is about to guess twice."""
    predicted = PAPER.replace("core = true\n", "core = true\npredict = true\n")
    file = written("guessed", predicted)
    session = answered(fresh(Reveal.AREA, questionnaire=file), BRAND, {"aim": "a", "days": 7})
    return put_down(session.rated(BRAND, "goals", 2), file)


async def test_the_guess_at_hand_is_come_back_to() -> None:
    folder = guessing()
    async with running(path=folder) as driver:
        await driver.go("days")
        await driver.command("onward")
        await driver.on(Place.AREA_END)
        await driver.command("onward")
        await driver.on(Place.GUESSES)
        await driver.press("2", "enter")
        assert driver.shows("2 / 2")
    async with running(path=folder, coming_in=False) as driver:
        await driver.on(Place.HANDOVER)
        await driver.command("ready")
        await driver.on(Place.GUESSES)
        assert driver.shows("2 / 2")
        await driver.press("1")
        assert driver.answer(BRAND, "aim").guess == "b"
        assert driver.answer(BRAND, "days").guess == 1


async def test_a_reveal_opens_at_once_and_escape_from_it_shows_nothing() -> None:
    folder = begun(Reveal.AREA, BOTH_BUT_ONE)
    async with running(path=folder) as driver:
        await to_the_reveal(driver)
    async with running(path=folder, coming_in=False) as driver:
        await driver.on(Place.REVEAL)
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)
        assert driver.interview.is_veiled
        await driver.press("5")
        await driver.on(Place.HANDOVER)
