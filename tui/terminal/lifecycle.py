"""The end of the app: by the user, a signal, a lost terminal or a bug, it saves and restores."""

import asyncio
import gc
import os
import signal
import sys
import threading
import time
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
    """On Windows, Textual chooses its own."""
    ENDING_SIGNALS: tuple[signal.Signals, ...] = ()
    """On Windows, the event loop can handle none."""
else:
    from tui.terminal.driver import SafeDriver

    DRIVER = SafeDriver
    ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)

BUG: Final = 70
"""The exit code of a bug (EX_SOFTWARE)."""
_GRACE: Final = 3
"""Seconds that a terminal that accepts no output, or a blocked event loop, may delay the end."""
_AT_ONCE: Final = 0.3
"""Seconds that saving may take at the end before that is said."""
_PATIENCE: Final = 30.0
"""Seconds that the disk may delay the end; who stops the program once more need not wait."""
_SUSPEND_PATIENCE: Final = 2.0
"""Seconds that the disk may delay a stop, after which the program may be continued."""
_ONCE_MORE: Final = 1.0
"""Seconds after which a signal says that the first was not enough; shells send two at once."""

Result = TypeVar("Result")
"""What the app returns."""


class Say(Protocol):
    """A function that returns an entry of the catalogue as text, such as `Phrases`."""

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of the entry `key`, its placeholders filled with `values`."""


class ResilientApp(App[Result]):
    """An app that saves, restores the terminal and returns a correct exit code however it ends.

    This holds in a process started by `run`. Under Textual's `run_test` the app ends as any other,
    so that tests see exceptions as they are.

    Args:
        say: Returns an entry of the catalogue as text.
        crash_log: Returns the path of the crash log.
    """

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    """Off: its entries are parsed as markup, and one of them writes a screenshot to the disk."""

    def __init__(self, say: Say, crash_log: Callable[[], Path]) -> None:
        super().__init__(driver_class=DRIVER)
        self._say = say
        self._crash_log = crash_log
        self._owns_process = False
        self._signalled: float | None = None
        """When the first signal came that ends the program, on the steady clock."""
        self._is_stuck = False
        """Whether the terminal takes no output any more."""

    def save_now(self, patience: float) -> bool:  # noqa: ARG002 - for those who override it
        """Save everything before returning; to be overridden.

        Args:
            patience: Seconds to wait for the disk at most.

        Returns:
            Whether everything is on the disk.
        """
        return True

    def last_words(self) -> str:
        """Return what the terminal is to say at the end, such as what is not saved.

        To be overridden.
        """
        return ""

    def let_go(self) -> None:
        """Release what would outlive the process, such as a temporary folder; to be overridden.

        Called after saving, as the process then ends without running `finally` or `atexit`.
        """

    def leave(self, code: int = 0) -> None:
        """Restore the terminal, say the last words, and end the process at once, without saving.

        Args:
            code: The exit code.
        """
        if self._owns_process:
            self._end(code, self.last_words)
        else:
            self.exit(return_code=code, message=self.last_words() or None)

    async def action_quit(self) -> None:
        """Save and leave; an app overrides this to ask first if it cannot save."""
        self.save_now(_PATIENCE)
        self.leave()

    def action_help_quit(self) -> None:
        """Do nothing; Textual calls this on Ctrl+C when there is no selection to copy.

        Elsewhere that key copies: who presses it once too often must not be out of the program.
        """

    def take_charge(self) -> None:
        """Make signals and errors in threads and callbacks of this process end the app properly."""
        self._owns_process = True
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._handle_loop_error)
        threading.excepthook = lambda failed: self._handle_thread_error(loop, failed.exc_value)
        for number in ENDING_SIGNALS:
            loop.add_signal_handler(number, self._end_by_signal, number)
            # The loop is told of a signal whatever handler is set; this one acts if it is blocked.
            signal.signal(number, self._note_signal)
        if sys.platform != "win32":
            # The parent process may have left them blocked.
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING_SIGNALS)

    def on_load(self) -> None:
        """Save whenever the program is stopped, as it may never be continued."""
        self.app_suspend_signal.subscribe(
            self, lambda _: self.save_now(_SUSPEND_PATIENCE), immediate=True
        )

    def on_ready(self) -> None:
        """Exempt existing objects from garbage collection, so that it does not delay keys."""
        if self._owns_process:
            gc.collect()
            gc.freeze()
            gc.enable()

    def panic(self, *renderables: RenderableType) -> None:
        """End on a bug that Textual noticed; what Textual would print may hold answers."""
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
        self._end(128 + number, self._save_with_a_word)

    def _note_signal(self, number: int, _: object) -> None:
        """See to it that the process ends; at a second signal it ends though the disk hangs."""
        code = 128 + number
        now = time.monotonic()
        if self._signalled is None:
            self._signalled = now
            _limit(lambda: self._end(code, self._save_with_a_word))  # if the loop is blocked
        elif now - self._signalled > _ONCE_MORE:
            self._end(code, self.last_words)

    def _save_with_a_word(self) -> str:
        """Save, saying so where that takes its time, and return the last words."""
        if not self.save_now(_AT_ONCE):
            if not self._is_stuck:
                _print_last(self._say("lifecycle.saving"))
            self.save_now(_PATIENCE)
        return self.last_words()

    def _end(self, code: int, last_words: Callable[[], str]) -> None:
        """Restore the terminal, which must not wait for a slow disk; then end the process."""

        def end_without_terminal() -> None:
            self._is_stuck = True
            self._finish(code, last_words)

        _limit(end_without_terminal)
        try:
            if self._driver is not None:
                self._driver.stop_application_mode()
                self._driver.close()
        finally:
            self._finish(code, last_words)

    def _finish(self, code: int, last_words: Callable[[], str]) -> None:
        """End the process after its last words, whatever hangs."""
        _limit(None)
        try:
            told = last_words()  # which may take as long as the disk does
            _limit(lambda: os._exit(code))
            self.let_go()
            if not self._is_stuck:
                _print_last(told)
        finally:
            # Not `sys.exit`: threads that hang, in a save for example, would keep the process.
            os._exit(code)

    def _end_by_bug(self, error: BaseException) -> None:
        is_logged = False
        with suppress(Exception):  # a bug of its own must not keep the terminal
            is_logged = write_crash_log(error, self._crash_log())

        def confess() -> str:
            saved = False
            with suppress(Exception):  # the bug may be in saving; its own error is logged already
                saved = self.save_now(_PATIENCE)
            told = [self._say("lifecycle.bug_saved" if saved else "lifecycle.bug_unsaved")]
            if is_logged:
                told.append(self._say("lifecycle.bug_log", path=self._crash_log()))
            if not saved:
                with suppress(Exception):
                    told.append(self.last_words())
            return "\n".join(filter(None, told))

        self._end(BUG, confess)

    def _handle_loop_error(self, _: object, context: dict[str, Any]) -> None:
        error = context.get("exception")
        # A task that nobody awaited has done no harm so far: not worth ending a kickoff for.
        if isinstance(error, BaseException) and "future" not in context and "task" not in context:
            self._end_by_bug(error)

    def _handle_thread_error(
        self, loop: asyncio.AbstractEventLoop, error: BaseException | None
    ) -> None:
        if error is not None:
            loop.call_soon_threadsafe(self._end_by_bug, error)


def run(app: ResilientApp[Any]) -> int:
    """Run the app as the only purpose of this process, and return its exit code.

    The process normally ends inside; this returns only if a test keeps it alive.
    """
    _leave_no_core()
    asyncio.run(_run_in_charge(app))
    return BUG if app.return_code is None else app.return_code


async def _run_in_charge(app: ResilientApp[Any]) -> None:
    app.take_charge()
    await app.run_async()
    code = BUG if app.return_code is None else app.return_code
    app._end(code, app._save_with_a_word)


def _leave_no_core() -> None:
    """Have the system write no image of this process when it is killed: it would hold answers."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - exists on Unix alone

        with suppress(OSError, ValueError):
            resource.setrlimit(
                resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1])
            )


def _limit(end: Callable[[], None] | None) -> None:
    """Have `end` called unless this process gets on within `_GRACE` seconds; None takes it back."""
    if sys.platform != "win32":
        signal.alarm(0)
        if end is not None:
            signal.signal(signal.SIGALRM, lambda *_: end())
            signal.alarm(_GRACE)


def _print_last(text: str) -> None:
    """Print to the restored terminal; ignore streams that nobody reads any more."""
    inert = "".join(char for char in text if char.isprintable() or char == "\n")
    for stream, last in ((sys.__stdout__, ""), (sys.__stderr__, inert and inert + "\n")):
        if stream is not None:
            with suppress(OSError):
                stream.write(last)
                stream.flush()
