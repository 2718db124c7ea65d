"""What is called saved stands in the folder, whatever fails or goes away in between."""

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage import samples
from tui.checks.file_kinds import in_session
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.minutes import Decision
from tui.domain.session import Session
from tui.storage.cannot_open import CannotOpen
from tui.storage.creation import create, create_copy
from tui.storage.lock import SessionBusy
from tui.storage.recent import recent
from tui.storage.sessions import OpenSession, open_session
from tui.storage.unfinished import remove_unfinished, unfinished_name

ERRORS = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return samples.said(samples.session(samples.loaded(tmp_path)), "brand", "aim", "sales")


@pytest.fixture
def opened(tmp_path: Path, session: Session) -> Iterator[OpenSession]:
    folder = tmp_path / "data" / "sessions" / "kickoff"
    create(folder, tmp_path / "small.toml", session).close()
    found = open_session(folder)
    yield found
    found.folder.close()


def days(session: Session, number: int) -> Session:
    return samples.said(session, "brand", "days", number)


def reopened(opened: OpenSession) -> Session:
    """Return what stands in the folder, without a recovery or a conflict."""
    opened.folder.close()
    again = open_session(opened.folder.path)
    again.folder.close()
    assert again.notices == ()
    return again.session


@contextmanager
def failing(
    monkeypatch: pytest.MonkeyPatch, call: str, error: int, fails: Callable[[object], bool]
) -> Iterator[list[object]]:
    """Have `os.<call>` fail where its first argument says so; yield those it failed for."""
    real, failed = getattr(os, call), []

    def fail(first: object, *more: object, **options: object) -> object:
        if fails(first):
            failed.append(first)
            if call == "close":  # as the system does: it fails, and is closed
                real(first)
            raise OSError(error, os.strerror(error))
        return real(first, *more, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        yield failed


def is_folder(handle: object) -> bool:
    """Return whether an argument of a call is a folder, by its path or by its descriptor."""
    try:
        status = os.fstat(handle) if isinstance(handle, int) else Path(str(handle)).stat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode)


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("call", ["fsync", "open", "close"])
def test_after_the_rename_a_file_is_ours_though_its_folder_fails(
    opened: OpenSession, monkeypatch: pytest.MonkeyPatch, call: str, error: int
) -> None:
    first = days(opened.session, 31)
    with (
        failing(monkeypatch, call, error, is_folder) as failed,
        pytest.raises(OSError) as raised,
    ):
        opened.folder.save(first)
    assert failed
    assert raised.value.errno == error
    second = days(first, 32)
    assert opened.folder.save(second) == ()
    assert reopened(opened) == second
    assert not list(opened.folder.path.glob("*.conflict-*"))


