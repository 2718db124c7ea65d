"""Blind answers: whatever one party said, the other's screens are the same and hold none of it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.app.app_driver import (
    SMALL,
    WIDE,
    AppDriver,
    fresh,
    held,
    held_text,
    put_down,
    running,
    targets,
)
from tests.app.questionnaire_files import of_each_type, with_a_gated_area
from tests.app.sample_answers import reply
from tui.commands import Place
from tui.domain.answers import NOTHING, Answer, Firmness, NonAnswer
from tui.domain.questions import (
    AllocationQuestion,
    AnyQuestion,
    ChoiceQuestion,
    MultiQuestion,
    NumberQuestion,
    RangeQuestion,
    RankingQuestion,
    ScaleQuestion,
    TextQuestion,
)
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.values import Value
from tui.screens.guess import questions_to_guess
from tui.widgets.answer_box import AnswerBox
from tui.widgets.menu import Menu

OWNER = 0
"""Which party has answered, where a test says no other."""
CANARY = "canary-金丝雀"
"""Stands in every text of the party that has answered."""


def secret(question: AnyQuestion, which: int) -> Value:
    """Return one of two answers that the other party gives to nothing."""
    match question:
        case ChoiceQuestion(choices=choices):
            return choices[which].id
        case MultiQuestion(choices=choices):
            return (choices[which].id,)
        case RankingQuestion(choices=choices):
            ids = [choice.id for choice in choices]
            return tuple(ids[1:] + ids[:1] if which else ids[2:] + ids[:2])
        case ScaleQuestion():
            return 2 + which
        case NumberQuestion():
            return Decimal(73 + which)
        case RangeQuestion():
            return question.read({"low": 71 + which, "high": 83 + which})
        case AllocationQuestion(choices=choices):
            return question.read({choices[0].id: 67 + which, choices[1].id: 33 - which})
        case TextQuestion():
            return f"{CANARY} {which}"
    raise AssertionError(question.kind)


NUMBERS = {"71", "72", "73", "74", "83", "84", "67", "68"}
"""The numbers of those answers, which stand nowhere else."""


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


async def viewer_sits_down(laptop: AppDriver, owner: int = OWNER) -> None:
    """Go on until the viewer is at the keyboard."""
    viewer = laptop.session.questionnaire.party_ids[1 - owner]
    while laptop.place is not Place.INTERVIEW or laptop.at[1] != viewer:
        before = laptop.where
        is_owner = laptop.place is Place.INTERVIEW
        await laptop.command("other_side" if is_owner else "next")
        await laptop.moved(before)
    await laptop.settled()


AWAY = ("note", "not_applicable", "jump", "help", "review")
"""The commands that lead to another screen."""
HERE = ("undo", "redo", "report", "language", "theme", "language", "theme")
"""The commands that leave the viewer where it is."""


async def walked(laptop: AppDriver) -> AsyncIterator[str]:
    """Return the name of each screen that the viewer can come to, while it is shown."""
    questions = laptop.session.questionnaire.questions
    for question in questions:
        await laptop.go(question.id)
        yield question.id
        if question not in (questions[0], questions[-1]):
            continue
        for command in AWAY:
            if laptop.session.reveal is Reveal.QUESTION and command == "not_applicable":
                continue  # it answers, and so reveals
            await laptop.command(command)
            await laptop.until(lambda: laptop.place is not Place.INTERVIEW, command)
            await laptop.settled()
            yield f"{question.id} {command}"
            await laptop.command("leave")
            await laptop.on(Place.INTERVIEW)
        for command in HERE:
            await laptop.command(command)
            await laptop.settled()
            assert laptop.place is Place.INTERVIEW, command
            yield f"{question.id} {command}"
    await laptop.command("other_side")
    await laptop.on(Place.HANDOVER)
    await laptop.settled()
    yield "handover"


def leaks(laptop: AppDriver, owner_place: int = OWNER) -> list[str]:
    """Return what the screen or any widget has of the owner's answers."""
    owner, session = laptop.session.questionnaire.party_ids[owner_place], laptop.session
    secrets = [answer for answer in session.sheet(owner).answers.values() if answer != NOTHING]
    answers = (thing for thing in held(laptop.app) if isinstance(thing, Answer))
    found = [f"{answer}" for answer in answers if answer in secrets]
    for where, text in (("shown", laptop.text), ("held", held_text(laptop.app))):
        if CANARY.casefold() in text.casefold():
            found.append(f"{where}: {CANARY}")
        found += [f"{where}: {n}" for n in NUMBERS & set(text.replace("%", " ").split())]
    return found


