"""Calls that do not fit: what is wrong, what was meant, where the help is, in one's language."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.test_cli import AGENCY, BRAND, duiqi, duiqi_process
from tui.cli.main import main

COMMANDS = (
    "open, demo, try, compare, export, diff, table, check, new-questionnaire, import, schema, where"
)

MISUSES = [
    # the words, what is said in English and in Chinese, and the command whose help is named
    (["frobnicate"], f"unknown command 'frobnicate'; commands: {COMMANDS}", "没有“frobnicate”", ""),
    (
        ["comparr", "a", "b"],
        "unknown command 'comparr'; did you mean 'compare'?",
        "“compare”？",
        "",
    ),
    (["Where"], "did you mean 'where'?", "没有“Where”这个命令；是不是“where”？", ""),
    (["help"], "did you mean '--help'?", "是不是“--help”？", ""),
    (["--lagn", "en"], "unknown option '--lagn'; did you mean '--lang'?", "“--lang”？", ""),
    (["--nope"], "unknown option '--nope'", "没有“--nope”这个选项", ""),
    (["-x"], "unknown option '-x'", "没有“-x”这个选项", ""),
    (["compare", "a", "b", "--levle=own"], "did you mean '--level'?", "“--level”？", "compare"),
    (["check", "a", "-o", "x"], "unknown option '-o'", "没有“-o”这个选项", "check"),
    (["--level", "own", "compare"], "it belongs behind 'compare'", "写在“compare”后面", ""),
    (["-oreport.toml", "compare"], "it belongs behind 'compare'", "写在“compare”后面", ""),
    (["--theme", "pink"], "--theme cannot be 'pink', only one of: dark, light", "dark, light", ""),
    (["--theme=drak"], "did you mean 'dark'?", "--theme：没有“drak”，可选：dark, light", ""),
    (["--lang", "fr"], "--lang cannot be 'fr', only one of: zh-CN, en", "没有“fr”", ""),
    (
        ["compare", "a", "b", "--level", "all"],
        "--level cannot be 'all', only one of: own, shared, minutes",
        "--level：没有“all”，可选：own, shared, minutes",
        "compare",
    ),
    (["schema", "shet"], "did you mean 'sheet'?", "种类：没有“shet”，可选：", "schema"),
    (["schema", "pie"], "KIND cannot be 'pie', only one of: q", "没有“pie”，可选：q", "schema"),
    (["open"], "PATH is missing: duiqi open PATH", "缺少路径：duiqi open 路径", "open"),
    (["check", "--json"], "FILE is missing: duiqi check FILE...", "缺少文件：", "check"),
    (["table", "--anonymous"], "REPORT is missing: duiqi table REPORT...", "缺少报告：", "table"),
    (["schema"], "KIND is missing", "缺少种类", "schema"),
    (["new-questionnaire"], "NAME is missing", "缺少名称", "new-questionnaire"),
    (["compare"], "SHEET 1 of 2 is missing", "缺少答卷（第 1 个，共 2 个）", "compare"),
    (["compare", "a", "-o", "b"], "SHEET 2 of 2 is missing", "（第 2 个，共 2 个）", "compare"),
    (["open", "my", "shop"], "'shop' is one word too many", "多了一个“shop”", "open"),
    (["demo", "x"], "'x' is one word too many: duiqi demo", "多了一个“x”：duiqi demo", "demo"),
    (["where", "--", "--json"], "'--json' is one word too many", "多了一个“--json”", "where"),
    (["compare", "a", "b", "c"], "'c' is one word too many", "多了一个“c”", "compare"),
    (["compare", "a", "b", "-o"], "'-o' stands without its value: -o FILE", "-o 文件", "compare"),
    (["check", "a", "--against", "--json"], "'--against' stands without", "缺少内容", "check"),
    (["--data="], "'--data' stands without its value: --data DIR", "--data 目录", ""),
    (["--theme"], "--theme dark|light", "“--theme”后面缺少内容", ""),
    (["--ascii=yes"], "'--ascii' takes no value", "“--ascii”后面不带内容", ""),
]


class Told(NamedTuple):
    """What a call came to."""

    code: object
    out: str
    err: str


Call = Callable[..., Told]


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """A function that calls duiqi in this process: dozens of fresh ones take their time."""

    def call(*words: str, **environment: str) -> Told:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as end:
            main(words)
        return Told(end.value.code, *capfd.readouterr())

    return call


@pytest.mark.parametrize(("words", "english", "chinese", "command"), MISUSES)
def test_a_misuse_is_told_with_its_cause(
    words: list[str], english: str, chinese: str, command: str, call: Call
) -> None:
    helped = f"duiqi {command} --help" if command else "duiqi --help"
    for language, said in (("en", english), ("zh-CN", chinese)):
        done = call(*words, DUIQI_LANG=language)
        assert (done.code, done.out) == (2, "")
        first, second = done.err.splitlines()
        assert said in first
        assert second.endswith(helped)


@pytest.mark.parametrize(
    ("words", "environment", "said"),
    [
        (["--lang", "zh-CN", "frobnicate"], {}, "用法"),
        (["frobnicate", "--lang", "zh-CN"], {}, "用法"),
        (["--nope", "--lang=zh-CN"], {}, "用法"),
        (["compare", "-o", "--lang", "zh-CN"], {}, "用法"),
        (["--lang", "en", "--theme", "pink", "--lang", "zh-CN"], {}, "用法"),
        (["--nope", "--lang=en"], {"DUIQI_LANG": "zh-CN"}, "make sense"),
        (["--nope"], {"DUIQI_LANG": "zh-CN"}, "用法"),
        (["--nope"], {"DUIQI_LANG": "en", "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}, "make"),
        (["--nope"], {"LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}, "用法"),
        (["--nope", "--lang", "fr"], {"DUIQI_LANG": "zh-CN"}, "用法"),
        (["where", "--", "--lang", "zh-CN"], {}, "make sense"),
        (["--nope", "--lang"], {}, "make sense"),
    ],
)
def test_a_misuse_is_told_in_the_language_that_is_asked_for(
    words: list[str], environment: dict[str, str], said: str, call: Call
) -> None:
    done = call(*words, **environment)
    assert done.code == 2
    assert said in done.err


def test_a_path_alone_was_meant_to_be_opened(call: Call) -> None:
    assert f"did you mean 'duiqi open {BRAND[:20]}" in call(BRAND).err


def test_options_may_stand_anywhere(tmp_path: Path) -> None:
    out = str(tmp_path / "report.toml")
    words = ["--lang", "en", "compare", BRAND, "-o", out, AGENCY, "--lang=zh-CN"]
    done = duiqi(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert "分歧" in done.stdout
    assert duiqi("compare", f"-o{tmp_path / 'x.toml'}", "--", BRAND, AGENCY).returncode == 0
    assert (tmp_path / "x.toml").read_bytes() == Path(out).read_bytes()


HOSTILE = "\x1b[2J\x07\u202e\x9b31m\r\n"
ACTING = {"\x1b", "\x07", "\u202e", "\x9b", "\r"}


@pytest.mark.parametrize(
    "words",
    [
        [HOSTILE],
        [f"--{HOSTILE}"],
        [f"-{HOSTILE}"],
        ["--theme", HOSTILE],
        ["schema", HOSTILE],
        ["demo", HOSTILE],
        [f"--ascii={HOSTILE}"],
        ["check", HOSTILE],
        ["check", f"{HOSTILE}.toml", "--against", HOSTILE],
        ["compare", HOSTILE, HOSTILE],
        ["compare", BRAND, AGENCY, "-o", f"x{HOSTILE}"],
        ["compare", BRAND, AGENCY, "-o", f"{HOSTILE}/x.toml"],
        ["compare", BRAND, AGENCY, "--questionnaire", HOSTILE],
        ["diff", HOSTILE, HOSTILE],
        ["new-questionnaire", HOSTILE],
        ["new-questionnaire", f"{HOSTILE}/x"],
        ["new-questionnaire", f"{HOSTILE}x"],
        ["open", HOSTILE],
        ["where", "--data", HOSTILE],
    ],
)
def test_no_word_of_a_call_acts_on_the_terminal(
    words: list[str], call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = call(*words)
    for said in (done.out, done.err):
        assert not set(said) & ACTING
        assert "\n\n" not in said


def test_a_word_that_is_no_utf8_and_one_that_is_very_long_are_told_too() -> None:
    assert "unknown command '\\udcff'" in duiqi_process("\udcff").stderr
    done = duiqi_process("x" * 100_000)
    assert done.returncode == 2
    assert len(done.stderr) < 300
    assert duiqi_process("open", "x" * 5000).returncode == 1


def test_a_report_is_written_as_toml_only(tmp_path: Path, call: Call) -> None:
    for language, said in (("en", "FILE.toml"), ("zh-CN", "文件.toml")):
        for name in ("report.docx", "report", ".toml"):
            out = tmp_path / name
            done = call("compare", BRAND, AGENCY, "-o", str(out), "--lang", language)
            assert (done.code, done.out) == (2, "")
            assert len(done.err.splitlines()) == 1
            assert said in done.err
            assert not out.exists()
