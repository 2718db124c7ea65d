"""The real program in a real terminal: bytes, signals, exit codes."""

import os
import signal
import sys
import termios
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.harness import Terminal
from tui.formats.report import read_report
from tui.i18n import Language, Phrases
from tui.storage.sessions import open_session
from tui.text.cleaning import one_line

DUIQI = (sys.executable, "-m", "tui")
NAMES = ("Lumière", "星河电商")
CTRL_S, F4, F6, F7, F8, F9 = b"\x13", b"\x1bOS", b"\x1b[17~", b"\x1b[18~", b"\x1b[19~", b"\x1b[20~"
Start = Callable[..., Terminal]


@pytest.fixture
def duiqi(terminal: Start, tmp_path: Path) -> Start:
    """A function that starts duiqi on this test's own data."""

    def start(*words: str, language: str = "en", **options: Any) -> Terminal:
        command = (*DUIQI, *words, "--lang", language, "--data", str(tmp_path / "data"))
        return terminal(*command, **options)

    return start


def press_in_turn(app: Terminal, *keys: str | bytes) -> None:
    """Press keys as a person does, each when the one before is seen to have done something."""

    def seen() -> list[list[object]]:  # below the top line, which tells of saving
        rows, columns = range(1, app.screen.lines), range(app.screen.columns)
        return [[app.screen.buffer[y][x] for x in columns] for y in rows]

    for key in keys:
        before = seen()
        app.send(key)
        app.wait_for(lambda shown=before: seen() != shown)


def write(app: Terminal, text: str) -> None:
    """Write into the field that has the focus, each character when the one before it stands."""
    for end, char in enumerate(text, start=1):
        app.send(char)
        app.wait_for(text[:end])


def begun(
    duiqi: Start, tmp_path: Path, language: str = "en", **options: Any
) -> tuple[Terminal, Path]:
    """Begin a kickoff in which both answer at once; give its terminal and its folder."""
    app, say = duiqi(language=language, **options), Phrases(Language(language))
    app.wait_for(say("home.new"))
    write(app, say("home.new"))  # the list keeps to what is typed
    app.wait_for(lambda: say("home.example") not in app.screen_text())
    app.send("enter")
    app.wait_for(say("choose_questionnaire.title"))
    app.send("enter")
    app.wait_for(say("setup.how"))
    first, second = NAMES
    write(app, first)
    press_in_turn(app, "tab", "tab")
    if language != "en":
        press_in_turn(app, "right")  # the brand answers in English, whatever the interface speaks
    press_in_turn(app, "tab")
    write(app, second)
    press_in_turn(app, *["tab"] * 4, "left", "left")
    app.wait_for(f"◉ {say('reveal.live')}")
    app.send(F8)
    app.wait_for(say("areastart.status"))
    app.send("enter")
    app.wait_for("F4 ")  # what it does stands there in the language of who answers
    return app, next((tmp_path / "data" / "sessions").iterdir())


