"""The terminals of these tests: none holds another, and no wait outlasts its time."""

import sys
from collections.abc import Callable

import pytest

from tests.terminal.harness import Terminal

Start = Callable[..., Terminal]
FOR_EVER = "import itertools\nfor n in itertools.count(): print(n, flush=True)"


def test_a_closed_window_is_closed_for_its_program_though_another_is_open(toy: Start) -> None:
    first, _ = toy(tells_hangup=False), toy()
    first.close_master()
    assert first.exit_code() == 129


def test_a_program_that_draws_for_ever_is_not_waited_for_for_ever(terminal: Start) -> None:
    started = terminal(sys.executable, "-c", FOR_EVER)
    with pytest.raises(AssertionError, match="no 'what never comes'"):
        started.wait_for("what never comes", timeout=0.5)
