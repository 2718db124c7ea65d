"""A tiny app on the hardened base: it saves what is typed into one line, and crashes on demand."""

import asyncio
import sys
import threading
import time
from pathlib import Path
from typing import ClassVar

from tui.i18n import Phrases
from tui.terminal.preflight import prepare_environment, problem

PHRASES = Phrases("en")
if (refusal := problem()) is not None:
    sys.exit(PHRASES.say(refusal))
prepare_environment()

from textual.app import ComposeResult  # noqa: E402
from textual.binding import Binding, BindingType  # noqa: E402
from textual.widgets import Input, Static  # noqa: E402

from tui.terminal.lifecycle import ResilientApp, run  # noqa: E402


class Failing(Static):
    """Cannot be drawn."""

    def render(self) -> str:
        return fail()


class ToyApp(ResilientApp[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", priority=True),
        Binding("f1", "fail", priority=True),
        Binding("f2", "flood", priority=True),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__(PHRASES, lambda: folder / "logs" / "crash.log")
        self.folder = folder
        self.typed = ""

    def compose(self) -> ComposeResult:
        yield Input()
        yield Static("ready 对齐||", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.typed = event.value
        self.query_one(Static).update(f"ready 对齐|{self.typed}|")

    def save_now(self, patience: float) -> bool:
        if self.typed == "save":
            fail()
        if self.typed == "hang" and not self._disk_answers(patience):
            return False
        (self.folder / "saved.txt").write_text(self.typed, encoding="utf-8")
        return True

    def _disk_answers(self, patience: float) -> bool:
        """Wait for a disk that hangs until the file `answer` is there."""
        deadline = time.monotonic() + patience
        while not (self.folder / "answer").exists():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.01)
        return True

    def last_words(self) -> str:
        return "" if (self.folder / "saved.txt").exists() else "NOT SAVED at last"

    def let_go(self) -> None:
        (self.folder / "let_go.txt").touch()

    def action_fail(self) -> None:
        """Fail in the way that was typed."""
        match self.typed:
            case "thread":
                threading.Thread(target=fail).start()
            case "worker":
                self.run_worker(fail_later(), exit_on_error=True)
            case "callback":
                asyncio.get_running_loop().call_soon(fail)
            case "render":
                self.mount(Failing())
            case _:
                fail()

    def action_flood(self) -> None:
        """Write more than any terminal or queue holds."""
        assert self._driver is not None
        for _ in range(100):
            self._driver.write("FLOOD" * 2000)


def fail() -> str:
    """Raise an error whose text and variables hold an answer."""
    answer = "SECRET-ANSWER"
    raise RuntimeError(answer)


async def fail_later() -> None:
    fail()


if __name__ == "__main__":
    sys.exit(run(ToyApp(Path(sys.argv[1]))))
