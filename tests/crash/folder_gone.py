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
    folder, aside = typist.folder, home / "aside"
    what = way
    match way:
        case "removed" | "put back empty":
            shutil.rmtree(folder)
            if way == "put back empty":
                folder.mkdir(mode=0o700)
        case "emptied":
            for path in folder.iterdir():
                path.unlink()
        case "one file removed":
            victim = random.choice(sorted(folder.iterdir()))
            victim.unlink()
            what = f"{way}: {victim.name}"
        case "moved away and back":
            folder.rename(aside)
    typist.note()
    typist.come_to_interview()
    typist.until(lambda: typist.is_unsaved or typist.words.is_saved(typist.text))
    faults = []
    if typist.is_unsaved:  # it says so; now it may come back
        if way == "moved away and back":
            aside.rename(folder)
        else:
            folder.mkdir(mode=0o700, exist_ok=True)
        try:
            typist.until_saved(12)
        except AssertionError:
            faults.append(f"never saved again: {typist.text.splitlines()[0]}")
    elif way == "removed" and not folder.exists():
        faults.append("called saved though there is no folder")
    typist.window.kill(signal.SIGKILL)
    typist.window.exit_code()
    typist.window.close()
    if not faults:
        faults += typist.faults_on_disk(all_shown=True)
    return Result(way, [f"{what}: {fault}" for fault in faults])
