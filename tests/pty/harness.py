"""A real terminal for tests: a pty, a shell-like leader that owns it, and a screen to look at.

The program runs as a shell would run it: in a session of its own, in the foreground, with a leader
that notices when it stops or ends and that lives on, so that what the program left of the terminal
can still be seen. With `leader=False` the program is the session's leader itself, as when a
terminal window runs it without a shell.
"""

import codecs
import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import pyte

REPOSITORY = Path(__file__).parents[2]
KEYS = {
    "enter": b"\r",
    "tab": b"\t",
    "escape": b"\x1b",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "shift+tab": b"\x1b[Z",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f5": b"\x1b[15~",
    "ctrl+c": b"\x03",
    "ctrl+q": b"\x11",
    "ctrl+z": b"\x1a",
}
_MODES = {
    25: True,  # the cursor is shown
    7: True,  # long lines wrap
    1049: False,  # the other screen
    1000: False,  # and the mouse, in six ways
    1002: False,
    1003: False,
    1006: False,
    1015: False,
    1016: False,
    1004: False,  # focus is told
    2004: False,  # pastes are marked
    2026: False,  # a frame is held back
    2048: False,  # sizes are told
}
"""The terminal's modes and whether they are on in a terminal as a shell needs it."""
_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_UNKNOWN_TO_PYTE = re.compile(
    r"\x1b\[[<>=][\d;:]*[A-Za-z]|\x1b\[\?[\d;]*\$[a-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[^@-~]*|\][^\x07\x1b]*)?$")


class AlternateScreen(pyte.Screen):
    """A screen that forgets what a full-screen program drew when that leaves, as terminals do."""

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        self._switch(modes, kwargs)
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        super().reset_mode(*modes, **kwargs)
        self._switch(modes, kwargs)

    def _switch(self, modes: tuple[int, ...], kwargs: dict[str, Any]) -> None:
        if 1049 in modes and kwargs.get("private"):
            self.erase_in_display(2)
            self.cursor_position()


class Terminal:
    """One program in one terminal."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        home: Path,
        rows: int = 24,
        columns: int = 80,
        environment: Mapping[str, str] | None = None,
        leader: bool = True,
        tells_hangup: bool = True,
        before: Callable[[], None] = lambda: None,
    ) -> None:
        """Start `command`, having called `before` in its process (to block or ignore signals).

        With `tells_hangup=False` the leader does not pass on that the window was closed.
        """
        self.raw = bytearray()
        """All that the program wrote so far."""
        self.read_at = 0.0
        """When the latest of it came, on the monotonic clock."""
        self.screen = AlternateScreen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._unparsed = ""
        self._reports = ""
        self._master, slave = os.openpty()
        self.resize(rows, columns)
        self._attributes = termios.tcgetattr(slave)
        self._report_end, report = os.pipe()
        control, self._control = os.pipe()
        self._reports = "" if tells_hangup else "quiet"
        environ = isolated_environment(home) | dict(environment or {})
        self.started_at = time.monotonic()
        self._leader = os.fork()
        if self._leader == 0:
            parents_ends = (self._master, self._report_end, self._control)
            start = _run_by_leader if leader else _run_itself
            with contextlib.suppress(BaseException):
                for end in parents_ends:
                    os.close(end)
                start(list(command), environ, before, slave, report, control)
            os._exit(127)
        for end in (slave, report, control):
            os.close(end)
        self.pid = self._leader
        if leader:
            self._await("pid of the program", lambda: "pid" in self._reports, 10)
            self.pid = int(re.findall(r"pid (\d+)", self._reports)[0])

    def send(self, *keys: str | bytes) -> None:
        """Type: bytes as they are, names of keys such as `ctrl+q`, anything else as text."""
        for key in keys:
            data = key if isinstance(key, bytes) else KEYS.get(key, key.encode())
            while data:
                data = data[os.write(self._master, data) :]

    def wait_for(self, wanted: str | Callable[[], bool], timeout: float = 15) -> None:
        """Read until the screen shows the text, or the claim holds."""
        if isinstance(wanted, str):
            self._await(repr(wanted), lambda: wanted in self.screen_text(), timeout)
        else:
            self._await("the claim", wanted, timeout)

    def read_until_written(self, marker: bytes, timeout: float = 15) -> None:
        """Read until the program wrote `marker`, without drawing: for those who measure."""
        self._await(repr(marker), lambda: marker in self.raw, timeout, draw=False)

    def read_for(self, seconds: float) -> None:
        """Read whatever comes in that time: for those who measure; tests wait for something."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self._read(left)

    def screen_text(self) -> str:
        """What the screen shows, row by row."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def resize(self, rows: int, columns: int) -> None:
        """Change the size of the window."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)
        self.screen.resize(rows, columns)

    def kill(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def wait_until_stopped(self, timeout: float = 15) -> None:
        """Wait until the program is stopped; the leader has the terminal then."""
        self._await("a stop", lambda: self._reports.endswith("stopped\n"), timeout)

    def foreground(self) -> None:
        """Let a stopped program go on, as `fg` does."""
        self._reports += "continued\n"
        os.write(self._control, b"f")

    def background(self, *signals: signal.Signals) -> None:
        """Let a stopped program go on without the terminal, as `kill %1` or `bg` do."""
        self._reports += "continued\n"
        for number in (*signals, signal.SIGCONT):
            self.kill(number)
        os.write(self._control, b"b")

    def close_master(self) -> None:
        """Close the window."""
        os.close(self._master)
        self._master = -1

    def exit_code(self, timeout: float = 15, reading: bool = True) -> int:
        """Wait for the end, negative for a signal that killed; or leave its output unread."""
        while not reading and "exited" not in self._reports:
            if not select.select([self._report_end], [], [], timeout)[0]:
                break
            self._read_report()
        self._await("the end", lambda: "exited" in self._reports, timeout)
        return int(re.findall(r"exited (-?\d+)", self._reports)[0])

    def complaints(self) -> list[str]:
        """What of the terminal is not as the program found it: empty where all is."""
        state = dict(_MODES)
        for numbers, letter in _MODE.findall(bytes(self.raw)):
            state |= {int(number): letter == b"h" for number in numbers.split(b";")}
        found = [f"mode {mode} is {state[mode]}" for mode in _MODES if state[mode] != _MODES[mode]]
        if termios.tcgetattr(self._master) != self._attributes:
            found.append("the line discipline is changed")
        if len(re.findall(rb"\x1b\[>\d+u", self.raw)) > self.raw.count(b"\x1b[<u"):
            found.append("the kitty keyboard protocol is on")
        return found

    def close(self) -> None:
        """End everything that is left."""
        if "exited" not in self._reports:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        for end in (self._control, self._report_end, self._master):
            if end >= 0:
                os.close(end)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._leader, 0)

    def _await(
        self, what: str, holds: Callable[[], bool], timeout: float, draw: bool = True
    ) -> None:
        deadline = time.monotonic() + timeout
        while not holds():
            if not self._read(max(0.0, deadline - time.monotonic()), draw):
                raise AssertionError(
                    f"no {what}; reports: {self._reports!r}; screen:\n{self.screen_text()}"
                )

    def _read(self, timeout: float, draw: bool = True) -> bool:
        """Read once from the program and the leader; False where nothing came in time."""
        ends = [end for end in (self._master, self._report_end) if end >= 0]
        ready, _, _ = select.select(ends, [], [], timeout)
        if self._master in ready:
            self._read_master(draw)
        if self._report_end in ready:
            self._read_report()
        return bool(ready)

    def _read_master(self, draw: bool) -> None:
        try:
            data = os.read(self._master, 65536)
        except OSError:  # Linux says so when nobody has the other end open
            data = b""
        if not data:
            self.close_master()
            return
        self.read_at = time.monotonic()
        self.raw += data
        if draw:
            self._draw(self._decode(data))

    def _draw(self, text: str) -> None:
        text = self._unparsed + text
        unfinished = _UNFINISHED.search(text)
        end = unfinished.start() if unfinished else len(text)
        self._unparsed = text[end:]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", text[:end]))

    def _read_report(self) -> None:
        if report := os.read(self._report_end, 4096):
            self._reports += report.decode()
            return
        os.close(self._report_end)
        self._report_end = -1
        if "exited" not in self._reports:  # without a leader the end is all there is to report
            _, status = os.waitpid(self._leader, 0)
            self._reports += f"exited {os.waitstatus_to_exitcode(status)}\n"


def isolated_environment(home: Path) -> dict[str, str]:
    """An environment that knows nothing of this machine's user."""
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
        "PYTHONPATH": str(REPOSITORY),
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "DUIQI_DATA": str(home / "duiqi"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


def _run_itself(
    command: list[str],
    environ: dict[str, str],
    before: Callable[[], None],
    slave: int,
    report: int,
    control: int,
) -> NoReturn:
    """Become the program, as the leader of a new session in the terminal."""
    os.close(control)
    _claim(slave)
    _hold_open_until_exit(report)
    before()
    os.execvpe(command[0], command, environ)


def _run_by_leader(
    command: list[str],
    environ: dict[str, str],
    before: Callable[[], None],
    slave: int,
    report: int,
    control: int,
) -> NoReturn:
    """Start the program in the foreground of a new session, watch it, and outlive it."""
    _claim(slave)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    program = os.fork()
    if program == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        for number in (signal.SIGTTOU, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        os.close(report)
        os.close(control)
        before()
        os.execvpe(command[0], command, environ)
    signal.signal(signal.SIGHUP, lambda *_: os.killpg(program, signal.SIGHUP))
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
    os.read(control, 1)
    os._exit(0)


def _claim(slave: int) -> None:
    """Make the pty the terminal of a new session."""
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    for number in range(3):
        os.dup2(slave, number)
    os.close(slave)


def _hold_open_until_exit(end: int) -> None:
    """Let the program carry the pipe unknowingly: it closes when the program ends."""
    os.set_inheritable(end, True)
