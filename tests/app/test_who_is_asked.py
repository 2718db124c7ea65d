"""Who is asked what, when and in which words, in the real app."""

from pathlib import Path

from tests.app.app_driver import targets
from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import written
from tests.questionnaires import WHO_IS_ASKED
from tui.domain.reveal import Reveal


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
