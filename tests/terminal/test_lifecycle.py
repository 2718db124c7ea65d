"""However the app ends: saved, terminal restored, a true exit code, and no answer told."""

import random
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.conftest import TOY_APP
from tests.terminal.harness import Terminal, isolated_environment

Start = Callable[..., Terminal]
SIGNALS = {
    signal.SIGHUP: 129,
    signal.SIGINT: 130,
    signal.SIGQUIT: 131,
    signal.SIGTERM: 143,
}


def saved(folder: Path) -> str:
    return (folder / "saved.txt").read_text(encoding="utf-8")


def type_answer(terminal: Terminal) -> None:
    terminal.send("甲方 A1")
    terminal.wait_for("|甲方 A1|")


def test_the_key_that_quits_saves_and_restores(toy: Start, tmp_path: Path) -> None:
    terminal = toy()
    type_answer(terminal)
    terminal.send("ctrl+c", "+")  # which quits elsewhere, and copies in most programs
    terminal.wait_for("|甲方 A1+|")
    terminal.send(b"\x7f")
    terminal.wait_for("|甲方 A1|")
    terminal.send("ctrl+q")
    assert terminal.exit_code() == 0
    assert saved(tmp_path) == "甲方 A1"
    assert (tmp_path / "let_go.txt").exists()
    assert terminal.complaints() == []


@pytest.mark.parametrize(("number", "code"), SIGNALS.items())
def test_a_signal_saves_restores_and_gives_its_code(
    toy: Start, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    terminal = toy()
    type_answer(terminal)
    terminal.kill(number)
    assert terminal.exit_code() == code
    assert saved(tmp_path) == "甲方 A1"
    assert terminal.complaints() == []


def ignore_hangup() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


def block_hangup() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGHUP])


@pytest.mark.parametrize("before", [lambda: None, ignore_hangup, block_hangup])
@pytest.mark.parametrize("leader", [True, False])
def test_a_closed_window_saves_and_ends(
    toy: Start, tmp_path: Path, before: Callable[[], None], leader: bool
) -> None:
    terminal = toy(before=before, leader=leader)
    type_answer(terminal)
    terminal.close_master()
    assert terminal.exit_code() == 129
    assert saved(tmp_path) == "甲方 A1"


def test_a_keyboard_that_is_gone_is_enough_to_end(toy: Start, tmp_path: Path) -> None:
    terminal = toy(tells_hangup=False)
    type_answer(terminal)
    terminal.close_master()
    assert terminal.exit_code() == 129
    assert saved(tmp_path) == "甲方 A1"


def test_a_stop_and_a_go_leave_a_working_app(toy: Start, tmp_path: Path) -> None:
    terminal = toy()
    terminal.kill(signal.SIGSTOP)
    terminal.wait_until_stopped()
    terminal.screen.erase_in_display(2)  # as a shell that wrote over everything
    terminal.foreground()
    terminal.wait_for("ready")
    type_answer(terminal)
    terminal.send("ctrl+q")
    assert terminal.exit_code() == 0
    assert terminal.complaints() == []


def test_ctrl_z_saves_gives_the_terminal_back_and_takes_it_again(
    toy: Start, tmp_path: Path
) -> None:
    terminal = toy()
    type_answer(terminal)
    terminal.send("ctrl+z")
    terminal.wait_until_stopped()
    assert saved(tmp_path) == "甲方 A1"
    assert terminal.complaints() == []
    terminal.foreground()
    terminal.wait_for("甲方 A1")
    terminal.send("+")
    terminal.wait_for("甲方 A1+")
    terminal.send("ctrl+q")
    assert terminal.exit_code() == 0
    assert terminal.complaints() == []


def test_a_stopped_app_ends_without_touching_the_shells_terminal(toy: Start) -> None:
    terminal = toy()
    terminal.send("ctrl+z")
    terminal.wait_until_stopped()
    written = len(terminal.raw)
    terminal.background(signal.SIGTERM)
    assert terminal.exit_code() == 143
    assert terminal.raw[written:] == b""


