"""What is said of a key stands in the place of something else no longer than it must."""

from functools import partial
from typing import Any

import pytest
from textual import events
from textual.screen import Screen

from tests.app.key_stands import STANDS
from tui.screens.interview import InterviewScreen
from tui.screens.jump import JumpScreen
from tui.screens.setup import SetupScreen
from tui.widgets.hint_bar import HintBar


@pytest.mark.parametrize(
    ("screen", "key"), [(JumpScreen, "down"), (SetupScreen, "x"), (InterviewScreen, "up")]
)
async def test_what_was_said_of_a_key_goes_with_the_next_key_or_the_wheel(
    screen: type[Screen[Any]], key: str
) -> None:
    stand = next(stand for stand in STANDS if stand.screen is screen)
    async with stand.running() as driver:
        word = driver.say("base.no_such_key", key="F11")
        before = driver.lines[-2:]

        async def roll() -> None:
            bar = driver.screen.query_one(HintBar)
            await driver._mouse(events.MouseScrollDown, bar.region.offset)
            await driver.drawn()

        for take_back in (partial(driver.press, key), roll):
            for _ in range(2):
                await driver.press("f11")
                assert driver.shows(word)
            await take_back()
            assert not driver.shows(word)
            assert driver.lines[-2:] == before
