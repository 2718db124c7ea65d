"""Copies of the example that a killed program left behind go; whatever else there is stays."""

import os
from pathlib import Path

import pytest

from tests.storage import samples
from tui.checks.questionnaire import load
from tui.storage.copies import new_copy_folder
from tui.storage.creation import create


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "temp"
    path.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(path))
    return path


def test_only_what_is_ours_and_let_go_is_removed(temp: Path, tmp_path: Path) -> None:
    left, held = new_copy_folder(), new_copy_folder()
    questionnaire = samples.written(tmp_path)
    session = samples.session(load(questionnaire))
    create(left, questionnaire, session).close()
    opened = create(held, questionnaire, session)
    fresh = new_copy_folder()
    assert (left.exists(), held.exists(), fresh.exists()) == (False, True, True)
    opened.close()
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / ".duiqi.lock").touch()
    (temp / "duiqi-example-link").symlink_to(precious)
    (temp / "duiqi-example-file").touch()
    (temp / "other").mkdir()
    os.utime(fresh, (0, 0))  # never locked, and old by now
    last = new_copy_folder()
    assert {path.name for path in temp.iterdir()} == {
        "duiqi-example-link",
        "duiqi-example-file",
        "other",
        last.name,
    }
    assert precious.exists()


def test_a_folder_with_a_link_as_its_lock_is_left_alone(temp: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("precious")
    folder = new_copy_folder()
    (folder / ".duiqi.lock").symlink_to(target)
    new_copy_folder()
    assert folder.exists()
    assert target.read_text() == "precious"
