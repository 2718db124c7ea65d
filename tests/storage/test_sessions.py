"""A session opens again with all that was saved, whatever happened to its files."""

import errno
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from tests.domain import strategies as draw
from tests.storage import samples
from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.message import Message
from tui.domain.minutes import NO_MINUTES, Decision
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import InvalidAnswer
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.formats.file_names import LOCK
from tui.formats.session import read_session_settings, session_tables
from tui.i18n import LANGUAGES, Phrases
from tui.storage.cannot_open import CannotOpen
from tui.storage.creation import create
from tui.storage.library import bundled
from tui.storage.lock import SessionBusy
from tui.storage.sessions import NeedsRepair, open_session
from tui.toml.reader import parse_toml
from tui.toml.writer import dump_toml


@pytest.fixture
def asked(tmp_path: Path) -> Questionnaire:
    return samples.loaded(tmp_path)


@pytest.fixture
def session(asked: Questionnaire) -> Session:
    return samples.said(samples.session(asked), "brand", "aim", "sales")


@pytest.fixture
def folder(tmp_path: Path, session: Session) -> Path:
    """A session on the disk, saved twice, so that every sheet of it has a backup."""
    path = tmp_path / "kickoff"
    saved = create(path, tmp_path / "small.toml", session)
    session = samples.said(session, "brand", "days", 30)
    saved.save(samples.said(session, "agency", "aim", "image"))
    saved.close()
    return path


def keys(notices: Iterable[Message]) -> list[str]:
    return [notice.key for notice in notices]


def reopened(folder: Path) -> tuple[Session, list[str]]:
    opened = open_session(folder)
    opened.folder.close()
    return opened.session, keys(opened.notices)


def repaired(folder: Path) -> tuple[list[str], Session]:
    """Return what is asked before a session is opened from backups, and the session."""
    before = contents(folder)
    with pytest.raises(NeedsRepair) as found:
        open_session(folder)
    assert contents(folder) == before
    for language in LANGUAGES:
        assert all("{" not in Phrases(language).say(each) for each in found.value.repairs)
    opened = open_session(folder, repair=True)
    opened.folder.close()
    assert opened.notices == ()
    return keys(found.value.repairs), opened.session


