"""What one may not read or write is told and left alone; `.ci/run` tries it not as root."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.powers import may_read_all
from tests.storage import samples
from tui.domain.session import Session
from tui.storage.atomic import create_file, overwrite_file, replace_file
from tui.storage.creation import create
from tui.storage.recent import recent
from tui.storage.sessions import open_session
from tui.storage.settings import Settings, read_settings, remember
from tui.workspace.reasons import CANNOT

pytestmark = pytest.mark.skipif(may_read_all(), reason="root may read and write everything")

NOTHING, READING = 0, 0o500
Forbid = Callable[[Path, int], None]


@pytest.fixture
def forbid() -> Iterator[Forbid]:
    """A function that takes permissions away until the test has ended."""
    before: dict[Path, int] = {}

    def forbid(path: Path, mode: int) -> None:
        before[path] = path.stat().st_mode
        path.chmod(mode)

    yield forbid
    for path, mode in before.items():
        path.chmod(mode)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return samples.said(samples.session(samples.loaded(tmp_path)), "brand", "aim", "sales")


@pytest.fixture
def folder(tmp_path: Path, session: Session) -> Path:
    path = tmp_path / "data" / "sessions" / "kickoff"
    path.parent.mkdir(parents=True)
    create(path, tmp_path / "small.toml", session).close()
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("write", [create_file, replace_file, overwrite_file])
def test_nothing_is_written_or_left_in_a_folder_that_can_only_be_read(
    tmp_path: Path, forbid: Forbid, write: Callable[[Path, bytes], object]
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "old.toml").write_bytes(b"old")
    forbid(folder, READING)
    for name in ("new.toml", "old.toml"):
        with pytest.raises(OSError):
            write(folder / name, b"new")
    assert contents(folder) == {"old.toml": b"old"}


@pytest.mark.parametrize("name", ["session.toml", "brand.toml", "questionnaire.toml"])
def test_a_session_with_a_file_that_may_not_be_read_is_left_as_it_is(
    folder: Path, forbid: Forbid, name: str
) -> None:
    before = contents(folder)
    forbid(folder / name, NOTHING)
    with pytest.raises(CANNOT):
        open_session(folder)
    (folder / name).chmod(0o600)
    assert contents(folder) == before  # nothing is set aside, nothing brought back over it


def test_a_session_in_a_folder_that_can_only_be_read_is_opened_to_read(
    folder: Path, forbid: Forbid, session: Session
) -> None:
    (folder / ".duiqi.lock").unlink(missing_ok=True)
    before = contents(folder)
    forbid(folder, READING)
    opened = open_session(folder)
    assert opened.folder.is_read_only
    assert opened.session.sheets == session.sheets
    with pytest.raises(PermissionError):
        opened.folder.save(samples.said(opened.session, "brand", "days", 31))
    opened.folder.close()
    assert contents(folder) == before


def test_a_folder_that_may_not_be_entered_is_told_and_hides_no_other(
    tmp_path: Path, folder: Path, forbid: Forbid, session: Session
) -> None:
    create(folder.with_name("other"), tmp_path / "small.toml", session).close()
    forbid(folder, NOTHING)
    with pytest.raises(CANNOT):
        open_session(folder)
    assert "other" in [summary.folder.name for summary in recent(tmp_path / "data" / "sessions")]


def test_an_answer_that_cannot_be_saved_fails_aloud_and_is_saved_when_it_can_be(
    folder: Path, forbid: Forbid
) -> None:
    opened = open_session(folder)
    later = samples.said(opened.session, "brand", "days", 31)
    forbid(folder, READING)
    with pytest.raises(PermissionError):
        opened.folder.save(later)
    folder.chmod(0o700)
    opened.folder.save(later)
    opened.folder.close()
    assert open_session(folder, read_only=True).session.sheets == later.sheets


def test_settings_that_may_not_be_read_were_never_chosen_and_stay(
    tmp_path: Path, forbid: Forbid
) -> None:
    path = tmp_path / "data" / "settings.toml"
    remember(path, Settings(theme="light"))
    before = path.read_bytes()
    forbid(path, NOTHING)
    assert read_settings(path) == Settings()
    path.chmod(0o600)
    assert path.read_bytes() == before
