"""The folder of a session that is open goes away, is emptied, or loses a file."""

import shutil
import signal
from pathlib import Path
from random import Random

from tests.crash.kickoffs import RULES
from tests.crash.rounds import Result
from tests.crash.typist import Typist

_WAYS = "removed", "put back empty", "emptied", "one file removed", "moved away and back"


def gone(random: Random, home: Path) -> Result:
    """Take away what was saved: whatever is then called saved can be opened again, all of it."""
    way = random.choice(_WAYS)
    typist = Typist(random, home, random.choice(RULES))
    for _ in range(random.randint(1, 5)):
        typist.act()
    typist.note_saved()
    what = _take(random, typist.folder, way)
    typist.note()
    typist.come_to_interview()
    typist.until(lambda: typist.is_unsaved or typist.words.is_saved(typist.text))
    faults = []
    if typist.is_unsaved:  # it says so; now it may come back
        _give_back(typist.folder)
        try:
            typist.until_saved(12)
        except AssertionError:
            faults.append(f"never saved again: {typist.text.splitlines()[0]}")
    elif not typist.folder.exists():
        faults.append("called saved though there is no folder")
    typist.window.kill(signal.SIGKILL)
    typist.window.exit_code()
    typist.window.close()
    if not faults:
        faults += typist.faults_on_disk(all_shown=True)
    return Result(way, [f"{what}: {fault}" for fault in faults])


def _take(random: Random, folder: Path, way: str) -> str:
    """Take something away; return what it was."""
    match way:
        case "removed":
            shutil.rmtree(folder)
        case "put back empty":
            shutil.rmtree(folder)
            folder.mkdir(mode=0o700)
        case "emptied":
            for path in folder.iterdir():
                path.unlink()
        case "one file removed":
            victim = random.choice(sorted(folder.iterdir()))
            victim.unlink()
            return victim.name
        case "moved away and back":
            folder.rename(_aside(folder))
    return way


def _give_back(folder: Path) -> None:
    """Put back what was moved away, or else an empty folder."""
    if _aside(folder).exists():
        _aside(folder).rename(folder)
    else:
        folder.mkdir(mode=0o700, exist_ok=True)


def _aside(folder: Path) -> Path:
    return folder.parents[1] / "aside"
