"""One scene played through in a process of its own, with what it printed, drew and cost."""

import asyncio
import ctypes
import json
import os
import resource
import signal
import stat
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from io import FileIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from tests.hostile.app_tour import Tour
from tests.hostile.inert import faults_in
from tests.hostile.scenes import Laid, Scene
from tui.cli.main import main
from tui.formats.file_names import LOCK
from tui.i18n import LANGUAGES, Language

MOST_LINES = 60
"""Lines that may be printed of what is wrong in one file."""
MOST_SECONDS, MOST_MEMORY = 1.5, 200
"""Seconds of the processor and MB that one bad file may take."""
APP = "app"
"""The part that uses the app."""
_REAL = 16
"""Of how many scenes one is also checked by a process as a shell starts it."""
_ROOT = Path(__file__).parents[2]
_HANGS = 60
"""Seconds after which a process is taken to hang."""
_CAPABILITIES_3 = 0x20080522
"""The version of Linux's interface for capabilities."""
_READS_ANYTHING = 1 << 1 | 1 << 2
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, by which root may read what nobody may."""
_LARGEST = 32 << 20
"""Bytes of a file beyond which its size and time stand for its content."""


class Cost(NamedTuple):
    """What a part of a scene took."""

    seconds: float
    """Of the processor."""
    memory: float
    """MB at most, the interpreter and all modules among them."""


@dataclass
class Outcome:
    """What came of a scene."""

    name: str
    faults: list[str] = field(default_factory=list)
    """What should not have been; empty where all is well."""
    costs: dict[str, Cost] = field(default_factory=dict)
    """What each part took."""


def play(scene: Scene, *, in_app: bool = True) -> Outcome:
    """Lay out a scene, let the command line and the app come upon it, and judge what they did."""
    outcome = Outcome(scene.name)
    with TemporaryDirectory(prefix="hostile-", ignore_cleanup_errors=True) as folder:
        laid = scene.build(Path(folder))
        before = _state(laid.home)
        parts: list[tuple[str, Callable[[], list[str]]]] = [
            (f"{number} {words[0]}" if len(words) > 1 else "word", partial(_call, laid, words))
            for number, words in enumerate(_calls(scene, laid))
        ]
        if len(scene.name) % _REAL == 0:
            parts.append(("process", partial(_spawn, laid)))
        if in_app:
            parts.append((APP, partial(_use, laid, LANGUAGES[len(scene.name) % 2])))
        for name, part in parts:
            faults, outcome.costs[name] = _in_child(part, laid)
            outcome.faults += [f"{name}: {fault}" for fault in faults]
        if changed := _changed(before, _state(laid.home)):
            outcome.faults.append(f"changed on the disk: {changed!a}")
        with suppress(FileNotFoundError):  # of a folder that was renamed
            (laid.home / scene.kind.place).parent.chmod(0o700)
    return outcome


def _calls(scene: Scene, laid: Laid) -> Iterator[list[str]]:
    """Yield the calls of the command line that come upon a scene."""
    file, other = str(laid.checked), str(laid.other_sheet)
    language = str(LANGUAGES[len(scene.name) % 2])
    yield ["check", "--lang", language, "--", file]
    if len(scene.name) % 5 == 0:
        yield ["check", "--json", "--lang", language, "--", file]
    if scene.kind.name == "sheet":
        yield ["compare", "--lang", language, "--", file, other]
    if scene.kind.name == "report":
        yield ["table", "--lang", language, "--", file]
        yield ["diff", "--lang", language, "--", file, file]
    if scene.kind.name == "questionnaire":
        yield ["compare", "--lang", language, f"--questionnaire={file}", other, other]
        yield ["check", f"--against={file}", "--", str(laid.home / "work" / "small.toml")]
    if scene.rename and laid.checked.is_file():
        yield ["new-questionnaire", "--", file]
    if scene.rename:
        yield [file]
        yield ["compare", "-o", file, other, str(laid.home / "work" / "brand.toml")]
        yield ["where", f"--data={file}"]


def _call(laid: Laid, words: list[str]) -> list[str]:
    """Call the command line as a shell would; return what was wrong with its output."""
    out, err = (
        laid.home.parent / f"{laid.home.name}.out",
        laid.home.parent / f"{laid.home.name}.err",
    )
    for path, stream in ((out, 1), (err, 2)):
        made = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        path.unlink()
        os.dup2(made, stream)
    sys.stdout = TextIOWrapper(FileIO(1, "w"), "utf-8")
    sys.stderr = TextIOWrapper(FileIO(2, "w"), "utf-8", "backslashreplace")
    code: object = None
    try:
        main(words)
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    sys.stderr.flush()
    faults = [] if code in (0, 1, 2) else [f"ended with {code!r}"]
    for stream, most in ((1, None), (2, MOST_LINES)):
        size = os.lseek(stream, 0, os.SEEK_END)
        text = os.pread(stream, size, 0).decode("utf-8", "surrogateescape")
        if stream == 1 and words[0] == "table":  # as Excel wants it
            text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        faults += faults_in(text)
        if most is not None and text.count("\n") > most * max(1, words.count("compare") * 2):
            faults.append(f"{text.count(chr(10))} lines")
    return faults


def _spawn(laid: Laid) -> list[str]:
    """Check the file in a process as a shell starts it; return what was wrong with its output."""
    done = subprocess.run(
        [sys.executable, "-m", "tui", "check", "--", laid.checked],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
    )
    out, err = (each.decode("utf-8", "surrogateescape") for each in (done.stdout, done.stderr))
    faults = [] if done.returncode in (0, 1) else [f"ended with {done.returncode}"]
    if err.count("\n") > MOST_LINES:
        faults.append(f"{err.count(chr(10))} lines")
    return [*faults, *faults_in(out), *faults_in(err)]


def _use(laid: Laid, language: Language) -> list[str]:
    """Use the app; return what was wrong with its screens."""
    tour = Tour(laid, language)
    asyncio.run(tour.go())
    return tour.faults


def _in_child(part: Callable[[], list[str]], laid: Laid) -> tuple[list[str], Cost]:
    """Run a part in a forked process; return its faults and what it took."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os._exit(_as_child(part, laid, writing))
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status, used = os.wait4(child, 0)
    faults = json.loads(said) if said else [f"no word; status {status}"]
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return faults, Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / scale)


