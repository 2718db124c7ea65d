"""Who is asked what, when and in which words, in the real app."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.app.app_driver import WIDE, targets
from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import written
from tests.questionnaires import WHO_IS_ASKED
from tui.commands import Place
from tui.domain.answers import NOTHING, Answer
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.domain.solo_report import solo_report
from tui.domain.values import Value
from tui.presenters.asked_words import asked_words
from tui.widgets.answer_box import AnswerBox
from tui.widgets.area_tabs import AreaTabs

ONWARD = {
    Place.HANDOVER: "ready",
    Place.REVEAL: "ready",
    Place.REVIEW: "onward",
    Place.MEETING_END: "onward",
    Place.AREA_END: "onward",
}
"""The command that leads on from a screen; elsewhere it is Enter."""


def begun(reveal: Reveal = Reveal.LIVE) -> Path:
    """Return the folder of a session in which nobody has said anything yet."""
    asked = written("asked", WHO_IS_ASKED)
    return put_down(fresh(reveal, questionnaire=asked), asked)


async def test_no_red_line_can_be_set_on_a_fact() -> None:
    async with running(path=begun()) as driver:
        assert driver.at == ("before", "brand")
        assert "do:firmness" not in targets(driver.box)
        assert "do:note" in targets(driver.box)
        await driver.press("1", "f")
        assert driver.answer("brand", "before").value == "yes"
        assert driver.answer("brand", "before").firmness is None
        assert driver.shows("nothing to hold firm to")


@pytest.mark.parametrize(("said", "areas"), [("no", 2), ("yes", 3)])
async def test_an_area_that_its_gate_shuts_for_both_is_gone(said: str, areas: int) -> None:
    async with running(path=begun()) as driver:
        tabs = driver.screen.query_one(AreaTabs)
        assert targets(tabs) == {"past", "money", "ahead", "purse"}
        key = {"yes": "1", "no": "2"}[said]
        await driver.press(key, "tab", key)
        assert driver.answer("agency", "before").value == said
        assert targets(tabs) == {"past", "ahead", "purse"} | ({"money"} if areas == 3 else set())
        asked = [question.id for question in driver.session.asked_of("brand")]
        assert ("how" in asked, "owed" in asked) == (areas == 3, areas == 3)


@pytest.mark.parametrize("reveal", [Reveal.AREA, Reveal.END, Reveal.QUESTION])
async def test_while_blind_no_area_tells_what_opened_it(reveal: Reveal) -> None:
    async with running(path=begun(reveal)) as driver:
        await driver.press("2")
        assert driver.answer("brand", "before").value == "no"
        tabs = targets(driver.screen.query_one(AreaTabs))
        assert tabs == {"past", "money", "ahead", "purse"}


async def test_each_party_is_asked_in_its_own_words_and_the_report_says_it_in_neither() -> None:
    async with running(path=begun(), size=WIDE) as driver:
        await driver.press("1", "tab", "1")
        await driver.go("owed")
        assert driver.shows("Brand: Do you owe 晴川电商 anything?")
        assert driver.shows("Agency（中）：Lumière Paris欠你们钱吗？")
        told = report(driver.session).questions
        (owed,) = (question for question in told if question.id == "owed")
        assert owed.text["en"] == "Does Lumière Paris owe 晴川电商 anything?"


async def test_a_party_that_answers_blind_reads_its_own_words_alone() -> None:
    async with running(path=begun(Reveal.END), size=WIDE) as driver:
        await driver.press("1")
        await driver.go("owed")
        assert driver.shows("Do you owe 晴川电商 anything?")
        assert not driver.shows("owe you")
        assert not driver.shows("Brand: Do")
        await driver.hint("jump")
        await driver.on(Place.LIST)
        assert driver.shows("Do you owe 晴川电商 anything?")


async def test_a_second_answer_is_asked_for_in_the_words_of_the_report() -> None:
    async with running(path=begun(Reveal.QUESTION), size=WIDE) as driver:
        session = driver.session
        for party in ("brand", "agency"):
            for question in ("before", "owed"):
                session = session.answered(party, question, Answer(value="yes"))
        met = session.let_meet(["before", "owed"])
        words = asked_words(met, met.questionnaire["owed"], met.questionnaire.party_ids, driver.say)
        assert words == [
            "Does Lumière Paris owe 晴川电商 anything?",
            "Lumière Paris 欠晴川电商钱吗？",
        ]


async def test_side_by_side_the_party_that_is_asked_comes_to_the_keyboard_by_itself() -> None:
    async with running(path=begun(), size=WIDE) as driver:
        await driver.go("staff")
        assert driver.at == ("staff", "agency")
        left = driver.screen.query_one("#left", AnswerBox)
        assert left.column is not None
        assert left.column.hidden == "Only Agency is asked this."
        await driver.press("tab")
        assert driver.at == ("staff", "agency")
        await driver.click_at(left)
        assert driver.at == ("staff", "agency")
        await driver.press("2")
        await driver.answered("agency", "staff", Decimal(2))
        assert driver.answer("brand", "staff") == NOTHING
        assert driver.shows("only Agency is asked: there is nothing to compare")
        await driver.press("enter")
        await driver.on(Place.INTERVIEW)
        assert driver.at == ("names", "brand")


@pytest.mark.parametrize("reveal", [Reveal.AREA, Reveal.END, Reveal.QUESTION])
async def test_in_turns_a_whole_kickoff_asks_each_party_its_own(reveal: Reveal) -> None:
    said: dict[str, dict[str, Value]] = {
        "brand": {"before": "no", "aim": "yes", "budget": "no"},
        "agency": {"before": "no", "aim": "no", "staff": Decimal(2), "names": "Lin"},
    }
    async with running(path=begun(reveal), size=WIDE) as driver:
        seen = set[tuple[str, str]]()
        for _ in range(80):
            if driver.place is Place.REPORT:
                break
            if driver.place is Place.INTERVIEW:
                question, party = driver.at
                seen.add((party, question))
                answer = driver.answer(party, question)
                value = said[party].get(question, "Lin")
                if not answer.is_answered:
                    session = driver.session
                    driver.app.document.change(  # type: ignore[union-attr]
                        session.answered(party, question, Answer(value=value))
                    )
            before = driver.where
            await driver.command(ONWARD.get(driver.place, "next"))
            if driver.place is Place.INTERVIEW and driver.where == before:
                await driver.drawn()
        assert driver.place is Place.REPORT, driver.text
        assert ("brand", "staff") not in seen
        assert ("agency", "budget") not in seen
        assert {("agency", "staff"), ("brand", "budget"), ("brand", "names")} <= seen


async def test_of_a_question_for_one_party_both_read_whom_it_asks() -> None:
    words = 'ask.agency = { zh-CN = "你们有几个人？", en = "How many of you are there?" }\n'
    of = 'asked_of = "agency"\n'
    paper = written("asked", WHO_IS_ASKED.replace(of, of + words))
    async with running(path=put_down(fresh(questionnaire=paper), paper), size=WIDE) as driver:
        await driver.go("staff")
        assert driver.shows("Agency（中）：你们有几个人？")
        assert driver.shows("How many people does 晴川电商 have?")
        assert not driver.shows("Brand: How")


async def test_a_party_that_assesses_itself_is_asked_its_own_in_its_own_words() -> None:
    paper = written("asked", WHO_IS_ASKED)
    session = replace(fresh(Reveal.END, questionnaire=paper), alone="agency")
    async with running(path=put_down(session, paper), size=WIDE) as driver:
        await driver.press("1")
        asked = [question.id for question in driver.session.asked_of("agency")]
        assert asked == ["before", "owed", "aim", "staff"]
        await driver.go("owed")
        assert driver.shows("Lumière Paris欠你们钱吗？")
        told = solo_report(driver.session)
        assert "budget" not in [answer.question for answer in told.answers]
        assert "staff" not in [question.question for question in told.to_ask]
