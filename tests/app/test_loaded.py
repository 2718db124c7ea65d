"""A session needs nothing of the program's files any more once it runs: they may be replaced."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui
from tests.app import canaries
from tests.app.app_driver import SMALL
from tests.app.app_runner import put_down, running
from tests.app.canaries import Stage
from tui.commands import Place
from tui.domain.reveal import Reveal
from tui.screens.base import STYLES

PROGRAM = str(Path(tui.__file__).parent)
INSTALLED = ("tui", "textual", "rich", "pydantic", "pydantic_core", "tomli_w", "filelock")
WALK = "f2 escape f1 escape f6 escape f12 ctrl+r f8 enter enter escape escape f9 ctrl+s escape f3"


class Watch:
    """Notes which files of the program are read, and which modules are imported."""

    def __init__(self) -> None:
        self.is_on = False
        self.read: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.is_on:
            return
        if event == "open" and str(arguments[0]).startswith(PROGRAM):
            self.read.append(str(arguments[0]))
        if event == "import" and str(arguments[0]).partition(".")[0] in INSTALLED:
            self.read.append(str(arguments[0]))


@pytest.fixture(scope="module")
def watch() -> Iterator[Watch]:
    found = Watch()  # hooks stay for ever: one for all tests
    yield found
    found.is_on = False


async def test_no_screen_of_a_session_reads_the_programs_files(watch: Watch) -> None:
    folder = put_down(canaries.planted(Stage(Reveal.LIVE), canaries.paper()), canaries.paper())
    async with running(SMALL, path=folder) as driver:
        await driver.settled()
        assert all(driver.app.stylesheet.has_source(str(path), "") for path in STYLES.iterdir())
        watch.is_on = True
        seen = set()
        for key in WALK.split():
            await driver.press(key)
            seen.add(driver.place)
        watch.is_on = False
        assert watch.read == []
        assert {Place.REPORT, Place.DIALOG, Place.REVIEW, Place.LIST} <= seen
