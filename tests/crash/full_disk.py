"""A disk that is full: of some hundred kB in memory, or by a limit to the size of files."""

import contextlib
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.crash.failing_calls import healed, unseen
from tests.crash.kickoffs import RULES
from tests.crash.leaving import left
from tests.crash.newcomer import NAMES, Newcomer
from tests.crash.rounds import Result
from tests.crash.typist import Typist
from tests.crash.words import Spot

_SIZE = "400k"


@dataclass(frozen=True)
class Disk:
    """A disk that can be filled and emptied under a running program."""

    name: str
    fill: Callable[[int], None]
    """Leaves no room; takes the program's process."""
    empty: Callable[[int], None]
    is_real: bool
    """Whether there is room on another disk."""


@cache
def may_mount() -> bool:
    """Return whether a file system can be mounted here."""
    if os.name != "posix" or os.geteuid() != 0:
        return False
    with TemporaryDirectory() as folder:
        if not _mount(Path(folder)):
            return False
        _unmount(Path(folder))
    return True


def _mount(folder: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)]
    with contextlib.suppress(OSError):
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    return False


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)


@contextlib.contextmanager
def disk(random: Random, folder: Path) -> Iterator[Disk]:
    """Put a small disk at `folder`, or else limit what the program may write."""
    folder.mkdir()
    filler = folder / "filler"

    def fill(_: int) -> None:
        with filler.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(4096))

    def limit(process: int, size: int) -> None:
        resource.prlimit(process, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    if may_mount() and random.random() < 0.7 and _mount(folder):
        try:
            yield Disk("full disk", fill, lambda _: filler.unlink(), is_real=True)
        finally:
            _unmount(folder)
    else:
        no_limit = resource.RLIM_INFINITY
        yield Disk(
            "file size limit",
            lambda pid: limit(pid, 0),
            lambda pid: limit(pid, no_limit),
            is_real=False,
        )


def filled(random: Random, home: Path) -> Result:
    """Let the disk fill up amid a kickoff; make room again, or leave."""
    with disk(random, home / "duiqi") as small:
        typist = Typist(random, home, random.choice(RULES))
        pid = typist.window.pid
        typist.note_saved()
        small.fill(pid)
        faults = []
        typist.note()
        typist.come_to_interview()
        typist.until(lambda: typist.is_unsaved or typist.words.is_saved(typist.text))
        faults += typist.lies()
        if not typist.is_unsaved:  # there was room for that yet
            small.empty(pid)
            return Result(small.name, faults + healed(typist))
        faults += unseen(typist)
        if small.is_real and random.random() < 0.5:
            return Result(f"{small.name}, left", faults + left(random, typist))
        small.empty(pid)
        return Result(f"{small.name}, healed", faults + healed(typist))


def begun_on_full(random: Random, home: Path) -> Result:
    """Begin a new kickoff on a full disk: the form stays filled, and nothing else stays."""
    with disk(random, home / "duiqi") as small:
        newcomer = Newcomer(random, home)
        newcomer.fill_in()
        pid = newcomer.window.pid
        small.fill(pid)
        newcomer.try_to_begin()
        faults = []
        if newcomer.spot is not Spot.SETUP or not all(n in newcomer.text for n in NAMES):
            faults.append("the filled form is gone")
        faults += [f"left behind: {name}" for name in newcomer.half_made()]
        small.empty(pid)
        if not faults:
            newcomer.begin()
            newcomer.until_begun()
        newcomer.leave()
        faults += [f"left in the end: {name}" for name in newcomer.half_made()]
        return Result(f"new on {small.name}", faults)
