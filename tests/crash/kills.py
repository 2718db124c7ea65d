"""The program is killed, asked to end, or loses its window, at random moments and exact ones."""

import signal
from pathlib import Path
from random import Random

from tests.crash import strace
from tests.crash.kickoffs import RULES
from tests.crash.place import STAGES, misplaced, read_beside
from tests.crash.rounds import Result
from tests.crash.typist import Now, Typist
from tests.crash.words import Spot
from tui.domain.position import Stage

WAYS = "KILL", "TERM", "HUP", "closed window"
MOMENTS = "key", "shown", "saved"
"""A key is about to be pressed; something new is shown; something new is called saved."""
_POLITE = {"TERM": 143, "HUP": 129, "closed window": 129}
"""Ends at which the program can save, each with its exit code."""


def killed(random: Random, home: Path) -> Result:
    """End the program at a random key, or exactly when something is shown, or called saved."""
    way, moment = random.choice(WAYS), random.choice(MOMENTS)
    typist = Typist(random, home, random.choice(RULES))
    type_until(typist, moment, random.randint(1, 60 if moment == "key" else 6))
    faults = end(typist, way) + reopened(typist, all_shown=way in _POLITE)
    return Result(f"{way} at {moment}", faults)


def killed_in_a_row(random: Random, home: Path) -> Result:
    """End the program in every way, each time in the same kickoff, opened again."""
    typist = Typist(random, home, random.choice(RULES))
    faults = []
    for number, way in enumerate(random.sample(WAYS, len(WAYS))):
        if number:
            typist.start()
            faults += misplaced(typist)
        type_until(typist, "shown" if way in _POLITE else "saved", 1)
        faults += end(typist, way) + typist.faults_on_disk(all_shown=way in _POLITE)
        typist.record.close(all_kept=way in _POLITE)
    return Result("all ways in a row", faults)


def killed_at_places(random: Random, home: Path) -> Result:
    """End the program on each of its pages, each time in the same kickoff, opened again."""
    typist = Typist(random, home, random.choice(RULES))
    faults = []
    for spot in random.sample(list(STAGES), len(STAGES)):
        if not typist.head_for(spot):  # there is none of it under this rule, or no more
            typist.come_to_interview()
            continue
        way = random.choice(WAYS)
        typist.window.settle()
        wrong = end(typist, way)
        if way in _POLITE and (stage := _stage_on_disk(typist)) not in _noted(spot):
            wrong.append(f"noted as {stage}")
        typist.record.close(all_kept=way in _POLITE)
        typist.start()
        wrong += misplaced(typist)
        faults += [f"{way} at {spot.name}: {fault}" for fault in wrong]
    typist.window.send("ctrl+q")
    typist.window.exit_code()
    typist.window.close()
    return Result(f"at all pages, {typist.rule}", faults + typist.faults_on_disk())


def _noted(spot: Spot) -> set[Stage | None]:
    """Return what may be noted of a page; where a session has only been opened it is nothing."""
    return {STAGES[spot], None} if spot in (Spot.COVER, Spot.INTERVIEW) else {STAGES[spot]}


def _stage_on_disk(typist: Typist) -> Stage | None:
    session, _ = read_beside(typist)
    return None if session.position is None else session.position.stage


def type_until(typist: Typist, moment: str, number: int) -> None:
    """Type until one of `MOMENTS` comes for the given time."""
    left = number

    def count() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise Now

    match moment:
        case "key":
            typist.on_step = count
        case "shown":
            typist.on_show = count
        case _:
            typist.on_promise = count
    try:
        while True:
            typist.act()
    except Now:
        typist.on_promise = typist.on_show = typist.on_step = lambda: None


def end(typist: Typist, way: str) -> list[str]:
    """End the program in one of `WAYS`; return what is wrong with its end."""
    window = typist.window
    if way == "closed window":
        window.close_master()
    else:
        window.kill(signal.Signals[f"SIG{way}"])
    return faults_at_end(typist, way)


def faults_at_end(typist: Typist, way: str) -> list[str]:
    """Wait for the end; return what is wrong with the exit code and the terminal."""
    code = typist.window.exit_code()
    faults = []
    if code != _POLITE.get(way, -signal.SIGKILL):
        faults.append(f"exit code {code}")
    if way in ("TERM", "HUP"):
        faults += typist.window.complaints()
    typist.window.close()
    return faults


def reopened(typist: Typist, *, all_shown: bool) -> list[str]:
    """Open the session in the program and by its reader; return what is wrong, or missing."""
    typist.record.close(all_kept=all_shown)
    try:
        typist.start()
    except AssertionError as refused:
        return [f"cannot be opened in the program: {refused}"]
    faults = misplaced(typist)
    typist.window.send("ctrl+q")
    code = typist.window.exit_code()
    typist.window.close()
    faults += [f"exit code {code} when opened again"] if code else []
    return faults + typist.faults_on_disk(all_shown=all_shown)


def killed_in_save(random: Random, home: Path) -> Result:
    """Kill the program at a single call of saving."""
    call = random.choice(strace.OF_SAVING)
    typist = Typist(random, home, random.choice(RULES))
    (saver,) = strace.threads_that_sync(typist.window.pid, typist.note_saved)
    with strace.deadly(saver, call, random.randint(1, 12)):
        try:
            for _ in range(6):
                typist.act()
        except (AssertionError, OSError):  # it is gone
            pass
        if not typist.window.has_ended:
            typist.window.kill(signal.SIGKILL)
        faults = faults_at_end(typist, "KILL")
    return Result(f"KILL at {call}", faults + reopened(typist, all_shown=False))
