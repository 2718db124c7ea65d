"""Saving beside the screen: the newest state reaches the disk, and what is said of it is true."""

import errno
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.storage import samples
from tui.domain.answers import Answer
from tui.domain.message import Message
from tui.domain.session import Session
from tui.storage import autosave
from tui.storage.autosave import Autosaver, SaveState, SaveStatus
from tui.storage.creation import create
from tui.storage.sessions import open_session

SAVED, SAVING, FAILED = SaveStatus.SAVED, SaveStatus.SAVING, SaveStatus.FAILED


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
    assert disk.told[1] == SaveState(FAILED, Message("system.disk_full"))
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
    assert told == [*["system.disk_failed"] * 2, *["system.not_allowed"] * 2]
    assert disk.statuses == [SAVING, FAILED, FAILED, FAILED, FAILED, SAVED]


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (errno.ENOSPC, "system.disk_full"),
        (errno.EDQUOT, "system.disk_full"),
        (errno.EFBIG, "system.too_large"),
        (errno.EACCES, "system.not_allowed"),
        (errno.EPERM, "system.not_allowed"),
        (errno.EROFS, "system.read_only"),
        (errno.EIO, "system.disk_failed"),
        (errno.ENOENT, "save.folder_gone"),
        (errno.ENOTDIR, "save.folder_gone"),
    ],
)
def test_why_a_save_fails_is_told_in_words_of_ours(session: Session, error: int, key: str) -> None:
    disk = Disk()
    disk.errors = [OSError(error, os.strerror(error)) for _ in range(2)]
    disk.allow(2)  # one try may have begun before we wait
    saver = disk.saver()
    saver.submit(session)
    assert plain(saver.flush()) == SaveState(FAILED, Message(key))
    saver.close()


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            OSError(errno.EDOM, "Odd"),
            Message("system.number", {"number": str(errno.EDOM), "reason": "Odd"}),
        ),
        (OSError("no number"), Message("system.other", {"reason": "no number"})),
    ],
)
def test_of_another_failure_what_the_system_says_is_told(
    session: Session, error: OSError, message: Message
) -> None:
    disk = Disk()
    disk.errors = [error, error]
    disk.allow(2)
    saver = disk.saver()
    saver.submit(session)
    assert saver.flush().message == message
    saver.close()


def test_a_save_waits_for_a_moment_and_after_a_failure_for_five_seconds(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float | None] = []
    real = threading.Condition.wait_for

    def wait_for(
        condition: threading.Condition, is_so: Callable[[], bool], timeout: float | None = None
    ) -> bool:
        if threading.current_thread().name == "autosaver":
            waits.append(timeout)
        return real(condition, is_so, timeout and 0.001)

    monkeypatch.setattr(threading.Condition, "wait_for", wait_for)
    disk = Disk()
    disk.errors = [OSError(errno.ENOSPC, "full")]
    disk.allow(2)
    saver = Autosaver(disk.save)
    saver.submit(session)
    for _ in range(2):
        disk.begun.acquire()
    assert ended(saver) == SaveState(SAVED)
    assert waits[:4] == [None, 0.05, None, 5.0]


def test_a_change_is_not_called_saved_before_it_is(session: Session) -> None:
    disk, moments = Disk(), states(session, 2)
    saver = disk.saver(debounce=3600)
    for moment in moments:
        saver.submit(moment)
        assert saver.state.status is SAVING  # at once, not when the writer takes it up
        assert saver.state.unsaved_since is not None
        disk.allow()
        assert saver.flush() == SaveState(SAVED)
    saver.close()


def test_a_change_that_came_during_a_save_is_not_called_saved_with_it(session: Session) -> None:
    disk, moments = Disk(), states(session, 2)
    saver = disk.saver()
    saver.submit(moments[0])
    disk.begun.acquire()
    first = saver.state.unsaved_since
    saver.submit(moments[1])
    disk.allow()
    disk.begun.acquire()  # the second is under way, and the first was told of
    assert SAVED not in disk.statuses
    assert saver.state.status is SAVING
    assert first is not None
    assert saver.state.unsaved_since is not None
    assert saver.state.unsaved_since > first
    disk.allow()
    assert ended(saver) == SaveState(SAVED)
    assert saver.state == SaveState(SAVED)


def test_a_change_that_waits_long_for_the_disk_is_slow(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SimpleNamespace(monotonic=lambda: 100.0)
    monkeypatch.setattr(autosave, "time", clock)
    disk = Disk()
    saver = disk.saver()
    saver.submit(session)
    disk.begun.acquire()
    for later, is_slow in ((0, False), (2, False), (2.01, True)):
        clock.monotonic = lambda later=later: 100.0 + later
        assert saver.state.is_slow is is_slow
    disk.allow()
    ended(saver)
    assert not saver.state.is_slow


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


def test_what_comes_after_closing_is_neither_saved_nor_called_saved(session: Session) -> None:
    disk = Disk()
    disk.allow()
    saver = disk.saver()
    ended(saver)
    saver.submit(session)
    assert saver.flush() == SaveState(SAVED)  # of what was submitted before
    assert (disk.held, disk.told) == ([], [])


def test_a_long_settling_time_does_not_hold_up_a_flush(session: Session) -> None:
    disk = Disk()
    disk.allow()
    saver = disk.saver(debounce=3600)
    saver.submit(session)
    assert ended(saver) == SaveState(SAVED)
    assert disk.statuses == [SAVING, SAVED]
