"""A disk that takes half a second, two seconds, or for ever, for each wait until all is on it."""

import signal
import time
from pathlib import Path
from random import Random
from statistics import median

from tests.crash import strace
from tests.crash.kickoffs import RULES
from tests.crash.kills import reopened
from tests.crash.rounds import Result
from tests.crash.typist import HOME_KEY, Typist
from tests.crash.words import Spot

_HUNG = 60.0
_ASK_AGAIN = 1.5
"""Seconds between two wishes to leave, as someone waits before asking again."""
_LEFT = b"\x1b[?1049l"
"""What gives the terminal back."""


def slow(random: Random, home: Path) -> Result:
    """Type while the disk is slow, then leave: nothing freezes and nothing is lost."""
    delay, way = random.choice([0.5, 2.0]), random.choice(["TERM", "HUP", "ctrl+q", "escape"])
    typist = Typist(random, home, random.choice(RULES))
    window = typist.window
    (saver,) = strace.threads_that_sync(window.pid, typist.note_saved)
    with strace.slow(saver, delay):
        faults = _frozen(typist, delay)
        begun = len(window.raw)
        if way in ("TERM", "HUP"):
            window.kill(signal.Signals[f"SIG{way}"])
            try:
                window.wait_for(lambda: _LEFT in window.raw[begun:], 4)
            except AssertionError:
                faults.append("the terminal waits for the disk")
        else:
            window.send(way)
            if delay > 1:
                faults += _told_to_wait(typist)
            if way == "escape":
                typist.until(lambda: typist.spot is Spot.HOME, 60)
                window.send("ctrl+q")
        code = window.exit_code(60)
    wanted = {"TERM": 143, "HUP": 129}.get(way, 0)
    if code != wanted:
        faults.append(f"exit code {code} for {wanted}")
    faults += window.complaints()
    window.close()
    return Result(f"{delay} s, {way}", faults + reopened(typist, all_shown=True))


def hung(random: Random, home: Path) -> Result:
    """Leave by asking twice while the disk does not answer at all."""
    way = random.choice(["TERM", "ctrl+q"])
    typist = Typist(random, home, random.choice(RULES))
    window = typist.window
    (saver,) = strace.threads_that_sync(window.pid, typist.note_saved)
    with strace.slow(saver, _HUNG):
        faults = _frozen(typist, 2)
        for _ in range(2):
            window.kill(signal.SIGTERM) if way == "TERM" else window.send(way)
            until = time.monotonic() + _ASK_AGAIN
            while not window.has_ended and (left := until - time.monotonic()) > 0:
                window.read_and_draw(left)
        try:
            typist.until(lambda: typist.words.is_told_lost(typist.text), 8)
        except AssertionError:
            window.kill(signal.SIGKILL)
            faults.append(f"cannot be left by asking twice:\n{typist.text}")
    # A thread that is held by strace, as by a disk, keeps its ended process.
    code = window.exit_code()
    if faults:
        return Result(f"hung, {way}", faults)
    if code != (143 if way == "TERM" else 1):
        faults.append(f"exit code {code}")
    faults += window.complaints()
    window.close()
    return Result(f"hung, {way}", faults + reopened(typist, all_shown=False))


def _frozen(typist: Typist, delay: float) -> list[str]:
    """Write a note while the disk is busy; return whether its letters came late."""
    typist.note()
    typist.window.send("f6")
    typist.until(lambda: typist.spot is Spot.DIALOG)
    typist.window.send(HOME_KEY)
    mark = typist.record.new_mark()
    late = [_echo(typist, mark, end) for end in range(1, len(mark) + 1)]
    typist.window.send(" ")
    typist.close_text()
    typist.until_at(Spot.INTERVIEW)
    return [f"keys are shown after {median(late):.1f} s"] if median(late) > delay * 0.8 else []


def _echo(typist: Typist, mark: str, end: int) -> float:
    """Type the next letter of a mark; return how long it took until it was shown."""
    begun = time.monotonic()
    typist.window.send(mark[end - 1])
    typist.until(lambda: mark[:end] in typist.text)
    return time.monotonic() - begun


def _told_to_wait(typist: Typist) -> list[str]:
    """Return whether leaving keeps one waiting without a word; where all was saved it need not."""
    try:
        typist.until(lambda: typist.spot in (Spot.UNSAVED, Spot.HOME) or typist.window.has_ended, 6)
    except AssertionError:
        return ["waits without a word"]
    return []
