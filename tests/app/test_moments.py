"""Hand-over, reveal and the start of an area: whose turn, which area, how long; no answer in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app import canaries
from tests.app.app_driver import SMALL, WIDE
from tests.app.app_runner import fresh, put_down, running
from tests.app.test_gates import AGENCY, BRAND, paper, said_as
from tui.commands import Place
from tui.domain.position import Position, Stage
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.i18n import Language, Phrases

ENGLISH, CHINESE = Phrases(Language.ENGLISH), Phrases(Language.CHINESE)


def turn(session: Session, party: str, stage: Stage = Stage.HANDOVER) -> Path:
    """Return the folder of a session that is on its way to a party."""
    return put_down(session.went_to(Position(party, stage, "goals")), paper())


def blind(reveal: Reveal = Reveal.AREA) -> Session:
    return fresh(reveal, questionnaire=paper(), people=("Ana", "Bo")).planned_for(60)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
async def test_a_hand_over_says_whose_turn_it_is_and_what_lies_ahead_to_both(
    size: tuple[int, int],
) -> None:
    async with running(size, path=turn(blind(), AGENCY), coming_in=False) as driver:
        await driver.on(Place.HANDOVER)
        name = driver.session.names[AGENCY]
        for words in (
            CHINESE("handover.turn", party="代运营"),
            "Ana、Bo",
            CHINESE("handover.message", name=name),
            CHINESE("handover.projector"),
            CHINESE("area.place", place=1, areas=2),
            CHINESE("area.size", count=2, minutes=1),
            CHINESE("handover.unseen"),
            CHINESE("handover.own_key"),
            ENGLISH("handover.message", name=name),
            ENGLISH("handover.projector"),
            f"Goals · {ENGLISH('area.place', place=1, areas=2)}",
        ):
            assert driver.shows(words), words
        assert driver.screen.has_class("-right")


async def test_where_the_laptop_goes_round_for_one_question_no_area_is_promised() -> None:
    session = blind(Reveal.QUESTION)
    async with running(WIDE, path=turn(session, AGENCY), coming_in=False) as driver:
        await driver.on(Place.HANDOVER)
        assert driver.shows(CHINESE("area.place", place=1, areas=2))
        assert not driver.shows(CHINESE("area.size", count=2, minutes=1))


async def test_no_hand_over_tells_what_was_answered_blind() -> None:
    told = set[str]()
    for said in ("yes", "no"):  # which opens a follow-up, or not
        questionnaire = canaries.paper()
        session = fresh(Reveal.AREA, questionnaire=questionnaire)
        session = session.answered(BRAND, "gate", said_as(session, "gate", said))
        session = session.went_to(Position(BRAND, Stage.HANDOVER), "gate")
        folder = put_down(session, questionnaire, said)
        async with running(WIDE, path=folder, coming_in=False) as driver:
            await driver.on(Place.HANDOVER)
            told.add(driver.text)
            assert driver.shows(ENGLISH("area.size_about", count=2, minutes=1))
    assert len(told) == 1


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
async def test_a_reveal_calls_everyone_in_both_languages_and_tells_no_answer(
    size: tuple[int, int],
) -> None:
    told = set[str]()
    for place, days in enumerate((7, 70)):
        session = blind()
        for party, value in ((BRAND, 7), (AGENCY, days)):
            session = session.answered(party, "aim", said_as(session, "aim", "a"))
            session = session.answered(party, "days", said_as(session, "days", value))
            session = session.rated(party, "goals", 2)
        session = session.declared_finished(AGENCY, ["goals"])
        session = session.went_to(Position(BRAND, Stage.REVEAL, "goals"))
        folder = put_down(session, paper(), str(place))
        async with running(size, path=folder, coming_in=False) as driver:
            await driver.on(Place.REVEAL)
            told.add(driver.text)
            for say, title in ((ENGLISH, "Goals"), (CHINESE, "目标")):
                for line in say("handover.reveal", area=title).split("\n"):
                    assert driver.shows(line)
                assert driver.shows(say("handover.show"))
                # Two of three questions, so two thirds of the hour: no verdict is in it.
                assert driver.shows(f"{title} · {say('handover.to_talk', count=2, minutes=40)}")
            for name in driver.session.names.values():
                assert driver.shows(name)
    assert len(told) == 1


@pytest.mark.parametrize(("party", "side"), [(BRAND, "-left"), (AGENCY, "-right")])
async def test_an_area_begins_in_the_colour_and_the_language_of_its_party(
    party: str, side: str
) -> None:
    async with running(path=turn(blind(), party), coming_in=False) as driver:
        await driver.on(Place.HANDOVER)
        await driver.command("ready")
        await driver.on(Place.AREA_START)
        say = ENGLISH if party == BRAND else CHINESE
        assert driver.shows(say("area.place", place=1, areas=2))
        assert driver.shows(say("area.size", count=2, minutes=1))
        assert driver.screen.has_class(side)


async def test_side_by_side_an_area_has_nobodys_colour() -> None:
    session = replace(blind(), reveal=Reveal.LIVE)
    async with running(path=put_down(session, paper()), coming_in=False) as driver:
        await driver.on(Place.AREA_START)
        assert driver.shows(ENGLISH("area.size", count=2, minutes=1))
        assert not driver.screen.has_class("-left", "-right")
