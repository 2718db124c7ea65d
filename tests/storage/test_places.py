"""Where a session stands is kept with it, quietly: a mere move is no change that anyone loses."""

import errno
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage import samples
from tests.storage.test_autosave import FAILED, SAVED, SAVING, Disk, ended
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.position import Position, Stage
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.storage.creation import create
from tui.storage.sessions import open_session
from tui.workspace.document import OpenDocument


def at(session: Session, question: str = "days", stage: Stage = Stage.QUESTION) -> Session:
    return session.went_to(Position("brand", stage), question)


def opened(folder: Path, text: str | None = None) -> Session:
    """Open a session, of which `session.toml` says this."""
    if text is not None:
        (folder / "session.toml").write_text(text, encoding="utf-8")
    found = open_session(folder)
    found.folder.close()
    assert found.notices == ()
    return found.session


@pytest.fixture
def folder(tmp_path: Path, session: Session) -> Path:
    """A session under the rule that answers meet one by one, with one that both have given."""
    session = replace(session, reveal=Reveal.QUESTION)
    for party in ("brand", "agency"):
        session = samples.said(session, party, "days", 7)
    session = samples.said(session, "brand", "aim", "sales")
    create(tmp_path / "s", tmp_path / "small.toml", session).close()
    return tmp_path / "s"


# -- what is kept ----------------------------------------------------------------------


@pytest.mark.parametrize("stage", Stage)
def test_a_place_and_what_has_met_come_back(tmp_path: Path, session: Session, stage: Stage) -> None:
    moved = replace(session, reveal=Reveal.QUESTION, met=frozenset({"days", "aim"}))
    moved = moved.went_to(Position("agency", stage, "goals"), "aim")
    create(tmp_path / "s", tmp_path / "small.toml", moved).close()
    assert opened(tmp_path / "s") == moved


def test_what_both_gave_before_meeting_was_noted_has_met(folder: Path) -> None:
    text = (folder / "session.toml").read_text(encoding="utf-8")
    assert opened(folder).met == frozenset()
    assert opened(folder, text.replace("met = []\n", "", 1)).met == {"days"}


def test_under_another_rule_a_session_does_not_say_what_has_met(
    tmp_path: Path, session: Session
) -> None:
    create(tmp_path / "s", tmp_path / "small.toml", session).close()
    text = (tmp_path / "s" / "session.toml").read_text(encoding="utf-8")
    assert "met = [" not in text
    assert opened(tmp_path / "s").met == frozenset()


@pytest.mark.parametrize("subject", ["nothing", "", "{path} [red]"])
def test_a_place_about_nothing_is_opened_all_the_same(folder: Path, subject: str) -> None:
    place = f'[position]\nturn = "brand"\nstage = "area_end"\nsubject = "{subject}"\n\n[parties'
    text = (folder / "session.toml").read_text(encoding="utf-8").replace("[parties", place, 1)
    assert opened(folder, text).position == Position("brand", Stage.AREA_END, subject)


def test_the_turn_of_a_party_that_the_questionnaire_does_not_know_is_passed_over(
    folder: Path,
) -> None:
    place = '[position]\nturn = "x"\nstage = "question"\n\n[parties.x]\nname = "x"\n'
    place += "finished = []\nmet = 0\nasked = 0\n\n[parties"
    text = (folder / "session.toml").read_text(encoding="utf-8").replace("[parties", place, 1)
    text = text.replace("answered_apart", 'alone = "x"\nanswered_apart', 1)
    found = opened(folder, text)
    assert (found.position, found.alone) == (None, None)


@pytest.mark.parametrize(
    ("place", "key"),
    [
        ('turn = "nobody"\nstage = "question"', "sheet.unknown_party"),
        ('turn = "brand"\nstage = "questions"', "check.unknown_word"),
        ('turn = "brand"', "check.missing_key"),
        ("turn = 1\nstage = 'question'", "check.not_text"),
    ],
)
def test_a_place_that_there_is_not_is_told(folder: Path, place: str, key: str) -> None:
    (folder / "session.toml.bak").unlink(missing_ok=True)
    text = (folder / "session.toml").read_text(encoding="utf-8")
    with pytest.raises(InvalidFile) as found:
        opened(folder, text.replace("[parties", f"[position]\n{place}\n\n[parties", 1))
    assert [problem.message.key for problem in found.value.diagnostics] == [key]


