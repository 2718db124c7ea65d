"""Someone who begins a new kickoff from the first screen."""

from pathlib import Path
from random import Random
from typing import Any

from tests.crash.kickoffs import questionnaire, read
from tests.crash.person import Person
from tests.crash.words import Spot
from tui.storage.cannot_open import CannotOpen

NAMES = "Lumi", "星河"
_BUNDLED = 3
"""Questionnaires that are offered before the user's own."""


class Newcomer(Person):
    """The program at its first screen, with no session of its user's yet."""

    def __init__(self, random: Random, home: Path) -> None:
        super().__init__(home, random.choice(["en", "zh-CN"]))
        self.sessions = home / "duiqi" / "sessions"
        questionnaire(home / "duiqi" / "questionnaires")
        self.start()

    def start(self, **options: Any) -> None:
        """Start the program, and wait for its first screen."""
        self.run(**options)
        self.until_at(Spot.HOME)
        self.window.settle()

    def fill_in(self) -> None:
        """Choose the questionnaire and fill in the form, all but its last key."""
        window, say = self.window, self.words.say
        window.send(say("home.new"))  # typed, the list keeps to it
        window.wait_for(say("list.found", count=1))
        window.send("enter")
        window.wait_for(say("choose_questionnaire.title"))
        window.wait_for("Crash")
        window.settle()
        window.send(*["down"] * _BUNDLED, "enter")
        self.until_at(Spot.SETUP)
        window.settle()
        first, second = NAMES
        window.send(first)
        window.wait_for(first)
        window.send("tab", "tab", "tab", second)
        window.wait_for(second)

    def begin(self) -> None:
        """Press the form's last key."""
        self.window.send("f8")

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
        self.until_at(Spot.AREA_START, Spot.COVER)

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
