"""Nothing that a test does touches, or depends on, this machine's user; and every test ends."""

import gc
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Textual reads these once, when the first test imports it.
os.environ |= {
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
settings.register_profile("duiqi", deadline=None)  # a busy machine is no failure
settings.load_profile("duiqi")

_FOLDERS = {
    "HOME": ".",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
    "DUIQI_DATA": "duiqi",
}
_UNSET = ("DUIQI_LANG", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "COLUMNS", "LINES", "TEXTUAL")


PATIENCE = 120
"""Seconds after which a test is taken to hang; the longest takes a fifth on a busy machine."""
_AGAIN = 20
"""Seconds until the alarm rings anew for what survived it, such as a wait while tidying up."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let more be tried than the suite has time for."""
    parser.addoption(
        "--sessions", type=int, default=60, help="how many random kickoffs to compare (60)"
    )
    parser.addoption(
        "--everywhere", action="store_true", help="try more sizes, hands, and screens of the app"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked `everywhere`, unless it is asked for: the suite has four minutes."""
    if not config.getoption("--everywhere"):
        left_out = [item for item in items if item.get_closest_marker("everywhere")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("everywhere")]


def pytest_collection_finish() -> None:
    """Have the garbage collector look at what tests make only; it takes a tenth of their time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(autouse=True)
def an_end() -> Iterator[None]:
    """Fail a test that waits for ever: for a thread, a process, or the app's event loop.

    Tests run in the main thread, also under xdist, and there a signal ends any wait.
    """
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def give_up(*_: object) -> None:
        pytest.fail(f"nothing came of it in {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE, _AGAIN)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user of its own for each test: their home, and an environment in English."""
    folder = tmp_path_factory.mktemp("home")
    for name, place in _FOLDERS.items():
        monkeypatch.setenv(name, str(folder / place))
    for name in _UNSET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return folder