def test_in_the_background_a_stopped_app_stays_stopped(toy: Start) -> None:
    terminal = toy()
    terminal.send("ctrl+z")
    terminal.wait_until_stopped()
    terminal.background()
    terminal.wait_until_stopped()
    terminal.foreground()
    terminal.wait_for("ready")


def test_bytes_that_are_not_utf8_are_not_typed(toy: Start) -> None:
    terminal = toy()
    terminal.send(b"a\xd6\xd0b")  # GBK
    terminal.wait_for("|a|")
    first, *rest = "对".encode()
    terminal.send("f5", bytes([first]))  # a key between ends what is not typed
    terminal.send(*(bytes([byte]) for byte in rest), "c")
    terminal.wait_for("|a对c|")


def test_a_paste_without_its_end_ends_and_keys_work_again(toy: Start, tmp_path: Path) -> None:
    terminal = toy()
    terminal.send(b"\x1b[200~part", "ial\x1b[20")
    terminal.wait_for("|partial|")
    terminal.send("2")
    terminal.wait_for("|partial2|")
    terminal.send("ctrl+q")
    assert terminal.exit_code() == 0
    assert saved(tmp_path) == "partial2"


def test_a_huge_paste_is_no_hang(toy: Start) -> None:
    terminal = toy()
    terminal.send(b"\x1b[200~" + b"1" * 300_000 + b"\x1b[201~", "2")
    terminal.wait_for("1" * 70)
    terminal.send("left", b"\x15")  # all before the 2 goes: Textual's field may not roll to its end
    terminal.wait_for("|2|")


def test_a_size_in_the_midst_of_keys_is_survived(toy: Start) -> None:
    terminal = toy()
    terminal.send(b"\x1b[48;24;80;0;0t\x1b[<35;10;5M")
    type_answer(terminal)


def test_what_a_cut_sequence_goes_on_with_is_not_typed(toy: Start) -> None:
    terminal = toy()
    terminal.send(b"\x1b[<35;1", "f5", b"\x1b]11;rgb:1/2", "f5", "a\x1b[27;2;1", "f5", "b")
    terminal.wait_for("|ab|")


def test_random_bytes_are_survived(toy: Start) -> None:
    noise = random.Random(8).randbytes(2400)
    harmless = bytes(byte for byte in noise if byte not in (0x03, 0x11, 0x1A))
    terminal = toy()
    terminal.send(harmless, b"\x1b[201~", "f1")
    assert terminal.exit_code() == 70  # the keyboard was still heard
    assert terminal.complaints() == []


def test_a_burst_of_sizes_is_survived(toy: Start) -> None:
    terminal = toy()
    for rows, columns in ((1, 1), (500, 1000), (3, 200), (24, 80)):
        terminal.resize(rows, columns)
        terminal.kill(signal.SIGWINCH)
    type_answer(terminal)


def width(terminal: Terminal) -> int:
    """Return how far the toy app's field goes to the right."""
    return len(terminal.screen_text().splitlines()[0])


def test_the_size_is_the_terminals_whatever_the_environment_says(toy: Start) -> None:
    terminal = toy(environment={"COLUMNS": "40", "LINES": "10"})
    terminal.wait_for(lambda: width(terminal) == 80)
    terminal.resize(30, 100)
    terminal.wait_for(lambda: width(terminal) == 100)


@pytest.mark.parametrize("way", ["handler", "thread", "worker", "callback", "render", "save"])
def test_a_bug_is_one_sentence_and_tells_no_answer(toy: Start, tmp_path: Path, way: str) -> None:
    terminal = toy(columns=200)
    terminal.send(way)
    terminal.wait_for(way)
    terminal.send("f1")
    assert terminal.exit_code() == 70
    assert terminal.complaints() == []
    terminal.wait_for("Details")
    shown = terminal.screen_text()
    assert ("could not be saved" if way == "save" else "answers are saved") in shown
    assert b"SECRET" not in terminal.raw
    assert b"Traceback" not in terminal.raw
    log = tmp_path / "logs" / "crash.log"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    text = log.read_text(encoding="utf-8")
    assert "SECRET" not in text
    assert "in fail\n" in text
    if way != "save":
        assert saved(tmp_path) == way


