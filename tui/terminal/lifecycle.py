"""How the app ends: by its user, a signal, a lost terminal or a bug; always saved and tidied up."""

import asyncio
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, Final, Protocol, TypeVar

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver

from tui.terminal.crash_log import write_crash_log

if sys.platform == "win32":
    DRIVER: type[Driver] | None = None
    """Windows: Textual's own, chosen by Textual."""
    ENDING_SIGNALS: tuple[signal.Signals, ...] = ()
    """Windows: none can be given to the event loop."""
else:
    from tui.terminal.driver import SafeDriver

    DRIVER = SafeDriver
    ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)

BUG: Final = 70
"""The exit code of a bug (EX_SOFTWARE)."""
_GRACE_SECONDS: Final = 3
"""How long a terminal that takes no output, or a blocked event loop, may delay the end."""

Result = TypeVar("Result")
"""What the app returns."""


class Say(Protocol):
    """Turns an entry of the catalogue and its values into a sentence."""

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the sentence."""


class ResilientApp(App[Result]):
    """An app that, however it ends, saves, restores the terminal and gives a true exit code.

    All of it holds in a process started by `run`; under Textual's `run_test` the app ends as any
    other, so that tests see exceptions as they are.
    """

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    """Its entries are parsed as markup, and one writes a picture of the screen to disk."""

    def __init__(self, say: Say, crash_log: Callable[[], Path]) -> None:
        super().__init__(driver_class=DRIVER)
        self._say = say
        self._crash_log = crash_log
        self._owns_process = False

    def save_now(self) -> bool:
        """Put everything on disk before returning; to be overridden.

        Returns:
            Whether all of it is safe.
        """
        return True

    def let_go(self) -> None:
        """Release what would outlive the process, such as a temporary folder; to be overridden.

        Called after saving; the process ends without any `finally` or `atexit` of others.
        """

    def leave(self, code: int = 0, farewell: str = "") -> None:
        """End at once, without saving: terminal restored, `farewell` printed, exit code `code`."""
        if not self._owns_process:
            self.exit(return_code=code, message=farewell or None)
            return
        self._end_within_grace(code)
        try:
            self.let_go()
            if self._driver is not None:
                self._driver.stop_application_mode()
                self._driver.close()
            _print_last(farewell)
        finally:
            os._exit(code)

    async def action_quit(self) -> None:
        """Save and leave; an app that may be unable to save overrides this to ask first."""
        self.save_now()
        self.leave()

    def action_help_quit(self) -> None:
        """Leave: Ctrl+C where nothing is selected that it could copy."""
        self.call_later(self.action_quit)

    def take_charge(self) -> None:
        """Let signals, lost threads and failed callbacks of this process end the app properly."""
        self._owns_process = True
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._handle_loop_error)
        threading.excepthook = lambda failed: self._handle_thread_error(loop, failed.exc_value)
        for number in ENDING_SIGNALS:
            loop.add_signal_handler(number, self._end_by_signal, number)
            # The loop hears of signals whatever handler is set; this one counts when it is blocked.
            signal.signal(number, self._limit_end_by_signal)
        if sys.platform != "win32":
            # Whoever started us may have left them blocked.
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING_SIGNALS)

    def on_load(self) -> None:
        """Save whenever the terminal stops the program, which may never go on."""
        self.app_suspend_signal.subscribe(self, lambda _: self.save_now(), immediate=True)

    def on_ready(self) -> None:
        """Spare the garbage collector what exists by now, so that no key waits for its round."""
        if self._owns_process:
            gc.collect()
            gc.freeze()
            gc.enable()

    def panic(self, *renderables: RenderableType) -> None:
        """End by a bug that Textual met; what it would print may hold answers."""
        if self._owns_process:
            self._end_by_bug(sys.exc_info()[1] or RuntimeError())
        else:
            super().panic(*renderables)

    def _handle_exception(self, error: Exception) -> None:
        if self._owns_process:
            self._end_by_bug(error)
        else:
            super()._handle_exception(error)

    def _end_by_signal(self, number: signal.Signals) -> None:
        self.save_now()
        self.leave(128 + number)

    def _limit_end_by_signal(self, number: int, _: object) -> None:
        self._end_within_grace(128 + number)

    def _end_within_grace(self, code: int) -> None:
        """Make sure that nothing keeps the process: the terminal, a blocked loop, a hung disk."""
        if sys.platform == "win32":
            return

        def end(*_: object) -> None:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(_GRACE_SECONDS)
            try:
                self.save_now()
            finally:
                os._exit(code)

        signal.signal(signal.SIGALRM, end)
        signal.alarm(_GRACE_SECONDS)

    def _end_by_bug(self, error: BaseException) -> None:
        farewell = "duiqi: internal error"
        try:
            log = self._crash_log()
            is_logged = write_crash_log(error, log)
            saved = False
            with suppress(Exception):  # the bug may be in saving; its own error is logged already
                saved = self.save_now()
            farewell = self._say("lifecycle.bug_saved" if saved else "lifecycle.bug_unsaved")
            if is_logged:
                farewell += "\n" + self._say("lifecycle.bug_log", path=log)
        finally:
            self.leave(BUG, farewell)

    def _handle_loop_error(self, _: object, context: dict[str, Any]) -> None:
        error = context.get("exception")
        # A task that failed unseen did no harm so far: it is not worth ending a kickoff for.
        if isinstance(error, BaseException) and "future" not in context and "task" not in context:
            self._end_by_bug(error)

    def _handle_thread_error(
        self, loop: asyncio.AbstractEventLoop, error: BaseException | None
    ) -> None:
        if error is not None:
            loop.call_soon_threadsafe(self._end_by_bug, error)


def run(app: ResilientApp[Any]) -> int:
    """Run the app as this process's only purpose, and give its exit code.

    In fact the process usually ends inside; it returns only where a test keeps it alive.
    """
    asyncio.run(_run_in_charge(app))
    return BUG if app.return_code is None else app.return_code


async def _run_in_charge(app: ResilientApp[Any]) -> None:
    app.take_charge()
    await app.run_async()
    app.save_now()
    app.leave(BUG if app.return_code is None else app.return_code)


def _print_last(text: str) -> None:
    """Print to the restored terminal; streams that nobody reads any more are no matter."""
    inert = "".join(char for char in text if char.isprintable() or char == "\n")
    for stream, last in ((sys.__stdout__, ""), (sys.__stderr__, inert and inert + "\n")):
        if stream is not None:
            with suppress(OSError):
                stream.write(last)
                stream.flush()
