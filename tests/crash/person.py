"""Someone at the program in a terminal window: sees where they are, and presses keys."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.crash.window import Window
from tests.crash.words import Spot, Words


class Person:
    """The program in its window, and who sits in front of it.

    Args:
        home: The user's home.
        language: The language of the interface.
    """

    window: Window
    """The window of the program that runs, or that ran last."""

    def __init__(self, home: Path, language: str) -> None:
        self.home = home
        self.words = Words(language)
        self.on_step: Callable[[], None] = lambda: None
        """Called before each key."""

    def run(self, *command: str | Path, **options: Any) -> None:
        """Start the program."""
        words = ("-m", "tui", *map(str, command), "--lang", self.words.say.language)
        self.window = Window((sys.executable, *words), home=self.home, look=self.look, **options)

    def look(self, screen: str) -> None:
        """Look at a screen that was drawn."""

    @property
    def text(self) -> str:
        """What the screen shows."""
        return self.window.screen_text()

    @property
    def spot(self) -> Spot:
        """Where we are."""
        return self.words.spot(self.text)

    def until(self, holds: Callable[[], bool], timeout: float = 20) -> None:
        """Read until a claim holds; fail at once where the program has ended meanwhile."""
        window = self.window

        def is_so() -> bool:
            if window.is_whole and holds():
                return True
            assert not window.is_over, "the program has ended"
            return False

        window.wait_for(is_so, timeout)

    def until_at(self, *spots: Spot) -> None:
        """Read until we are at one of these places."""
        self.until(lambda: self.spot in spots)

    def send(self, *keys: str | bytes) -> None:
        """Press keys, unless something is to happen first."""
        for key in keys:
            self.on_step()
            self.window.send(key)

    def press(self, *keys: str | bytes, timeout: float = 20) -> None:
        """Press keys, each once the one before has changed the screen below the top line."""
        for key in keys:
            self.window.settle()
            self._press(key, timeout)
            self.window.settle()

    def _press(self, key: str | bytes, timeout: float) -> None:
        before = self.window.below()
        self.send(key)
        self.until(lambda: self.window.below() != before, timeout)
