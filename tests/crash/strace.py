"""System calls of a running program that fail, wait or kill: `strace` does it from outside."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable
from functools import cache
from typing import Self

CALLS = {
    "open": "?open,openat",
    "write": "write",
    "fsync": "fsync,fdatasync",
    "rename": "?rename,?renameat,?renameat2",
    "link": "?link,?linkat",
    "unlink": "?unlink,?unlinkat",
    "close": "close",
    "stat": "?stat,?lstat,?newfstatat,?statx,?fstat",
    "mkdir": "?mkdir,?mkdirat",
}
"""The calls of saving, each with the names that it has on various machines."""
OF_SAVING = tuple(call for call in CALLS if call != "mkdir")
NEEDED = "open", "write", "fsync", "rename"
"""Calls without which nothing can be saved."""
ERRORS = "ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT"
_PATIENCE = 10.0


@cache
def why_not() -> str:
    """Return why `strace` cannot be used here; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    child = subprocess.Popen(["sleep", "60"])
    try:
        Strace(child.pid, "-e", "trace=none").detach()
    except AssertionError as refused:
        return f"strace may not look at a process here: {refused}"
    finally:
        child.kill()
        child.wait()
    return ""


class Strace:
    """A tracer of a process or a thread, until it is detached.

    Args:
        task: The id of the process or thread; a process alone is its first thread.
        options: Further options of `strace`.
    """

    def __init__(self, task: int, *options: str) -> None:
        self._log, log = os.pipe()
        os.set_blocking(self._log, False)
        self._text = ""
        self._tracer = subprocess.Popen(
            ["strace", "-o", f"/dev/fd/{log}", *options, "-p", str(task)],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            pass_fds=[log],
            text=True,
        )
        os.close(log)
        assert self._tracer.stderr is not None
        first = self._tracer.stderr.readline()
        assert "attached" in first, first

    @property
    def log(self) -> str:
        """What it has told so far."""
        with contextlib.suppress(BlockingIOError):
            while told := os.read(self._log, 65536):
                self._text += told.decode(errors="replace")
        return self._text

    @property
    def has_struck(self) -> bool:
        """Whether a call was made to fail or to wait."""
        return "(INJECTED)" in self.log or "(DELAYED)" in self.log

    def detach(self) -> None:
        """Let the program go on as it would."""
        with contextlib.suppress(ProcessLookupError):
            self._tracer.send_signal(signal.SIGINT)
        try:
            self._tracer.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._tracer.kill()
            self._tracer.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.detach()
        assert self._tracer.stderr is not None
        self._tracer.stderr.close()
        os.close(self._log)


def failing(task: int, call: str, error: str, when: str, *options: str) -> Strace:
    """Let calls of a thread fail (or of all threads, by the option `-f`).

    `when` is the number of the call, or `N+` for that and all later ones.
    """
    return _injected(task, call, f"error={error}:when={when}", *options)


def deadly(task: int, call: str, when: int, *options: str) -> Strace:
    """Kill the process at a call of a thread (or of all threads, by the option `-f`)."""
    return _injected(task, call, f"signal=KILL:when={when}", *options)


def slow(task: int, seconds: float) -> Strace:
    """Let the disk take that long for each wait until something is on it."""
    return _injected(task, "fsync", f"delay_enter={int(seconds * 1_000_000)}")


def _injected(task: int, call: str, what: str, *options: str) -> Strace:
    names = CALLS[call]
    return Strace(task, *options, "-e", f"trace={names}", "-e", f"inject={names}:{what}")


def threads_that_sync(process: int, while_doing: Callable[[], None]) -> list[int]:
    """Return which threads of a process wait for the disk while something is done."""
    with Strace(process, "-f", "-e", f"trace={CALLS['fsync']}") as tracer:
        while_doing()
        tracer.detach()
        return sorted({int(found) for found in re.findall(r"^(\d+) +f\w*sync", tracer.log, re.M)})
