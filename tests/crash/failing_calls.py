"""Each system call of saving fails: once, or for good until it heals or the program is left."""

import signal
from pathlib import Path
from random import Random

from tests.crash import strace
from tests.crash.kickoffs import NUMBER_FIRST, RULES
from tests.crash.kills import reopened
from tests.crash.leaving import left
from tests.crash.rounds import Result
from tests.crash.typist import Typist
from tests.crash.words import Spot

_FOLDERS = "open", "fsync", "close"
_IN_A_ROW = [
    *((call, "1+") for call in strace.OF_SAVING),
    *((call, "2" if call in _FOLDERS else "1") for call in strace.OF_SAVING),
]
"""Calls, and which of them fail: the second ones are those of the folder."""


def failed_once(random: Random, home: Path) -> Result:
    """Let one call fail once, amid typing: what is said is true, and all heals by itself."""
    call, error = random.choice(strace.OF_SAVING), random.choice(strace.ERRORS)
    typist = Typist(random, home, random.choice(RULES))
    faults = []
    (saver,) = strace.threads_that_sync(typist.window.pid, typist.note_saved)
    with strace.failing(saver, call, error, str(random.randint(1, 10))) as failure:
        for _ in range(8):
            typist.note()
            faults += typist.lies()
            if failure.has_struck:
                break
        typist.act()
    faults += healed(typist)
    return Result(f"{call} fails once", [f"{error}: {fault}" for fault in dict.fromkeys(faults)])


def failed_for_good(random: Random, home: Path) -> Result:
    """Let a call fail from some moment on: it is seen everywhere, and heals when it can."""
    call, error = random.choice(strace.OF_SAVING), random.choice(strace.ERRORS)
    typist = Typist(random, home, random.choice([*RULES, "live", "alone"]))
    faults = []
    (saver,) = strace.threads_that_sync(typist.window.pid, typist.note_saved)
    with strace.failing(saver, call, error, f"{random.randint(1, 6)}+") as failure:
        for _ in range(8):
            typist.note()
            faults += typist.lies()
            if failure.has_struck:
                break
        typist.come_to_interview()
        typist.until(lambda: typist.is_unsaved or typist.words.is_saved(typist.text))
        if typist.is_unsaved:
            faults += unseen(typist)
            if random.random() < 0.5:
                faults += left(random, typist)
                return Result(f"{call} fails, left", [f"{error}: {fault}" for fault in faults])
        else:  # one that saving can do without
            faults += typist.lies() + _untold(call)
    if random.random() < 0.5:
        typist.note()
    faults += healed(typist)
    return Result(f"{call} fails, healed", [f"{error}: {fault}" for fault in dict.fromkeys(faults)])


def failed_in_a_row(random: Random, home: Path) -> Result:
    """Let one call after the other fail for good, and heal, under one program."""
    typist = Typist(random, home, random.choice(["live", "alone"]))
    (saver,) = strace.threads_that_sync(typist.window.pid, typist.note_saved)
    question, faults = NUMBER_FIRST, []
    typist.jump(0)
    typist.come_to_interview()
    for call, when in random.sample(_IN_A_ROW, len(_IN_A_ROW)):
        error = random.choice(strace.ERRORS)
        with strace.failing(saver, call, error, when):
            typist.type_number(question)
            typist.until(lambda: typist.is_unsaved or typist.words.is_saved(typist.text))
            wrong = typist.lies()
            if when == "1+" and not typist.is_unsaved:
                wrong += _untold(call)
        typist.type_number(question)
        typist.until_saved()
        wrong += typist.lies()
        faults += [f"{call} {error} {when}: {fault}" for fault in wrong]
    return Result("all calls in a row", faults + _ended(typist) + typist.faults_on_disk())


def _untold(call: str) -> list[str]:
    """Return what is wrong where a call fails and the screen says nothing of it."""
    return ["fails, and nothing is said"] if call in strace.NEEDED else []


def unseen(typist: Typist) -> list[str]:
    """Walk from screen to screen and return those that do not say that nothing is saved."""
    faults = []
    for keys in (["f1"], ["f2"], ["f6"], ["f9", "ctrl+s"], ["f8", "enter", "enter"]):
        typist.come_to_interview()
        for key in keys:
            try:
                typist.press(key, timeout=5)
            except AssertionError:  # it does nothing here
                break
            try:
                typist.until(lambda: typist.is_unsaved, 2)
            except AssertionError:
                faults.append(f"not told on {typist.spot.name}, after {keys}:\n{typist.text}")
            if typist.spot in (Spot.COVER, Spot.REVEAL, Spot.AREA_END, Spot.GUESSES):
                break
    typist.come_to_interview()
    return faults


def healed(typist: Typist) -> list[str]:
    """Wait until all is saved, leave, and return what is wrong or missing."""
    try:
        typist.until_saved(12)
    except AssertionError:
        return [f"never saved again: {typist.text.splitlines()[0]}", *_ended(typist)]
    faults = typist.lies()
    faults += [f"left when saved: {path.name}" for path in typist.folder.glob(".*.tmp")]
    return faults + _ended(typist) + reopened(typist, all_shown=True)


def _ended(typist: Typist) -> list[str]:
    typist.window.send("ctrl+q")
    try:
        code = typist.window.exit_code(8)
    except AssertionError:
        typist.window.kill(signal.SIGKILL)
        return ["cannot be left"]
    faults = typist.window.complaints() + ([f"exit code {code}"] if code else [])
    typist.window.close()
    return faults
