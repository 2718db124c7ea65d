"""Who is asked what, when and in which words, in the real app."""

from pathlib import Path

import pytest

from tests.app.app_driver import targets
from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import written
from tests.questionnaires import WHO_IS_ASKED
from tui.domain.reveal import Reveal
from tui.widgets.area_tabs import AreaTabs


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
        assert targets(tabs) == {"past", "money", "ahead"}
        key = {"yes": "1", "no": "2"}[said]
        await driver.press(key, "tab", key)
        assert driver.answer("agency", "before").value == said
        assert targets(tabs) == {"past", "ahead"} | ({"money"} if areas == 3 else set())
        asked = [question.id for question in driver.session.asked_of("brand")]
        assert ("how" in asked, "owed" in asked) == (areas == 3, areas == 3)


@pytest.mark.parametrize("reveal", [Reveal.AREA, Reveal.END, Reveal.QUESTION])
async def test_while_blind_no_area_tells_what_opened_it(reveal: Reveal) -> None:
    async with running(path=begun(reveal)) as driver:
        await driver.press("2")
        assert driver.answer("brand", "before").value == "no"
        assert targets(driver.screen.query_one(AreaTabs)) == {"past", "money", "ahead"}
