"""Foreign text is text: on every screen it stands as it was written, and does nothing."""

from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from tests.app.app_driver import SMALL, WIDE, AppDriver
from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import LONG, of_each_type
from tests.sample_answers import reply
from tui.commands import Place
from tui.domain.answers import Answer, NonAnswer
from tui.domain.reveal import Reveal
from tui.text.cleaning import clean, is_clean, one_line
from tui.widgets.menu import Menu

MARKUP = "[/red] [@click=app.quit]退出[/] [link=x]y[/link] {brand} $x"
"""Would end the app, or run an action, where text is markup."""
CONTROLS = "a\x1b]0;x\x07b\x9b2Jc\u202egnp\u200bd"
"""Would set the title, clear the screen, or turn the order of reading."""
TEXTS = {"markup": MARKUP, "long": LONG, "controls": clean(CONTROLS), "blank": " "}
"""What a file may hold: the loader refuses controls, and the program writes cleaned texts."""


def assert_inert(driver: AppDriver) -> None:
    """Assert that the app is alive and paints nothing that a terminal would act on."""
    assert driver.app.return_code is None
    assert is_clean(driver.text), f"{driver.screen!r}: {driver.text!r}"
    width = driver.app.size.width
    strips = driver.screen._compositor.render_strips()
    assert {cell_len(strip.text) for strip in strips} == {width}, driver.text


async def click_on(driver: AppDriver, text: str) -> None:
    """Click on a text wherever the screen shows it."""
    for y, line in enumerate(driver.lines):
        x = line.find(text)
        if x >= 0:
            await driver.click_cell(Offset(cell_len(line[:x]) + 2, y))
            await driver.settled()


def wild_session(text: str, reveal: Reveal = Reveal.LIVE) -> Path:
    """Return the folder of a session in which every text is wild."""
    paper = of_each_type(text if text != LONG else LONG[:60])
    session = fresh(reveal, questionnaire=paper, names=(f"L {text}", f"R {text}"), people=(text,))
    for place, party in enumerate(session.questionnaire.party_ids):
        for number, question in enumerate(session.questionnaire.questions):
            said = Answer(value=reply(question, place).value, note=f"N {text}")
            if number == 0:
                said = Answer(state=NonAnswer.NOT_APPLICABLE, reason=f"W {text}")
            session = session.answered(party, question.id, said)
    return put_down(replace(session, histories={}), paper)


async def screens(driver: AppDriver) -> AsyncIterator[Place]:
    """Return each screen of a session while it is shown."""
    for question in driver.session.questionnaire.questions:
        await driver.go(question.id)
        yield driver.place
    for command in ("note", "jump", "help", "onward", "report"):
        await driver.command(command)
        await driver.until(lambda: driver.place is not Place.INTERVIEW, command)
        await driver.settled()
        yield driver.place
        for menu in driver.screen.query("#agenda").results(Menu):
            for _ in menu.entries:
                await driver.press("down")
                yield driver.place
            await driver.command("export")
            await driver.on(Place.DIALOG)
            yield driver.place
            await driver.command("leave")
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)


@pytest.mark.parametrize(
    ("text", "size"),
    list(zip(TEXTS.values(), cycle([SMALL, WIDE]), strict=False)),
    ids=TEXTS,
)
async def test_every_screen_shows_a_wild_text_as_it_is(text: str, size: tuple[int, int]) -> None:
    async with running(size, path=wild_session(text)) as driver:
        async for place in screens(driver):
            assert_inert(driver)
            if text == MARKUP and place in (Place.INTERVIEW, Place.REPORT):
                assert driver.shows("[/red]"), driver.text


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_click_on_what_looks_like_an_action_is_no_more_than_a_click(
    size: tuple[int, int],
) -> None:
    async with running(size, path=wild_session(MARKUP)) as driver:
        for command in (None, "onward", "report"):
            if command:
                await driver.command(command)
                await driver.until(lambda: driver.place is not Place.INTERVIEW, command)
                await driver.settled()
            assert driver.shows("[@click=app.quit]")
            await click_on(driver, "[@click=app.quit]")
            assert_inert(driver)
            if command:
                await driver.command("leave")
                await driver.on(Place.INTERVIEW)


async def test_the_handover_and_home_show_wild_names_as_they_are() -> None:
    async with running(path=wild_session(MARKUP, Reveal.END), coming_in=False) as driver:
        while driver.place is not Place.HANDOVER:
            await driver.command("other_side")
            await driver.settled()
        assert driver.shows(MARKUP)
        assert_inert(driver)
        await driver.come_in()
        await driver.command("leave")
        await driver.on(Place.HOME)
        await driver.settled()
        assert driver.shows("L [/red]")
        assert_inert(driver)


@pytest.mark.parametrize("text", [MARKUP, CONTROLS, f"{CONTROLS}\n{MARKUP}"])
async def test_what_is_pasted_into_a_note_is_cleaned_while_it_is_shown_and_kept(text: str) -> None:
    async with running(path=put_down(fresh())) as driver:
        question, party = driver.at
        await driver.press("f6")
        await driver.on(Place.DIALOG)
        await driver.paste(text)
        await driver.drawn()
        assert_inert(driver)
        assert driver.shows(one_line(text))
        assert driver.screen.query_one(TextArea).has_focus
        await driver.press("ctrl+s")
        await driver.on(Place.INTERVIEW)
        assert driver.answer(party, question).note == clean(text)
        assert_inert(driver)


async def test_what_is_pasted_as_a_name_is_cleaned_while_it_is_shown_and_kept() -> None:
    names = [f"{side} {MARKUP[:30]}{CONTROLS}" for side in "LR"]
    async with running() as driver:
        await driver.set_up()
        for field, name in zip(("left-name", "right-name"), names, strict=True):
            driver.screen.query_one(f"#{field}", Input).focus()
            await driver.until(lambda f=field: driver.focused == f, "the focus")
            await driver.paste(name)
            await driver.drawn()
            assert_inert(driver)
        await driver.command("onward")
        await driver.until(lambda: driver.app.document is not None, "the session")
        await driver.settled()
        assert list(driver.session.names.values()) == [one_line(name) for name in names]
        assert_inert(driver)


async def test_what_is_pasted_as_a_path_is_cleaned_while_it_is_shown() -> None:
    async with running(path=put_down(fresh())) as driver:
        await driver.command("report")
        await driver.on(Place.REPORT)
        await driver.command("export")
        await driver.on(Place.DIALOG)
        await driver.paste(CONTROLS)
        await driver.drawn()
        assert_inert(driver)
        await driver.press("enter")
        await driver.settled()
        assert_inert(driver)
