"""Hand-overs and reveals: a key of their own, nothing typed ahead, and a way back."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.app.app_driver import SMALL, AppDriver
from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import written
from tui.commands import Place
from tui.domain.answers import Answer
from tui.domain.minutes import Revision
from tui.domain.position import Position, Stage
from tui.domain.reveal import Reveal
from tui.domain.session import Session

BRAND, AGENCY = "brand", "agency"
PAPER = """
format = 1
[questionnaire]
id = "gates"
version = "1.0.0"
languages = ["en", "zh-CN"]
title = { en = "Gates", zh-CN = "关" }
[party.brand]
name = { en = "Brand", zh-CN = "品牌方" }
[party.agency]
name = { en = "Agency", zh-CN = "代运营" }
[area.goals]
title = { en = "Goals", zh-CN = "目标" }
[area.trust]
title = { en = "Trust", zh-CN = "信任" }
[question.aim]
area = "goals"
type = "choice"
core = true
text = { en = "Which aim?", zh-CN = "什么目标？" }
choices.a = { en = "first aim", zh-CN = "甲" }
choices.b = { en = "second aim", zh-CN = "乙" }
[question.days]
area = "goals"
type = "number"
core = true
min = 0
max = 99
text = { en = "How many days?", zh-CN = "几天？" }
[question.wish]
area = "trust"
type = "text"
core = true
text = { en = "Which wish?", zh-CN = "有什么愿望？" }
"""


def paper() -> Path:
    return written("gates", PAPER)


def begun(reveal: Reveal, answers: Mapping[str, Mapping[str, object]] | None = None) -> Path:
    """Return the folder of a session; the answers are values by party and question."""
    session = fresh(reveal, questionnaire=paper())
    for party, said in (answers or {}).items():
        for question, value in said.items():
            session = session.answered(party, question, said_as(session, question, value))
    for area in ("goals", "trust"):
        for party in (BRAND, AGENCY):
            session = session.rated(party, area, 2)
            session = session.declared_finished(party, [area])  # where all of it is answered
    return put_down(session, paper())


def said_as(session: Session, question: str, value: object) -> Answer:
    return Answer(value=session.questionnaire[question].read(value))


BOTH_BUT_ONE: dict[str, dict[str, object]] = {
    "brand": {"aim": "a", "days": 7},
    "agency": {"aim": "b"},
}


async def test_a_held_enter_runs_through_neither_hand_over_nor_reveal() -> None:
    async with running(path=begun(Reveal.AREA)) as driver:
        await driver.press("1", "enter", "7")
        driver.send(*["enter"] * 40)
        await driver.on(Place.HANDOVER)
        assert driver.session.position == Position(AGENCY, Stage.HANDOVER)
        await driver.command("ready")
        await driver.on(Place.INTERVIEW)
        await driver.press("2", "enter", "9")
        driver.send(*["enter"] * 40)
        await driver.on(Place.REVEAL)
        assert not driver.session.both_finished("goals")
        await driver.command("ready")
        await driver.on(Place.REVIEW)
        assert driver.session.both_finished("goals")


@pytest.mark.parametrize("key", ["enter", "space", "tab", "f8", "1", "f9"])
async def test_no_other_key_passes_a_hand_over(key: str) -> None:
    async with running(path=begun(Reveal.AREA), coming_in=False) as driver:
        await driver.on(Place.HANDOVER)
        before = driver.session
        await driver.press(key)
        assert driver.place is Place.HANDOVER
        assert driver.session == before


async def test_what_is_typed_ahead_does_not_reach_a_hand_over() -> None:
    async with running(path=begun(Reveal.AREA)) as driver:
        driver.send("tab", "ctrl+r", "ctrl+r", "1")  # before anybody can have seen it
        await driver.on(Place.HANDOVER)
        assert not driver.answer(AGENCY, "aim").is_answered


async def test_a_slip_to_the_other_side_leads_back_behind_a_cover() -> None:
    async with running(path=begun(Reveal.AREA)) as driver:
        await driver.press("1", "enter")
        assert driver.at == ("days", BRAND)
        await driver.command("other_side")
        await driver.on(Place.HANDOVER)
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)
        assert driver.at == ("days", BRAND)
        await driver.command("back")  # whoever holds the laptop sees nothing of it yet
        await driver.on(Place.HANDOVER)
        assert not driver.shows("first aim")
        await driver.command("ready")
        await driver.on(Place.INTERVIEW)
        assert driver.at == ("aim", BRAND)
        assert driver.shows("first aim")
        await driver.command("undo")  # its turn has not ended by the slip
        assert not driver.answer(BRAND, "aim").is_answered


async def test_from_a_reveal_one_can_go_back_and_change_the_answer() -> None:
    async with running(path=begun(Reveal.AREA, BOTH_BUT_ONE)) as driver:
        await to_the_reveal(driver)
        assert not driver.shows("first aim")
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)
        assert not driver.shows("first aim")
        assert not driver.session.both_finished("goals")


async def to(driver: AppDriver, party: str) -> None:
    """Have a party come to the keyboard."""
    if driver.at[1] != party:
        await driver.command("other_side")
        await driver.on(Place.HANDOVER)
        await driver.command("ready")
        await driver.come_in()
    assert driver.at[1] == party


async def to_the_reveal(driver: AppDriver) -> None:
    """Answer what is left of `BOTH_BUT_ONE`, and be done with the area."""
    await to(driver, AGENCY)
    await driver.go("days")
    await driver.press("9")
    await driver.command("onward")
    await driver.on(Place.AREA_END)
    await driver.command("onward")
    await driver.on(Place.REVEAL)


# One question at a time.


async def test_the_second_partys_enter_lets_answers_meet_and_not_its_first_key() -> None:
    async with running(path=begun(Reveal.QUESTION)) as driver:
        await driver.go("days")
        await driver.press("7", "enter")
        await driver.on(Place.HANDOVER)
        await driver.command("ready")
        await driver.on(Place.INTERVIEW)
        assert driver.at == ("days", AGENCY)
        await driver.press("2", "5")
        assert driver.answer(AGENCY, "days").value == 25
        await driver.press("ctrl+f")
        assert driver.session.met == frozenset()
        await driver.press("enter")
        assert driver.session.met == {"days"}
        assert driver.at[0] == "days"  # both look at it before anyone goes on
        assert driver.session.minutes.revisions == ()


async def test_finishing_an_area_lets_all_meet_that_both_have_answered() -> None:
    both = {"aim": "a", "days": 7}
    async with running(path=begun(Reveal.QUESTION, {BRAND: both, AGENCY: both})) as driver:
        await driver.go("aim")
        await driver.command("onward")
        await driver.on(Place.AREA_END)
        await driver.command("onward")
        await driver.on(Place.REVEAL)
        assert driver.session.met == frozenset()
        await driver.command("ready")
        await driver.on(Place.REVIEW)
        assert driver.session.met == {"aim", "days"}


# Second answers.


def met() -> Path:
    """Return the folder of a session whose first area has met."""
    both = {"aim": "a", "days": 7}
    session = fresh(Reveal.AREA, questionnaire=paper())
    for party in (BRAND, AGENCY):
        for question, value in both.items():
            session = session.answered(party, question, said_as(session, question, value))
        session = session.declared_finished(party, ["goals"])
    for area in ("goals", "trust"):
        for party in (BRAND, AGENCY):
            session = session.rated(party, area, 2)
    return put_down(session, paper())


def revisions(driver: AppDriver) -> tuple[Revision, ...]:
    return driver.session.minutes.revisions


async def test_a_second_answer_is_changed_freely_and_given_once_with_one_reason() -> None:
    async with running(path=met()) as driver:
        await driver.go("days")
        await driver.press("2", "5")
        assert driver.place is Place.INTERVIEW  # no letter is asked for its reason
        assert driver.answer(BRAND, "days").value == 7
        assert not revisions(driver)
        await driver.press("enter")
        await driver.on(Place.DIALOG)
        await driver.write("new figures")
        await driver.press("ctrl+s")
        await driver.on(Place.INTERVIEW)
        (revision,) = revisions(driver)
        assert (revision.before.value, revision.after.value) == (7, 25)
        assert revision.reason == "new figures"
        assert driver.at[0] == "days"
        await driver.command("undo")  # taken back, and in the making again
        assert not revisions(driver)
        assert driver.session.current(BRAND, "days").value == 25


async def test_a_second_answer_in_the_making_comes_back_with_its_reason() -> None:
    folder = met()
    async with running(path=folder) as driver:
        await driver.go("days")
        await driver.press("2", "5", "enter")
        await driver.on(Place.DIALOG)
        await driver.write("new fig")
    async with running(path=folder) as driver:
        assert driver.at == ("days", BRAND)
        assert driver.shows("25")
        await driver.press("enter")
        await driver.on(Place.DIALOG)
        assert driver.shows("new fig")


@pytest.mark.parametrize("language", ["en", "zh-CN"])
async def test_a_question_that_has_met_is_read_by_both(language: str) -> None:
    async with running(path=met()) as driver:
        await driver.go("days")
        assert driver.shows({"en": "How many days?", "zh-CN": "几天？"}[language])


async def test_a_second_answer_can_be_begun_from_the_discussion() -> None:
    async with running(path=met()) as driver:
        await driver.go("aim")
        await driver.command("onward")
        await driver.on(Place.REVIEW)
        await driver.press("down", "ctrl+n")
        await driver.on(Place.INTERVIEW)
        assert driver.at[0] in ("aim", "days")


# Coming back.


@pytest.mark.parametrize(
    "stage", ["question", "area_end", "handover", "reveal", "discussion", "minutes"]
)
async def test_a_session_is_opened_where_it_was_left(stage: str) -> None:
    is_late = stage in ("discussion", "minutes")
    folder = met() if is_late else begun(Reveal.AREA, BOTH_BUT_ONE)
    async with running(path=folder) as driver:
        await leave_at(driver, stage)
        place, position = driver.place, driver.session.position
        at = driver.at
    async with running(path=folder, coming_in=False) as driver:
        if not is_late:
            await driver.on(Place.REVEAL if stage == "reveal" else Place.HANDOVER)
            assert driver.session.position is not None
            turn = driver.session.position.turn
            assert stage == "reveal" or driver.shows(driver.session.names[turn])
            if stage not in ("handover", "reveal"):
                await driver.command("ready")
        await driver.on(place)
        assert position is not None
        assert driver.session.position is not None
        assert driver.session.position.turn == position.turn
        if stage == "question":
            assert driver.at == at


async def leave_at(driver: AppDriver, stage: str) -> None:
    """Come to a stage of the session."""
    match stage:
        case "question":
            await to(driver, AGENCY)
            await driver.go("days")
        case "area_end":
            await driver.go("aim")
            await driver.command("onward")
            await driver.on(Place.AREA_END)
        case "handover":
            await driver.command("other_side")
            await driver.on(Place.HANDOVER)
        case "reveal":
            await to_the_reveal(driver)
        case _:
            await driver.go("aim")
            await driver.command("onward")
            await driver.on(Place.REVIEW)
            if stage == "minutes":
                await driver.press("down", "enter")
                assert driver.is_deciding


async def test_a_finished_session_opens_on_its_report() -> None:
    all_of_it = {"aim": "a", "days": 7, "wish": "none"}
    async with running(
        path=begun(Reveal.LIVE, {BRAND: all_of_it, AGENCY: all_of_it}), coming_in=False
    ) as driver:
        await driver.on(Place.REPORT)
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)
        assert driver.shows("first aim")


# Languages.


async def test_each_party_reads_its_own_language_in_its_turn() -> None:
    async with running(SMALL, path=begun(Reveal.AREA)) as driver:
        assert driver.at[1] == BRAND
        assert driver.shows("go on")
        assert driver.session.sheet(AGENCY).party.language == "zh-CN"
        await driver.command("other_side")
        await driver.on(Place.HANDOVER)
        assert driver.shows("准备好了")
        await driver.command("ready")
        await driver.on(Place.INTERVIEW)
        for chinese in ("继续", "目标", "换一方"):
            assert driver.shows(chinese)
        await driver.command("jump")
        await driver.on(Place.LIST)
        assert driver.shows("全部问题")
        await driver.command("leave")
        await driver.command("onward")
        await driver.on(Place.AREA_END)
        assert driver.shows("这个领域答完了")
        await driver.command("leave")
        await driver.command("language")
        await driver.until(lambda: driver.shows("go on"), "the other language")
        await driver.command("leave")
        await driver.on(Place.HOME)
        assert driver.shows("Go on")  # the interface's own language was never switched


# What is half done, wherever it is.


async def test_a_guess_that_is_half_done_comes_back() -> None:
    paper_with_guess = PAPER.replace('type = "number"\n', 'type = "number"\npredict = true\n')
    paper_file = written("guessed", paper_with_guess)
    session = fresh(Reveal.AREA, questionnaire=paper_file)
    for question, value in {"aim": "a", "days": 7}.items():
        session = session.answered(BRAND, question, said_as(session, question, value))
    folder = put_down(session.rated(BRAND, "goals", 2), paper_file)
    async with running(path=folder) as driver:
        await driver.go("days")
        await driver.command("onward")
        await driver.on(Place.AREA_END)
        await driver.command("onward")
        await driver.on(Place.GUESSES)
        await driver.press("1", ",")
    async with running(path=folder, coming_in=False) as driver:
        await driver.on(Place.HANDOVER)
        await driver.command("ready")
        await driver.on(Place.GUESSES)
        assert driver.box.field is not None
        assert driver.box.field.draft == "1,"
        assert driver.answer(BRAND, "days").guess is None


async def test_a_wide_blank_is_typed_in_every_text() -> None:
    async with running(path=begun(Reveal.LIVE)) as driver:
        await driver.command("note")
        await driver.on(Place.DIALOG)
        await driver.press("好", "\u3000", "啊")
        await driver.command("leave")
        await driver.on(Place.INTERVIEW)
        assert driver.answer(BRAND, "aim").note == "好\u3000啊"


async def test_the_other_side_is_handed_what_is_still_hidden() -> None:
    answers = {"brand": {"aim": "a", "days": 7}, "agency": {"aim": "b", "days": 7}}
    async with running(path=begun(Reveal.AREA, answers)) as driver:
        await driver.go("aim")
        await driver.command("other_side")  # which is now left at what both have seen
        await driver.command("other_side")
        await driver.go("wish")
        party = driver.at[1]
        assert driver.session.sheet(driver.session.questionnaire.other(party)).at == "aim"
        await driver.command("other_side")
        await driver.on(Place.HANDOVER)
        area = driver.session.questionnaire.area("trust").title["en"]
        assert driver.shows(area)
        await driver.press("ctrl+r")
        await driver.on(Place.INTERVIEW)
        assert driver.at == ("wish", driver.session.questionnaire.other(party))
