"""A Unix driver for Textual that survives invalid bytes, a lost terminal and every stop signal.

Textual's own driver polls the keyboard ten times a second, ends on bytes that are not UTF-8, writes
to a lost terminal until its queue blocks, and starts twice after a plain SIGSTOP.
"""

import io
import os
import select
import signal
from contextlib import suppress
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.terminal.key_parser import KeyParser

if TYPE_CHECKING:
    from collections.abc import Callable

_READ_BYTES: Final = 4096
_LEFTOVER_MODES: Final = "\x1b[?2026l\x1b[?1016l"
"""Turns off what Textual may leave on: synchronized output, and mouse positions in pixels."""

_USUAL_SIZE: Final = 80, 24


class LastingText(io.TextIOWrapper):
    """The terminal as a text file that ignores writes once the terminal is gone.

    Otherwise the first error would end the thread that writes, and the app would block forever on
    the full queue of that thread. The keyboard's end-of-file reports the loss instead.
    """

    def __init__(self, descriptor: int) -> None:
        raw = io.FileIO(descriptor, "w", closefd=False)
        super().__init__(io.BufferedWriter(raw), encoding="utf-8", errors="backslashreplace")

    def write(self, text: str, /) -> int:
        """Write `text`, or do nothing if the terminal is gone."""
        with suppress(OSError):
            return super().write(text)
        return 0

    def flush(self) -> None:
        """Send what is buffered, or do nothing if the terminal is gone."""
        with suppress(OSError):
            super().flush()


class SafeDriver(LinuxDriver):
    """Reads the keyboard, draws on the terminal, and always restores it."""

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
        self._size = self._get_terminal_size()  # of which the app makes use until it is told one
        self._in_charge = False
        """Whether the terminal is in application mode and is this program's to restore."""
        self._suspended = False
        """Whether it was given up for a while, to be taken back on SIGCONT."""
        # A byte in this pipe ends the thread that waits for the keyboard.
        self._wake_reader, self._wake_writer = os.pipe()
        os.set_blocking(self._wake_reader, False)
        # In the event loop, not between two bytecodes, where the screen may be half updated.
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def start_application_mode(self) -> None:
        """Take over the terminal, unless it belongs to another program at the moment."""
        with suppress(BlockingIOError):  # a wake-up left from before would end the new thread
            os.read(self._wake_reader, _READ_BYTES)
        start: Callable[[], None] = super().start_application_mode  # untyped in Textual
        start()
        self._in_charge = self._key_thread is not None and self._key_thread.is_alive()
        self._suspended = not self._in_charge

    def stop_application_mode(self) -> None:
        """Restore the terminal; a second call does nothing."""
        if self._in_charge:
            self._in_charge = False
            self.write(_LEFTOVER_MODES)
            super().stop_application_mode()

    def suspend_application_mode(self) -> None:
        """Restore the terminal for a while, as the program is about to be stopped."""
        super().suspend_application_mode()
        self._suspended = True

    def disable_input(self) -> None:
        """Stop reading the keyboard, at once."""
        # Before the call, which waits for the thread to end.
        os.write(self._wake_writer, b"\0")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Turn input into events until `disable_input` wakes the thread; never poll.

        Raises:
            EOFError: The terminal has hung up.
            OSError: The terminal cannot be read.
        """
        parser = KeyParser()
        while True:
            left = parser.deadline - monotonic()
            timeout = None if left == inf else max(0.0, left)
            ready, _, _ = select.select([self.fileno, self._wake_reader], [], [], timeout)
            if self._wake_reader in ready:
                return
            if ready:
                # Not by time, which may have been lost elsewhere: more has come.
                typed = os.read(self.fileno, _READ_BYTES)
                if not typed:
                    raise EOFError
                messages = parser.feed(typed, monotonic())
            else:
                messages = parser.tick(monotonic())
            for message in messages:
                self.process_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return the columns and rows of the terminal, whatever the environment says of them."""
        try:
            columns, rows = os.get_terminal_size(self.fileno)
        except OSError:
            columns, rows = 0, 0
        # Some do not know theirs, as a serial line does not: they say 0.
        return columns or _USUAL_SIZE[0], rows or _USUAL_SIZE[1]

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except (OSError, EOFError):
            # The terminal has hung up, even if no signal was sent: end as if one had been.
            os.kill(os.getpid(), signal.SIGHUP)

    def _sigtstp_application(self, *_: object) -> None:
        self._app._suspend_signal()  # the app saves now, as it may never be continued
        super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        if not self._auto_restart or not (self._in_charge or self._suspended):
            return
        if not self._in_foreground():
            # After `bg` the terminal is the shell's: stop again. Not at once, as a SIGTERM may have
            # come with the SIGCONT and must be handled first.
            self._loop.call_soon(os.kill, os.getpid(), signal.SIGSTOP)
            return
        if self._in_charge:  # stopped by SIGSTOP: another program may have changed its modes
            self.suspend_application_mode()
        super()._sigcont_application()
        self._app.refresh(layout=True)

    def _in_foreground(self) -> bool:
        try:
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        except OSError:
            return True  # no job control, or no terminal: reading the keyboard will show