def answers(folder: Path, party: str) -> dict[str, Any]:
    """Read a party's answers from the disk."""
    text = (folder / f"{party}.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text).get("answers", {}))


def test_home_opens_and_leaves_a_clean_terminal(duiqi: Start) -> None:
    app = duiqi()
    app.wait_for("Worked example")
    app.send("ctrl+q")
    assert app.exit_code() == 0
    assert app.complaints() == []


def test_every_answer_that_was_shown_as_saved_survives_a_kill(duiqi: Start, tmp_path: Path) -> None:
    app, folder = begun(duiqi, tmp_path)
    for _ in range(4):
        press_in_turn(app, F4, "enter")  # undecided, for the one, then for the other
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
    app.send(F6)
    app.wait_for("A note, for both to read")
    write(app, "毛利要保住，价格不能乱")
    app.send(CTRL_S)
    app.wait_for("saved")
    app.send("ctrl+q")
    assert app.exit_code() == 0
    notes = [answer.get("note") for answer in answers(folder, "brand").values()]
    assert notes == ["毛利要保住，价格不能乱"]


def test_a_whole_area_in_chinese_ends_in_a_report_that_names_both(
    duiqi: Start, tmp_path: Path
) -> None:
    say, note = Phrases(Language.CHINESE), "先看双十一，再谈全年：毛利要保住"
    here = partial(os.chdir, tmp_path)  # where the file that the dialog proposes will be
    app, folder = begun(duiqi, tmp_path, "zh-CN", before=here)
    area = "目标"
    replies = {
        "goal_ranking": ("12345", "54321"),
        "term_focus": ("2", "4"),
        "gmv_definition": ("1", "3"),
        "growth_target": ([*"20", "down", *"60"], [*"10", "down", *"30"]),
        "kpi_set": ("13", "12"),
    }
    for number, keys in enumerate(replies.values(), start=1):
        app.wait_for(say("interview.place", area=area, number=number, of=len(replies)))
        if number == 1:
            app.send(F6)
            app.wait_for(say("note.title"))
            write(app, note)
            app.send(CTRL_S)
            app.wait_for(lambda: say("note.title") not in app.screen_text())
        for spoken, typed in zip((Phrases(Language.ENGLISH), say), keys, strict=True):
            app.wait_for(f"F4 {spoken('chip.undecided')}")  # in the language of who is to answer
            press_in_turn(app, *typed, "enter")
    app.wait_for(say("map.to_talk", count=5))  # on the overview of the area
    app.send("enter")
    app.wait_for(say("contrast.other"))  # above the form of the first item
    app.wait_for(say("minutes.head"))
    app.send("escape")
    app.wait_for(lambda: say("minutes.head") not in app.screen_text())
    app.send(F8)
    app.wait_for(say("areastart.status"))
    app.send("enter")
    app.wait_for(f"{len(replies)} / ")
    app.send(F9)
    app.wait_for(say("command.decisions"))  # which the report's bottom line names
    app.send(CTRL_S)
    app.wait_for(say("export.of_toml"))
    app.send(b"\x1b[F", b"\x1b[A", b"\x1b[A", b" ", b"\x1b[B", "enter")  # ticks the last, too
    app.wait_for(say("export.close"))
    app.send("ctrl+q")
    assert app.exit_code() == 0
    assert app.complaints() == []
    (page,) = tmp_path.glob("*.html")
    assert all(name in page.read_text(encoding="utf-8") for name in NAMES)
    (file,) = tmp_path.glob("*.toml")
    report = read_report(file).report
    assert tuple(party.name for party in report.parties) == NAMES
    told = {question.id: question.answers for question in report.questions if question.answers}
    assert {name for name, said in told.items() if len(said) == 2} >= replies.keys()
    assert told["goal_ranking"]["brand"].note == note
    assert answers(folder, "agency").keys() == replies.keys()


def test_a_burst_of_keys_reaches_the_column_it_was_meant_for(duiqi: Start, tmp_path: Path) -> None:
    app, folder = begun(duiqi, tmp_path)
    app.send(b"\r".join([F4, F7, F4, b""]))
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
    second.wait_for(one_line(Phrases("en")("session.reading"))[:40])
    first.folder.close()
    second.send("ctrl+q")
    assert second.exit_code() == 0


@pytest.mark.parametrize("by_way_of_home", [False, True])
def test_the_example_leaves_nothing_behind(
    terminal: Start, tmp_path: Path, by_way_of_home: bool
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    app = terminal(*DUIQI, "demo", "--lang", "en", environment={"TMPDIR": str(scratch)})
    app.wait_for("alignment report")
    assert list(scratch.iterdir())
    if by_way_of_home:
        app.send("escape")  # it opens on its report, and all is answered behind that
        app.wait_for("F4 ")
        app.send("escape")
        app.wait_for("Worked example")
    app.send("ctrl+q")
    assert app.exit_code() == 0
    assert not list(scratch.iterdir())


@pytest.mark.parametrize("size", [(0, 80), (0, 0)])
def test_a_terminal_that_does_not_know_its_size_is_painted_at_rest_and_told_it_later(
    duiqi: Start, size: tuple[int, int]
) -> None:
    app = duiqi("demo", before=lambda: termios.tcsetwinsize(0, size))
    app.wait_for("31 / 31")
    app.resize(30, 100)
    app.wait_for(lambda: "F1 help" in app.screen_text().splitlines()[-1])
    app.send("ctrl+q")
    assert app.exit_code() == 0
    assert len(app.raw) < 400_000


def test_no_color_leaves_marks_and_words(duiqi: Start) -> None:
    app = duiqi("demo", environment={"NO_COLOR": "1"})
    app.wait_for("alignment report")
    app.send("escape")
    app.wait_for("F4 ")
    app.send("enter", "enter", "enter", "enter")
    app.wait_for("≠ Different")
    app.send("ctrl+q")
    assert app.exit_code() == 0
    assert b"\x1b[38;2;255;157;141m" not in app.raw


def test_ascii_draws_no_other_marks(duiqi: Start) -> None:
    app = duiqi("demo", "--ascii")
    app.wait_for("31 / 31")
    for mark in "◉○■□❯✓━▲▼≈≠≡":
        assert mark not in app.screen_text()
    app.send("ctrl+q")
    assert app.exit_code() == 0
