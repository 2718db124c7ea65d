"""The list of recent sessions for the home screen, read from one small file of each."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tui.domain.message import Message
from tui.domain.progress import Progress
from tui.formats.file_names import SESSION
from tui.storage.paths import DataFolder
from tui.text.cleaning import LONGEST_TEXT, one_line
from tui.toml.peek import LONGEST, peek

MOST = 50
"""How many sessions are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is known of a session without opening it."""

    folder: Path
    """Its folder."""
    trouble: Message | None = None
    """Why `session.toml` cannot be read; opening the session may still recover it."""
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
    for path in (folder / SESSION, folder):
        try:
            return path.lstat().st_mtime_ns
        except PermissionError:  # what cannot be looked into is told of
            continue
        except OSError:
            break
    return 0


def _summary(folder: Path) -> Summary:
    """Return the summary of the session in a folder."""
    path = folder / SESSION
    try:
        return _summary_of_tables(folder, peek(path, follow_links=False) or {})
    except (ValueError, KeyError, TypeError, AttributeError):
        return Summary(folder=folder, trouble=_trouble(path))


def _summary_of_tables(folder: Path, data: Mapping[str, Any]) -> Summary:
    """Return the summary of the tables of `session.toml`; anything wrong with them raises."""
    parties = list(data["parties"].values())
    return Summary(
        folder=folder,
        names=tuple(one_line(party["name"])[:LONGEST_TEXT] for party in parties),
        day=data["date"] if type(data["date"]) is date else None,
        questionnaire=one_line(data["questionnaire"]["id"]),
        is_alone="alone" in data,
        progress=tuple(Progress(_count(party["met"]), _count(party["asked"])) for party in parties),
    )


def _count(number: object) -> int:
    """Return a number of questions; anything else raises `TypeError`."""
    if type(number) is not int:
        raise TypeError
    return number


def _trouble(path: Path) -> Message:
    """Return the first thing that is wrong with the main file of a session."""
    # Not before there is a broken file: of a good one `peek` reads all that is shown, and quickly.
    from tui.diagnostics.diagnostic import InvalidFile  # noqa: PLC0415
    from tui.formats.session import read_session_settings  # noqa: PLC0415
    from tui.toml.reader import read_toml  # noqa: PLC0415

    try:
        if os.path.lexists(path) and path.lstat().st_size > LONGEST:
            return Message("toml.too_large", {"limit": str(LONGEST // 1024)})
        read_session_settings(read_toml(path, follow_links=False))
    except InvalidFile as invalid:
        return invalid.first.told
    except OSError:
        return Message("toml.no_permission")
    return Message("home.broken")