def test_a_bug_with_no_place_for_the_log_still_ends_well(toy: Start, tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("not a folder")
    terminal = toy()
    terminal.send("f1")
    assert terminal.exit_code() == 70
    terminal.wait_for("answers are saved")


def test_a_terminal_that_takes_no_output_cannot_keep_the_app(toy: Start, tmp_path: Path) -> None:
    terminal = toy()
    type_answer(terminal)
    terminal.send("f2")
    terminal.read_until_written(b"FLOOD")
    terminal.kill(signal.SIGTERM)
    assert terminal.exit_code(reading=False) == 143
    assert saved(tmp_path) == "甲方 A1"


def test_a_killed_app_writes_no_core(toy: Start) -> None:
    terminal = toy()
    limits = Path(f"/proc/{terminal.pid}/limits")
    if not limits.exists():
        pytest.skip("no /proc")
    (core,) = (line for line in limits.read_text().splitlines() if "core file" in line)
    assert core.split()[4] == "0"


def hanging(toy: Start) -> Terminal:
    """Return a terminal that the program has given back, while it waits for a disk that hangs."""
    terminal = toy()
    terminal.send("hang")
    terminal.wait_for("|hang|")
    terminal.kill(signal.SIGTERM)
    terminal.wait_for("Saving…")
    assert terminal.complaints() == []
    return terminal


def test_a_slow_disk_is_waited_for_with_a_word_on_a_restored_terminal(
    toy: Start, tmp_path: Path
) -> None:
    terminal = hanging(toy)
    (tmp_path / "answer").touch()
    assert terminal.exit_code() == 143
    assert saved(tmp_path) == "hang"
    assert "NOT SAVED" not in terminal.screen_text()


def test_a_second_signal_leaves_a_disk_that_hangs_and_says_what_is_lost(toy: Start) -> None:
    terminal = hanging(toy)
    terminal.kill(signal.SIGTERM)  # shells send two at once: that is no impatience yet
    while not terminal.read_once(0.2):
        terminal.kill(signal.SIGTERM)
    assert terminal.exit_code() == 143
    assert b"NOT SAVED at last" in terminal.raw


def refusal(tmp_path: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, TOY_APP, str(tmp_path)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=isolated_environment(tmp_path) | environment,
        timeout=20,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == b""
    return done.stderr.decode()


def test_what_is_no_terminal_is_refused_in_a_sentence(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "This is not a terminal; use `duiqi compare` for scripts.\n"


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"LC_ALL": "zh_CN.GBK"}, "encoding is GBK"),
        ({"LC_CTYPE": "zh_CN.GBK"}, "encoding is GBK"),
        ({"LANG": "zh_CN.GB18030"}, "encoding is GB18030"),
        ({"PYTHONIOENCODING": "gbk"}, "encoding is gbk"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "encoding is"),
        ({"TERM": "dumb"}, "TERM=dumb"),
    ],
)
def test_a_terminal_that_cannot_show_the_app_is_refused_in_a_sentence(
    terminal: Start, tmp_path: Path, environment: dict[str, str], sentence: str
) -> None:
    started = terminal(sys.executable, str(TOY_APP), str(tmp_path), environment=environment)
    assert started.exit_code() == 1
    started.wait_for(sentence)
    assert b"\x1b" not in started.raw


@pytest.mark.parametrize("environment", [{"LANG": ""}, {"LANG": "", "LC_ALL": "C"}])
def test_a_locale_that_python_takes_for_utf8_is_fine(
    toy: Start, environment: dict[str, str]
) -> None:
    terminal = toy(environment=environment)
    type_answer(terminal)
