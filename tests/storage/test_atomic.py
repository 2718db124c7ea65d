"""Files are written whole or not at all, and never where they must not be."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import date
from decimal import Decimal
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from tui.storage import atomic
from tui.storage.atomic import (
    SHARED,
    backup_of,
    create_file,
    is_leftover,
    overwrite_file,
    replace_file,
)
from tui.storage.paths import data_folder, free_name, free_session_folder, make_private
from tui.toml.writer import dump_toml


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.toml"
    path.write_bytes(b"old")
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def no_links(*_: object) -> None:
    """Refuse a hard link, as exFAT does."""
    raise PermissionError(errno.EPERM, "Operation not permitted")


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


@pytest.fixture(params=[0o022, 0o077, 0], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """A umask, while the test runs."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.parametrize("has_links", [True, False])
def test_what_is_kept_is_for_its_owner_alone_and_what_is_shared_as_the_umask_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, umask: int, has_links: bool
) -> None:
    if not has_links:
        monkeypatch.setattr(os, "link", no_links)
    replace_file(tmp_path / "kept", b"")
    create_file(tmp_path / "kept, new", b"")
    create_file(tmp_path / "shared, new", b"", SHARED)
    overwrite_file(tmp_path / "shared", b"")
    overwrite_file(tmp_path / "kept", b"")  # an export that earlier editions wrote
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    shared = 0o666 & ~umask
    assert modes == {
        "kept, new": 0o600,
        "kept": shared,
        "shared, new": shared,
        "shared": shared,
    }


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


@pytest.mark.parametrize(
    ("platform", "held_for", "tries", "waited"),
    [("linux", 1, 1, 0), ("win32", 3, 4, 3), ("win32", 99, 21, 20)],
)
def test_a_file_that_another_program_has_open_is_waited_for_on_windows_alone(
    target: Path,
    platform: str,
    held_for: int,
    tries: int,
    waited: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real, tried, waits = Path.replace, count(1), list[float]()

    def replace(path: Path, goal: Path) -> Path:
        if goal == target and next(tried) <= held_for:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, goal)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(atomic, "sys", SimpleNamespace(platform=platform))
    monkeypatch.setattr(atomic, "time", SimpleNamespace(sleep=waits.append))
    is_let_go = held_for < tries
    with nullcontext() if is_let_go else pytest.raises(PermissionError):
        replace_file(target, b"new")
    assert target.read_bytes() == (b"new" if is_let_go else b"old")
    assert (next(tried) - 1, waits) == (tries, [0.1] * waited)


def test_a_folder_that_cannot_be_synced_is_no_failure(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", no_folders)
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The inodes of the files and folders that the system was asked to put on the disk."""
    found: list[int] = []
    real = os.fsync

    def note(descriptor: int) -> None:
        real(descriptor)
        found.append(os.fstat(descriptor).st_ino)

    monkeypatch.setattr(os, "fsync", note)
    return found


@pytest.mark.parametrize("write", [create_file, replace_file, overwrite_file])
def test_a_file_is_on_the_disk_and_then_its_name(
    tmp_path: Path, synced: list[int], write: Callable[[Path, bytes], object]
) -> None:
    write(tmp_path / "new", b"content")
    assert synced == [(tmp_path / "new").stat().st_ino, tmp_path.stat().st_ino]


def test_a_copy_where_there_are_no_hard_links_is_on_the_disk_too(
    tmp_path: Path, synced: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    create_file(tmp_path / "new", b"content")
    assert synced[1:] == [(tmp_path / "new").stat().st_ino, tmp_path.stat().st_ino]


def test_a_new_file_whose_name_cannot_be_synced_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        create_file(tmp_path / "new", b"content")
    assert names(tmp_path) == set()


def test_new_folders_are_for_their_owner_alone_and_their_names_are_on_the_disk(
    tmp_path: Path, synced: list[int]
) -> None:
    before = os.umask(0)
    try:
        make_private(tmp_path / "data" / "sessions")
    finally:
        os.umask(before)
    for name in ("data", "data/sessions"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o700
    assert synced == [path.stat().st_ino for path in (tmp_path, tmp_path / "data")]


def test_a_folder_that_another_program_makes_meanwhile_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.mkdir

    def too_late(path: Path, mode: int, *, exist_ok: bool = False) -> None:
        real(path)
        real(path, mode, exist_ok=exist_ok)

    monkeypatch.setattr(Path, "mkdir", too_late)
    make_private(tmp_path / "data")
    assert names(tmp_path) == {"data"}


def test_a_folder_that_exists_keeps_its_mode(tmp_path: Path, synced: list[int]) -> None:
    tmp_path.chmod(0o750)
    make_private(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o750
    assert synced == []


def test_short_writes_are_gone_on_with(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, bytes(data[:3])))
    replace_file(target, b"a longer content")
    assert target.read_bytes() == b"a longer content"


def test_a_copy_that_fails_where_there_are_no_hard_links_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "new", os.fsync

    def full(descriptor: int) -> None:
        if path.exists():
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        create_file(path, b"content")
    assert names(tmp_path) == set()


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_appears_while_another_is_created_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    path = tmp_path / "new"
    link = os.link if has_links else no_links

    def too_late(*names: Path) -> None:
        path.write_bytes(b"theirs")
        link(*names)

    monkeypatch.setattr(os, "link", too_late)
    with pytest.raises(FileExistsError):
        create_file(path, b"ours")
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == {"new"}


def test_without_hard_links_a_backup_and_a_new_file_are_still_made(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
