"""Someone who types into a kickoff at random, and notes what was shown, and shown as saved."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from tests.crash.kickoffs import AREAS, KINDS, PLACES, kickoff
from tests.crash.person import Person
from tests.crash.record import Record
from tests.crash.window import Window
from tests.crash.words import Spot

HOME_KEY = b"\x1b[H"
END_KEY = b"\x1b[F"
DELETE = b"\x1b[3~"
_GATES = Spot.COVER, Spot.REVEAL
_KEPT = Spot.INTERVIEW, Spot.MINUTES
"""Where each letter that is shown was given to the session before."""


class Now(Exception):
    """Raised in the midst of typing, at the moment at which something is to happen."""


class Typist(Person):
    """One kickoff, the program that has it open, and what was typed into it.

    Args:
        random: Decides everything.
        home: The user's home.
        rule: When answers meet, or `alone`.
    """

    def __init__(self, random: Random, home: Path, rule: str, **options: Any) -> None:
        language = random.choice(["en", "zh-CN"])
        super().__init__(home, language)
        self.random = random
        self.rule = rule
        self.folder = kickoff(random, home / "duiqi" / "sessions", rule, language)
        self.record = Record()
        """What was typed, and shown."""
        self.on_promise: Callable[[], None] = lambda: None
        """Called when something new is shown as saved."""
        self.on_show: Callable[[], None] = lambda: None
        """Called when something new is shown."""
        self.start(**options)

    def start(self, **options: Any) -> Window:
        """Open the session in the program, and wait until something of it is there."""
        self.run("open", self.folder, **options)
        self.until(lambda: self.spot not in (Spot.ELSEWHERE, Spot.HOME))
        return self.window

    # -- what is seen ------------------------------------------------------------------

    @property
    def question(self) -> str | None:
        """The id of the question at hand, where there is one."""
        _, _, rest = self.text.partition("Q-")
        name, mark, _ = rest.partition("?")
        return name.replace("-", "_") if mark else None

    @property
    def is_second(self) -> bool:
        """Whether what is said now is a second answer."""
        return self.words.say("interview.second") in self.text

    @property
    def progress(self) -> int:
        """How many questions are answered, by the top line."""
        before, _, _ = self.text.partition(" / ")
        return int(before.split()[-1])

    @property
    def is_unsaved(self) -> bool:
        """Whether the screen says that something is not saved."""
        return self.words.is_unsaved(self.text)

    def look(self, screen: str) -> None:
        """Note what is shown, and whether it is called saved."""
        if self.words.spot(screen) in _KEPT:
            self._see(screen, is_saved=self.words.is_saved(screen))

    def _see(self, screen: str, *, is_saved: bool) -> None:
        before = self.record.all_shown
        is_promised = self.record.see(screen, is_saved=is_saved)
        if self.record.all_shown != before:
            self.on_show()
        if is_promised:
            self.on_promise()

    def until_saved(self, timeout: float = 20) -> None:
        """Read until all that was typed is shown as saved."""
        self.come_to_interview()
        self.until(lambda: self.words.is_saved(self.text), timeout)

    def note_saved(self) -> None:
        """Write a note and wait until it is saved."""
        self.note()
        self.until_saved()

    # -- the way -----------------------------------------------------------------------

    def leave(self) -> None:
        """Leave where we are."""
        spot = self.spot
        self.press("escape")
        self.until(lambda: self.spot not in (spot, Spot.ELSEWHERE))

    def come_to_interview(self) -> None:
        """Go on from wherever we are until a question can be answered."""
        for _ in range(40):
            self.window.settle()
            match self.spot:
                case Spot.INTERVIEW:
                    return
                case Spot.DIALOG | Spot.LIST | Spot.MINUTES | Spot.REPORT:
                    self.leave()
                case _:
                    self.pass_by()
        raise AssertionError(f"no way back to the questions from\n{self.text}")

    def pass_by(self) -> None:
        """Go on from a screen that is about no question."""
        match self.spot:
            case Spot.COVER | Spot.REVEAL:
                self.press("ctrl+r")
            case Spot.VEIL:
                self.press(" ")
            case Spot.DISCUSSION:
                self.press("f8")
            case Spot.ELSEWHERE:
                self.until(lambda: self.spot is not Spot.ELSEWHERE)
            case Spot.HOME:
                raise AssertionError("the session was left")
            case _:
                self.press("enter")

    def head_for(self, *spots: Spot) -> bool:
        """Answer and go on until we are at one of these places; return whether we came there."""
        for _ in range(90):
            self.window.settle()
            spot = self.spot
            if spot in spots:
                return True
            if spot is Spot.INTERVIEW:
                self._answer_and_go_on()
            elif spot is Spot.DISCUSSION and Spot.MINUTES in spots:
                self._open_minutes()
            elif spot is Spot.DIALOG:
                self.press("ctrl+s")
            elif spot is Spot.MINUTES:
                self.leave()
            elif spot is Spot.REPORT:
                return False
            else:
                self.pass_by()
        return False

    def _answer_and_go_on(self) -> None:
        """Leave the question at hand undecided, unless its answers have met; go on."""
        if not self.is_second:
            before = self.progress
            self.forget()
            self.press("f4")
            if self.progress < before:  # so it was already: that took it back
                self.press("f4")
        self.press("enter")

    def _open_minutes(self) -> None:
        self.press("enter")  # from the overview it goes into the form of the first question

    # -- what is typed -----------------------------------------------------------------

    def act(self) -> None:
        """Do one thing at random that someone at a kickoff would do."""
        self.come_to_interview()
        said = [self.note, self.number, self.half, self.mark, self.second, self.reason]
        gone = [self.go_on, self.go_on, self.go_on, self.jump, self.change_sides, self.wander]
        self.random.choice([*said, *said, *gone, self.private_note, self.decide])()

    def write(self, mark: str) -> None:
        """Type into a text, before what stands there; at times wait until that is saved."""
        self.until_at(Spot.DIALOG)
        self.send(HOME_KEY, *mark, " ")
        self.until(lambda: mark in self.text)
        if self.random.random() < 0.4:
            self.until(lambda: self.words.is_saved(self.text) or self.is_unsaved)
        self.close_text()

    def close_text(self) -> None:
        """Note what stands in a text once nothing changes there any more, and close it."""
        self.window.settle()
        self._see(self.text, is_saved=self.words.is_saved(self.text))
        self.send("ctrl+s")
        self.until(lambda: self.spot is not Spot.DIALOG)

    def note(self) -> None:
        """Write into the note."""
        self.come_to_interview()
        mark = self.record.new_mark()
        self.send("f6")
        self.write(mark)

    def private_note(self) -> None:
        """Write into the note that stays with one's own side, once nobody else looks."""
        self.press("ctrl+p")
        if self.spot is Spot.COVER:
            self.press("ctrl+r")
        self.write(self.record.new_mark())

    def reason(self) -> None:
        """Say that the question does not apply, and why."""
        if self.is_second:
            return
        question = self.forget()
        self.press("f5")
        if self.spot is Spot.DIALOG:  # else that was taken back
            self.write(self.record.new_mark(reason_of=question))

    def second(self) -> None:
        """Give a second answer, where the first has met the other's; at times do so later."""
        if not self.is_second:
            return
        if self.words.sign("interview.waiting_second") not in self.text:
            self.press("f4")
        self.press("enter")
        if self.spot is not Spot.DIALOG:  # it is what was said before
            return
        if self.random.random() < 0.3:
            self.leave()
        else:
            self.write(self.record.new_mark())

    def number(self) -> None:
        """Type a number where one is asked for, unless the answers to that have met."""
        question = self._come_to("number")
        if question is not None:
            self.type_number(question)

    def type_number(self, question: str) -> None:
        """Type a number as the answer to the question at hand."""
        known = self.record.numbers.get(question, [])
        number = next(n for n in iter(self._any_number, "") if n not in known)
        self.record.forget_half(question)
        self.send(DELETE)
        self.record.numbers.setdefault(question, []).append(number)
        self.send(*number)
        self.until(lambda: self.record.shown_numbers.get(question) == number)

    def half(self) -> None:
        """Begin a number, or give the low end of a range alone."""
        kind = self.random.choice(["number", "range"])
        question = self._come_to(kind)
        if question is None:
            return
        self.forget()
        half = self._any_number()
        if kind == "range":
            self.send(END_KEY, DELETE, HOME_KEY)
        self.send(DELETE, *half, *("," if kind == "number" else ""))
        self.record.halves[question] = half
        self.until(lambda: self.record.shown_halves.get(question) == half)

    def _come_to(self, kind: str) -> str | None:
        """Go to a question of a kind; return its id, or None where its answers have met."""
        self.jump(self.random.choice(PLACES[kind]))
        self.come_to_interview()
        question = self.question
        is_it = question is not None and question.endswith(kind) and not self.is_second
        return question if is_it else None

    def _any_number(self) -> str:
        return str(self.random.randint(101, 998))

    def mark(self) -> None:
        """Say that the answer is open, or comes later; that can be taken back."""
        if not self.is_second:
            self.forget()
            self.press("f4" if self.random.random() < 0.5 else "f7")

    def forget(self) -> str:
        """Note that something else takes the place of what was said at hand; return its id."""
        question = self.question or ""
        self.record.forget(question)
        return question

    def go_on(self) -> None:
        """Go on, whatever comes."""
        self.press("enter")

    def change_sides(self) -> None:
        """Let the other party answer."""
        if self.rule != "alone":
            self.press("tab")

    def wander(self) -> None:
        """Go on to a page that is not about one question."""
        self.head_for(self.random.choice([*_GATES, Spot.AREA_END, Spot.GUESSES, Spot.DISCUSSION]))

    def jump(self, place: int | None = None) -> None:
        """Go to a question by the list."""
        self.send("f2")
        self.until_at(Spot.LIST)
        last = len(AREAS) * len(KINDS) - 1
        self.send(HOME_KEY, *["down"] * (self.random.randint(0, last) if place is None else place))
        self.send("enter")
        self.until(lambda: self.spot is not Spot.LIST)

    def decide(self) -> None:
        """Write into the minutes of a question, where an area has met."""
        self.send("f8")
        self.until(lambda: self.spot is not Spot.INTERVIEW)
        self.window.settle()
        if self.spot is not Spot.DISCUSSION:
            return
        mark = self.record.new_mark()
        self._open_minutes()
        self.until_at(Spot.MINUTES)
        self.press("tab")
        self.send(HOME_KEY, *mark, " ")
        self.until(lambda: mark in self.record.shown)
        if self.random.random() < 0.5:
            self.leave()

    # -- what is on the disk -----------------------------------------------------------

    def faults_on_disk(self, *, all_shown: bool = False) -> list[str]:
        """Open the session as the program does; return what is wrong with it, and missing."""
        return self.record.faults_in(self.folder, all_shown=all_shown)

    def lies(self) -> list[str]:
        """Return what was shown as saved and does not stand in the files just now."""
        return self.record.lies_about(self.folder)
