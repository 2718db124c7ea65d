"""The decisions as a page of their own: come to from everywhere, and what becomes of each."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.app.app_driver import SMALL, WIDE, AppDriver
from tests.app.app_runner import NAMES, put_down, running
from tests.app.key_stands import decided, paper, talked, unrated
from tui.commands import Place
from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.minutes import Decision
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.formats.report import report_bytes
from tui.i18n import Language, Phrases
from tui.phrasing.marks import UNICODE
from tui.presenters.item_page import ItemPage
from tui.presenters.statistics_pages import StatisticsPages
from tui.screens.decisions import DecisionsScreen
from tui.screens.interview import InterviewScreen
from tui.storage.sessions import open_session
from tui.themes import DARK, colours
from tui.widgets.appearance import Appearance
from tui.widgets.decision_form import DecisionForm
from tui.widgets.menu import Menu

TODAY = date.today()
DONE, DROPPED, OPEN = DecisionState.DONE, DecisionState.DROPPED, DecisionState.OPEN
LEFT = Carried(
    day=TODAY - timedelta(90),
    text=LocalizedText({"zh-CN": "库存怎么办？", "en": "What of the stock?"}),
    name=LocalizedText({"zh-CN": "库存", "en": "Stock"}),
    decision="Return it\n退回",
    owner="Lin",
    due=TODAY - timedelta(3),
    clause=LocalizedText({"zh-CN": "双方同意", "en": "The parties agree"}),
)


def carrying(session: Session) -> Session:
    """Return a session that was left something by the one before."""
    return replace(session, minutes=replace(session.minutes, carried=(LEFT,)))


def state(driver: AppDriver, question: str = "two") -> DecisionState:
    return driver.session.minutes.decision(question).state


def listed(driver: AppDriver) -> list[str]:
    """Return what the list shows, in its order."""
    return [entry.id for entry in driver.screen.query_one(Menu).entries if entry.id]


async def test_a_key_says_what_came_of_a_decision_and_undo_takes_it_back() -> None:
    folder = put_down(decided(), paper())
    async with running(path=folder) as driver:
        await driver.press("ctrl+d")
        await driver.press("enter")
        assert state(driver) is DONE
        await driver.press("space")
        assert state(driver) is DROPPED
        assert driver.shows(driver.say("decisions.dropped"))
        await driver.press("ctrl+z", "ctrl+z")
        assert state(driver) is OPEN
        await driver.press("ctrl+z")
        assert driver.shows(driver.say("base.nothing_to_undo"))
        assert driver.session.minutes.decision("two").is_taken
        await driver.press("ctrl+y", "escape")
        assert driver.place is Place.INTERVIEW
    assert open_session(folder, read_only=True).session.minutes.decision("two").state is DONE


async def test_a_session_that_was_left_something_begins_with_that() -> None:
    folder = put_down(carrying(unrated()), paper())
    async with running(path=folder, coming_in=False) as driver:
        assert isinstance(driver.screen, DecisionsScreen)
        assert driver.shows(driver.say("decisions.begins"))
        await driver.press("enter", "f8")
        assert driver.session.minutes.carried == (replace(LEFT, state=DONE),)
        await driver.on(Place.AREA_START)
        await driver.press("enter")
    async with running(path=folder, coming_in=False) as driver:
        assert not isinstance(driver.screen, DecisionsScreen)


@pytest.mark.parametrize("reveal", [Reveal.LIVE, Reveal.AREA])
async def test_what_was_left_is_shown_once_also_where_nothing_else_is_done(reveal: Reveal) -> None:
    folder = put_down(replace(carrying(unrated()), reveal=reveal), paper())
    async with running(path=folder, coming_in=False) as driver:
        assert isinstance(driver.screen, DecisionsScreen)
        await driver.press("f8")
        await driver.on(Place.AREA_START if reveal is Reveal.LIVE else Place.HANDOVER)
    async with running(path=folder, coming_in=False) as driver:
        if reveal is Reveal.AREA:
            await driver.on(Place.HANDOVER)
            await driver.press("ctrl+r")
        await driver.on(Place.AREA_START)


async def test_of_what_was_put_off_it_is_never_said_that_it_was_decided() -> None:
    parked = replace(LEFT, is_parked=True, decision="")
    told = replace(carrying(decided()).minutes, carried=(parked, replace(parked, state=DONE), LEFT))
    session = replace(decided(), minutes=replace(decided().minutes, carried=told.carried))
    async with running(WIDE, path=put_down(session, paper())) as driver:
        await driver.press("ctrl+d")
        assert driver.shows(driver.say("decisions.counts", open=2, all=4))
        assert driver.shows(driver.say("decisions.parked", parked=1))
        assert driver.shows("parked")
        await driver.press("down")
        assert driver.shows(driver.say("decisions.done"))
        assert driver.shows(driver.say("decisions.meeting_of"))
        assert not driver.shows("ecided")


async def test_a_decision_is_told_in_full_and_in_both_languages() -> None:
    folder = put_down(carrying(unrated()), paper())
    for language in Language:
        async with running(WIDE, language, path=folder, coming_in=False) as driver:
            for text in ("库存怎么办？", "What of the stock?", "Return it", "退回", "双方同意"):
                assert driver.shows(text)
            assert driver.shows(driver.say("decisions.is_overdue"))


async def test_the_earliest_is_first_and_what_waits_for_nobody_says_so() -> None:
    session = carrying(talked()).decided(Decision(question="one", text="a"))
    for question, days in (("two", 9), ("three", 2)):
        session = session.decided(
            Decision(question=question, text="b", due=TODAY + timedelta(days), owner="Wu")
        )
    async with running(path=put_down(session, paper())) as driver:
        await driver.press("ctrl+d")
        assert listed(driver) == ["*0", "three", "two", "one"]
        assert driver.shows(driver.say("decisions.no_owner"))
        assert not driver.shows(driver.say("decisions.begins"))


async def test_a_report_out_of_a_file_shows_states_and_changes_none(tmp_path: Path) -> None:
    path = tmp_path / "report.toml"
    path.write_bytes(report_bytes(report(carrying(decided()).came_to("two", DROPPED))))
    async with running(path=path) as driver:
        await driver.on(Place.REPORT)
        await driver.press("ctrl+d")
        assert listed(driver) == ["*0", "two"]
        assert driver.shows(driver.say("decisions.dropped"))
        await driver.press("enter")
        assert driver.shows(driver.say("decisions.read_only"))
        assert driver.shows(driver.say("decisions.dropped"))


async def test_home_opens_a_session_at_its_decisions() -> None:
    folder = put_down(decided(), paper())
    async with running() as driver:
        await driver.until(lambda: driver.shows(NAMES[0]), "the session")
        menu = driver.screen.query_one(Menu)
        menu.update(menu.entries, f"session:{folder}")
        await driver.press("ctrl+d")
        await driver.on(Place.DECISIONS)
        await driver.press("escape")
        assert isinstance(driver.screen, InterviewScreen)


async def test_the_discussion_leaves_states_to_their_own_page() -> None:
    async with running(SMALL, path=put_down(decided(), paper())) as driver:
        await driver.press("f8", "ctrl+d", "enter", "escape", "ctrl+z")
        assert driver.place is Place.REVIEW
        assert state(driver) is DONE


async def test_the_key_means_the_same_where_people_write() -> None:
    async with running(WIDE, path=put_down(decided(), paper())) as driver:
        await driver.press("f8", "down", "enter")
        assert driver.screen.query_one(DecisionForm).has_focus_within
        before = driver.session.minutes
        await driver.press("tab", "home", "ctrl+d")
        assert driver.place is Place.DECISIONS
        after = driver.session.minutes.decisions
        assert {name: replace(each, seconds=0) for name, each in after.items()} == before.decisions


async def test_a_report_of_the_session_tells_what_was_changed_meanwhile() -> None:
    async with running(path=put_down(decided(), paper())) as driver:
        await driver.press("f9", "ctrl+d", "enter", "escape")
        assert driver.place is Place.REPORT
        told = driver.screen.report  # type: ignore[attr-defined]
        assert [each.state for each in told.decisions] == [DONE]


def test_what_was_left_is_told_at_its_question_and_in_the_report() -> None:
    session = decided()
    question = session.questionnaire["two"]
    left = replace(LEFT, text=question.text.format(session.names))
    session = replace(session, minutes=replace(session.minutes, carried=(left,)))
    told = report(session)
    appearance = Appearance(Phrases(Language.ENGLISH), UNICODE, colours(DARK))
    asked = next(each for each in told.questions if each.id == "two")
    page = ItemPage(told, appearance, 90).fitting(asked, NO_TEXT, 60)
    assert any("Last time" in row.content.plain for row in page.rows)
    assert any("Return it" in row.content.plain for row in page.rows)
    sections = StatisticsPages(told, appearance, 90).sections()
    shown = [row.content.plain for row in sections]
    assert any("From the last meeting 1" in row for row in shown)
    assert any("Stock" in row and "open" in row for row in shown)
