"""Someone who begins a new kickoff from the first screen."""

import sys
from pathlib import Path
from random import Random
from typing import Any

from tests.crash.kickoffs import questionnaire, read
from tests.crash.window import Window
from tests.crash.words import Spot, Words
from tui.storage.cannot_open import CannotOpen

NAMES = "Lumi", "星河"
_BUNDLED = 3
"""Questionnaires that are offered before the user's own."""


class Newcomer:
    """The program at its first screen, with no session of its user's yet."""

    def __init__(self, random: Random, home: Path) -> None:
        self.home = home
        self.sessions = home / "duiqi" / "sessions"
        self.words = Words(random.choice(["en", "zh-CN"]))
        questionnaire(home / "duiqi" / "questionnaires")
        self.window = self.start()

    def start(self, **options: Any) -> Window:
        """Start the program."""
        command = (sys.executable, "-m", "tui", "--lang", self.words.say.language)
        self.window = Window(command, home=self.home, look=lambda _: None, **options)
        self.until(Spot.HOME)
        self.window.settle()
        return self.window

    @property
    def text(self) -> str:
        """What the screen shows."""
        return self.window.screen_text()

    @property
    def spot(self) -> Spot:
        """Where we are."""
        return self.words.spot(self.text)

    def until(self, *spots: Spot) -> None:
        """Read until we are at one of these places."""
        self.window.wait_for(lambda: self.window.is_whole and self.spot in spots)

    def fill_in(self) -> None:
        """Choose the questionnaire and fill in the form, all but its last key."""
        window, say = self.window, self.words.say
        window.send("enter")
        window.wait_for(say("choose_questionnaire.title"))
        window.wait_for("Crash")
        window.settle()
        window.send(*["down"] * _BUNDLED, "enter")
        self.until(Spot.SETUP)
        window.settle()
        first, second = NAMES
        window.send(first)
        window.wait_for(first)
        window.send("tab", "tab", "tab", second)
        window.wait_for(second)

    def begin(self) -> None:
        """Press the form's last key."""
        self.window.send("ctrl+s")

    def try_to_begin(self) -> None:
        """Press the form's last key, and read until something came of it."""
        before, writing = self.text, self.words.say("save.saving")
        self.begin()
        self.window.wait_for(
            lambda: self.window.is_whole and self.text != before and writing not in self.text
        )
        self.window.settle()

    def until_begun(self) -> None:
        """Read until the kickoff has begun, by the laptop being handed to who begins."""
        self.until(Spot.AREA_START, Spot.COVER)

    def leave(self) -> None:
        """Leave the program."""
        self.window.send("ctrl+q")
        self.window.exit_code()
        self.window.close()

    def half_made(self) -> list[str]:
        """Return the folders among the user's sessions that hold no session, hidden ones too."""
        found = []
        for folder in sorted(self.sessions.iterdir()) if self.sessions.exists() else []:
            try:
                _, faults = read(folder)
            except (CannotOpen, OSError, ValueError) as error:
                found.append(f"{folder.name} ({type(error).__name__})")
            else:
                found += [f"{folder.name}: {fault}" for fault in faults]
        return found
