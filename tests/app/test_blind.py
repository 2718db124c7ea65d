"""Blind answers: whatever one party said, the other's screens are the same and hold none of it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.app_driver import SMALL, WIDE, AppDriver, targets
from tests.app.app_runner import fresh, put_down, running
from tests.app.leak_inspector import held, held_text
from tests.app.questionnaire_files import of_each_type, with_a_gated_area
from tests.sample_answers import CANARY, NUMBERS, reply, secret
from tui.commands import Place
from tui.domain.answers import NOTHING, Answer, Firmness, NonAnswer
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.screens.guess import questions_to_guess
from tui.screens.results import OVERVIEW
from tui.widgets.answer_box import AnswerBox
from tui.widgets.menu import Menu

OWNER = 0
"""Which party has answered, where a test says no other."""


def answered(session: Session, which: int = 0, owner: int = OWNER) -> Session:
    """Return the session in which the owner has said and finished all that there is to say.

    The viewer has answered too, as far as that reveals nothing.
    """
    ids = session.questionnaire.party_ids
    for number, question in enumerate(session.questionnaire.questions):
        beside = Answer(
            note=f"{CANARY} note {which}",
            private_note=f"{CANARY} private {which}",
            guess=secret(question, which) if question.predict else None,
            firmness=list(Firmness)[which],
        )
        said = replace(beside, value=secret(question, which))
        if number == 1:
            said = replace(beside, state=list(NonAnswer)[which], reason=f"{CANARY} reason {which}")
        session = session.answered(ids[owner], question.id, said)
        if session.reveal is not Reveal.QUESTION:
            plain = Answer(value=reply(question, 1).value)
            session = session.answered(ids[1 - owner], question.id, plain)
    areas = [area.id for area in session.questionnaire.areas]
    for area in areas:
        session = session.rated(ids[owner], area, 3 - which)
    return replace(session, histories={}).declared_finished(ids[owner], areas)


def at_the_table(which: int = 0, reveal: Reveal = Reveal.END, owner: int = OWNER) -> Path:
    """Return the folder of a session in which the owner has said all of its answers."""
    paper = of_each_type()
    return put_down(answered(fresh(reveal, questionnaire=paper), which, owner), paper)


async def viewer_sits_down(driver: AppDriver, owner: int = OWNER) -> None:
    """Go on until the viewer is at the keyboard."""
    viewer = driver.session.questionnaire.party_ids[1 - owner]
    while driver.place is not Place.INTERVIEW or driver.at[1] != viewer:
        if driver.place is Place.INTERVIEW:
            before = driver.where
            await driver.command("other_side")
            await driver.moved(before)
        else:
            await driver.come_closer()
    await driver.settled()


AWAY = ("note", "not_applicable", "jump", "help", "onward")
"""The commands that lead to another screen."""
HERE = ("undo", "redo", "report", "language", "theme", "language", "theme")
"""The commands that leave the viewer where it is."""


async def walked(driver: AppDriver) -> AsyncIterator[str]:
    """Return the name of each screen that the viewer can come to, while it is shown."""
    questions = driver.session.questionnaire.questions
    for question in questions:
        await driver.go(question.id)
        yield question.id
        if question not in (questions[0], questions[-1]):
            continue
        for command in AWAY:
            await driver.command(command)
            await driver.until(lambda: driver.place is not Place.INTERVIEW, command)
            await driver.settled()
            yield f"{question.id} {command}"
            await driver.command("leave")
            await driver.on(Place.INTERVIEW)
        for command in HERE:
            await driver.command(command)
            await driver.settled()
            assert driver.place is Place.INTERVIEW, command
            yield f"{question.id} {command}"
    await driver.command("other_side")
    await driver.on(Place.HANDOVER)
    await driver.settled()
    yield "handover"


def leaks(driver: AppDriver, owner_place: int = OWNER) -> list[str]:
    """Return what the screen or any widget has of the owner's answers."""
    owner, session = driver.session.questionnaire.party_ids[owner_place], driver.session
    secrets = [answer for answer in session.sheet(owner).answers.values() if answer != NOTHING]
    answers = (thing for thing in held(driver.app) if isinstance(thing, Answer))
    found = [f"{answer}" for answer in answers if answer in secrets]
    for where, text in (("shown", driver.text), ("held", held_text(driver.app))):
        if CANARY.casefold() in text.casefold():
            found.append(f"{where}: {CANARY}")
        found += [f"{where}: {n}" for n in NUMBERS & set(text.replace("%", " ").split())]
    return found


