"""What a new session begins with: what the last one of the same two left open."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from tui.domain.message import Message
from tui.domain.report_builder import still_open
from tui.domain.session import Session
from tui.formats.file_names import MINUTES, SESSION
from tui.storage.atomic import backup_of
from tui.storage.paths import DataFolder
from tui.storage.sessions import open_session
from tui.text.names import alike
from tui.toml.peek import peek
from tui.workspace.reasons import CANNOT

_MOST = 200
"""How many sessions with minutes are looked into, the last saved first: none waits for more."""


def carrying_over(session: Session, data: DataFolder) -> tuple[Session, tuple[Message, ...]]:
    """Return a new session with what the last one of the same two left open, and what to tell.

    Only the latest of the sessions in the data folder that have minutes is opened, and without its
    lock: it may be open elsewhere, and stays as it is. Where it is broken nothing is carried
    over, which is told: what an older one left may have been done since.

    Args:
        session: The new session.
        data: Where sessions are kept.
    """
    if session.alone is not None:
        return session, ()
    before = _last_with(session.names.values(), data)
    if before is None:
        return session, ()
    try:
        carried = still_open(open_session(before, read_only=True).session)
    except CANNOT:
        return session, (Message("carried.unreadable", {"folder": str(before)}),)
    return replace(session, minutes=replace(session.minutes, carried=carried)), ()


def _last_with(names: Iterable[str], data: DataFolder) -> Path | None:
    """Return the folder of the latest session of two of these names that has minutes."""
    wanted = alike(names)
    found = [(day, folder) for folder in _kept(data) if (day := _day_of(folder, wanted))]
    # Of one day the one that was saved last, which comes first.
    return max(found, key=lambda each: each[0], default=(None, None))[1]


def _kept(data: DataFolder) -> list[Path]:
    """Return the folders of the sessions that hold minutes, the last saved first."""
    try:
        saved = [(_saved(folder), folder) for folder in data.sessions.iterdir()]
    except OSError:
        return []
    found = sorted(((time, folder) for time, folder in saved if time), reverse=True)
    return [folder for _, folder in found[:_MOST]]


def _saved(folder: Path) -> int:
    """Return when the minutes of a session were last saved, in nanoseconds; 0 if there are none."""
    path = folder / MINUTES
    for each in (path, backup_of(path)):
        with suppress(OSError):
            return each.lstat().st_mtime_ns
    return 0


def _day_of(folder: Path, wanted: Sequence[str]) -> date | None:
    """Return the day of a session if its two parties have these names."""
    match peek(folder / SESSION, follow_links=False):
        case {"parties": dict() as parties, "date": date() as day, **rest} if "alone" not in rest:
            names = [each.get("name") for each in parties.values() if isinstance(each, dict)]
            told = [name for name in names if isinstance(name, str)]
            return day if alike(told) == wanted else None
    return None