BLIND = (Reveal.QUESTION, Reveal.AREA, Reveal.END)


@pytest.mark.parametrize(
    ("reveal", "owner", "size"),
    [*((rule, owner, SMALL) for rule in BLIND for owner in (0, 1)), (Reveal.AREA, OWNER, WIDE)],
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
        async with running(size, path=folder, coming_in=False) as laptop:
            await viewer_sits_down(laptop, owner)
            seen.append([])
            async for screen in walked(laptop):
                assert leaks(laptop, owner) == [], f"{screen} shows\n{laptop.text}"
                seen[which].append(f"{screen}\n{laptop.text}")
    assert seen[0] == seen[1]  # other answers, and not a character is another


async def test_a_guess_is_asked_for_without_a_word_of_what_is_to_be_guessed() -> None:
    session = fresh(Reveal.AREA)
    owner, viewer = session.questionnaire.party_ids
    area = session.questionnaire.areas[0].id
    for question in session.asked_of(viewer):
        if question.area == area:
            said = Answer(value=reply(question, 0).value, note=f"{CANARY} note")
            session = session.answered(owner, question.id, said)
            session = session.answered(viewer, question.id, Answer(state=NonAnswer.UNDECIDED))
    asked = [
        q.id for q in questions_to_guess(session.declared_finished(viewer, [area]), viewer, area)
    ]
    assert asked
    async with running(SMALL, path=put_down(session), coming_in=False) as laptop:
        await viewer_sits_down(laptop)
        await laptop.go(asked[0])
        await laptop.command("review")
        await laptop.on(Place.AREA_END)
        await laptop.command("next")
        for _ in asked:
            await laptop.on(Place.GUESSES)
            assert leaks(laptop) == [], laptop.text
            await laptop.press("1")
            assert leaks(laptop) == [], laptop.text
            await laptop.command("next")
        await laptop.on(Place.HANDOVER)
        assert leaks(laptop) == [], laptop.text
        assert any(laptop.answer(viewer, question).guess for question in asked)


async def test_the_canaries_are_seen_where_they_may_be() -> None:
    """The searches above can fail: the owner's own screens are full of what they look for."""
    async with running(WIDE, path=at_the_table(), coming_in=False) as laptop:
        while laptop.place is not Place.INTERVIEW:
            await laptop.press("enter")
        while laptop.at[1] != laptop.session.questionnaire.party_ids[OWNER]:
            await laptop.command("other_side")
            await laptop.command("next")
        for kind in ("q_text", "q_number"):
            await laptop.go(kind)
            found = " ".join(leaks(laptop))
            assert "shown: " in found
            assert "held: " in found
            assert "Answer(" in found


async def test_a_blind_session_that_is_opened_again_first_asks_who_is_there() -> None:
    async with running(WIDE, path=at_the_table(), coming_in=False) as laptop:
        assert leaks(laptop) == [], laptop.text


async def test_once_both_have_finished_the_report_shows_all_of_it() -> None:
    async with running(WIDE, path=at_the_table(), coming_in=False) as laptop:
        await viewer_sits_down(laptop)
        while laptop.place is not Place.REPORT:
            before = laptop.where
            await laptop.command("go_on" if laptop.place is Place.REVIEW else "next")
            await laptop.moved(before)
        pages, menu = dict[str, str](), laptop.screen.query_one("#agenda", Menu)
        await laptop.press("home")
        while menu.current not in pages:
            pages[str(menu.current)] = laptop.text
            await laptop.press("down")
        first, second, *_ = laptop.session.questionnaire.questions
        assert f"{CANARY} note 0" in pages[first.id]
        assert f"{CANARY} reason 0" in pages[second.id]
        assert f"{CANARY} 0" in pages["q_text"]
        for question, number in (("q_number", "73"), ("q_range", "71"), ("q_allocation", "67")):
            assert number in pages[question]


# Undo and clicks.


async def test_undo_and_redo_never_reach_into_the_turn_of_the_other() -> None:
    paper = of_each_type()
    folder = put_down(fresh(Reveal.END, questionnaire=paper), paper)
    async with running(WIDE, path=folder) as laptop:
        owner, viewer = laptop.session.questionnaire.party_ids
        question = laptop.at[0]
        await laptop.press("1", "2", "1")
        await laptop.press("ctrl+z")  # one that could be made again
        said = laptop.answer(owner, question)
        assert said.is_answered
        await viewer_sits_down(laptop)
        for key in ("ctrl+z", "ctrl+y", "ctrl+z", "2", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+y"):
            await laptop.press(key)
            assert laptop.at[1] == viewer
            assert laptop.answer(owner, question) == said
        assert laptop.answer(viewer, question).is_answered
        await laptop.command("other_side")
        await laptop.on(Place.HANDOVER)
        await laptop.command("next")
        await laptop.on(Place.INTERVIEW)
        for key in ("ctrl+z", "ctrl+y"):  # what was said in an earlier turn stands
            await laptop.press(key)
            assert laptop.answer(owner, question) == said
        assert laptop.answer(viewer, question).is_answered


async def clicked_all_over(laptop: AppDriver, box: AnswerBox) -> AsyncIterator[str]:
    """Click on everything that a column offers, and on its top; give each while it is done."""
    await laptop.click_at(box)
    yield "its top"
    for what in sorted(targets(box)):
        await laptop.click(box, what)
        await laptop.settled()
        if laptop.place is Place.DIALOG:
            await laptop.command("leave")
            await laptop.on(Place.INTERVIEW)
        yield what


def of_others(laptop: AppDriver) -> AnswerBox:
    return next(b for b in laptop.screen.query(AnswerBox) if b.column and not b.column.active)


async def test_a_click_on_the_hidden_column_does_nothing() -> None:
    async with running(WIDE, path=at_the_table(), coming_in=False) as laptop:
        await viewer_sits_down(laptop)
        session, place = laptop.session, laptop.where
        async for what in clicked_all_over(laptop, of_others(laptop)):
            assert (laptop.session, laptop.where) == (session, place), what


@pytest.fixture
def all_done() -> Path:
    """Return the folder of a session in which both have said and finished all."""
    paper = of_each_type()
    session = answered(fresh(Reveal.END, questionnaire=paper))
    areas = [area.id for area in session.questionnaire.areas]
    viewer = session.questionnaire.party_ids[1 - OWNER]
    return put_down(session.declared_finished(viewer, areas), paper)


async def revealed(laptop: AppDriver) -> None:
    """Come to the interview after the reveal, with the viewer at the keyboard."""
    await viewer_sits_down(laptop)
    await laptop.go("q_choice")


async def test_after_the_reveal_a_click_into_the_others_column_answers_for_nobody(
    all_done: Path,
) -> None:
    async with running(WIDE, path=all_done, coming_in=False) as laptop:
        await revealed(laptop)
        sheets = laptop.session.sheets
        async for what in clicked_all_over(laptop, of_others(laptop)):
            assert laptop.session.sheets == sheets, what


@pytest.mark.parametrize("key", ["1", "backspace", "f4"])
async def test_a_blind_answer_never_changes_after_the_reveal(all_done: Path, key: str) -> None:
    async with running(WIDE, path=all_done, coming_in=False) as laptop:
        await revealed(laptop)
        question, party = laptop.at
        said = laptop.answer(party, question)
        await laptop.press(key)
        await laptop.settled()
        assert laptop.answer(party, question) == said


# Ends that must not be dead ones.


async def test_who_ends_the_last_area_with_questions_left_is_led_on() -> None:
    paper = of_each_type()
    session = answered(fresh(Reveal.END, questionnaire=paper))
    viewer = session.questionnaire.party_ids[1 - OWNER]
    first = session.questionnaire.questions[0].id
    session = replace(session.answered(viewer, first, NOTHING), histories={})
    async with running(WIDE, path=put_down(session, paper), coming_in=False) as laptop:
        await viewer_sits_down(laptop)
        await laptop.go(session.questionnaire.questions[-1].id)
        await laptop.command("next")
        await laptop.on(Place.AREA_END)
        before = laptop.where
        await laptop.command("next")
        await laptop.moved(before)
        assert laptop.at == (first, viewer)


async def test_an_area_in_which_one_is_asked_nothing_holds_up_no_reveal() -> None:
    paper = with_a_gated_area()
    session = fresh(Reveal.END, questionnaire=paper)
    for party in session.questionnaire.party_ids:
        session = session.answered(party, "start", Answer(value="no"))
    session = replace(session, histories={})
    async with running(path=put_down(session, paper), coming_in=False) as laptop:
        for _ in range(12):
            if laptop.place is Place.REPORT:
                break
            before = laptop.where
            await laptop.command("go_on" if laptop.place is Place.REVIEW else "next")
            await laptop.moved(before)
        assert laptop.place is Place.REPORT


@pytest.mark.parametrize("command", ["report", "review"])
async def test_what_blindness_does_not_allow_is_said_and_not_just_left_undone(command: str) -> None:
    async with running(WIDE, path=at_the_table(), coming_in=False) as laptop:
        await viewer_sits_down(laptop)
        before = laptop.text
        await laptop.command(command)
        await laptop.settled()
        assert laptop.text != before
