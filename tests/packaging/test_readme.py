"""What the README says can be done can be done, and what it names is there."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from tests.packaging.key_table import rows, updated
from tui.i18n import Language, Phrases

REPOSITORY = Path(__file__).parents[2]
EXAMPLE = REPOSITORY / "questionnaires" / "examples" / "report.toml"
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
LINES = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.split("\n")
]
SET_UP = [line for line in LINES if line.startswith("python3 -m venv ")]
OURS = [line for line in LINES if line.startswith(".venv/bin/duiqi ")]
SCRIPTS = sorted(set(re.findall(r"\.venv/bin/python (?:-m )?(tests[\w/.]+)", README)))
LINKS = sorted(set(re.findall(r"\]\((?!https:|#)([^)]+)\)", README)))
PLACES = sorted(set(re.findall(r"`((?:tui|tests|questionnaires|screenshots)/[\w/.-]*)`", README)))


def test_one_line_opens_the_app_and_one_runs_the_tests() -> None:
    ends = [line.rpartition(" && ")[2] for line in SET_UP]
    assert ends == [".venv/bin/duiqi", ".venv/bin/python -m pytest -n 4 --dist worksteal"]


def test_both_lines_stand_beside_their_twins_of_uv() -> None:
    renamed = {"uv venv --allow-existing": "python3 -m venv .venv", "uv pip": ".venv/bin/pip"}
    twins = [line for line in LINES if line.startswith("uv ")]
    for with_uv, with_pip in renamed.items():
        twins = [line.replace(with_uv, with_pip) for line in twins]
    assert twins == SET_UP


def test_what_ci_runs_is_the_line_of_the_readme() -> None:
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    takes_it = next(line for line in script.splitlines() if line.startswith("test_line="))
    shown = subprocess.run(
        ["bash", "-euc", f'{takes_it}; printf %s "$test_line"'],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout == SET_UP[1]
    assert script.count("$test_line") == 2  # said, then run
    others = re.findall(r".*\bpytest\b.*", script.replace(takes_it, ""))
    runs = [re.findall(r"\.venv/bin/\w+(?: run)? -m pytest", line) for line in others]
    more = [[".venv/bin/python -m pytest"]] * 2
    assert runs == [*more, [".venv/bin/coverage run -m pytest"]]


@pytest.mark.parametrize("line", OURS)
def test_a_command_means_something(line: str, tmp_path: Path) -> None:
    (tmp_path / "questionnaires").symlink_to(REPOSITORY / "questionnaires")
    if " compare " not in line:
        shutil.copy(EXAMPLE, tmp_path / "report.toml")
    Document().save(str(tmp_path / "letterhead.docx"))
    words = shlex.split(line, comments=True)[1:]
    done = subprocess.run(
        [sys.executable, "-m", "tui", *words],
        cwd=tmp_path,
        env={"PYTHONPATH": str(REPOSITORY), "LANG": "C.UTF-8", "HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if words[0] == "compare":
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / "report.toml").stat().st_size
    elif words[0] == "export":
        assert (done.returncode, done.stderr) == (0, "")
        assert all(
            Path(told.split(maxsplit=2)[2]).stat().st_size for told in done.stdout.splitlines()
        )
    else:
        spoken = Phrases(Language.CHINESE if "zh-CN" in words else Language.ENGLISH)
        assert done.stderr == spoken("terminal.not_a_terminal") + "\n"


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_is_there(script: str) -> None:
    module = script.replace(".", "/")
    names = (script, f"{module}.py", f"{module}/__main__.py")
    assert any((REPOSITORY / name).is_file() for name in names)


@pytest.mark.parametrize("place", [*LINKS, *PLACES])
def test_what_is_named_is_there(place: str) -> None:
    assert (REPOSITORY / place).exists()


def test_every_picture_is_shown() -> None:
    drawn = {f"screenshots/{path.name}" for path in (REPOSITORY / "screenshots").iterdir()}
    assert drawn == {link for link in LINKS if link.startswith("screenshots/")}


def test_the_keys_are_those_of_the_app() -> None:
    assert updated(README) == README, "run python -m tests.packaging.key_table"
    assert all(row in README for row in rows())
