"""The list of recent sessions for the home screen, read from one small file of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tui.domain.session import Progress
from tui.formats.file_names import SESSION
from tui.storage.paths import DataFolder
from tui.text.cleaning import LONGEST_TEXT, one_line
from tui.toml.peek import peek

MOST = 50
"""How many sessions are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is known of a session without opening it."""

    folder: Path
    """Its folder."""
    is_broken: bool = False
    """Whether `session.toml` cannot be read; opening the session may still recover it."""
    names: tuple[str, ...] = ()
    """The names of the parties."""
    day: date | None = None
    """The day of the session."""
    questionnaire: str = ""
    """The id of its questionnaire."""
    is_alone: bool = False
    """Whether it is the self-assessment of one party."""
    progress: tuple[Progress, ...] = ()
    """How far each party has come."""


def recent(data: DataFolder) -> tuple[Summary, ...]:
    """Return the `MOST` latest sessions in the data folder, the most recently saved first."""
    try:
        folders = list(data.sessions.iterdir())
    except OSError:
        return ()
    found = sorted(((_saved(folder), folder) for folder in folders), reverse=True)
    return tuple(_summary(folder) for saved, folder in found[:MOST] if saved)


def _saved(folder: Path) -> int:
    """Return when a session was last saved, in nanoseconds, or 0 if there is no session."""
    try:
        return (folder / SESSION).stat().st_mtime_ns
    except OSError:
        return 0


def _summary(folder: Path) -> Summary:
    """Return the summary of the session in a folder."""
    try:
        return _summary_of_tables(folder, peek(folder / SESSION) or {})
    except (ValueError, KeyError, TypeError, AttributeError):
        return Summary(folder=folder, is_broken=True)


def _summary_of_tables(folder: Path, data: Mapping[str, Any]) -> Summary:
    """Return the summary of the tables of `session.toml`; anything wrong with them raises."""
    parties = list(data["parties"].values())
    return Summary(
        folder=folder,
        names=tuple(one_line(party["name"])[:LONGEST_TEXT] for party in parties),
        day=data["date"] if type(data["date"]) is date else None,
        questionnaire=one_line(data["questionnaire"]["id"]),
        is_alone="alone" in data,
        progress=tuple(Progress(int(party["met"]), int(party["asked"])) for party in parties),
    )
