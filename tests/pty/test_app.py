"""The real program in a real terminal: bytes, signals, exit codes."""

import signal
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from harness import Terminal

from tui.domain.text import one_line
from tui.i18n import Phrases
from tui.storage.sessions import open_session

DUIQI = (sys.executable, "-m", "tui.cli")
Start = Callable[..., Terminal]


@pytest.fixture
def duiqi(terminal: Start, tmp_path: Path) -> Start:
    """A function that starts duiqi on this test's own data."""

    def start(*words: str, **options: Any) -> Terminal:
        command = (*DUIQI, *words, "--lang", "en", "--data", str(tmp_path / "data"))
        return terminal(*command, **options)

    return start


def begun(duiqi: Start, tmp_path: Path) -> tuple[Terminal, Path]:
    """Begin a kickoff in which both answer at once; give its terminal and its folder."""
    app = duiqi()
    app.wait_for("New kickoff")
    app.send("enter")
    app.wait_for("choose a questionnaire")
    app.send("enter")
    app.wait_for("How it goes")
    app.send("Lumière", "tab", "tab", "tab", "星河电商", "tab", "tab", "tab", "tab", "left", "left")
    app.wait_for("◉ at once")
    app.send(b"\x13")
    app.wait_for("How much does this area matter")
    app.send("enter")
    app.wait_for("In the contract" if "In the contract" in app.screen_text() else "F4 undecided")
    return app, next((tmp_path / "data" / "sessions").iterdir())


def answers(folder: Path, party: str) -> dict[str, Any]:
    """Read a party's answers from the disk."""
    text = (folder / f"{party}.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text).get("answers", {}))


def test_home_opens_and_leaves_a_clean_terminal(duiqi: Start) -> None:
    app = duiqi()
    app.wait_for("New kickoff")
    app.send("ctrl+q")
    assert app.exit_code() == 0
    assert app.complaints() == []


def test_every_answer_that_was_shown_as_saved_survives_a_kill(duiqi: Start, tmp_path: Path) -> None:
    app, folder = begun(duiqi, tmp_path)
    for _ in range(4):
        app.send(b"\x1bOS", "enter")  # F4: undecided, for the one, then for the other
        app.wait_for("saved")
    app.wait_for("2 / ")
    app.wait_for(lambda: "saving" not in app.screen_text() and "saved" in app.screen_text())
    app.kill(signal.SIGKILL)
    assert app.exit_code() == -signal.SIGKILL
    assert len(answers(folder, "brand")) == len(answers(folder, "agency")) == 2
    again = duiqi("open", str(folder))
    again.wait_for("2 / ")
    again.send("ctrl+q")
    assert again.exit_code() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_and_says_so_by_its_exit_code(
    duiqi: Start, tmp_path: Path, number: signal.Signals
) -> None:
    app, folder = begun(duiqi, tmp_path)
    app.send("f5")
    app.wait_for("Why does it not apply")
    app.kill(number)
    assert app.exit_code() == 128 + number
    assert app.complaints() == []
    assert len(answers(folder, "brand")) == 1


def test_chinese_typed_into_a_note_is_kept(duiqi: Start, tmp_path: Path) -> None:
    app, folder = begun(duiqi, tmp_path)
    app.send(b"\x1b[17~")  # F6
    app.wait_for("A note, for both to read")
    app.send("毛利要保住，价格不能乱")
    app.wait_for("毛利要保住")
    app.send(b"\x13")
    app.wait_for("saved")
    app.send("ctrl+q")
    assert app.exit_code() == 0
    notes = [answer.get("note") for answer in answers(folder, "brand").values()]
    assert notes == ["毛利要保住，价格不能乱"]


def test_a_burst_of_keys_reaches_the_column_it_was_meant_for(duiqi: Start, tmp_path: Path) -> None:
    app, folder = begun(duiqi, tmp_path)
    app.send(b"\x1bOS" + b"\r" + b"\x1b[18~" + b"\r" + b"\x1bOS" + b"\r")  # F4, F7, F4
    app.wait_for("2 of ")
    app.send("ctrl+q")
    assert app.exit_code() == 0
    said = [[a["state"] for a in answers(folder, p).values()] for p in ("brand", "agency")]
    assert said == [["undecided", "undecided"], ["later"]]


def test_a_second_program_on_the_same_session_is_told(duiqi: Start, tmp_path: Path) -> None:
    app, folder = begun(duiqi, tmp_path)
    app.send("ctrl+q")
    assert app.exit_code() == 0
    first = open_session(folder)
    second = duiqi("open", str(folder))
    second.wait_for(one_line(Phrases("en")("session.busy"))[:40])
    first.folder.close()
    second.send("ctrl+q")
    assert second.exit_code() == 0


def test_the_example_leaves_nothing_behind(terminal: Start, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    app = terminal(*DUIQI, "demo", "--lang", "en", environment={"TMPDIR": str(scratch)})
    app.wait_for("33 / 33")
    assert list(scratch.iterdir())
    app.send("ctrl+q")
    assert app.exit_code() == 0
    assert not list(scratch.iterdir())


def test_no_color_leaves_marks_and_words(duiqi: Start) -> None:
    app = duiqi("demo", environment={"NO_COLOR": "1"})
    app.wait_for("33 / 33")
    app.send("enter", "enter", "enter", "enter")
    app.wait_for("≠ Diverges")
    app.send("ctrl+q")
    assert app.exit_code() == 0
    assert b"\x1b[38;2;255;157;141m" not in app.raw


def test_ascii_draws_no_other_marks(duiqi: Start) -> None:
    app = duiqi("demo", "--ascii")
    app.wait_for("33 / 33")
    for mark in "◉○■□❯✓━▲▼≈≠≡":
        assert mark not in app.screen_text()
    app.send("ctrl+q")
    assert app.exit_code() == 0
