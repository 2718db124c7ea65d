"""A folder of its own for each test, and an end to each: an app that hangs is a failure."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

PATIENCE = 90
"""Seconds; the longest test takes a fifth of it on a busy machine."""


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have exports and copies written where they go away with the test."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def an_end() -> Iterator[None]:
    """Interrupt an app that never gives the event loop back."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"nothing came of it in {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
