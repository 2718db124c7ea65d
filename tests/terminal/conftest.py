"""Real terminals for the tests of this folder."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.harness import Terminal

TOY_APP = Path(__file__).with_name("toy_app.py")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """A function that starts a command in a terminal of its own; all end with the test."""
    opened: list[Terminal] = []

    def start(*command: str, **options: Any) -> Terminal:
        opened.append(Terminal(command, home=tmp_path, **options))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


@pytest.fixture
def toy(terminal: Callable[..., Terminal], tmp_path: Path) -> Callable[..., Terminal]:
    """A function that starts the toy app and waits until it can be used."""

    def start(**options: Any) -> Terminal:
        started = terminal(sys.executable, str(TOY_APP), str(tmp_path), **options)
        started.wait_for("ready")
        return started

    return start