# -- how it is saved -------------------------------------------------------------------


def test_a_mere_move_is_saved_and_nobody_is_told(session: Session) -> None:
    disk = Disk()
    saver = disk.saver()
    saver.submit_place(at(session))
    disk.begun.acquire()
    assert saver.state.status is SAVED
    disk.allow()
    assert ended(saver).status is SAVED
    assert disk.held == [at(session)]
    assert disk.told == []


def test_a_move_that_cannot_be_saved_says_nothing_and_loses_nothing(session: Session) -> None:
    disk = Disk()
    disk.errors = [OSError(errno.ENOSPC, "full")]
    disk.allow()
    saver = disk.saver()
    saver.submit_place(at(session))
    saver.flush()
    assert (saver.state.status, disk.told, disk.held) == (SAVED, [], [])
    disk.allow()
    saver.submit(samples.said(at(session), "brand", "days", 7))
    assert ended(saver).status is SAVED
    assert disk.held == [samples.said(at(session), "brand", "days", 7)]


def test_a_move_joins_what_is_due(session: Session) -> None:
    disk = Disk()
    saver = disk.saver(debounce=3600)
    said = samples.said(session, "brand", "days", 7)
    saver.submit(said)
    saver.submit_place(at(said))
    disk.allow()
    assert ended(saver).status is SAVED
    assert disk.held == [at(said)]


def test_what_is_said_takes_the_place_of_a_move(session: Session) -> None:
    disk = Disk()
    saver = disk.saver(debounce=3600)
    saver.submit_place(at(session))
    said = samples.said(at(session), "brand", "days", 7)
    saver.submit(said)
    disk.allow()
    assert ended(saver).status is SAVED
    assert disk.held == [said]


def test_a_move_after_a_failure_does_not_take_it_back_and_is_saved_with_the_next_try(
    session: Session,
) -> None:
    disk = Disk()
    disk.errors = [OSError(errno.ENOSPC, "full")] * 2
    disk.allow(2)  # one try may have begun before we wait
    saver = disk.saver()
    said = samples.said(session, "brand", "days", 7)
    saver.submit(said)
    saver.flush()
    assert saver.state.status is FAILED
    disk.errors = []
    saver.submit_place(at(said))
    assert saver.state.status is FAILED
    disk.allow()
    saver.flush()
    assert (saver.state.status, disk.held) == (SAVED, [at(said)])
    saver.close()


def test_a_change_that_comes_while_a_move_is_written_is_not_called_saved_with_it(
    session: Session,
) -> None:
    disk = Disk()
    saver = disk.saver()
    saver.submit_place(at(session))
    disk.begun.acquire()
    said = samples.said(at(session), "brand", "days", 7)
    saver.submit(said)
    assert saver.state.status is SAVING
    disk.allow(2)
    assert ended(saver).status is SAVED
    assert disk.held == [at(session), said]


def test_a_move_after_closing_is_not_saved(session: Session) -> None:
    disk = Disk()
    saver = disk.saver()
    saver.close()
    saver.submit_place(at(session))
    assert disk.held == []


def test_an_open_session_would_lose_nothing_by_a_move(tmp_path: Path, folder: Path) -> None:
    told = threading.Semaphore(0)
    document = OpenDocument(open_session(folder), told.release)
    folder.rename(tmp_path / "away")  # so that nothing can be saved
    document.go_to(Position("brand", Stage.AREA_END, "goals"), "days")
    assert document.flush()
    assert not document.would_lose
    (tmp_path / "away").rename(folder)
    document.change(samples.said(document.session, "brand", "cash", 3))
    assert document.flush()
    document.close()
    found = opened(folder)
    assert found.position == Position("brand", Stage.AREA_END, "goals")
    assert found.sheet("brand").at == "days"
