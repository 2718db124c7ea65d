"""A session is left though it cannot be saved where it lies."""

import signal
from random import Random

from tests.crash.typist import Typist
from tests.crash.words import Spot


def left(random: Random, typist: Typist) -> list[str]:
    """Leave in one of the ways there are; return what was not asked, not told, or lost."""
    way = random.choice(["escape", "ctrl+q", "TERM"])
    typist.come_to_interview()
    if way == "TERM":
        typist.window.kill(signal.SIGTERM)
        return _lost(typist, 143)
    if way == "ctrl+q" and random.random() < 0.5:
        typist.press(random.choice(["f1", "f2", "f6"]))  # it is asked on every screen
    faults = _asked_each_time(typist, way)
    if faults:
        return faults
    typist.window.send(way)
    typist.until(lambda: typist.spot is Spot.UNSAVED)
    typist.window.settle()
    if random.random() < 0.5:
        return _saved_elsewhere(typist, way)
    typist.press("down", "down")
    typist.send("enter")
    _go(typist, way)
    return _lost(typist, 1)


def _asked_each_time(typist: Typist, way: str) -> list[str]:
    """Ask to leave and stay, twice; return where the program did not ask, or not stay."""
    for time in ("first", "second"):
        before = typist.spot
        typist.send(way)
        try:
            typist.until(lambda: typist.spot is Spot.UNSAVED, 5)
        except AssertionError:
            return [f"not asked at the {time} {way} on {before.name}"]
        typist.leave()
        if typist.spot is not before:
            return [f"no way back to {before.name} after the {time} {way}"]
    return []


def _saved_elsewhere(typist: Typist, way: str) -> list[str]:
    """Save in another folder, the proposed one; return what is wrong with that."""
    typist.press("down")
    typist.send("enter")
    typist.until(lambda: typist.words.say("elsewhere.title") in typist.text)
    typist.window.settle()
    typist.send("enter")
    _go(typist, way)
    faults = _ended(typist, 0)
    if typist.words.sign("save.moved") not in typist.text:
        faults.append("nothing says where it was saved instead")
    typist.folder = typist.home / typist.folder.name
    return [f"elsewhere: {each}" for each in faults + typist.faults_on_disk(all_shown=True)]


def _go(typist: Typist, way: str) -> None:
    """Leave the program too, where only the session was left."""
    if way == "escape":
        typist.until(lambda: typist.spot is Spot.HOME)
        typist.send("ctrl+q")


def _lost(typist: Typist, code: int) -> list[str]:
    """Return what is wrong with an end at which something is lost, and told to be."""
    faults = _ended(typist, code)
    if not typist.words.is_told_lost(typist.text):
        faults.append("left without a word in the terminal")
    return faults + typist.faults_on_disk()


def _ended(typist: Typist, wanted: int) -> list[str]:
    """Wait for the end; return what is wrong with it."""
    try:
        code = typist.window.exit_code(40)
    except AssertionError:
        typist.window.kill(signal.SIGKILL)
        return [f"cannot be left:\n{typist.text}"]
    faults = typist.window.complaints() + ([f"exit code {code}"] if code != wanted else [])
    typist.window.close()
    return faults
