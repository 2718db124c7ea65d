"""A session that asks nothing, as earlier editions could begin, opens like any other."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import written
from tests.questionnaires import SMALL
from tui.commands import Place
from tui.domain.reveal import Reveal

KEYS = ("enter", "escape", "f2", "f4", "f5", "f6", "f7", "f8", "f9", "tab", "1", "ctrl+s", "enter")


def nothing_asked() -> Path:
    return written("small", SMALL.replace("core = true\n", ""))


@pytest.mark.parametrize(
    ("reveal", "alone", "apart"),
    [
        *((reveal, None, False) for reveal in Reveal),
        (Reveal.END, "agency", False),
        (Reveal.AREA, None, True),
    ],
)
async def test_a_session_that_asks_nothing_opens_and_answers_to_keys(
    reveal: Reveal, alone: str | None, apart: bool
) -> None:
    paper = nothing_asked()
    session = replace(fresh(reveal, questionnaire=paper), alone=alone, answered_apart=apart)
    assert session.progress("brand").asked == 0
    async with running(path=put_down(session, paper), coming_in=False) as driver:
        for key in KEYS:
            await driver.press(key)
            await driver.settled()
            if driver.place is Place.HOME:
                break
        assert not driver.app.return_code