def _as_child(part: Callable[[], list[str]], laid: Laid, writing: int) -> int:
    """Be the process that runs a part."""
    try:
        signal.alarm(_HANGS)
        resource.setrlimit(resource.RLIMIT_CPU, (_HANGS, _HANGS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _heed_permissions()
        os.environ |= {"HOME": str(laid.home), "DUIQI_DATA": str(laid.home / "data")}
        os.chdir(laid.home)
        faults = part()
    except BaseException:  # noqa: BLE001 - also what a test fails with
        faults = [traceback.format_exc()[-1500:]]
    os.write(writing, json.dumps(faults).encode()[:60_000])
    os.close(writing)
    return 0


def _heed_permissions() -> None:
    """Let permissions hold for this process even if root runs it."""
    if sys.platform != "linux" or os.getuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES_3, 0)
    sets = (ctypes.c_uint32 * 6)()  # twice: effective, permitted, inheritable
    if libc.capget(header, sets) == 0:
        sets[0] &= ~_READS_ANYTHING
        libc.capset(header, sets)


def _changed(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Return what is no longer as it was, and what is new but for locks and a session of a pair."""
    new = (path for path in after.keys() - before.keys() if not _may_appear(path))
    return sorted([*(path for path in before if before[path] != after.get(path)), *new])


def _may_appear(path: str) -> bool:
    return path.endswith(LOCK) or path.startswith("data/sessions/kickoff-")


def _state(home: Path) -> dict[str, Any]:
    """Return what lies in a home: type, mode and content of each thing."""
    found: dict[str, Any] = {}
    for folder, folders, files in os.walk(home):
        for name in (*folders, *files):
            path = Path(folder, name)
            status = path.lstat()
            told: object = None
            if path.is_symlink():
                told = path.readlink()
            elif stat.S_ISREG(status.st_mode) and status.st_size > _LARGEST:
                told = status.st_size, status.st_mtime_ns
            elif stat.S_ISREG(status.st_mode):
                told = sha256(path.read_bytes()).hexdigest()
            found[str(path.relative_to(home))] = oct(status.st_mode), told
    return found
