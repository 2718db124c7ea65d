"""A real terminal for tests: a pty, a shell-like leader that owns it, and a screen to look at.

The program runs as a shell would run it: in a session of its own, in the foreground, with a leader
that notices when it stops or ends and that lives on, so that what the program left of the terminal
can still be seen. With `leader=False` the program is the session's leader itself, as when a
terminal window runs it without a shell.
"""

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

from tests.terminal.pty_leader import LAST_BYTE, Start, run_in_terminal
from tests.terminal.pty_screen import Picture, modes_left

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
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f8": b"\x1b[19~",
    "f9": b"\x1b[20~",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "ctrl+c": b"\x03",
    "ctrl+n": b"\x0e",
    "ctrl+p": b"\x10",
    "ctrl+q": b"\x11",
    "ctrl+r": b"\x12",
    "ctrl+s": b"\x13",
    "ctrl+z": b"\x1a",
}


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
        self._picture = Picture(rows, columns)
        self.screen = self._picture.screen
        """What the program drew, cell by cell (a wide character is followed by an empty cell)."""
        self._reports = ""
        self._has_last_byte = False
        self._master, slave = os.openpty()
        self.resize(rows, columns)
        self._attributes = termios.tcgetattr(slave)
        self._report_end, report = os.pipe()
        control, self._control = os.pipe()
        environ = isolated_environment(home) | dict(environment or {})
        start = Start(command, environ, before, leader, tells_hangup)
        self.started_at = time.monotonic()
        self._leader = os.fork()
        if self._leader == 0:
            run_in_terminal(start, slave, report, control)
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

    def wait_for(self, wanted: str | Callable[..., bool], timeout: float = 15) -> None:
        """Read until the screen shows the text, or the claim holds."""
        if isinstance(wanted, str):
            self._await(repr(wanted), lambda: wanted in self.screen_text(), timeout)
        else:
            self._await("the claim", wanted, timeout)

    def read_until_written(self, marker: bytes, timeout: float = 15) -> None:
        """Read until the program wrote `marker`, without drawing: for those who measure."""
        self._await(repr(marker), lambda: marker in self.raw, timeout, draw=False)

    def read_once(self, timeout: float) -> bool:
        """Read without drawing; False where nothing came in that time: for those who measure."""
        return self._read(timeout, draw=False)

    def screen_text(self) -> str:
        """What the screen shows, row by row."""
        return self._picture.text()

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
        """Wait for the end, negative for a signal that killed; or leave its output unread.

        All that the program wrote has been read then: its end may be told before the last of it.
        """
        while not reading and "exited" not in self._reports:
            if not select.select([self._report_end], [], [], timeout)[0]:
                break
            self._read_report()
        all_read = self._is_all_read if reading else lambda: True
        self._await("the end", lambda: "exited" in self._reports and all_read(), timeout)
        return int(re.findall(r"exited (-?\d+)", self._reports)[0])

    def complaints(self) -> list[str]:
        """What of the terminal is not as the program found it: empty where all is."""
        left = modes_left(bytes(self.raw))
        if termios.tcgetattr(self._master) != self._attributes:
            left.append("the line discipline is changed")
        return left

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

    def _is_all_read(self) -> bool:
        return self._master < 0 or self._has_last_byte

    def _await(
        self, what: str, holds: Callable[[], bool], timeout: float, draw: bool = True
    ) -> None:
        deadline = time.monotonic() + timeout
        while not holds():
            left = deadline - time.monotonic()
            if left <= 0 or not self._read(left, draw):  # one who draws for ever is late as well
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
        if data.endswith(LAST_BYTE):
            self._has_last_byte = True
            data = data.removesuffix(LAST_BYTE)
        self.raw += data
        if draw:
            self._picture.feed(data)

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
