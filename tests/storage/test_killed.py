"""Whatever moment a program is killed at, what it had called saved is there."""

import os
import signal
import subprocess
import sys
from itertools import count
from multiprocessing import get_context
from pathlib import Path

import pytest

import tui
from tests.storage import samples
from tui.domain.session import Session
from tui.storage.atomic import is_leftover
from tui.storage.creation import create
from tui.storage.sessions import open_session

ROOT = Path(tui.__file__).parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    session = samples.session(samples.loaded(tmp_path))
    session = samples.said(session, "brand", "aim", "sales")
    saved = create(tmp_path / "kickoff", tmp_path / "small.toml", session)
    saved.save(samples.said(session, "brand", "days", 30))
    saved.close()
    return saved.path


def reopened(folder: Path) -> Session:
    opened = open_session(folder)
    opened.folder.close()
    assert opened.notices == ()
    return opened.session


def test_a_killed_program_loses_nothing_that_it_called_saved(folder: Path) -> None:
    last = 0
    for after in (1, 2, 3, 5, 8, 13):
        last = killed_after(folder, after)
        session = reopened(folder)
        assert wishes(session, "agency") >= last
        assert wishes(session, "brand") >= last
        assert session.answer("brand", "aim").value == "sales"


def wishes(session: Session, party: str) -> int:
    """Return the number of the last wish of a party that was saved."""
    return int(str(session.answer(party, "wish").value).strip("第个愿望"))


def killed_after(folder: Path, saves: int) -> int:
    """Let a child save until it has said so `saves` times, kill it, give the last it said."""
    child = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("saving_child.py"), folder],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    said = [int(child.stdout.readline()) for _ in range(saves)]
    child.kill()
    said += [
        int(line) for line in child.stdout.read().splitlines(keepends=True) if line[-1] == "\n"
    ]
    child.wait()
    return said[-1]


@pytest.mark.parametrize("step", ["write", "link", "unlink", "fsync", "replace", "close"])
def test_a_program_killed_at_any_step_of_a_save_loses_nothing(folder: Path, step: str) -> None:
    ended = set()
    for moment in (1, 2, 3):
        child = get_context("fork").Process(target=save_and_die, args=(folder, step, moment))
        child.start()
        child.join()
        ended.add(child.exitcode)
        session = reopened(folder)
        assert session.answer("brand", "aim").value == "sales"
        assert session.answer("brand", "days").value in (30, 61, 62, 63)
    assert -signal.SIGKILL in ended
    assert ended <= {-signal.SIGKILL, 0}


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_what_a_killed_save_leaves_is_known_for_a_leftover_and_swept(
    folder: Path, step: str
) -> None:
    before = set(folder.iterdir())
    child = get_context("fork").Process(target=save_and_die, args=(folder, step, 1))
    child.start()
    child.join()
    for left in (found := set(folder.iterdir()) - before):
        assert is_leftover(left, frozenset({"brand.toml"}))
        assert not is_leftover(left, frozenset({"agency.toml"}))
    assert len(found) == (2 if step == "replace" else 1)  # of the backup too
    assert reopened(folder).answer("brand", "days").value == 30
    assert set(folder.iterdir()) == before


def save_and_die(folder: Path, step: str, moment: int) -> None:
    """Save a change, and be killed before the `moment`-th call of `step`."""
    opened = open_session(folder)
    owner = Path if hasattr(Path, step) and step != "link" else os
    real, calls = getattr(owner, step), count(1)

    def deadly(*arguments: object, **options: object) -> object:
        if next(calls) == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)

    setattr(owner, step, deadly)
    opened.folder.save(samples.said(opened.session, "brand", "days", 60 + moment))
