"""The list of sessions on the home screen: one small file of each is read, and nothing raises."""

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
    """What can be told of a session without opening it."""

    folder: Path
    """The folder that it is in."""
    is_broken: bool = False
    """Whether `session.toml` cannot be read; opening it may still recover it."""
    names: tuple[str, ...] = ()
    """The names of the parties."""
    day: date | None = None
    """The day of the session."""
    questionnaire: str = ""
    """The id of its questionnaire."""
    is_alone: bool = False
    """Whether one party assesses itself."""
    progress: tuple[Progress, ...] = ()
    """How far each party has come."""


def recent(data: DataFolder) -> tuple[Summary, ...]:
    """Return the sessions in the data folder, last worked on first, `MOST` at the most."""
    try:
        folders = list(data.sessions.iterdir())
    except OSError:
        return ()
    found = sorted(((_saved(folder), folder) for folder in folders), reverse=True)
    return tuple(_summary(folder) for saved, folder in found[:MOST] if saved)


def _saved(folder: Path) -> int:
    """Return when a session was last saved, in nanoseconds; 0 where there is none."""
    try:
        return (folder / SESSION).stat().st_mtime_ns
    except OSError:
        return 0


def _summary(folder: Path) -> Summary:
    """Return what a session's file tells."""
    try:
        return _told(folder, peek(folder / SESSION) or {})
    except (ValueError, KeyError, TypeError, AttributeError):
        return Summary(folder=folder, is_broken=True)


def _told(folder: Path, data: Mapping[str, Any]) -> Summary:
    """Return the summary of what `session.toml` says; whatever is wrong raises."""
    parties = list(data["parties"].values())
    return Summary(
        folder=folder,
        names=tuple(one_line(party["name"])[:LONGEST_TEXT] for party in parties),
        day=data["date"] if type(data["date"]) is date else None,
        questionnaire=one_line(data["questionnaire"]["id"]),
        is_alone="alone" in data,
        progress=tuple(Progress(int(party["met"]), int(party["asked"])) for party in parties),
    )
