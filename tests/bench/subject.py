"""What is measured: a command, the text that shows it can be used, and its terminal."""

import argparse
import shlex
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.terminal.harness import Terminal

__all__ = [
    "HELLO",
    "SIXTY",
    "Subject",
    "Terminal",
    "finish_painting",
    "measured",
    "parser",
    "quantile",
]

HERE = Path(__file__).parent
ROWS, COLUMNS = 36, 120
QUIET = 0.06
"""Seconds without output after which a paint counts as finished."""


@dataclass(frozen=True)
class Subject:
    """A program to measure."""

    name: str
    command: tuple[str, ...]
    ready: str
    """A run of text in one style that its first usable screen holds."""
    home: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="bench-")))
    """Kept over all runs: the first one warms it."""

    def start(self) -> Terminal:
        """Start it in a terminal window of its own and wait until it can be used."""
        terminal = Terminal(self.command, home=self.home, rows=ROWS, columns=COLUMNS, leader=False)
        terminal.read_until_written(self.ready.encode(), timeout=60)
        return terminal


HELLO = Subject("hello", (sys.executable, str(HERE / "hello.py")), "Hello, World!")
SIXTY = Subject("60 rows", (sys.executable, str(HERE / "option_list.py")), "Option 0")


def parser(description: str | None) -> argparse.ArgumentParser:
    """Return the options that all benches share."""
    options = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--command", default=f"{shlex.quote(sys.executable)} -m tui")
    options.add_argument("--ready", required=True, help="text of the first usable screen")
    options.add_argument("--runs", type=int, default=15)
    return options


def measured(options: argparse.Namespace) -> Subject:
    """Return the subject that the options name."""
    return Subject("duiqi", tuple(shlex.split(options.command)), options.ready)


def finish_painting(terminal: Terminal) -> float:
    """Read until the program pauses; give when the last of its output came."""
    while terminal.read_once(QUIET):
        pass
    return terminal.read_at


def quantile(values: Iterable[float], share: float) -> float:
    """Return the value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
