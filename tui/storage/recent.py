"""The list of sessions for the home screen, read from one small file of each."""

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tui.domain.message import Message
from tui.domain.progress import Progress
from tui.formats.file_names import SESSION, TITLE
from tui.text.cleaning import LONGEST_TEXT, one_line
from tui.toml.peek import LONGEST, head_of, peek

_AT_A_TIME = 20
"""Sessions that are read without a pause, in which keys are answered."""
_BREATH = 0.005
"""Seconds of the pause."""
_LONGEST_TITLE = 400
"""Bytes that are read of a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is known of a session without opening it."""

    folder: Path
    """Its folder."""
    trouble: Message | None = None
    """Why `session.toml` cannot be read; opening the session may still recover it."""
    names: tuple[str, ...] = ()
    """The names of the parties."""
    title: str = ""
    """What somebody called it, in the place of the names."""
    saved: datetime | None = None
    """When it was last saved, by the local clock."""
    is_alone: bool = False
    """Whether it is the self-assessment of one party."""
    progress: tuple[Progress, ...] = ()
    """How far each party has come."""
    turn: str = ""
    """The name of the party whose turn it is."""
    stage: str = ""
    """What is on its screen, as `tui.domain.position.Stage` names it."""
    area: Mapping[str, str] = field(default_factory=dict)
    """The title of the area that it is at, by language."""
    item: Mapping[str, str] = field(default_factory=dict)
    """What the question that it is at is called, by language."""
    decided: int = 0
    """Questions that something was decided on."""
    parked: int = 0
    """Questions that were put off."""
    is_ended: bool = False
    """Whether its meeting was closed."""


def recent(shelf: Path, most: int | None = None) -> tuple[Summary, ...]:
    """Return the sessions in a folder, the most recently saved first.

    Args:
        shelf: The folder with a folder for each session.
        most: How many to read; without it all, with pauses in which keys are answered.
    """
    return tuple(_summaries(shelf, most))


def _summaries(shelf: Path, most: int | None) -> Iterator[Summary]:
    try:
        folders = list(shelf.iterdir())
    except OSError:
        return
    found = sorted(((_saved(folder), folder) for folder in folders), reverse=True)
    for place, (saved, folder) in enumerate(found[:most]):
        if saved:
            yield _summary(folder, saved)
        if most is None and place % _AT_A_TIME == _AT_A_TIME - 1:
            time.sleep(_BREATH)


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


def _summary(folder: Path, saved: int) -> Summary:
    """Return the summary of the session in a folder."""
    path, title = folder / SESSION, _title(folder)
    try:
        told = _told(peek(path, follow_links=False) or {})
    except (ValueError, KeyError, TypeError, AttributeError):
        told = {"trouble": _trouble(path)}
    try:
        moment = datetime.fromtimestamp(saved / 1e9)
    except (ValueError, OverflowError, OSError):
        moment = None
    return Summary(folder=folder, title=title, saved=moment, **told)


def _told(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the tables of `session.toml` tell; anything wrong with them raises."""
    parties, position, glance = data["parties"], data.get("position", {}), data.get("glance", {})
    alone, every = data.get("alone"), list(data["parties"].values())
    shown = [parties[alone]] if alone in parties else every
    names = {party: _line(table["name"]) for party, table in parties.items()}
    return {
        "names": tuple(_line(party["name"]) for party in shown),
        "is_alone": alone is not None,
        "progress": tuple(Progress(_count(p["met"]), _count(p["asked"])) for p in shown),
        "turn": names.get(position.get("turn"), ""),
        "stage": _line(position.get("stage", "")),
        "area": _wordings(glance.get("area", {})),
        "item": _wordings(glance.get("item", {})),
        "decided": _count(glance.get("decided", 0)),
        "parked": _count(glance.get("parked", 0)),
        "is_ended": glance.get("ended", False) is True,
    }


def _title(folder: Path) -> str:
    """Return the title that somebody gave a session; empty where there is none."""
    try:
        content = head_of(folder / TITLE, _LONGEST_TITLE, follow_links=False)
    except (OSError, ValueError):
        return ""
    return one_line(content.decode("utf-8", "ignore"))


def _line(text: str) -> str:
    return one_line(text)[:LONGEST_TEXT]


def _wordings(table: Mapping[str, str]) -> Mapping[str, str]:
    return {language: _line(text) for language, text in table.items()}


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
