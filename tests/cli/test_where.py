"""`duiqi where`: the places of all that the program keeps, and that it keeps them there."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_cli import AGENCY, BRAND, duiqi
from tests.terminal.conftest import terminal
from tests.terminal.harness import Terminal

__all__ = ["terminal"]

CRASHING = """
import sys
from pathlib import Path
from tui.terminal.preflight import prepare_environment
prepare_environment()
from tui.app import DuiqiApp, StartOptions
from tui.i18n import Language
from tui.storage.paths import data_folder
from tui.terminal.lifecycle import run

class CrashingApp(DuiqiApp):
    def on_mount(self):
        raise RuntimeError

run(CrashingApp(StartOptions(data_folder(), Language.ENGLISH)))
"""


def places(*words: str, **environment: str) -> dict[str, Path]:
    done = duiqi("where", *words, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return {
        name: Path(path)
        for name, path in (line.split(": ") for line in done.stdout.split("\n") if line)
    }


def test_each_place_has_a_line(tmp_path: Path) -> None:
    data = tmp_path / "mine"
    expected = {
        "data": data,
        "sessions": data / "sessions",
        "own questionnaires": data / "questionnaires",
        "settings": data / "settings.toml",
        "crash log": data / "crash.log",
    }
    assert places("--data", str(data)) == expected
    assert places(DUIQI_DATA=str(data)) == expected
    assert places("--data", str(data), DUIQI_DATA="/elsewhere") == expected
    assert not data.exists()


def test_the_usual_place_and_a_home_are_found(home: Path) -> None:
    assert places(DUIQI_DATA="")["data"] == home / "data" / "duiqi"
    assert places(DUIQI_DATA="~/kept")["data"] == home / "kept"


def test_the_labels_are_in_the_language_asked_for() -> None:
    lines = duiqi("where", "--lang", "zh-CN").stdout.splitlines()
    assert [line.partition("：")[0] for line in lines] == [
        "数据",
        "会谈",
        "自己的问卷",
        "设置",
        "出错记录",
    ]


@pytest.mark.parametrize("words", [["where"], ["compare", BRAND, AGENCY]], ids=["where", "compare"])
def test_a_home_that_nobody_has_is_one_sentence(
    words: list[str],
) -> None:
    for language, said in (("en", "no such user"), ("zh-CN", "没有这个用户")):
        done = duiqi(*words, DUIQI_DATA="~nosuchuser/\x1b[2Jx", DUIQI_LANG=language)
        assert (done.returncode, done.stdout) == (1, "")
        assert len(done.stderr.splitlines()) == 1
        assert said in done.stderr
        assert "\x1b" not in done.stderr


def test_a_crash_is_logged_where_it_says(tmp_path: Path, terminal: Callable[..., Terminal]) -> None:
    data = str(tmp_path / "kept")
    app = terminal(sys.executable, "-c", CRASHING, environment={"DUIQI_DATA": data})
    assert app.exit_code() == 70
    assert "RuntimeError" in places(DUIQI_DATA=data)["crash log"].read_text()
