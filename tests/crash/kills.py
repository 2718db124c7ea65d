"""The program is killed, asked to end, or loses its window, at random moments and exact ones."""

import signal
from pathlib import Path
from random import Random

from tests.crash import strace
from tests.crash.kickoffs import RULES
from tests.crash.rounds import Result
from tests.crash.typist import Now, Typist

WAYS = "KILL", "TERM", "HUP", "closed window"
_POLITE = {"TERM": 143, "HUP": 129, "closed window": 129}
"""Ends at which the program can save, each with its exit code."""


def killed(random: Random, home: Path) -> Result:
    """End the program at a random key, or exactly when something is shown as saved."""
    way, at_saved = random.choice(WAYS), random.random() < 0.5
    typist = Typist(random, home, random.choice(RULES))
    left = random.randint(1, 6 if at_saved else 60)

    def strike() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise Now

    if at_saved:
        typist.on_promise = strike
    else:
        typist.on_step = strike
    try:
        while True:
            typist.act()
    except Now:
        typist.on_promise = typist.on_step = lambda: None
    end(typist, way)
    faults = faults_after(typist, way)
    return Result(f"{way} {'at saved' if at_saved else 'at a key'}", faults)


def end(typist: Typist, way: str) -> None:
    """End the program in one of `WAYS`."""
    if way == "closed window":
        typist.window.close_master()
    else:
        typist.window.kill(signal.Signals[f"SIG{way}"])


def faults_after(typist: Typist, way: str) -> list[str]:
    """Wait for the end, open the session again, and return what is wrong."""
    code = typist.window.exit_code()
    faults = []
    if code != _POLITE.get(way, -signal.SIGKILL):
        faults.append(f"exit code {code}")
    if way in ("TERM", "HUP"):
        faults += typist.window.complaints()
    typist.window.close()
    return faults + reopened(typist, all_shown=way in _POLITE)


def reopened(typist: Typist, *, all_shown: bool) -> list[str]:
    """Open the session in the program and by its reader; return what is wrong, or missing."""
    try:
        typist.start()
    except AssertionError as refused:
        return [f"cannot be opened in the program: {refused}"]
    typist.window.send("ctrl+q")
    code = typist.window.exit_code()
    typist.window.close()
    faults = [f"exit code {code} when opened again"] if code else []
    return faults + typist.faults_on_disk(all_shown=all_shown)


def killed_in_save(random: Random, home: Path) -> Result:
    """Kill the program at a single call of saving."""
    call = random.choice([each for each in strace.CALLS if each != "mkdir"])
    typist = Typist(random, home, random.choice(RULES))
    (saver,) = strace.threads_that_sync(typist.window.pid, typist.note_saved)
    with strace.deadly(saver, call, random.randint(1, 12)):
        try:
            for _ in range(6):
                typist.act()
        except AssertionError:  # it is gone
            pass
        if not typist.window.has_ended:
            typist.window.kill(signal.SIGKILL)
        typist.window.exit_code()
    faults = faults_after(typist, "KILL")
    return Result(f"KILL at {call}", faults)
