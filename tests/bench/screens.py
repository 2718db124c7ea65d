"""Time from a key to the first byte of the paint that answers it, on each screen after the reveal.

The worked example, with half of its agenda decided, is opened where each screen is; beside it runs
a bare app with one OptionList of 60 rows, and the two get a key in turn.

    .venv/bin/python -m tests.bench.screens --count 200
    .venv/bin/python -m tests.bench.screens --screens map typing
"""

import argparse
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from tests.bench.keys import Timing, answer
from tests.bench.sizes import report
from tests.bench.subject import SIXTY, Subject, Terminal, finish_painting
from tui.domain.minutes import Decision
from tui.domain.position import Position, Stage
from tui.domain.report_builder import report as report_of
from tui.domain.session import Session
from tui.storage.creation import create
from tui.workspace.example import example_session


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen, and the keys by which it is measured."""

    stage: Stage
    """Where the session is opened."""
    keys: tuple[str, ...]
    """What is pressed, again and again."""
    before: tuple[str, ...] = ()
    """What leads there from where the session is opened."""
    subject: str = ""
    """The area or the question that it is about."""


DOWN_AND_UP = (*("down",) * 6, *("up",) * 6)
TYPED = (*"net of ", *("backspace",) * 7)
SCREENS = {
    "discussion": Screen(Stage.DISCUSSION, DOWN_AND_UP, subject="goals"),
    "typing": Screen(Stage.MINUTES, TYPED, ("enter",), "gmv_definition"),
    "decisions": Screen(Stage.RESULT, DOWN_AND_UP, ("ctrl+d",)),
    "map": Screen(Stage.RESULT, ("right", "right", "down", "left", "left", "up")),
    "page": Screen(Stage.RESULT, ("pagedown", "pagedown", "pageup", "pageup"), ("enter",)),
    "end": Screen(Stage.MEETING_END, ("f", "r", "i", *("backspace",) * 3)),
    "met": Screen(Stage.QUESTION, ("1", "2", "3"), subject="gmv_definition"),
}


def decided(session: Session) -> Session:
    """Return the session with every other item of its agenda decided."""
    for place, item in enumerate(report_of(session).agenda[::2]):
        due = date.today() + timedelta(7 * place)
        told = Decision(
            question=item.question,
            text="As both said.",
            owner=session.sheets[0].party.answered_by[0],
            due=due,
        )
        session = session.decided(told)
    return session


def subject(name: str, screen: Screen) -> Subject:
    """Return the program with the example's session, left at a screen."""
    home = Path(tempfile.mkdtemp(prefix="bench-"))
    sessions = home / "data" / "sessions"
    sessions.mkdir(parents=True)
    session, paper = example_session()
    turn = session.questionnaire.party_ids[0]
    at = screen.subject if screen.stage is Stage.QUESTION else ""
    session = decided(session).went_to(Position(turn, screen.stage, screen.subject), at)
    create(sessions / "kickoff", paper, replace(session, histories={})).close()
    command = (sys.executable, "-m", "tui", "open", str(sessions / "kickoff"), "--lang", "en")
    return Subject(name, command, "F1", home)


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--screens", nargs="+", choices=SCREENS, default=list(SCREENS))
    options.add_argument("--count", type=int, default=200)
    chosen = options.parse_args()
    for name in chosen.screens:
        screen = SCREENS[name]
        ours, theirs = subject(name, screen).start(), SIXTY.start()
        try:
            come_to(ours, screen)
            finish_painting(theirs)
            timings = measured(ours, theirs, screen.keys, chosen.count)
        finally:
            ours.close()
            theirs.close()
        for each, found in zip((name, SIXTY.name), timings, strict=True):
            report(each, found)
    return 0


def come_to(terminal: Terminal, screen: Screen) -> None:
    """Go from where the session was opened to the screen."""
    finish_painting(terminal)
    for key in screen.before:
        terminal.send(key)
        finish_painting(terminal)


def measured(
    ours: Terminal, theirs: Terminal, keys: tuple[str, ...], count: int
) -> tuple[dict[str, list[Timing]], dict[str, list[Timing]]]:
    """Return the times of each key in ours, and of a move of the list in theirs."""
    found: tuple[dict[str, list[Timing]], dict[str, list[Timing]]] = ({}, {})
    for number in range(count):
        pressed = ((ours, keys[number % len(keys)]), (theirs, "down"))
        for place, (terminal, key) in enumerate(pressed):
            timing = answer(terminal, key)
            if timing is not None:
                found[place].setdefault(key, []).append(timing)
    return found


if __name__ == "__main__":
    sys.exit(main())
