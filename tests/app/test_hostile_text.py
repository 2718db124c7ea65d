"""Foreign text is text: on every screen it stands as it was written, and does nothing."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from tests.app.app_driver import SMALL, WIDE, AppDriver, fresh, put_down, running
from tests.app.questionnaire_files import LONG, of_each_type
from tests.app.sample_answers import reply
from tui.commands import Place
from tui.domain.answers import Answer, NonAnswer
from tui.domain.reveal import Reveal
from tui.screens.interview import InterviewScreen
from tui.text.cleaning import clean, is_clean, one_line
from tui.widgets.menu import Menu

MARKUP = "[/red] [@click=app.quit]退出[/] [link=x]y[/link] {brand} $x"
"""Would end the app, or run an action, where text is markup."""
CONTROLS = "a\x1b]0;x\x07b\x9b2Jc\u202egnp\u200bd"
"""Would set the title, clear the screen, or turn the order of reading."""
TEXTS = {"markup": MARKUP, "long": LONG, "controls": clean(CONTROLS), "blank": " "}
"""What a file may hold: the loader refuses controls, and the program writes cleaned texts."""


def assert_inert(laptop: AppDriver) -> None:
    """Assert that the app is alive and paints nothing that a terminal would act on."""
    assert laptop.app.return_code is None
    assert is_clean(laptop.text), f"{laptop.screen!r}: {laptop.text!r}"
    width = laptop.app.size.width
    strips = laptop.screen._compositor.render_strips()
    assert {cell_len(strip.text) for strip in strips} == {width}, laptop.text


async def click_on(laptop: AppDriver, text: str) -> None:
    """Click on a text wherever the screen shows it."""
    for y, line in enumerate(laptop.lines):
        x = line.find(text)
        if x >= 0:
            await laptop.click_cell(Offset(cell_len(line[:x]) + 2, y))
            await laptop.settled()


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


async def screens(laptop: AppDriver) -> AsyncIterator[Place]:
    """Return each screen of a session while it is shown."""
    for question in laptop.session.questionnaire.questions:
        await laptop.go(question.id)
        yield laptop.place
    for command in ("note", "jump", "help", "review", "report"):
        await laptop.command(command)
        await laptop.until(lambda: laptop.place is not Place.INTERVIEW, command)
        await laptop.settled()
        yield laptop.place
        for menu in laptop.screen.query("#agenda").results(Menu):
            for _ in menu.entries:
                await laptop.press("down")
                yield laptop.place
            await laptop.command("export")
            await laptop.on(Place.DIALOG)
            yield laptop.place
            await laptop.command("leave")
        await laptop.command("leave")
        await laptop.on(Place.INTERVIEW)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_every_screen_shows_a_wild_text_as_it_is(size: tuple[int, int], text: str) -> None:
    async with running(size, path=wild_session(text)) as laptop:
        async for place in screens(laptop):
            assert_inert(laptop)
            if text == MARKUP and place in (Place.INTERVIEW, Place.REPORT):
                assert laptop.shows("[/red]"), laptop.text


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_click_on_what_looks_like_an_action_is_no_more_than_a_click(
    size: tuple[int, int],
) -> None:
    async with running(size, path=wild_session(MARKUP)) as laptop:
        for command in (None, "review", "report"):
            if command:
                await laptop.command(command)
                await laptop.until(lambda: laptop.place is not Place.INTERVIEW, command)
                await laptop.settled()
            assert laptop.shows("[@click=app.quit]")
            await click_on(laptop, "[@click=app.quit]")
            assert_inert(laptop)
            if command:
                await laptop.command("leave")
                await laptop.on(Place.INTERVIEW)


async def test_the_handover_and_home_show_wild_names_as_they_are() -> None:
    async with running(path=wild_session(MARKUP, Reveal.END), coming_in=False) as laptop:
        while laptop.place is not Place.HANDOVER:
            await laptop.command("other_side" if laptop.place is Place.INTERVIEW else "next")
            await laptop.settled()
        assert laptop.shows(MARKUP)
        assert_inert(laptop)
        while not isinstance(laptop.screen, InterviewScreen):
            await laptop.command("next")
            await laptop.settled()
        await laptop.command("leave")
        await laptop.on(Place.HOME)
        await laptop.settled()
        assert laptop.shows("L [/red]")
        assert_inert(laptop)


@pytest.mark.parametrize("text", [MARKUP, CONTROLS, f"{CONTROLS}\n{MARKUP}"])
async def test_what_is_pasted_into_a_note_is_cleaned_while_it_is_shown_and_kept(text: str) -> None:
    async with running(path=put_down(fresh())) as laptop:
        question, party = laptop.at
        await laptop.press("f6")
        await laptop.on(Place.DIALOG)
        await laptop.paste(text)
        await laptop.drawn()
        assert_inert(laptop)
        assert laptop.shows(one_line(text))
        assert laptop.screen.query_one(TextArea).has_focus
        await laptop.press("ctrl+s")
        await laptop.on(Place.INTERVIEW)
        assert laptop.answer(party, question).note == clean(text)
        assert_inert(laptop)


async def test_what_is_pasted_as_a_name_is_cleaned_while_it_is_shown_and_kept() -> None:
    names = [f"{side} {MARKUP[:30]}{CONTROLS}" for side in "LR"]
    async with running() as laptop:
        await laptop.set_up()
        for field, name in zip(("left-name", "right-name"), names, strict=True):
            laptop.screen.query_one(f"#{field}", Input).focus()
            await laptop.until(lambda f=field: laptop.screen.focused.id == f, "the focus")
            await laptop.paste(name)
            await laptop.drawn()
            assert_inert(laptop)
        await laptop.command("start")
        await laptop.until(lambda: laptop.app.document is not None, "the session")
        await laptop.settled()
        assert list(laptop.session.names.values()) == [one_line(name) for name in names]
        assert_inert(laptop)


async def test_what_is_pasted_as_a_path_is_cleaned_while_it_is_shown() -> None:
    async with running(path=put_down(fresh())) as laptop:
        await laptop.command("report")
        await laptop.on(Place.REPORT)
        await laptop.command("export")
        await laptop.on(Place.DIALOG)
        await laptop.paste(CONTROLS)
        await laptop.drawn()
        assert_inert(laptop)
        await laptop.press("enter")
        await laptop.settled()
        assert_inert(laptop)
