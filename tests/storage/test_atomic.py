"""Files are written whole or not at all, and never where they must not be."""

import errno
import os
import stat
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tui.storage.atomic import (
    backup_of,
    create_file,
    is_leftover,
    overwrite_file,
    replace_file,
)
from tui.storage.paths import data_folder, free_name, free_session_folder
from tui.toml.writer import dump_toml


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.toml"
    path.write_bytes(b"old")
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_replacing_keeps_what_stood_there_before(target: Path) -> None:
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert backup_of(target).read_bytes() == b"old"
    replace_file(target, b"newer")
    assert backup_of(target).read_bytes() == b"new"
    assert names(target.parent) == {"sheet.toml", "sheet.toml.bak"}


def test_replacing_can_leave_the_backup_alone(target: Path) -> None:
    backup_of(target).write_bytes(b"good")
    replace_file(target, b"new", keep_previous=False)
    assert backup_of(target).read_bytes() == b"good"


def test_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    replace_file(tmp_path / "a", b"")
    create_file(tmp_path / "b", b"")
    overwrite_file(tmp_path / "c", b"")
    for name in "abc":
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_replacing_a_link_leaves_alone_what_it_names(target: Path) -> None:
    link = target.with_name("link.toml")
    link.symlink_to(target)
    replace_file(link, b"new")
    assert not link.is_symlink()
    assert target.read_bytes() == b"old"
    assert not os.path.lexists(backup_of(link))


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file_and_nothing_else(
    target: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path if step == "replace" else os, step, full)
    with pytest.raises(OSError, match="No space left"):
        replace_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert names(target.parent) <= {"sheet.toml", "sheet.toml.bak"}


def test_a_folder_that_cannot_be_synced_is_no_failure(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", no_folders)
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"


def test_short_writes_are_gone_on_with(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, bytes(data[:3])))
    replace_file(target, b"a longer content")
    assert target.read_bytes() == b"a longer content"


def test_without_hard_links_a_backup_and_a_new_file_are_still_made(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    replace_file(target, b"new")
    assert backup_of(target).read_bytes() == b"old"
    created = target.with_name("created")
    create_file(created, b"content")
    assert created.read_bytes() == b"content"
    with pytest.raises(FileExistsError):
        create_file(created, b"other")
    assert names(target.parent) == {"sheet.toml", "sheet.toml.bak", "created"}


def test_creating_never_writes_over_a_file_or_through_a_link(target: Path) -> None:
    link = target.with_name("link")
    link.symlink_to(target)
    dangling = target.with_name("dangling")
    dangling.symlink_to(target.with_name("nowhere"))
    for taken in (target, link, dangling):
        with pytest.raises(FileExistsError):
            create_file(taken, b"new")
    assert target.read_bytes() == b"old"
    assert names(target.parent) == {"sheet.toml", "link", "dangling"}


def test_overwriting_replaces_a_link_and_spares_what_it_names(target: Path) -> None:
    link = target.with_name("link")
    link.symlink_to(target)
    overwrite_file(link, b"new")
    assert not link.is_symlink()
    assert link.read_bytes() == b"new"
    assert target.read_bytes() == b"old"


def test_overwriting_refuses_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(FileExistsError):
            overwrite_file(tmp_path / name, b"new")
    assert names(tmp_path) == {"pipe", "folder"}


@pytest.mark.parametrize(
    ("name", "is_ours"),
    [
        (".brand.toml.0a1b2c3d.tmp", True),
        (".brand.toml.0a1b2c3.tmp", False),
        (".brand.toml.0a1b2c3g.tmp", False),
        (".other.toml.0a1b2c3d.tmp", False),
        ("brand.toml.0a1b2c3d.tmp", False),
        (".brand.toml.0a1b2c3d.bak", False),
        ("brand.toml", False),
    ],
)
def test_only_temporary_files_of_ours_are_leftovers(name: str, is_ours: bool) -> None:
    assert is_leftover(Path(name), frozenset({"brand.toml"})) is is_ours


def test_toml_is_given_only_where_it_reads_back_the_same() -> None:
    tables = {"b": Decimal("0.50"), "a": 'x\r\n"""', "日": date(2026, 11, 23), "t": {"u": [1]}}
    assert dump_toml(tables).decode() == dump_toml(dict(tables)).decode()
    for unreadable in ({"a": Decimal("nan")}, {"a": (1, 2)}, {"a": "\ud800"}):
        with pytest.raises(ValueError):
            dump_toml(unreadable)


def test_the_data_folder_is_the_one_chosen_or_named_or_usual(tmp_path: Path) -> None:
    named = {"DUIQI_DATA": str(tmp_path / "named")}
    assert data_folder(tmp_path, named).root == tmp_path
    assert data_folder(None, named).sessions == tmp_path / "named" / "sessions"
    assert "duiqi" in data_folder(None, {}).root.parts


def test_session_folders_are_numbered_by_day(tmp_path: Path) -> None:
    day = date(2026, 11, 23)
    for number in (1, 2, 3):
        folder = free_session_folder(tmp_path, day)
        assert folder.name == f"kickoff-2026-11-23-{number}"
        folder.mkdir()
    assert free_session_folder(tmp_path, date(2026, 12, 1)).name[-3:] == "1-1"


def test_a_free_name_is_not_even_that_of_a_broken_link(tmp_path: Path) -> None:
    (tmp_path / "a.broken-1").symlink_to("nowhere")
    assert free_name(tmp_path, "a", "broken").name == "a.broken-2"
