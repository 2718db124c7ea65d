"""The discussion: item after item above the form of what is decided, without leaving."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.app.app_driver import SMALL, WIDE, AppDriver
from tests.app.app_runner import running
from tui.commands import Place
from tui.domain.agreeing import IN_COMMON, proposals
from tui.domain.minutes import Decision
from tui.presenters.item_page import ItemPage
from tui.screens.discussion import DiscussionScreen
from tui.widgets.clean_fields import GrowingText
from tui.widgets.decision_form import DecisionForm
from tui.widgets.menu import Menu
from tui.widgets.pager import Pager
from tui.widgets.radio_row import RadioRow

VAST = (200, 50)
FIRST = "Net of refunds, from the platform's export."


@asynccontextmanager
async def talking(size: tuple[int, int] = WIDE) -> AsyncIterator[AppDriver]:
    """Run the app until the discussion of the example's first area."""
    async with running(size, example=True) as driver:
        await driver.command("onward")
        await driver.on(Place.REVIEW)
        yield driver


def item(driver: AppDriver) -> str | None:
    assert isinstance(driver.screen, DiscussionScreen)
    return driver.screen.item


def decision(driver: AppDriver, question: str | None = None) -> Decision:
    return driver.session.minutes.decision(question or item(driver) or "")


def shown(driver: AppDriver) -> set[str]:
    """Return which of list and item are in sight."""
    return {each for each in ("agenda", "item") if driver.screen.query_one(f"#{each}").display}


async def come_to(driver: AppDriver, question: str) -> None:
    """Go down the list to an item."""
    while item(driver) != question:
        before = item(driver)
        await driver.press("pagedown")
        assert item(driver) != before


@pytest.mark.parametrize("size", [SMALL, WIDE, VAST])
async def test_items_are_decided_one_after_the_other_by_few_keys(size: tuple[int, int]) -> None:
    async with talking(size) as driver:
        people = [name for s in driver.session.sheets for name in s.party.answered_by]
        await driver.press("enter")
        decided = []
        for place in range(2):
            name = item(driver)
            decided.append(name)
            await driver.press("1", "enter")
            await driver.write(FIRST)
            await driver.press("enter", str(place + 1), "enter")
            await driver.write("+2w")
            await driver.press("pagedown")
            told = decision(driver, name)
            assert (told.text, told.owner) == (FIRST, people[place])
            assert told.due is not None
            assert told.value is not None
            assert item(driver) != name
            assert driver.is_deciding
        assert len(set(decided)) == 2
        if size != SMALL:
            assert driver.text.count(driver.say("item.decided")) >= 2


async def test_what_both_accept_can_be_agreed_on() -> None:
    async with talking() as driver:
        listed = [entry.id for entry in driver.screen.query_one(Menu).entries]
        session = driver.session
        question, common = next(
            (asked, each)
            for asked in session.questionnaire.questions
            for each in proposals(session, asked)
            if each.way == IN_COMMON and asked.id in listed
        )
        await come_to(driver, question.id)
        await driver.press("enter", "4")
        assert decision(driver).value == common.value
        assert decision(driver).taken_from is None
        assert driver.screen.query_one("#agreed", RadioRow).value == IN_COMMON


async def test_a_clause_is_begun_with_its_draft_and_one_key_goes_from_gap_to_gap() -> None:
    async with talking() as driver:
        await come_to(driver, "gmv_definition")
        await driver.press("enter", "1")
        fields = list(driver.screen.query(".clause").results(GrowingText))
        assert decision(driver).clause["zh-CN"] == fields[0].text  # kept without a walk through it
        first = fields[0].text
        await driver.press("2")
        await driver.until(lambda: fields[0].text != first, "the clause of the other answer")
        await driver.press("1")
        await driver.until(lambda: fields[0].text == first, "the clause of the first")
        await driver.press("ctrl+g")
        assert driver.screen.focused is fields[0]
        agreed = driver.answer("brand", "gmv_definition").value
        assert agreed is not None
        words = driver.session.questionnaire["gmv_definition"].wording(agreed, "zh-CN")
        assert words in fields[0].text
        assert fields[0].selected_text == "……"
        await driver.press(*"净额")
        await driver.press("ctrl+g")
        assert "净额" in fields[0].text
        assert fields[0].selected_text == "……"
        while driver.screen.focused is fields[0]:
            await driver.press("ctrl+g")
        assert fields[1].selected_text == "…"
        assert "净额" in decision(driver).clause["zh-CN"]
        assert decision(driver).clause["en"] == fields[1].text


