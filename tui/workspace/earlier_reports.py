"""What earlier sessions of the same two came to, to compare a session with."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from heapq import nlargest
from pathlib import Path

from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.reveal import is_revealed
from tui.domain.session import Session
from tui.formats.file_names import QUESTIONNAIRE, SESSION
from tui.storage.paths import DataFolder
from tui.storage.sessions import open_session
from tui.text.names import alike
from tui.toml.peek import peek
from tui.workspace.reasons import CANNOT

_MOST_LOOKED_AT = 500
"""How many folders are looked into, those changed last first: none waits for more."""
_MOST_READ = 11
"""How many sessions are read, the latest: a whole one takes a tenth of a second or more."""


def earlier_reports(session: Session, data: DataFolder, kept: Path | None = None) -> list[Report]:
    """Return the reports of the earlier sessions of the same two, the earliest first.

    These are the ones of an earlier day, or begun earlier on the same day, about the same
    questionnaire, be it another edition. They are opened without their locks and stay as they are,
    and only what has met is read; one that is broken, or in which nothing has met, is left out.

    Args:
        session: The session to compare with them.
        data: Where sessions are kept, and those that were put away.
        kept: The folder of the session itself; without it, those of the same day are left out.
    """
    if session.alone is not None:
        return []
    wanted = alike(session.names.values()), session.questionnaire.edition.id
    itself = session.date, 0 if kept is None else _begun(kept)
    days = ((day, folder) for folder in _kept(data) if (day := _day_of(folder, *wanted)))
    began = (((day, _begun(folder)), folder) for day, folder in days if day <= session.date)
    earlier = (each for each in began if each[0] < itself)
    latest = nlargest(_MOST_READ, earlier, key=lambda each: each[0])
    return [told for _, folder in reversed(latest) for told in _what_has_met(folder)]


def _begun(folder: Path) -> int:
    """Return when a session was begun: its questionnaire is written then, and never again."""
    try:
        return folder.joinpath(QUESTIONNAIRE).lstat().st_mtime_ns
    except OSError:
        return 0


def _kept(data: DataFolder) -> list[Path]:
    """Return the folders of sessions, those changed last first."""
    found = []
    for shelf in (data.sessions, data.archive):
        with suppress(OSError):
            for folder in shelf.iterdir():
                with suppress(OSError):
                    found.append((folder.joinpath(SESSION).lstat().st_mtime_ns, folder))
    return [folder for _, folder in nlargest(_MOST_LOOKED_AT, found)]


def _day_of(folder: Path, names: Sequence[str], questionnaire: str) -> date | None:
    """Return the day of a session if it is of these two and about that questionnaire."""
    match peek(folder / SESSION, follow_links=False):
        case {
            "parties": dict() as parties,
            "date": date() as day,
            "questionnaire": {"id": str() as asked},
            **rest,
        } if "alone" not in rest:
            told = [each.get("name") for each in parties.values() if isinstance(each, dict)]
            is_of_both = alike(name for name in told if isinstance(name, str)) == names
            return day if is_of_both and asked == questionnaire else None
    return None


def _what_has_met(folder: Path) -> Iterator[Report]:
    """Yield the report of what has met in a session, if anything has and it can be read."""
    try:
        session = open_session(folder, read_only=True).session
    except CANNOT:
        return
    told = report(session.as_revealed)
    met = {q.id for q in session.questionnaire.questions if is_revealed(q, session)}
    questions = tuple(each for each in told.questions if each.id in met)
    agenda = tuple(item for item in told.agenda if item.question in met)
    if questions:
        yield replace(told, questions=questions, agenda=agenda)
