"""The command line as a shell sees it: output, exit codes, nothing lost, nothing overwritten."""

import io
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli.main import main
from tui.workspace.example import example_sheets

BRAND, AGENCY = map(str, reversed(example_sheets()))
EXPECTED = Path(BRAND).with_name("report.toml")


def duiqi_process(
    *words: str, stdin: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run duiqi without a terminal in a process of its own, as a shell does."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
    )


def duiqi(*words: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Do the same in this process, for what is no matter of processes: it takes a tenth."""
    streams = [io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")]
    streams += [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2)]
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as end:
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            patch.setattr(sys, name, stream)
        for name, value in environment.items():
            patch.setenv(name, value)
        main(words)
    assert isinstance(end.value.code, int)
    return subprocess.CompletedProcess(words, end.value.code, *map(written, streams[1:]))


def written(stream: io.TextIOWrapper) -> str:
    """Return what was written to a stream of bytes in memory."""
    stream.flush()
    stream.seek(0)
    return stream.read()


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (["check", AGENCY, "-"], "zh-CN"),
        (["where"], "en"),
        (["schema", "shet"], "en"),
        (["opne"], "zh-CN"),
    ],
)
def test_a_process_says_what_is_said_without_one(words: list[str], language: str) -> None:
    for_both = {"stdin": "x = '中文'\nx = 1", "DUIQI_LANG": language}
    once, again = duiqi(*words, **for_both), duiqi_process(*words, **for_both)
    assert once.returncode == again.returncode
    assert (once.stdout, once.stderr) == (again.stdout, again.stderr)


def test_the_version_and_the_help_need_no_terminal() -> None:
    assert duiqi_process("--version").stdout.startswith("duiqi ")
    for language, word in (("zh-CN", "用法"), ("en", "Usage")):
        done = duiqi_process("--help", "--lang", language)
        assert (done.returncode, done.stderr) == (0, "")
        assert word in done.stdout


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["compare", BRAND, AGENCY]])
def test_an_encoding_that_lacks_our_characters_is_no_traceback(words: list[str]) -> None:
    done = duiqi_process(*words, PYTHONIOENCODING="ascii", DUIQI_LANG="zh-CN")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u" in done.stdout


def test_the_example_gives_the_expected_report(tmp_path: Path) -> None:
    out = tmp_path / "report.toml"
    done = duiqi_process("compare", BRAND, AGENCY, "-o", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes() == EXPECTED.read_bytes()
    assert "One point is a red line for both: talk about it first. 25 of 31" in done.stdout


def test_the_order_of_the_sheets_does_not_matter(tmp_path: Path) -> None:
    out = tmp_path / "report.toml"
    assert duiqi("compare", AGENCY, BRAND, "-o", str(out)).returncode == 0
    assert out.read_bytes() == EXPECTED.read_bytes()


def test_a_dash_is_the_standard_input_and_output() -> None:
    sheet = Path(AGENCY).read_text(encoding="utf-8")
    done = duiqi_process("compare", BRAND, "-", "-o", "-", stdin=sheet)
    assert done.returncode == 0
    assert done.stdout == EXPECTED.read_text(encoding="utf-8")


def test_an_existing_file_is_left_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "report.toml"
    out.write_text("precious")
    done = duiqi("compare", BRAND, AGENCY, "-o", str(out))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert out.read_text() == "precious"


def test_two_sheets_of_one_party_are_refused() -> None:
    done = duiqi("compare", BRAND, BRAND)
    assert done.returncode == 1
    assert "same party" in done.stderr
    assert done.stdout == ""


def test_a_missing_sheet_is_one_sentence() -> None:
    done = duiqi("compare", BRAND, "/nowhere/sheet.toml")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_a_sheet_of_another_questionnaire_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    text = Path(AGENCY).read_text(encoding="utf-8").replace('"partnership"', '"friendship"')
    other.write_text(text, encoding="utf-8")
    done = duiqi("compare", BRAND, str(other))
    assert done.returncode == 1
    assert done.stderr


def test_a_wrong_sheet_tells_file_line_and_column(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    text = Path(AGENCY).read_text(encoding="utf-8").replace("value =", "valeu =", 1)
    wrong.write_text(text, encoding="utf-8")
    line = 1 + text[: text.index("valeu =")].count("\n")
    done = duiqi("compare", BRAND, str(wrong))
    assert done.returncode == 1
    assert f"{wrong}:{line}:1: error" in done.stderr


def test_a_sheet_that_is_not_utf8_is_recognised(tmp_path: Path) -> None:
    wrong = tmp_path / "gbk.toml"
    wrong.write_bytes(Path(AGENCY).read_text(encoding="utf-8").encode("gbk", "ignore"))
    done = duiqi("compare", BRAND, str(wrong))
    assert done.returncode == 1
    assert "GBK" in done.stderr


@pytest.mark.parametrize(
    "words", [("frobnicate",), ("compare", "one"), ("--theme", "pink"), ("open",), ("--nope",)]
)
def test_wrong_usage_is_one_sentence_in_the_users_language(words: tuple[str, ...]) -> None:
    for language, word in (("zh_CN.UTF-8", "用法"), ("en_GB.UTF-8", "make sense")):
        done = duiqi(*words, LC_ALL=language, PYTHONUTF8="1")
        assert done.returncode == 2
        assert word in done.stderr
        assert done.stdout == ""


def test_ctrl_c_ends_a_command_without_a_traceback() -> None:
    # A shell has its background jobs ignore Ctrl+C, and so their children: the suite may be one.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    called = "from tui.cli.main import main; main(['check', '-'])"
    command = [sys.executable, "-c", f"{heeding}; {called}"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as waiting:
        assert waiting.stdin is not None
        waiting.stdin.write(b"#" * 1_000_000)  # more than a pipe holds: by its end it is read
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=60)
    assert (waiting.returncode, out, err) == (130, b"", b"")


def test_the_app_wants_a_terminal() -> None:
    done = duiqi_process()
    assert done.returncode == 1
    assert "terminal" in done.stderr


def test_the_level_decides_what_a_report_tells(tmp_path: Path) -> None:
    told = {}
    for level in ("own", "shared", "minutes"):
        out = tmp_path / f"{level}.toml"
        assert duiqi("compare", BRAND, AGENCY, "--level", level, "-o", str(out)).returncode == 0
        told[level] = out.read_text(encoding="utf-8")
    assert "private_note" in told["own"]
    assert "private_note" not in told["shared"]
    assert "[[questions]]" not in told["minutes"]


def test_a_questionnaire_beside_the_sheets_is_found(tmp_path: Path) -> None:
    for path in (BRAND, AGENCY):
        shutil.copy(path, tmp_path)
    bundled = Path(BRAND).parents[1] / "partnership.toml"
    done = duiqi("compare", BRAND, AGENCY, "--questionnaire", str(bundled))
    assert done.returncode == 0
