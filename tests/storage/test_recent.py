"""The list of sessions is short, newest first, and never in the way."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from tests.storage import samples
from tui.domain.message import Message
from tui.domain.progress import Progress
from tui.domain.session import Session
from tui.storage.creation import create
from tui.storage.lock import SessionBusy
from tui.storage.paths import DataFolder, free_session_folder
from tui.storage.recent import recent
from tui.storage.sessions import open_session
from tui.storage.shelves import entitle, move


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return samples.said(samples.session(samples.loaded(tmp_path)), "brand", "aim", "sales")


def data_with(tmp_path: Path, session: Session, days: int) -> DataFolder:
    data = DataFolder(tmp_path / "data")
    for number in range(days):
        path = free_session_folder(data.sessions, samples.DAY)
        create(path, tmp_path / "small.toml", session).close()
        os.utime(path / "session.toml", (number + 1, number + 1))
    return data


def test_recent_sessions_are_listed_with_the_last_one_first(
    tmp_path: Path, session: Session
) -> None:
    data = data_with(tmp_path, session, 3)
    assert [summary.folder.name[-1] for summary in recent(data.sessions)] == ["3", "2", "1"]
    first = recent(data.sessions)[0]
    assert first.names == ("Lumière 品牌", "代运营 = Agency")
    assert (first.saved, first.title, first.decided) == (datetime.fromtimestamp(3), "", 0)
    assert first.progress == (Progress(1, 5), Progress(0, 5))


@pytest.mark.parametrize(
    "damage", [b"", b"\xff", b"parties = 3", b"parties = [1]", b"[" * 3000, b"a = '" + b"x" * 10**6]
)
def test_a_broken_session_is_listed_as_such(
    tmp_path: Path, session: Session, damage: bytes
) -> None:
    data = data_with(tmp_path, session, 2)
    (data.sessions / "notes.txt").touch()
    (data.sessions / "empty").mkdir()
    (data.sessions / "kickoff-2026-11-23-1" / "session.toml").write_bytes(damage)
    assert [summary.trouble is not None for summary in recent(data.sessions)] == [True, False]


def test_more_than_fifty_sessions_are_listed_and_there_may_be_none(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    assert recent(data.sessions) == ()
    for number in range(53):
        folder = data.sessions / f"s{number}"
        folder.mkdir(parents=True)
        (folder / "session.toml").touch()
    assert len(recent(data.sessions)) == 53
    assert len(recent(data.sessions, most=1)) == 1


def test_an_odd_glance_is_told_like_any_other_mistake(tmp_path: Path, session: Session) -> None:
    data = data_with(tmp_path, session, 1)
    path = data.sessions / "kickoff-2026-11-23-1" / "session.toml"
    good = path.read_text(encoding="utf-8")
    for odd in ("glance = 3\n", 'glance = { decided = "x" }\n', "glance = { area = [1] }\n"):
        path.write_text(odd + good.replace("[glance]", "[g]"), encoding="utf-8")
        (summary,) = recent(data.sessions)
        assert summary.trouble is not None, odd


def test_a_title_takes_the_place_of_the_names_and_is_taken_back(
    tmp_path: Path, session: Session
) -> None:
    data = data_with(tmp_path, session, 1)
    folder = data.sessions / "kickoff-2026-11-23-1"
    entitle(folder, "  Spring\x1b[31m 春季  ")
    assert recent(data.sessions)[0].title == "Spring[31m 春季"
    entitle(folder, "")
    assert recent(data.sessions)[0].title == ""


def test_a_session_moves_to_another_shelf_whole_and_never_over_another(
    tmp_path: Path, session: Session
) -> None:
    data = data_with(tmp_path, session, 1)
    folder = data.sessions / "kickoff-2026-11-23-1"
    before = {path.name: path.read_bytes() for path in folder.glob("*.toml")}
    (data.trash / folder.name).mkdir(parents=True)
    moved = move(folder, data.trash)
    assert moved == data.trash / f"{folder.name}-2"
    assert {path.name: path.read_bytes() for path in moved.glob("*.toml")} == before
    assert recent(data.sessions) == ()
    assert [each.folder for each in recent(data.trash)] == [moved]
    open_session(move(moved, data.sessions)).folder.close()


def test_a_session_that_is_open_stays_where_it_is(tmp_path: Path, session: Session) -> None:
    data = data_with(tmp_path, session, 1)
    (summary,) = recent(data.sessions)
    opened = open_session(summary.folder)
    with pytest.raises(SessionBusy):
        move(summary.folder, data.trash)
    opened.folder.close()
    assert recent(data.sessions) == (summary,)


@pytest.mark.parametrize("beyond", [0, 1])
def test_of_a_file_no_more_than_the_limit_is_read(
    tmp_path: Path, session: Session, beyond: int
) -> None:
    data = data_with(tmp_path, session, 1)
    path = data.sessions / "kickoff-2026-11-23-1" / "session.toml"
    content = path.read_bytes().rstrip()  # its last byte closes an array, and would be missed
    path.write_bytes(b"#" * (64 * 1024 + beyond - 1 - len(content)) + b"\n" + content)
    (summary,) = recent(data.sessions)
    assert bool(summary.names) is not beyond
    assert summary.trouble == (Message("toml.too_large", {"limit": "64"}) if beyond else None)


def test_a_broken_file_that_is_no_longer_than_the_limit_is_not_called_too_large(
    tmp_path: Path, session: Session
) -> None:
    data = data_with(tmp_path, session, 1)
    path = data.sessions / "kickoff-2026-11-23-1" / "session.toml"
    path.write_bytes(b"#" * (64 * 1024 - 2) + b"\n[")
    (summary,) = recent(data.sessions)
    assert summary.trouble is not None
    assert summary.trouble.key == "check.at_line"


def test_a_file_that_would_take_long_to_parse_is_told_instead(
    tmp_path: Path, session: Session
) -> None:
    data = data_with(tmp_path, session, 1)
    path = data.sessions / "kickoff-2026-11-23-1" / "session.toml"
    path.write_bytes(b"a." * 32 + b"b = 1\n" + path.read_bytes())
    (summary,) = recent(data.sessions)
    assert summary.trouble is not None