def test_what_was_not_durable_is_written_anew_before_it_is_called_saved(
    opened: OpenSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = days(opened.session, 31)
    with failing(monkeypatch, "fsync", errno.EIO, is_folder), pytest.raises(OSError):
        opened.folder.save(changed)
    with (
        failing(monkeypatch, "fsync", errno.EIO, is_folder) as failed,
        pytest.raises(OSError),
    ):
        opened.folder.save(changed)
    assert failed
    before = (opened.folder.path / "brand.toml").stat().st_ino
    opened.folder.save(changed)
    assert (opened.folder.path / "brand.toml").stat().st_ino != before
    assert b"value = 31" not in (opened.folder.path / "brand.toml.bak").read_bytes()


def test_each_save_syncs_the_file_and_then_the_folder(
    opened: OpenSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    real = os.fsync

    def note(descriptor: int) -> None:
        synced.append(is_folder(descriptor))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    opened.folder.save(days(opened.session, 31))
    assert synced == [False, True] * 2  # the sheet, then the session


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
def test_no_save_and_no_look_leaves_a_descriptor_open(opened: OpenSession) -> None:
    session = days(opened.session, 31)
    opened.folder.save(session)
    before = len(list(Path("/dev/fd").iterdir()))
    for number in range(3):
        opened.folder.save(session := days(session, number))
        assert recent(opened.folder.path.parent)
        open_session(opened.folder.path, read_only=True)
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_a_rename_that_worked_though_it_failed_makes_no_conflict(
    opened: OpenSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = days(opened.session, 31)
    real = Path.replace

    def rename(path: Path, target: Path) -> Path:
        found = real(path, target)
        if target.name == "brand.toml":
            raise OSError(errno.EIO, "Input/output error")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", rename)
        with pytest.raises(OSError, match="Input/output"):
            opened.folder.save(first)
    second = days(first, 32)
    assert opened.folder.save(second) == ()
    assert reopened(opened) == second


def test_after_a_failure_no_temporary_file_stays(
    opened: OpenSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = days(opened.session, 31)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", lambda *_, **__: (_ for _ in ()).throw(OSError(5, "no")))
        patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(OSError, match="full"):
            opened.folder.save(changed)
    assert list(opened.folder.path.glob(".*.tmp"))
    opened.folder.save(changed)
    assert not list(opened.folder.path.glob(".*.tmp"))


@pytest.mark.parametrize(
    "name", ["brand.toml", "agency.toml", "session.toml", "questionnaire.toml"]
)
def test_a_file_that_went_away_is_written_again_though_nothing_changed(
    opened: OpenSession, name: str
) -> None:
    (opened.folder.path / name).unlink()
    opened.folder.save(opened.session)
    assert reopened(opened) == opened.session


def test_a_folder_that_was_removed_and_put_back_is_filled_again(opened: OpenSession) -> None:
    path = opened.folder.path
    shutil.rmtree(path)
    with pytest.raises(FileNotFoundError):
        opened.folder.save(opened.session)
    assert not path.exists()
    path.mkdir()
    opened.folder.save(opened.session)
    with pytest.raises(SessionBusy):  # it is locked as before
        open_session(path)
    assert reopened(opened) == opened.session


def test_a_folder_that_another_program_opened_meanwhile_is_left_to_it(
    opened: OpenSession, tmp_path: Path
) -> None:
    path = opened.folder.path
    path.rename(tmp_path / "aside")
    shutil.copytree(tmp_path / "aside", path)
    (path / ".duiqi.lock").unlink()
    other = open_session(path)
    with pytest.raises(SessionBusy):
        opened.folder.save(days(opened.session, 31))
    other.folder.close()
    opened.folder.save(days(opened.session, 31))


def test_what_another_program_wrote_is_not_called_saved_by_us(opened: OpenSession) -> None:
    path = opened.folder.path / "brand.toml"
    path.write_bytes(theirs := path.read_bytes().replace(b"sales", b"profit"))
    (notice,) = opened.folder.save(opened.session)  # nothing new: but it is not what stands there
    assert notice.key == "session.conflict"
    assert path.read_bytes() == theirs
    kept = opened.folder.path / "brand.conflict-1.toml"
    assert b"sales" in kept.read_bytes()
    kept.write_bytes(b"theirs again")
    opened.folder.save(days(opened.session, 31))
    assert kept.read_bytes() == b"theirs again"
    assert b"value = 31" in (opened.folder.path / "brand.conflict-2.toml").read_bytes()


def test_minutes_that_another_program_put_there_are_not_written_over(opened: OpenSession) -> None:
    path = opened.folder.path / "minutes.toml"
    path.write_bytes(b"theirs")
    (notice,) = opened.folder.save(opened.session.decided(Decision(question="aim", text="ours")))
    assert notice.values == {"file": "minutes.toml", "kept": "minutes.conflict-1.toml"}
    assert path.read_bytes() == b"theirs"


def test_a_link_that_was_put_in_place_of_a_file_is_not_written_through(
    opened: OpenSession, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    path = opened.folder.path / "brand.toml"
    path.unlink()
    path.symlink_to(victim)
    opened.folder.save(days(opened.session, 31))
    assert victim.read_bytes() == b"mine"
    assert path.is_symlink()
    assert b"value = 31" in (opened.folder.path / "brand.conflict-1.toml").read_bytes()


def test_a_copy_elsewhere_is_a_whole_session(opened: OpenSession, tmp_path: Path) -> None:
    session = days(opened.session, 31)
    copy = create_copy(tmp_path / "usb" / "kickoff", opened.folder.copies, session)
    assert stat.S_IMODE((tmp_path / "usb").stat().st_mode) == 0o700
    copy.save(later := days(session, 32))
    copy.close()
    assert reopened(OpenSession(later, copy)) == later
    assert reopened(opened) == opened.session


@pytest.mark.parametrize("call", ["fsync", "write", "rename"])
def test_a_beginning_that_fails_leaves_nothing(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    places = tmp_path / "sessions"
    with failing(monkeypatch, call, errno.ENOSPC, lambda _: True), pytest.raises(OSError):
        create(places / "k", tmp_path / "small.toml", session)
    assert list(places.iterdir()) == []
    create(places / "k", tmp_path / "small.toml", session).close()  # and no lock stays behind


def test_a_new_session_has_its_name_on_the_disk_and_is_for_its_owner_alone(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "kickoff"
    real = os.fsync
    named: list[bool] = []

    def note(descriptor: int) -> None:
        if os.path.sameopenfile(descriptor, parent):
            named.append(folder.exists())
        real(descriptor)

    parent = os.open(tmp_path, os.O_RDONLY)
    monkeypatch.setattr(os, "fsync", note)
    create(folder, tmp_path / "small.toml", session).close()
    os.close(parent)
    assert named == [True]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_new_session_whose_name_cannot_be_synced_is_removed(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = tmp_path / "sessions"
    places.mkdir()
    parent = os.open(places, os.O_RDONLY)

    def is_parent(handle: object) -> bool:
        return isinstance(handle, int) and os.path.sameopenfile(handle, parent)

    with failing(monkeypatch, "fsync", errno.EIO, is_parent), pytest.raises(OSError, match="put"):
        create(places / "k", tmp_path / "small.toml", session)
    os.close(parent)
    assert list(places.iterdir()) == []


def test_what_a_failed_beginning_had_to_leave_is_locked_by_nobody(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = tmp_path / "sessions"
    with (
        failing(monkeypatch, "unlink", errno.EIO, lambda _: True),
        failing(monkeypatch, "fsync", errno.ENOSPC, lambda handle: not is_folder(handle)),
        pytest.raises(OSError, match="No space") as raised,
    ):
        create(places / "k", tmp_path / "small.toml", session)
    assert list(places.iterdir())
    remove_unfinished(places)
    assert list(places.iterdir()) == []
    del raised  # until here it keeps the lock from being freed as garbage


def test_no_session_begins_where_something_is(tmp_path: Path, session: Session) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "of.txt").touch()
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("full", "file", "link"):
        with pytest.raises(CannotOpen):
            create(tmp_path / name, tmp_path / "small.toml", session)
    assert not list(tmp_path.glob(".*.new"))
    (tmp_path / "empty").mkdir()
    create(tmp_path / "empty", tmp_path / "small.toml", session).close()
    assert (tmp_path / "empty" / "session.toml").is_file()


def test_interrupted_beginnings_are_cleared_and_all_else_stays(
    tmp_path: Path, session: Session
) -> None:
    left = unfinished_name(tmp_path / "kickoff-2026-11-26-1")
    left.mkdir()
    (left / "brand.toml").write_bytes(b"half")
    under_way = create(unfinished_name(tmp_path / "b"), tmp_path / "small.toml", session)
    (tmp_path / ".mine.new").mkdir()
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine").touch()
    link = unfinished_name(tmp_path / "c")
    link.symlink_to(outside)
    remove_unfinished(tmp_path)
    assert not left.exists()
    assert (under_way.path / "session.toml").exists()
    assert (tmp_path / ".mine.new").exists()
    assert (outside / "mine").exists()
    under_way.close()


def test_a_folder_that_could_not_be_locked_is_saved_to_as_soon_as_it_can_be(
    opened: OpenSession,
) -> None:
    opened.folder.close()
    lock = opened.folder.path / ".duiqi.lock"
    lock.unlink()
    lock.mkdir()
    again = open_session(opened.folder.path)
    assert again.folder.save(again.session) == ()  # nothing is to be written, so nothing fails
    changed = days(again.session, 31)
    with pytest.raises(PermissionError):
        again.folder.save(changed)
    lock.rmdir()
    assert again.folder.save(changed) == ()
    with pytest.raises(SessionBusy):
        open_session(opened.folder.path)
    again.folder.close()
    assert open_session(opened.folder.path, read_only=True).session == replace(
        changed, histories={}
    )


@pytest.mark.parametrize("way", ["copied", "renamed"])
def test_a_sheet_of_the_other_party_is_told_and_not_opened(opened: OpenSession, way: str) -> None:
    folder = opened.folder.path
    opened.folder.close()
    if way == "copied":
        shutil.copy(folder / "agency.toml", folder / "brand.toml")
    else:
        sheet = folder / "brand.toml"
        sheet.write_bytes(sheet.read_bytes().replace(b'id = "brand"', b'id = "agency"'))
    for path in folder.glob("*.bak"):
        path.unlink()
    with pytest.raises(InvalidFile) as invalid:
        open_session(folder)
    assert invalid.value.first.message.key == "sheet.other_party"
    assert [found.message.key for found in in_session(folder)] == ["sheet.other_party"]
