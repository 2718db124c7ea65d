"""What runs between the harness and the program: a session's leader, as a shell is.

All of it runs in a forked copy of the test's process, so it does little and imports nothing.
"""

import contextlib
import fcntl
import os
import signal
import termios
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

LAST_BYTE = b"\xff"
"""What the leader writes to the terminal behind all that the program wrote; never part of UTF-8."""
_MOST_OPEN = 4096
"""More files than the test's process has open."""


@dataclass(frozen=True, slots=True)
class Start:
    """How a program is started."""

    command: Sequence[str]
    environment: Mapping[str, str]
    before: Callable[[], None]
    """Called in the program's process before the program, such as to block a signal."""
    leader: bool
    """Whether a leader starts and watches it; else the program leads the session itself."""
    tells_hangup: bool
    """Whether the leader passes on that the window was closed."""


def run_in_terminal(start: Start, terminal: int, report: int, control: int) -> NoReturn:
    """Make the pty the terminal of a new session and run the program there; never return."""
    with contextlib.suppress(BaseException):
        _close_all_but(terminal, report, control)
        os.setsid()
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
        for number in range(3):
            os.dup2(terminal, number)
        os.close(terminal)
        if start.leader:
            _lead(start, report, control)
        os.close(control)
        os.set_inheritable(report, True)  # its closing tells of the program's end
        _become(start)
    os._exit(127)


def _close_all_but(*kept: int) -> None:
    """Close what the fork copied: held here, another terminal's ends would never close for it."""
    first = 3
    for end in sorted(kept):
        os.closerange(first, end)
        first = end + 1
    os.closerange(first, _MOST_OPEN)


def _become(start: Start) -> NoReturn:
    start.before()
    os.execvpe(start.command[0], list(start.command), start.environment)


def _lead(start: Start, report: int, control: int) -> NoReturn:
    """Start the program in the foreground, watch it stop and go on, and outlive it."""
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    program = os.fork()
    if program == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        for number in (signal.SIGTTOU, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        os.close(report)
        os.close(control)
        _become(start)
    signal.signal(signal.SIGHUP, lambda *_: _pass_on(program) if start.tells_hangup else None)
    os.write(report, f"pid {program}\n".encode())
    while True:
        _, status = os.waitpid(program, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            break
        os.tcsetpgrp(0, os.getpid())
        os.write(report, b"stopped\n")
        if os.read(control, 1) == b"f":
            os.tcsetpgrp(0, program)
            os.killpg(program, signal.SIGCONT)
    os.write(report, f"exited {os.waitstatus_to_exitcode(status)}\n".encode())
    with contextlib.suppress(OSError):  # the window may be closed
        os.write(1, LAST_BYTE)
    os.read(control, 1)  # until the harness has looked at the terminal and closes its end
    os._exit(0)


def _pass_on(program: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program, signal.SIGHUP)
