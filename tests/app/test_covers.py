"""The cover before what is for one party alone: what it says, what it opens, and what closes it."""

from pathlib import Path

import pytest

from tests.app import canaries
from tests.app.app_driver import SMALL, WIDE, AppDriver, targets
from tests.app.app_runner import NAMES, put_down, running
from tests.app.canaries import PARTIES, STAGES, figure, note
from tests.app.leak_inspector import painted
from tui.commands import Place
from tui.domain.agreeing import NOTHING_YET, OTHER
from tui.domain.reveal import Reveal
from tui.i18n import LANGUAGES, Language, Phrases
from tui.screens.discussion import DiscussionScreen
from tui.widgets.answer_box import AnswerBox
from tui.widgets.radio_row import RadioRow
from tui.workspace.document import OpenDocument

BRAND, AGENCY = PARTIES


def all_met(reveal: Reveal) -> Path:
    """Return the folder of a session in which all has met."""
    stage = [stage for stage in STAGES if stage.reveal is reveal][-1]
    questionnaire = canaries.paper()
    return put_down(canaries.planted(stage, questionnaire), questionnaire)


async def come_to(driver: AppDriver, question: str, party: str) -> None:
    """Let a party come to a question, as far as a cover."""
    await driver.come_in()
    driver.interview.go(question, party)
    await driver.press()


def seen(driver: AppDriver, word: object) -> bool:
    return bool(canaries.among([str(word)], painted(driver.app)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
async def test_a_cover_tells_everybody_in_their_language_for_whom_it_opens(
    size: tuple[int, int], language: Language
) -> None:
    async with running(size, language, path=all_met(Reveal.LIVE)) as driver:
        await come_to(driver, "floor", AGENCY)
        await driver.on(Place.HANDOVER)
        await driver.press("escape", "space")  # back, and here it is for the party that has it
        for tongue in LANGUAGES:
            assert driver.shows(Phrases(tongue)("handover.cover", name=NAMES[1]))


async def test_a_private_answer_is_seen_behind_its_cover_alone() -> None:
    async with running(WIDE, path=all_met(Reveal.LIVE)) as driver:
        await come_to(driver, "floor", AGENCY)
        await driver.press("escape")
        await driver.on(Place.INTERVIEW)
        assert driver.shows(Phrases(Language.CHINESE)("interview.kept"))
        for key in ("1", "f4", "f6", "ctrl+p", "space"):
            assert not seen(driver, figure(AGENCY, "floor"))
            await driver.press(key)
            await driver.on(Place.HANDOVER)
            await driver.press("escape")
        await driver.press("space")
        await driver.press("ctrl+r")
        assert seen(driver, figure(AGENCY, "floor"))
        assert "✓Ctrl+P" in driver.text
        assert not seen(driver, figure(BRAND, "floor"))
        await driver.press("f12")
        assert not seen(driver, figure(AGENCY, "floor"))
        await driver.press("ctrl+r", "tab")
        await driver.on(Place.HANDOVER)
        assert driver.answer(AGENCY, "floor").value == figure(AGENCY, "floor")


async def test_a_click_uncovers_as_space_does() -> None:
    async with running(WIDE, path=all_met(Reveal.LIVE)) as driver:
        await come_to(driver, "floor", BRAND)
        await driver.press("escape")
        other = driver.screen.query_one("#right", AnswerBox)
        await driver.click_at(other)
        await driver.on(Place.INTERVIEW)
        await driver.click_at(driver.box)
        await driver.on(Place.HANDOVER)


@pytest.mark.parametrize("reveal", Reveal)
async def test_a_private_note_is_read_behind_a_cover_once_answers_have_met(reveal: Reveal) -> None:
    async with running(WIDE, path=all_met(reveal), coming_in=False) as driver:
        await come_to(driver, "days", AGENCY)
        await driver.on(Place.INTERVIEW)
        chip = driver.say("chip.private_note")
        assert f"✓Ctrl+P {chip}" not in driver.text
        await driver.press("ctrl+p")
        await driver.on(Place.HANDOVER)
        await driver.press("ctrl+r")
        await driver.on(Place.DIALOG)
        assert seen(driver, note(AGENCY, "days"))
        await driver.write(" more")
        await driver.press("ctrl+s")
        await driver.on(Place.INTERVIEW)
        assert not seen(driver, note(AGENCY, "days"))
        assert "✓Ctrl+P" not in driver.text
        assert driver.answer(AGENCY, "days").private_note == f"{note(AGENCY, 'days')} more"
        assert driver.session.minutes.revisions == ()


async def test_in_a_blind_turn_that_was_handed_over_nothing_more_is_covered() -> None:
    stage = next(stage for stage in STAGES if stage.reveal is Reveal.END)
    questionnaire = canaries.paper()
    folder = put_down(canaries.planted(stage, questionnaire), questionnaire)
    async with running(WIDE, path=folder, coming_in=False) as driver:
        await driver.press("ctrl+r")
        party = driver.at[1]
        for question in ("floor", "cash", "days"):
            driver.interview.go(question, party)
            await driver.press()
            assert seen(driver, figure(party, question))
            assert "✓Ctrl+P" in driver.text
        await driver.press("ctrl+p")
        await driver.on(Place.DIALOG)
        assert seen(driver, note(party, "days"))


async def test_the_minutes_of_a_private_question_take_no_ones_figure() -> None:
    async with running(WIDE, path=all_met(Reveal.LIVE)) as driver:
        document = document_of(driver)
        for name, offered in (("days", {BRAND, AGENCY, OTHER, NOTHING_YET}), ("floor", None)):
            area = driver.session.questionnaire[name].area
            driver.app.push_screen(DiscussionScreen(document, area, name, is_deciding=True))
            await driver.until(lambda: driver.is_deciding, "the form")
            row = driver.screen.query_one("#agreed", RadioRow)
            assert targets(row) == (offered or {OTHER, NOTHING_YET})
            await driver.press("escape", "escape")


def document_of(driver: AppDriver) -> OpenDocument:
    assert driver.app.document is not None
    return driver.app.document