def contents(folder: Path) -> dict[str, bytes]:
    """Return what is in a session's folder but for the lock file, which is always there."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and path.name != LOCK
    }


def test_a_session_comes_back_as_it_was(tmp_path: Path, session: Session) -> None:
    session = replace(
        samples.said(session, "agency", "days", 7, private_note="知道就好"),
        reveal=Reveal.QUESTION,
        answered_apart=True,
        finished={"brand": frozenset({"goals"})},
    )
    create(tmp_path / "s", tmp_path / "small.toml", session).close()
    assert reopened(tmp_path / "s") == (session, [])
    assert {path.name for path in (tmp_path / "s").iterdir()} == {
        ".duiqi.lock",
        "agency.toml",
        "brand.toml",
        "questionnaire.toml",
        "session.toml",
    }


@draw.fewer
@given(draw.sessions())
def test_how_any_session_is_played_comes_back(session: Session) -> None:
    settings = read_session_settings(parse_toml(dump_toml(session_tables(session)), "session.toml"))
    assert (settings.reveal, settings.answered_apart) == (session.reveal, session.answered_apart)
    assert settings.finished == {party: done for party, done in session.finished.items() if done}
    assert settings.edition == session.questionnaire.edition


def test_a_session_keeps_the_questionnaire_it_was_started_with(
    tmp_path: Path, folder: Path
) -> None:
    (tmp_path / "small.toml").write_text("gone")
    assert reopened(folder)[0].questionnaire.title["en"] == "Small"


def test_no_session_is_started_over_another(tmp_path: Path, folder: Path) -> None:
    before = (folder / "brand.toml").read_bytes()
    with pytest.raises(CannotOpen) as found:
        create(folder, tmp_path / "small.toml", reopened(folder)[0])
    assert found.value.message.key == "session.folder_taken"
    assert (folder / "brand.toml").read_bytes() == before


def test_no_session_is_started_with_a_questionnaire_that_has_changed(
    tmp_path: Path, session: Session
) -> None:
    path = tmp_path / "small.toml"
    path.write_text(path.read_text().replace("How many", "So how many"))
    with pytest.raises(CannotOpen) as found:
        create(tmp_path / "s", path, session)
    assert found.value.message.key == "session.other_questionnaire"


def test_where_there_is_no_session_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen) as found:
        open_session(tmp_path / "nowhere")
    assert found.value.message.key == "session.none"


def test_only_what_changed_is_written(folder: Path) -> None:
    opened = open_session(folder)
    times = {path: path.stat().st_mtime_ns for path in folder.glob("*.toml")}
    opened.folder.save(opened.session)
    opened.folder.save(samples.said(opened.session, "brand", "days", 31))
    opened.folder.close()
    changed = {path.name for path, time in times.items() if path.stat().st_mtime_ns != time}
    assert changed == {"brand.toml"}


@pytest.mark.parametrize("damage", [b"", b"format = 1\nkind", b"\xff\xfe", b"kind = 'sheet'"])
@pytest.mark.parametrize("name", ["brand.toml", "session.toml"])
def test_a_broken_file_is_set_aside_and_its_backup_opened(
    folder: Path, name: str, damage: bytes
) -> None:
    (folder / name).write_bytes(damage)
    asked, session = repaired(folder)
    assert asked == ["session.would_replace"]
    assert session.answer("brand", "aim").value == "sales"
    assert (folder / f"{name}.broken-1").read_bytes() == damage
    assert reopened(folder) == (session, [])


def test_a_missing_file_is_brought_back_from_its_backup(folder: Path) -> None:
    (folder / "brand.toml").unlink()
    asked, session = repaired(folder)
    assert asked == ["session.would_restore"]
    assert reopened(folder) == (session, [])


def test_all_that_a_repair_would_do_is_asked_at_once(settled: Path) -> None:
    (settled / "brand.toml").rename(settled / "brand.toml.bak")
    (settled / "minutes.toml").write_bytes(b"broken")
    (settled / ".brand.toml.0a1b2c3d.tmp").touch()  # which only an opened session sweeps
    assert repaired(settled)[0] == ["session.would_restore", "session.would_replace"]


def test_a_file_broken_together_with_its_backup_is_left_as_it_is(folder: Path) -> None:
    for name in ("brand.toml", "brand.toml.bak"):
        (folder / name).write_bytes(b"broken")
    with pytest.raises(InvalidFile):
        open_session(folder)
    assert (folder / "brand.toml").read_bytes() == b"broken"
    with pytest.raises(InvalidFile):  # and not SessionBusy: the lock is free again
        open_session(folder)


def test_a_file_from_the_future_is_not_taken_for_broken(folder: Path) -> None:
    path = folder / "brand.toml"
    path.write_text(path.read_text().replace("format = 1", "format = 2"))
    with pytest.raises(InvalidFile):
        open_session(folder)
    assert "format = 2" in path.read_text()


@pytest.mark.parametrize("error", [errno.EACCES, errno.EPERM])
@pytest.mark.parametrize("name", ["brand.toml", "session.toml"])
def test_a_file_that_may_not_be_read_is_not_taken_for_broken(
    folder: Path, name: str, error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(folder)
    real = os.open

    def refuse(path: Path, *more: int, **options: int) -> int:
        if Path(path).name == name:
            raise OSError(error, os.strerror(error))
        return real(path, *more, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with pytest.raises(InvalidFile) as found:
            open_session(folder, repair=True)
    assert keys(problem.message for problem in found.value.diagnostics) == ["toml.no_permission"]
    assert contents(folder) == before
    reopened(folder)  # and not SessionBusy: the lock is free again
    del found  # until here it keeps the lock from being freed as garbage


def test_an_edited_copy_of_the_questionnaire_is_noticed(folder: Path) -> None:
    path = folder / "questionnaire.toml"
    path.write_text(path.read_text().replace("How many", "So how many"))
    assert reopened(folder)[1] == ["session.questionnaire_changed"]


def test_leftovers_of_killed_saves_are_swept_and_others_stay(folder: Path) -> None:
    (folder / ".brand.toml.0a1b2c3d.tmp").touch()
    (folder / ".mine.toml.0a1b2c3d.tmp").touch()
    reopened(folder)
    assert [path.name for path in folder.glob(".*.tmp")] == [".mine.toml.0a1b2c3d.tmp"]


def test_a_file_changed_outside_is_never_written_over(folder: Path) -> None:
    opened = open_session(folder)
    path = folder / "brand.toml"
    path.write_bytes(theirs := path.read_bytes().replace(b"sales", b"profit"))
    first = samples.said(opened.session, "brand", "days", 31)
    assert keys(opened.folder.save(first)) == ["session.conflict"]
    second = samples.said(first, "brand", "days", 32)
    assert keys(opened.folder.save(second)) == ["session.conflict"]
    opened.folder.close()
    assert path.read_bytes() == theirs
    assert b"value = 32" in (folder / "brand.conflict-1.toml").read_bytes()
    assert not (folder / "brand.conflict-2.toml").exists()
    session, notices = reopened(folder)
    assert session.answer("brand", "aim").value == "profit"
    assert notices == ["session.conflict_kept"]


def test_a_file_touched_or_taken_away_is_no_conflict(folder: Path) -> None:
    opened = open_session(folder)
    os.utime(folder / "brand.toml")
    (folder / "agency.toml").unlink()
    session = samples.said(opened.session, "brand", "days", 31)
    assert opened.folder.save(samples.said(session, "agency", "days", 32)) == ()
    opened.folder.close()
    assert reopened(folder)[0].answer("agency", "days").value == 32


def test_a_session_is_open_in_one_place_at_a_time(folder: Path) -> None:
    opened = open_session(folder)
    with pytest.raises(SessionBusy):
        open_session(folder)
    reader = open_session(folder, read_only=True)
    assert reader.session == opened.session
    assert keys(reader.notices) == ["session.read_only"]
    with pytest.raises(PermissionError):
        reader.folder.save(samples.said(reader.session, "brand", "days", 31))
    opened.folder.close()
    with pytest.raises(PermissionError):
        reader.folder.save(samples.said(reader.session, "brand", "days", 31))
    open_session(folder).folder.close()


def test_reading_alone_changes_nothing_on_the_disk(folder: Path) -> None:
    (folder / "brand.toml").write_bytes(b"broken")
    (folder / ".brand.toml.0a1b2c3d.tmp").touch()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    reader = open_session(folder, read_only=True)
    assert keys(reader.notices) == ["session.backup_read", "session.read_only"]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_where_no_lock_can_be_had_a_session_is_opened_to_read(folder: Path) -> None:
    (folder / ".duiqi.lock").unlink()
    (folder / ".duiqi.lock").mkdir()
    opened = open_session(folder)
    assert opened.folder.is_read_only
    assert keys(opened.notices) == ["session.read_only"]


def test_saving_into_a_folder_that_went_away_fails_aloud(tmp_path: Path, folder: Path) -> None:
    opened = open_session(folder)
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(OSError):
        opened.folder.save(samples.said(opened.session, "brand", "days", 31))
    opened.folder.close()


def test_a_broken_copy_of_a_bundled_questionnaire_is_no_loss(tmp_path: Path) -> None:
    path = next(path for path in bundled() if path.stem == "partnership")
    create(tmp_path / "s", path, samples.session(load(path))).close()
    (tmp_path / "s" / "questionnaire.toml").write_bytes(b"broken")
    session, _ = reopened(tmp_path / "s")
    assert session.questionnaire == load(path)


def test_a_broken_copy_of_another_questionnaire_is_told(folder: Path) -> None:
    (folder / "questionnaire.toml").write_bytes(b"broken")
    with pytest.raises(InvalidFile):
        open_session(folder)


@pytest.fixture
def settled(tmp_path: Path, session: Session) -> Path:
    """A session on the disk with minutes, saved twice, so that they have a backup."""
    path = tmp_path / "settled"
    saved = create(path, tmp_path / "small.toml", decided(session, "first"))
    saved.save(decided(session, "then"))
    saved.close()
    return path


def decided(session: Session, text: str) -> Session:
    return session.decided(Decision(question="aim", text=text))


def test_minutes_are_written_when_they_change_and_only_then(tmp_path: Path, folder: Path) -> None:
    opened = open_session(folder)
    path = folder / "minutes.toml"
    opened.folder.save(opened.session)
    assert not path.exists()
    opened.folder.save(settled := decided(opened.session, "first"))
    before = path.stat().st_mtime_ns
    times = {other: other.stat().st_mtime_ns for other in folder.glob("*.toml") if other != path}
    opened.folder.save(samples.said(settled, "brand", "days", 31))
    assert path.stat().st_mtime_ns == before
    opened.folder.save(decided(settled, "then"))
    assert path.stat().st_mtime_ns != before
    opened.folder.close()
    assert (folder / "session.toml").stat().st_mtime_ns == times[folder / "session.toml"]


def test_minutes_that_were_taken_back_do_not_return(settled: Path) -> None:
    opened = open_session(settled)
    opened.folder.save(opened.session.decided(Decision(question="aim")))
    opened.folder.close()
    assert reopened(settled)[0].minutes == NO_MINUTES


@pytest.mark.parametrize("damage", [b"", b"format = 1\nkind", b"\xff\xfe", b"kind = 'sheet'"])
def test_broken_minutes_are_set_aside_and_their_backup_opened(settled: Path, damage: bytes) -> None:
    (settled / "minutes.toml").write_bytes(damage)
    asked, session = repaired(settled)
    assert asked == ["session.would_replace"]
    assert session.minutes.decision("aim").text == "first"
    assert (settled / "minutes.toml.broken-1").read_bytes() == damage
    assert reopened(settled) == (session, [])


def test_minutes_that_went_away_are_brought_back_from_their_backup(settled: Path) -> None:
    (settled / "minutes.toml").unlink()
    asked, session = repaired(settled)
    assert (asked, session.minutes.decision("aim").text) == (["session.would_restore"], "first")


def test_minutes_from_the_future_are_not_taken_for_broken(settled: Path) -> None:
    path = settled / "minutes.toml"
    path.write_text(path.read_text().replace("format = 1", "format = 2"))
    with pytest.raises(InvalidFile):
        open_session(settled)
    assert "format = 2" in path.read_text()


def test_minutes_changed_outside_are_never_written_over(settled: Path) -> None:
    opened = open_session(settled)
    path = settled / "minutes.toml"
    path.write_bytes(theirs := path.read_bytes().replace(b"then", b"than"))
    assert keys(opened.folder.save(decided(opened.session, "ours"))) == ["session.conflict"]
    opened.folder.close()
    assert path.read_bytes() == theirs
    assert b"ours" in (settled / "minutes.conflict-1.toml").read_bytes()
    assert reopened(settled)[1] == ["session.conflict_kept"]


def test_minutes_are_written_behind_the_sheets_and_before_the_course(settled: Path) -> None:
    opened = open_session(settled)
    before = {path.name: path.read_bytes() for path in settled.glob("*.toml")}
    session = samples.said(opened.session, "agency", "aim", "image")
    unwritable = session.decided(Decision(question="aim", value="nothing of the kind"))
    with pytest.raises(InvalidAnswer):
        opened.folder.save(unwritable)
    opened.folder.close()
    changed = {name for name, old in before.items() if (settled / name).read_bytes() != old}
    assert changed == {"agency.toml"}


@pytest.mark.parametrize("alone", ["brand", "agency", None])
def test_who_assesses_itself_is_kept(tmp_path: Path, session: Session, alone: str | None) -> None:
    create(tmp_path / "s", tmp_path / "small.toml", replace(session, alone=alone)).close()
    assert reopened(tmp_path / "s")[0].alone == alone
    assert ("alone" in (tmp_path / "s" / "session.toml").read_text()) is (alone is not None)


@pytest.mark.parametrize("minutes", [90, None])
def test_how_long_there_is_to_talk_is_kept(
    tmp_path: Path, session: Session, minutes: int | None
) -> None:
    create(tmp_path / "s", tmp_path / "small.toml", session.planned_for(minutes)).close()
    assert reopened(tmp_path / "s")[0].planned == minutes
    assert ("minutes" in (tmp_path / "s" / "session.toml").read_text()) is (minutes is not None)


def test_a_stranger_who_assesses_itself_is_told_at_its_place(session: Session) -> None:
    text = dump_toml(session_tables(replace(session, alone="brand"))).decode()
    text = text.replace('alone = "brand"', 'alone = "brandt"')
    with pytest.raises(InvalidFile) as found:
        read_session_settings(parse_toml(text.encode(), "session.toml"))
    (problem,) = found.value.diagnostics
    assert (problem.message.key, problem.source_line) == ("sheet.unknown_party", 'alone = "brandt"')


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('reveal = "area"', 'reveal = "arena"', "check.unknown_word"),
        ("answered_apart = false", "answered_apart = 0", "check.not_true_or_false"),
        ("date = 2026-11-23", 'date = "today"', "check.not_date"),
        ("[parties.brand]", "[party.brand]", "check.unknown_key"),
        ("met = 0", "met = -1", "check.not_whole_from"),
        ("asked = 5", "askd = 5", "check.unknown_key"),
        ("finished = []", "finished = 1", "check.not_texts"),
        ("format = 1", "format = 2", "check.future_format"),
        ('kind = "session"', 'kind = "minutes"', "check.wrong_kind"),
    ],
)
def test_a_problem_of_a_session_is_told_at_its_place(
    session: Session, old: str, new: str, key: str
) -> None:
    text = dump_toml(session_tables(session)).decode()
    line = text[: text.index(old)].count("\n") + 1
    with pytest.raises(InvalidFile) as found:
        read_session_settings(parse_toml(text.replace(old, new, 1).encode(), "session.toml"))
    (problem,) = found.value.diagnostics
    assert problem.span is not None
    assert (problem.message.key, problem.span.line) == (key, line)
