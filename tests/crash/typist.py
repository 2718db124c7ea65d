"""Someone who types into a kickoff at random, and notes what was shown, and shown as saved."""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from tests.crash.kickoffs import AREAS, KINDS, kickoff, read, texts
from tests.crash.words import Spot, Words
from tests.terminal.harness import Terminal

ROWS, COLUMNS = 24, 80
HOME_KEY = b"\x1b[H"
DELETE = b"\x1b[3~"
F7 = b"\x1b[18~"
_ASKS_FOR_WHOLE, _YES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""The question whether this terminal draws pictures as a whole, and what it says."""
_PICTURE_BEGINS, _PICTURE_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
_PAUSE = 0.04
"""Seconds without output after which a person would take a screen for complete."""


class Now(Exception):
    """Raised in the midst of typing, at the moment at which something is to happen."""


class Window(Terminal):
    """A terminal that is looked at after every whole picture, and never in the midst of one."""

    def __init__(self, *command: Any, look: Callable[[str], None], **options: Any) -> None:
        self._look = look
        self._has_answered = False
        super().__init__(*command, rows=ROWS, columns=COLUMNS, **options)

    @property
    def has_ended(self) -> bool:
        """Whether the program is known to have ended."""
        return "exited" in self._reports

    @property
    def is_whole(self) -> bool:
        """Whether no picture is half drawn."""
        return self.raw.rfind(_PICTURE_BEGINS) <= self.raw.rfind(_PICTURE_ENDS)

    def read_and_draw(self, timeout: float) -> bool:
        """Read once; return False where nothing came in that time."""
        return self._read(timeout)

    def settle(self) -> None:
        """Read until the program pauses."""
        while self._master >= 0 and self._read(_PAUSE):
            pass

    def _read_master(self, draw: bool) -> None:
        super()._read_master(draw)
        if not self._has_answered and _ASKS_FOR_WHOLE in self.raw:
            self._has_answered = True
            self.send(_YES)
        if draw and self.is_whole:
            self._look(self.screen_text())


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
        self.marks: list[str] = []
        """All that was typed into texts; nothing of it is ever taken back."""
        self.numbers: dict[str, list[str]] = {}
        """All that was typed into each question that asks for a number."""
        self.shown: set[str] = set()
        """Marks that stood on the screen, kept."""
        self.shown_numbers: dict[str, str] = {}
        self.promised: set[str] = set()
        """Marks that stood there when, or before, the screen last said "saved"."""
        self.promised_numbers: dict[str, str] = {}
        self.on_step: Callable[[], None] = lambda: None
        """Called before each key."""
        self.on_promise: Callable[[], None] = lambda: None
        """Called when something new is shown as saved."""
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
        self.shown |= {mark for mark in self.marks if mark in screen}
        for question, numbers in self.numbers.items():
            if f"Q-{question.replace('_', '-')}?" in screen and numbers[-1] in screen:
                self.shown_numbers[question] = numbers[-1]
        if self.words.is_saved(screen):
            is_new = (self.promised, self.promised_numbers) != (self.shown, self.shown_numbers)
            self.promised, self.promised_numbers = set(self.shown), dict(self.shown_numbers)
            if is_new:
                self.on_promise()

    def until(self, holds: Callable[[], bool], timeout: float = 20) -> None:
        """Read until a claim holds."""
        self.window.wait_for(lambda: self.window.is_whole and holds(), timeout)

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
            before = self._below()
            self.send(key)
            self.until(lambda b=before: self._below() != b, timeout)
            self.window.settle()

    def leave(self) -> None:
        """Leave where we are; a text that was begun is given up only when asked twice."""
        spot = self.spot
        self.press("escape")
        if self.spot is Spot.DIALOG and self.words.sign("note.leave_twice") in self.text:
            self.press("escape")
        self.until(lambda: self.spot not in (spot, Spot.ELSEWHERE))

    def _below(self) -> list[object]:
        rows, columns = range(1, ROWS), range(COLUMNS)
        return [self.window.screen.buffer[y][x] for y in rows for x in columns]

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
        mark = self.new_mark()
        self.send("f6")
        self.until(lambda: self.spot is Spot.DIALOG)
        self.send(HOME_KEY, *mark, " ")
        self.until(lambda: mark in self.text)
        self.send("ctrl+s")
        self.until(lambda: self.spot is Spot.INTERVIEW)
        self.until(lambda: mark in self.shown)

    def number(self) -> None:
        """Type a number where one is asked for, unless the answers to that have met."""
        self.jump(self.random.choice([0, len(KINDS)]))
        self.come_to_interview()
        question = self.question
        is_second = self.words.say("interview.second") in self.text
        if question is None or not question.endswith("number") or is_second:
            return
        number = str(self.random.randint(101, 998))
        was_typed = question in self.numbers
        self.numbers.setdefault(question, []).append(number)
        if was_typed:
            self.send(DELETE)
        self.send(*number)
        self.until(
            lambda: self.shown_numbers.get(question) == number or self.spot is Spot.DIALOG
        )
        if self.spot is Spot.DIALOG:  # the first digit made two answers of it, which have met
            self._forget(question)

    def mark(self) -> None:
        """Say that the answer is open, or comes later; that can be taken back."""
        if self.words.say("interview.second") not in self.text:
            self._forget(self.question or "")  # it takes the place of a number
            self.press(self.random.choice(["f4", F7]))

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
        mark = self.new_mark()
        self.press("enter", "enter")
        self.until(lambda: self.spot is Spot.MINUTES)
        self.press("tab")
        self.send(HOME_KEY, *mark, " ")
        self.until(lambda: mark in self.shown)
        self.send("escape")
        self.until(lambda: self.spot is Spot.DISCUSSION)
        self.press("f8")

    def _forget(self, question: str) -> None:
        for known in (self.numbers, self.shown_numbers, self.promised_numbers):
            known.pop(question, None)

    def new_mark(self) -> str:
        """Return what was never typed before, to be typed now."""
        self.marks.append(f"k{len(self.marks)}字")
        return self.marks[-1]

    # -- what is on the disk -----------------------------------------------------------

    def faults_on_disk(self, *, all_shown: bool = False) -> list[str]:
        """Open the session as the program does; return what is wrong, and what is missing.

        Args:
            all_shown: Whether all that was shown must be there, also if not shown as saved.
        """
        try:
            session, faults = read(self.folder)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            return [f"cannot be opened again: {error!r}"]
        kept = "\n".join(texts((session.sheets, session.minutes)))
        wanted = self.shown if all_shown else self.promised
        faults += [f"lost: {mark}" for mark in sorted(wanted) if mark not in kept]
        numbers = self.shown_numbers if all_shown else self.promised_numbers
        for question, number in numbers.items():
            after = self.numbers[question][self.numbers[question].index(number) + 1 :]
            valid = {number} | {late[:end] for late in after for end in range(4)}
            found = {_plain(sheet.answer(question).value) for sheet in session.sheets}
            if not found & valid:
                faults.append(f"lost: {number} at {question}, found {sorted(found)}")
        return faults


def _plain(value: object) -> str:
    return "" if value is None else str(value)
