"""Textual's Unix driver, made to survive bad bytes, a lost terminal and every way of being stopped.

Textual's own polls the keyboard ten times a second, ends on bytes that are not UTF-8, writes to a
terminal that is gone until its queue blocks, and starts twice after a plain SIGSTOP.
"""

import io
import os
import select
import signal
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from collections.abc import Callable

_READ_BYTES: Final = 4096
_LEFTOVER_MODES: Final = "\x1b[?2026l\x1b[?1016l"
"""What Textual may leave on: a frame begun but not ended, and the mouse counted in pixels."""


class LastingText(io.TextIOWrapper):
    """The terminal as a text file that swallows what is written after the terminal went away.

    Otherwise the writing thread would die of the first error, and the app would block for ever on
    that thread's full queue. That the terminal is gone is told by the keyboard's end.
    """

    def __init__(self, descriptor: int) -> None:
        raw = io.FileIO(descriptor, "w", closefd=False)
        super().__init__(io.BufferedWriter(raw), encoding="utf-8", errors="backslashreplace")

    def write(self, text: str, /) -> int:
        """Write `text`, or do nothing where no terminal is left."""
        with suppress(OSError):
            return super().write(text)
        return 0

    def flush(self) -> None:
        """Send what is buffered, or do nothing where no terminal is left."""
        with suppress(OSError):
            super().flush()


class SafeDriver(LinuxDriver):
    """Reads the keyboard, draws on the terminal, and always gives it back as it was."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = LastingText(2)
        self._in_charge = False
        self._suspended = False
        self._wake_reader, self._wake_writer = os.pipe()
        os.set_blocking(self._wake_reader, False)
        # By the loop, not between any two bytecodes: a screen half changed must not be drawn.
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def start_application_mode(self) -> None:
        """Take the terminal over, unless it belongs to another program at the moment."""
        with suppress(BlockingIOError):
            os.read(self._wake_reader, _READ_BYTES)
        start: Callable[[], None] = super().start_application_mode  # which Textual left untyped
        start()
        self._in_charge = self._key_thread is not None and self._key_thread.is_alive()
        self._suspended = not self._in_charge

    def stop_application_mode(self) -> None:
        """Return the terminal back; a second call does nothing."""
        if self._in_charge:
            self._in_charge = False
            self.write(_LEFTOVER_MODES)
            super().stop_application_mode()

    def suspend_application_mode(self) -> None:
        """Return the terminal back for a while."""
        super().suspend_application_mode()
        self._suspended = True

    def disable_input(self) -> None:
        """Stop reading the keyboard, at once."""
        os.write(self._wake_writer, b"\0")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Turn what is typed into events until `disable_input` wakes the thread; never poll.

        Raises:
            EOFError: The terminal has hung up.
        """
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while True:
            ready, _, _ = select.select([self.fileno, self._wake_reader], [], [], _patience(parser))
            if self._wake_reader in ready:
                return
            if ready:
                typed = os.read(self.fileno, _READ_BYTES)
                if not typed:
                    raise EOFError
                self._feed(parser, decode(typed))
            for event in parser.tick():
                self.process_message(event)

    def _feed(self, parser: XTermParser, text: str) -> None:
        # Half a character decodes to no text, which would tell the parser that all is over.
        if text:
            for event in parser.feed(text):
                self.process_message(event)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except (OSError, EOFError):
            # A terminal whose keyboard is gone has hung up, even where nobody sent the signal.
            os.kill(os.getpid(), signal.SIGHUP)

    def _sigtstp_application(self, *_: object) -> None:
        self._app._suspend_signal()
        super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        if not self._auto_restart or not (self._in_charge or self._suspended):
            return
        if not self._in_foreground():
            # After `bg` the terminal is the shell's. Later, for a SIGTERM may have come with it.
            self._loop.call_soon(os.kill, os.getpid(), signal.SIGSTOP)
            return
        if self._in_charge:  # stopped by SIGSTOP: who had the terminal since may have changed it
            self.suspend_application_mode()
        super()._sigcont_application()
        self._app.refresh(layout=True)

    def _in_foreground(self) -> bool:
        try:
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        except OSError:
            return True  # no job control here, or no terminal any more: the keyboard will tell


def _patience(parser: XTermParser) -> float | None:
    """Seconds until an Escape typed alone is known to be one; None where no Escape is pending."""
    deadline = parser._timeout_time
    return None if deadline is None else max(0.0, deadline - get_time())
