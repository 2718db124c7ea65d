"""Output that cannot be written is a sentence and exit code 1, wherever it goes."""

import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from tests.cli.test_cli import AGENCY, BRAND, EXPECTED, duiqi
from tui.storage.library import bundled

FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")

CALLS = [
    ["check", str(bundled()[0])],
    ["compare", BRAND, AGENCY, "-o", "-"],
    ["table", str(EXPECTED)],
    ["table", "--columns"],
    ["diff", str(EXPECTED), str(EXPECTED)],
    ["schema", "questionnaire"],
    ["where"],
    ["--help"],
    ["--version"],
    ["new-questionnaire", "mine"],
]


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_a_full_disk_behind_the_output_is_told(words: list[str], tmp_path: Path) -> None:
    with FULL.open("w") as full:
        done = run(*words, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (1, "The output cannot be written: the disk is full\n")


@pytest.mark.parametrize("words", [["check", "nowhere.toml"], ["nonsense"]], ids=" ".join)
def test_a_full_disk_behind_the_messages_is_an_exit_code(words: list[str], tmp_path: Path) -> None:
    with FULL.open("w") as full:
        done = run(*words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=full)
        both = run(*words, cwd=tmp_path, stdout=full, stderr=full)
    assert (done.returncode, done.stdout, both.returncode) == (1, "", 1)


def test_closed_streams_are_told() -> None:
    command = f"exec {sys.executable} -m tui compare {BRAND} {AGENCY} -o - >&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    told = "The output cannot be written: it is not open\n"
    assert (done.returncode, done.stderr) == (1, told)
    command = f"exec {sys.executable} -m tui check - <&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("-: error: it cannot be read: it is not open\n")


def test_a_home_of_nobody_is_told() -> None:
    for words in (["where"], ["check", BRAND]):
        done = duiqi(*words, DUIQI_DATA="~nosuchuser/x")
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def run(
    *words: str, cwd: Path, stdout: int | IO[str], stderr: int | IO[str]
) -> subprocess.CompletedProcess[str]:
    """Run duiqi with its output somewhere."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        cwd=cwd,
        stdout=stdout,
        stderr=stderr,
        text=True,
        timeout=60,
        check=False,
    )
