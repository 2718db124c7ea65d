"""Saving beside the screen: the newest state reaches the disk, and what is said of it is true."""

import errno
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage import samples
from tui.domain.answers import Answer
from tui.domain.message import Message
from tui.domain.questionnaire import Questionnaire
from tui.domain.session import Session
from tui.storage.autosave import Autosaver, SaveState, SaveStatus
from tui.storage.creation import create
from tui.storage.sessions import open_session

SAVED, SAVING, FAILED = SaveStatus.SAVED, SaveStatus.SAVING, SaveStatus.FAILED


@pytest.fixture
def asked(tmp_path: Path) -> Questionnaire:
    return samples.loaded(tmp_path)


@pytest.fixture
def session(asked: Questionnaire) -> Session:
    return samples.session(asked)


class Disk:
    """A place to save to that does as it is told."""

    def __init__(self) -> None:
        self.held: list[Session] = []
        self.errors: list[BaseException] = []
        self.told: list[SaveState] = []
        self.begun = threading.Semaphore(0)
        self.allowed = threading.Semaphore(0)
        self.notices: tuple[Message, ...] = ()

    def save(self, session: Session) -> tuple[Message, ...]:
        self.begun.release()
        self.allowed.acquire()
        if self.errors:
            raise self.errors.pop(0)
        self.held.append(session)
        return self.notices

    def saver(self, **more: float) -> Autosaver:
        def tell() -> None:
            self.told.append(plain(saver.state))

        saver = Autosaver(self.save, tell, **{"debounce": 0, "retry": 3600} | more)
        return saver

    def allow(self, times: int = 1) -> None:
        for _ in range(times):
            self.allowed.release()

    @property
    def statuses(self) -> list[SaveStatus]:
        return [state.status for state in self.told]


def plain(state: SaveState) -> SaveState:
    """Return a state without its times."""
    return replace(state, unsaved_since=None, is_slow=False)


def ended(saver: Autosaver) -> SaveState:
    """Have all saved, end saving, and return how it stands."""
    saver.flush()
    over = threading.Event()
    saver.close(over.set)
    over.wait()
    return plain(saver.state)


def states(session: Session, count: int) -> list[Session]:
    """Return a session at `count` moments."""
    found = []
    for number in range(count):
        session = samples.said(session, "brand", "days", number)
        found.append(session)
    return found


def test_what_is_called_saved_is_on_the_disk(tmp_path: Path, session: Session) -> None:
    folder = create(tmp_path / "s", tmp_path / "small.toml", session)
    saver = Autosaver(folder.save)
    for state in states(session, 20):
        saver.submit(state)
    assert ended(saver) == SaveState(SAVED)
    folder.close()
    opened = open_session(tmp_path / "s")
    opened.folder.close()
    assert opened.session == state


def test_states_that_come_while_one_is_written_are_skipped_but_for_the_newest(
    session: Session,
) -> None:
    disk, moments = Disk(), states(session, 5)
    saver = disk.saver()
    saver.submit(moments[0])
    disk.begun.acquire()
    for moment in moments[1:]:
        saver.submit(moment)
    disk.allow(2)
    assert saver.flush() == SaveState(SAVED)
    assert disk.held == [moments[0], moments[4]]
    assert SAVED not in disk.statuses[:-1]
    saver.close()


def test_a_save_that_fails_says_so_and_the_next_change_tries_again(session: Session) -> None:
    disk, moments = Disk(), states(session, 2)
    disk.errors = [OSError(errno.ENOSPC, "No space left on device")]
    disk.allow(2)
    saver = disk.saver()
    saver.submit(moments[0])
    disk.begun.acquire()
    saver.submit(moments[1])
    disk.begun.acquire()
    assert saver.flush() == SaveState(SAVED)
    assert disk.held == [moments[1]]
    assert disk.told[1] == SaveState(FAILED, Message("save.disk_full"))
    saver.close()


def test_a_save_that_fails_is_tried_again_by_itself(session: Session) -> None:
    disk = Disk()
    disk.errors = [OSError(errno.EIO, "Input/output error"), PermissionError(errno.EACCES, "no")]
    disk.allow(3)
    saver = disk.saver(retry=0.001)
    saver.submit(session)
    for _ in range(3):
        disk.begun.acquire()
    assert ended(saver) == SaveState(SAVED)
    assert disk.held == [session]
    told = [state.message and state.message.key for state in disk.told if state.status is FAILED]
    assert told == ["save.disk_error", "save.disk_error", "save.not_allowed", "save.not_allowed"]
    assert disk.statuses == [SAVING, FAILED, FAILED, FAILED, FAILED, SAVED]


def test_flushing_gives_up_after_one_more_try_and_keeps_the_newest_state(
    session: Session,
) -> None:
    disk, moments = Disk(), states(session, 2)
    disk.errors = [OSError(errno.ENOSPC, "full") for _ in range(3)]
    disk.allow(4)
    saver = disk.saver()
    saver.submit(moments[0])
    assert saver.flush().status is FAILED
    saver.submit(moments[1])
    while disk.errors:
        assert saver.flush().status in (FAILED, SAVED)
    assert saver.flush() == SaveState(SAVED)
    assert disk.held == [moments[1]]
    saver.close()


def test_a_mistake_in_saving_is_told_and_does_not_end_saving(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    disk = Disk()
    disk.errors = [KeyError("a mistake of ours")]
    disk.allow(2)
    saver = disk.saver()
    saver.submit(session)
    saver.flush()
    assert SaveState(FAILED, Message("save.broken_down")) in disk.told
    assert saver.flush() == SaveState(SAVED)
    assert disk.held == [session]
    saver.close()


def test_who_waits_for_a_save_that_breaks_down_is_let_go(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    disk = Disk()
    disk.errors = [KeyError("a mistake of ours")]
    saver = disk.saver()
    saver.submit(session)
    disk.begun.acquire()
    found: list[SaveState] = []
    waiting = threading.Thread(target=lambda: found.append(saver.flush()))
    waiting.start()
    disk.allow(2)
    waiting.join()
    assert found[0].status in (FAILED, SAVED)
    assert ended(saver) == SaveState(SAVED)
    assert disk.held == [session]


def test_an_answer_that_fits_no_question_is_told_instead_of_written(
    tmp_path: Path, session: Session
) -> None:
    folder = create(tmp_path / "s", tmp_path / "small.toml", session)
    saver = Autosaver(folder.save)
    wrong = samples.sheet(session.questionnaire, "brand", aim=Answer(value="none"))
    saver.submit(samples.session(session.questionnaire, sheets=(wrong, session.sheets[1])))
    told = ended(saver).message
    assert told is not None
    assert told.key == "save.cannot_write"
    folder.close()


def test_a_notice_stays_for_as_long_as_it_holds(session: Session) -> None:
    disk, moments = Disk(), states(session, 2)
    disk.notices = (Message("session.conflict"),)
    disk.allow(2)
    saver = disk.saver()
    for moment in moments:
        saver.submit(moment)
        assert saver.flush() == SaveState(SAVED, Message("session.conflict"))
    saver.close()


def test_with_nothing_to_save_flushing_and_closing_return_at_once() -> None:
    disk = Disk()
    saver = disk.saver()
    assert saver.state == saver.flush() == ended(saver) == SaveState(SAVED)
    assert disk.told == []


def test_a_long_settling_time_does_not_hold_up_a_flush(session: Session) -> None:
    disk = Disk()
    disk.allow()
    saver = disk.saver(debounce=3600)
    saver.submit(session)
    assert ended(saver) == SaveState(SAVED)
    assert disk.statuses == [SAVING, SAVED]
