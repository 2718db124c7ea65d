"""The program is killed while it makes a new session."""

import signal
import time
from pathlib import Path
from random import Random

from tests.crash import strace
from tests.crash.newcomer import NAMES, Newcomer
from tests.crash.rounds import Result
from tests.crash.words import Spot

_OWN = "mkdir", "fsync", "rename", "link", "unlink"
"""Calls that nothing but making a session makes, just then."""
_LONGEST = 0.25
"""Seconds that making a session takes, with some to spare."""


def created(random: Random, home: Path) -> Result:
    """Kill at a random moment, or at a call; nothing that is broken is listed, or stays."""
    newcomer = Newcomer(random, home)
    newcomer.fill_in()
    window = newcomer.window
    call = random.choice(["mkdir", "fsync", "rename", "link", "unlink", "write", ""])
    if call and not strace.why_not():
        with strace.deadly(window.pid, call, random.randint(1, 14), "-f"):
            newcomer.begin()
            end = time.monotonic() + 3
            while not window.has_ended and time.monotonic() < end:
                window.read_and_draw(0.1)
            if not window.has_ended:
                window.kill(signal.SIGKILL)
            window.exit_code()
    else:
        newcomer.begin()
        end = time.monotonic() + random.random() * _LONGEST
        while (left := end - time.monotonic()) > 0:
            window.read_and_draw(left)
        window.kill(signal.SIGKILL)
        window.exit_code()
    window.close()
    return Result(f"KILL at {call or 'a moment'}", _left_behind(newcomer))


def creation_failed(random: Random, home: Path) -> Result:
    """Let a call fail once: the kickoff begins, or the filled form stays and begins it next."""
    newcomer = Newcomer(random, home)
    newcomer.fill_in()
    call, error = random.choice(_OWN), random.choice(strace.ERRORS)
    when = str(random.randint(1, 12 if call == "fsync" else 3))
    with strace.failing(newcomer.window.pid, call, error, when, "-f"):
        newcomer.try_to_begin()
    faults = []
    if newcomer.spot is Spot.SETUP:
        if not all(name in newcomer.text for name in NAMES):
            faults.append("the filled form is not filled any more")
        faults += [f"left behind: {name}" for name in newcomer.half_made()]
        newcomer.begin()
    try:
        newcomer.until_begun()
    except AssertionError:
        faults.append(f"does not begin:\n{newcomer.text}")
    newcomer.leave()
    faults += [f"left in the end: {name}" for name in newcomer.half_made()]
    return Result(f"{call} fails once", [f"{error}: {fault}" for fault in faults])


def _left_behind(newcomer: Newcomer) -> list[str]:
    """Return what is wrong at the next start, and what is left after the next kickoff begins."""
    newcomer.start()
    faults = []
    if newcomer.words.say("home.broken") in newcomer.text:
        faults.append("listed as broken")
    if newcomer.half_made():
        newcomer.fill_in()
        newcomer.begin()
        newcomer.until_begun()
    newcomer.leave()
    return faults + [f"stays for ever: {name}" for name in newcomer.half_made()]
