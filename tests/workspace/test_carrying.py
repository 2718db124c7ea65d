"""A new session begins with what the last one of the same two left open, whatever became of it."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.storage import samples
from tui.domain.decision_state import DecisionState
from tui.domain.message import Message
from tui.domain.minutes import Decision
from tui.domain.session import Session
from tui.storage.paths import DataFolder
from tui.storage.sessions import open_session
from tui.workspace.opening import start

ASKED = "small.toml"


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session that nobody has answered yet."""
    asked = samples.loaded(tmp_path)
    return samples.session(asked)


def named(session: Session, *names: str, day: date | None = None) -> Session:
    """Return a session of two parties of these names, on a day."""
    left, right = (
        replace(sheet, party=replace(sheet.party, name=name), date=day or sheet.date)
        for sheet, name in zip(session.sheets, names, strict=True)
    )
    return replace(session, sheets=(left, right))


def begun(session: Session, tmp_path: Path, data: DataFolder) -> tuple[Session, Path]:
    """Begin a session, and return it as it lies on the disk, with its folder."""
    opened = start(session, tmp_path / ASKED, data)
    opened.folder.close()
    return open_session(opened.folder.path, read_only=True).session, opened.folder.path


def test_what_is_open_is_there_when_the_same_two_meet_again(
    tmp_path: Path, data: DataFolder, session: Session
) -> None:
    first = named(session, "Lumière  Paris", "晴川", day=date(2026, 9, 1))
    first = first.decided(Decision(question="aim", value="sales", text="先看销量", owner="林"))
    first = first.decided(Decision(question="days", text="30 days")).came_to(
        "days", DecisionState.DONE
    )
    _, folder = begun(first, tmp_path, data)
    files = {path: path.read_bytes() for path in folder.iterdir() if path.suffix == ".toml"}
    again, _ = begun(named(session, "LUMIÈRE Ｐaris", "晴川"), tmp_path, data)
    (carried,) = again.minutes.carried
    told = (carried.decision, carried.owner, carried.day, carried.state)
    assert told == ("先看销量", "林", date(2026, 9, 1), DecisionState.OPEN)
    assert carried.words is not None
    done = again.came_to(carried, DecisionState.DONE)
    assert done.minutes.carried[0].state is DecisionState.DONE
    assert {path: path.read_bytes() for path in files} == files


def test_others_carry_nothing_over(tmp_path: Path, data: DataFolder, session: Session) -> None:
    decided = named(session, "A", "B").decided(Decision(question="aim", text="yes"))
    begun(decided, tmp_path, data)
    for other in (named(session, "A", "C"), replace(named(session, "A", "B"), alone="brand")):
        found, _ = begun(other, tmp_path, data)
        assert found.minutes.carried == ()


def test_of_several_the_latest_meeting_counts_whenever_it_was_saved(
    tmp_path: Path, data: DataFolder, session: Session
) -> None:
    for day, text in ((date(2026, 9, 1), "then"), (date(2026, 3, 1), "long ago")):
        old = named(session, "A", "B", day=day).decided(Decision(question="aim", text=text))
        begun(old, tmp_path, data)
    found, _ = begun(named(session, "A", "B"), tmp_path, data)
    # The second of the old ones had begun with what the first had left.
    assert {each.decision for each in found.minutes.carried} == {"then"}


@pytest.mark.parametrize("name", ["minutes.toml", "brand.toml", "questionnaire.toml"])
def test_a_broken_session_stops_no_new_one_and_is_told(
    tmp_path: Path, data: DataFolder, session: Session, name: str
) -> None:
    old = named(session, "A", "B").decided(Decision(question="aim", text="yes"))
    _, folder = begun(old, tmp_path, data)
    for path in folder.glob(f"{name}*"):
        path.unlink()
    (folder / name).write_text("this is no [[ TOML", encoding="utf-8")
    opened = start(named(session, "A", "B"), tmp_path / ASKED, data)
    opened.folder.close()
    assert opened.session.minutes.carried == ()
    assert opened.notices == (Message("carried.unreadable", {"folder": str(folder)}),)


def test_anything_else_among_the_sessions_is_passed_over(
    tmp_path: Path, data: DataFolder, session: Session
) -> None:
    old = named(session, "A", "B").decided(Decision(question="aim", text="yes"))
    _, folder = begun(old, tmp_path, data)
    odd = data.sessions / "odd"
    shutil.copytree(folder, odd)
    (odd / "session.toml").write_text('date = "soon"\nparties = [1]\n', encoding="utf-8")
    (data.sessions / "link").symlink_to(folder)
    (data.sessions / "file").touch()
    found, _ = begun(named(session, "A", "B"), tmp_path, data)
    assert [each.decision for each in found.minutes.carried] == ["yes"]
