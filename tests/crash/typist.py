"""Someone who types into a kickoff at random, and notes what was shown, and shown as saved."""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from tests.crash.kickoffs import AREAS, KINDS, kickoff
from tests.crash.record import Record
from tests.crash.window import Window
from tests.crash.words import Spot, Words

HOME_KEY = b"\x1b[H"
DELETE = b"\x1b[3~"
F7 = b"\x1b[18~"


class Now(Exception):
    """Raised in the midst of typing, at the moment at which something is to happen."""


class Typist:
    """One kickoff, the program that has it open, and what was typed into it.

    Args:
        random: Decides everything.
        home: The user's home.
        rule: When answers meet, or `alone`.
    """

    def __init__(self, random: Random, home: Path, rule: str, **options: Any) -> None:
        self.random = random
        self.home = home
        self.rule = rule
        self.language = random.choice(["en", "zh-CN"])
        self.words = Words(self.language)
        self.data = home / "duiqi"
        self.folder = kickoff(random, self.data / "sessions", rule, self.language)
        self.record = Record()
        """What was typed, and shown."""
        self.on_step: Callable[[], None] = lambda: None
        """Called before each key."""
        self.on_promise: Callable[[], None] = lambda: None
        """Called when something new is shown as saved."""
        self.on_show: Callable[[], None] = lambda: None
        """Called when something new is shown."""
        self.window = self.start(**options)

    def start(self, **options: Any) -> Window:
        """Open the session in the program, and wait until one can answer."""
        command = (sys.executable, "-m", "tui", "open", str(self.folder), "--lang", self.language)
        self.window = Window(command, home=self.home, look=self._look, **options)
        self.until(lambda: self.spot not in (Spot.ELSEWHERE, Spot.HOME))
        return self.window

    # -- what is seen ------------------------------------------------------------------

    @property
    def text(self) -> str:
        """What the screen shows."""
        return self.window.screen_text()

    @property
    def spot(self) -> Spot:
        """Where we are."""
        return self.words.spot(self.text)

    @property
    def question(self) -> str | None:
        """The id of the question at hand, where there is one."""
        _, _, rest = self.text.partition("Q-")
        name, mark, _ = rest.partition("?")
        return name.replace("-", "_") if mark else None

    def _look(self, screen: str) -> None:
        """Note what is shown, and whether it is called saved."""
        if self.words.spot(screen) not in (Spot.INTERVIEW, Spot.MINUTES):
            return
        before = self.record.all_shown
        is_promised = self.record.see(screen, is_saved=self.words.is_saved(screen))
        if self.record.all_shown != before:
            self.on_show()
        if is_promised:
            self.on_promise()

    def until(self, holds: Callable[[], bool], timeout: float = 20) -> None:
        """Read until a claim holds; fail at once where the program has ended meanwhile."""
        window = self.window

        def is_so() -> bool:
            if window.is_whole and holds():
                return True
            assert not window.is_over, "the program has ended"
            return False

        window.wait_for(is_so, timeout)

    def until_saved(self, timeout: float = 20) -> None:
        """Read until all that was typed is shown as saved."""
        self.come_to_interview()
        self.until(lambda: self.words.is_saved(self.text), timeout)

    def note_saved(self) -> None:
        """Write a note and wait until it is saved."""
        self.note()
        self.until_saved()

    @property
    def is_unsaved(self) -> bool:
        """Whether the screen says that something is not saved."""
        return self.words.is_unsaved(self.text)

    # -- what is typed -----------------------------------------------------------------

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

    def leave(self) -> None:
        """Leave where we are; a text that was begun is given up only when asked twice."""
        spot = self.spot
        self.press("escape")
        if self.spot is spot is Spot.DIALOG:
            self.press("escape")
        self.until(lambda: self.spot not in (spot, Spot.ELSEWHERE))

    def come_to_interview(self) -> None:
        """Go on from wherever we are until a question can be answered."""
        for _ in range(40):
            self.window.settle()
            match self.spot:
                case Spot.INTERVIEW:
                    return
                case Spot.VEIL:
                    self.press(" ")
                case Spot.DISCUSSION:
                    self.press("f8")
                case Spot.DIALOG | Spot.LIST | Spot.MINUTES | Spot.REPORT:
                    self.leave()
                case Spot.ELSEWHERE:
                    self.until(lambda: self.spot is not Spot.ELSEWHERE)
                case Spot.HOME:
                    break
                case _:
                    self.press("enter")
        raise AssertionError(f"no way back to the questions from\n{self.text}")

    def act(self) -> None:
        """Do one thing at random that someone at a kickoff would do."""
        self.come_to_interview()
        acts = [self.note, self.note, self.number, self.number, self.mark, self.go_on, self.go_on]
        self.random.choice([*acts, self.jump, self.decide])()

    def note(self) -> None:
        """Write into the note, before what stands there."""
        self.come_to_interview()
        mark = self.record.new_mark()
        self.send("f6")
        self.until(lambda: self.spot is Spot.DIALOG)
        self.send(HOME_KEY, *mark, " ")
        self.until(lambda: mark in self.text)
        self.send("ctrl+s")
        self.until(lambda: self.spot is Spot.INTERVIEW)
        self.until(lambda: mark in self.record.shown)

    def number(self) -> None:
        """Type a number where one is asked for, unless the answers to that have met."""
        self.jump(self.random.choice([0, len(KINDS)]))
        self.come_to_interview()
        question = self.question
        is_second = self.words.say("interview.second") in self.text
        if question is None or not question.endswith("number") or is_second:
            return
        self.type_number(question)

    def type_number(self, question: str) -> None:
        """Type a number as the answer to the question at hand."""
        numbers = self.record.numbers.setdefault(question, [])
        if numbers:
            self.send(DELETE)
        number = next(n for n in iter(self._any_number, "") if n not in numbers)
        numbers.append(number)
        self.send(*number)
        self.until(
            lambda: self.record.shown_numbers.get(question) == number or self.spot is Spot.DIALOG
        )
        if self.spot is Spot.DIALOG:  # the first digit made two answers of it, which have met
            self.record.forget(question)

    def _any_number(self) -> str:
        return str(self.random.randint(101, 998))

    def mark(self) -> None:
        """Say that the answer is open, or comes later; that can be taken back."""
        if self.words.say("interview.second") not in self.text:
            self.record.forget(self.question or "")  # it takes the place of a number
            self.press("f4" if self.random.random() < 0.5 else F7)

    def go_on(self) -> None:
        """Go on, whatever comes."""
        self.press("enter")

    def jump(self, place: int | None = None) -> None:
        """Go to a question by the list."""
        self.send("f2")
        self.until(lambda: self.spot is Spot.LIST)
        last = len(AREAS) * len(KINDS) - 1
        self.send(HOME_KEY, *["down"] * (self.random.randint(0, last) if place is None else place))
        self.send("enter")
        self.until(lambda: self.spot is not Spot.LIST)

    def decide(self) -> None:
        """Write into the minutes of a question, where an area has met."""
        self.send("f8")
        self.until(lambda: self.spot in (Spot.DISCUSSION, Spot.AREA_END, Spot.COVER))
        if self.spot is not Spot.DISCUSSION:
            return
        mark = self.record.new_mark()
        self.press("enter", "enter")
        self.until(lambda: self.spot is Spot.MINUTES)
        self.press("tab")
        self.send(HOME_KEY, *mark, " ")
        self.until(lambda: mark in self.record.shown)
        self.send("escape")
        self.until(lambda: self.spot is Spot.DISCUSSION)
        self.press("f8")

    # -- what is on the disk -----------------------------------------------------------

    def faults_on_disk(self, *, all_shown: bool = False) -> list[str]:
        """Open the session as the program does; return what is wrong with it, and missing."""
        return self.record.faults_in(self.folder, all_shown=all_shown)

    def lies(self) -> list[str]:
        """Return what was shown as saved and does not stand in the files just now."""
        return self.record.lies_about(self.folder)