async def test_somebody_who_is_not_at_the_table_can_be_named() -> None:
    async with talking() as driver:
        people = [name for s in driver.session.sheets for name in s.party.answered_by]
        await driver.press("enter", "down", "down")
        await driver.press(str(len(people) + 1), "enter")
        await driver.write("Counsel")
        await driver.settled()
        assert decision(driver).owner == "Counsel"
        await driver.press("up", str(len(people) + 2))
        assert decision(driver).owner == ""


async def test_half_a_date_is_asked_about_once_by_each_way_out() -> None:
    async with talking() as driver:
        await driver.press("enter", "down", "down", "down")
        await driver.write("fr")
        before = item(driver)
        await driver.press("pagedown")
        assert item(driver) == before
        assert driver.shows(driver.say("minutes.no_date")[:20])
        await driver.press("pagedown")
        assert item(driver) != before
        assert decision(driver, before).due is None


async def test_undo_shows_the_item_that_it_changes() -> None:
    async with talking() as driver:
        await driver.press("enter", "1")
        first = item(driver)
        await driver.press("pagedown", "pagedown")
        await driver.command("undo")
        assert item(driver) == first
        assert decision(driver).value is None
        assert driver.screen.query_one("#agreed", RadioRow).value == ""
        await driver.command("redo")
        assert decision(driver).value is not None


async def test_a_narrow_screen_shows_the_list_in_the_place_of_the_item() -> None:
    async with talking(SMALL) as driver:
        await driver.press("enter")
        assert shown(driver) == {"item"}
        await driver.press("f2")
        assert shown(driver) == {"agenda"}
        assert driver.focused == "agenda"
        await driver.press("down", "enter")
        assert driver.is_deciding
        assert shown(driver) == {"item"}


async def test_what_there_is_no_room_for_is_in_the_help() -> None:
    async with talking(SMALL) as driver:
        await come_to(driver, "gmv_definition")
        guide = driver.session.questionnaire["gmv_definition"].guide["en"]
        assert not driver.shows(guide[:30])
        await driver.command("help")
        await driver.on(Place.LIST)
        assert driver.shows(guide[:30])


@pytest.mark.parametrize("key", ["down", "pagedown"])
async def test_a_picture_is_drawn_once_for_a_key(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = list[tuple[object, ...]]()
    draw = ItemPage._picture

    def noting(self: ItemPage, *args: object, **others: object) -> object:
        drawn.append(args)
        return draw(self, *args, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(ItemPage, "_picture", noting)
    async with talking() as driver:
        await driver.press("pagedown")
        for _ in range(3):
            drawn.clear()
            await driver.press(key)
            await driver.settled()
            assert len(drawn) == 1


async def test_an_answer_that_is_revised_leads_back_to_the_item() -> None:
    async with talking() as driver:  # both see all of it: what is revised is the answer itself
        await come_to(driver, "gmv_definition")
        await driver.command("anew")
        await driver.on(Place.INTERVIEW)
        party = driver.at[1]
        before = driver.answer(party, "gmv_definition").value
        await driver.press("2")
        await driver.command("next")
        await driver.on(Place.REVIEW)
        assert item(driver) == "gmv_definition"
        assert driver.answer(party, "gmv_definition").value != before


async def test_who_was_writing_the_minutes_goes_on_in_them() -> None:
    async with talking() as driver:
        await come_to(driver, "gmv_definition")
        await driver.command("decide")
        await driver.command("anew")
        await driver.on(Place.INTERVIEW)
        await driver.press("2")
        await driver.command("next")
        await driver.on(Place.REVIEW)
        assert driver.screen.query_one(DecisionForm).has_focus_within


async def test_the_time_of_an_item_is_put_down_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("tui.screens.talk_clock.monotonic", lambda: now)
    async with talking() as driver:
        await driver.press("enter")
        first = item(driver)
        now += 125
        await driver.press("pagedown")
        assert decision(driver, first).seconds == 125
        assert driver.session.minutes.meeting.seconds == 125
        assert driver.shows(driver.say("item.talked"))
        assert driver.session.undone("") is None  # nothing takes time back


async def test_form_and_page_share_the_height_without_a_gap() -> None:
    async with talking(VAST) as driver:
        await driver.press("enter")
        await driver.settled()
        page, form = driver.screen.query_one("#page", Pager), driver.screen.query_one(DecisionForm)
        assert form.region.y == page.region.bottom
        assert len(page.rows) + 1 >= page.region.height