@pytest.mark.parametrize(
    ("reveal", "owner", "size"),
    [
        (Reveal.QUESTION, 0, SMALL),
        (Reveal.AREA, 1, WIDE),
        (Reveal.END, 1, SMALL),
        *(
            pytest.param(rule, owner, size, marks=pytest.mark.everywhere)
            for rule in Reveal
            for owner in (0, 1)
            for size in (SMALL, WIDE)
            if rule is not Reveal.LIVE
        ),
    ],
)
async def test_no_screen_of_the_other_party_shows_or_holds_what_was_answered_blind(
    reveal: Reveal,
    owner: int,
    size: tuple[int, int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[list[str]] = []
    for which in (0, 1):
        (tmp_path / str(which)).mkdir()
        monkeypatch.chdir(tmp_path / str(which))
        folder = at_the_table(which, reveal, owner)
        async with running(size, path=folder, coming_in=False) as driver:
            await viewer_sits_down(driver, owner)
            seen.append([])
            async for screen in walked(driver):
                assert leaks(driver, owner) == [], f"{screen} shows\n{driver.text}"
                seen[which].append(f"{screen}\n{driver.text}")
    assert seen[0] == seen[1]  # other answers, and not a character is another


async def test_a_guess_is_asked_for_without_a_word_of_what_is_to_be_guessed() -> None:
    session = fresh(Reveal.AREA)
    owner, viewer = session.questionnaire.party_ids
    area = session.questionnaire.areas[0].id
    for question in session.asked_of(viewer):
        if question.area == area:
            said = Answer(value=reply(question, 0).value, note=f"{CANARY} note", rev=question.rev)
            session = session.answered(owner, question.id, said)
            undecided = Answer(state=NonAnswer.UNDECIDED, rev=question.rev)
            session = session.answered(viewer, question.id, undecided)
    asked = [
        q.id for q in questions_to_guess(session.declared_finished(viewer, [area]), viewer, area)
    ]
    assert asked
    async with running(SMALL, path=put_down(session), coming_in=False) as driver:
        await viewer_sits_down(driver)
        await driver.go(asked[0])
        await driver.command("onward")
        await driver.on(Place.AREA_END)
        await driver.command("next")
        await driver.on(Place.GUESSES)
        while driver.place is Place.GUESSES:
            assert leaks(driver) == [], driver.text
            await driver.press("1")
            assert leaks(driver) == [], driver.text
            await driver.press("enter")
        await driver.on(Place.HANDOVER)
        assert leaks(driver) == [], driver.text
        assert any(driver.answer(viewer, question).guess for question in asked)


async def test_the_canaries_are_seen_where_they_may_be() -> None:
    """The searches above can fail: the owner's own screens are full of what they look for."""
    async with running(WIDE, path=at_the_table(), coming_in=False) as driver:
        await driver.come_in()
        while driver.at[1] != driver.session.questionnaire.party_ids[OWNER]:
            await driver.command("other_side")
            await driver.come_in()
        for kind in ("q_text", "q_number"):
            await driver.go(kind)
            found = " ".join(leaks(driver))
            assert "shown: " in found
            assert "held: " in found
            assert "Answer(" in found


async def test_a_blind_session_that_is_opened_again_first_asks_who_is_there() -> None:
    async with running(WIDE, path=at_the_table(), coming_in=False) as driver:
        assert leaks(driver) == [], driver.text


async def test_once_both_have_finished_the_report_shows_all_of_it() -> None:
    async with running(WIDE, path=at_the_table(), coming_in=False) as driver:
        await viewer_sits_down(driver)
        while driver.place is not Place.REPORT:
            before = driver.where
            await driver.go_on()
            await driver.moved(before)
        pages, menu = dict[str, str](), driver.screen.query_one("#agenda", Menu)
        await driver.press("enter", "end")  # from the map to the last of the list
        while menu.current not in pages and menu.current != OVERVIEW:
            pages[str(menu.current)] = driver.text
            await driver.press("up")
        first, second, *_ = driver.session.questionnaire.questions
        assert f"{CANARY} note 0" in pages[first.id]
        assert f"{CANARY} reason 0" in pages[second.id]
        assert f"{CANARY} 0" in pages["q_text"]
        for question, number in (("q_number", "73"), ("q_range", "71"), ("q_allocation", "67")):
            assert number in pages[question]


# Undo and clicks.


async def test_undo_and_redo_never_reach_into_the_turn_of_the_other() -> None:
    paper = of_each_type()
    folder = put_down(fresh(Reveal.END, questionnaire=paper), paper)
    async with running(WIDE, path=folder) as driver:
        owner, viewer = driver.session.questionnaire.party_ids
        question = driver.at[0]
        await driver.press("1", "2", "1")
        await driver.press("ctrl+z")  # one that could be made again
        said = driver.answer(owner, question)
        assert said.is_answered
        await viewer_sits_down(driver)
        for key in ("ctrl+z", "ctrl+y", "ctrl+z", "2", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+y"):
            await driver.press(key)
            assert driver.at[1] == viewer
            assert driver.answer(owner, question) == said
        assert driver.answer(viewer, question).is_answered
        await driver.command("other_side")
        await driver.on(Place.HANDOVER)
        await driver.come_in()
        for key in ("ctrl+z", "ctrl+y"):  # what was said in an earlier turn stands
            await driver.press(key)
            assert driver.answer(owner, question) == said
        assert driver.answer(viewer, question).is_answered


async def clicked_all_over(driver: AppDriver, box: AnswerBox) -> AsyncIterator[str]:
    """Click on everything that a column offers, and on its top; give each while it is done."""
    await driver.click_at(box)
    yield "its top"
    for what in sorted(targets(box)):
        await driver.click(box, what)
        await driver.settled()
        if driver.place in (Place.DIALOG, Place.HANDOVER):
            await driver.command("leave")
            await driver.on(Place.INTERVIEW)
        yield what


def of_others(driver: AppDriver) -> AnswerBox:
    return next(b for b in driver.screen.query(AnswerBox) if b.column and not b.column.active)


async def test_a_click_on_the_hidden_column_does_nothing() -> None:
    async with running(WIDE, path=at_the_table(), coming_in=False) as driver:
        await viewer_sits_down(driver)
        session, place = driver.session, driver.where
        async for what in clicked_all_over(driver, of_others(driver)):
            assert (driver.session, driver.where) == (session, place), what


@pytest.fixture
def all_done() -> Path:
    """Return the folder of a session in which both have said and finished all."""
    paper = of_each_type()
    session = answered(fresh(Reveal.END, questionnaire=paper))
    areas = [area.id for area in session.questionnaire.areas]
    viewer = session.questionnaire.party_ids[1 - OWNER]
    return put_down(session.declared_finished(viewer, areas), paper)


async def revealed(driver: AppDriver) -> None:
    """Come to the interview after the reveal, with the viewer at the keyboard."""
    await viewer_sits_down(driver)
    await driver.go("q_choice")


async def test_after_the_reveal_a_click_into_the_others_column_answers_for_nobody(
    all_done: Path,
) -> None:
    async with running(WIDE, path=all_done, coming_in=False) as driver:
        await revealed(driver)
        answers = [sheet.answers for sheet in driver.session.sheets]
        async for what in clicked_all_over(driver, of_others(driver)):
            assert [sheet.answers for sheet in driver.session.sheets] == answers, what


@pytest.mark.parametrize("key", ["1", "backspace", "f4"])
async def test_a_blind_answer_never_changes_after_the_reveal(all_done: Path, key: str) -> None:
    async with running(WIDE, path=all_done, coming_in=False) as driver:
        await revealed(driver)
        question, party = driver.at
        said = driver.answer(party, question)
        await driver.press(key)
        await driver.settled()
        assert driver.answer(party, question) == said


# Ends that must not be dead ones.


async def test_who_ends_the_last_area_with_questions_left_is_led_on() -> None:
    paper = of_each_type()
    session = answered(fresh(Reveal.END, questionnaire=paper))
    viewer = session.questionnaire.party_ids[1 - OWNER]
    first = session.questionnaire.questions[0].id
    session = replace(session.answered(viewer, first, NOTHING), histories={})
    async with running(WIDE, path=put_down(session, paper), coming_in=False) as driver:
        await viewer_sits_down(driver)
        await driver.go(session.questionnaire.questions[-1].id)
        await driver.command("next")
        await driver.on(Place.AREA_END)
        before = driver.where
        await driver.command("next")
        await driver.moved(before)
        assert driver.at == (first, viewer)


async def test_an_area_in_which_one_is_asked_nothing_holds_up_no_reveal() -> None:
    paper = with_a_gated_area()
    session = fresh(Reveal.END, questionnaire=paper)
    for party in session.questionnaire.party_ids:
        session = session.answered(party, "start", Answer(value="no"))
    session = replace(session, histories={})
    async with running(path=put_down(session, paper), coming_in=False) as driver:
        for _ in range(12):
            if driver.place is Place.REPORT:
                break
            before = driver.where
            await driver.go_on()
            await driver.moved(before)
        assert driver.place is Place.REPORT


@pytest.mark.parametrize("command", ["report", "onward"])
async def test_what_blindness_does_not_allow_is_said_and_not_just_left_undone(command: str) -> None:
    async with running(WIDE, path=at_the_table(), coming_in=False) as driver:
        await viewer_sits_down(driver)
        before = driver.text
        await driver.command(command)
        await driver.settled()
        assert driver.text != before
