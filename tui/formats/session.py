"""The file `session.toml`: how a session is played, and enough to list it without its sheets."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.domain.message import Message
from tui.domain.questionnaire import Edition
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Sheet
from tui.formats.records import Record, document, opened
from tui.formats.sheet_reader import read_edition
from tui.formats.sheets import Tables, edition_table
from tui.text.cleaning import LONGEST_TEXT, one_line
from tui.toml.reader import TomlFile
from tui.toml.writer import FORMAT


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """How a session is played, apart from what the parties said."""

    edition: Edition
    """The questionnaire that it was started with."""
    reveal: Reveal
    """When the answers meet."""
    answered_apart: bool
    """Whether two finished sheets are laid side by side."""
    alone: str | None
    """The party that assesses itself."""
    finished: Mapping[str, frozenset[str]]
    """Party id to the ids of the areas that it has declared finished."""


def session_tables(session: Session) -> Tables:
    """Return what `session.toml` says; the sheets hold the rest."""
    alone: Tables = {} if session.alone is None else {"alone": session.alone}
    return {
        "format": FORMAT,
        "kind": "session",
        "reveal": str(session.reveal),
        "answered_apart": session.answered_apart,
        **alone,
        "length": str(session.sheets[0].length),
        "date": session.date,
        "questionnaire": edition_table(session.questionnaire.edition),
        "parties": {sheet.party.id: _party(session, sheet) for sheet in session.sheets},
    }


def _party(session: Session, sheet: Sheet) -> Tables:
    """Return how far a party has come."""
    party = sheet.party
    progress = session.progress(party.id)
    areas = [area.id for area in session.questionnaire.areas]
    return {
        "name": one_line(party.name)[:LONGEST_TEXT],
        "finished": [area for area in areas if session.has_finished(party.id, area)],
        "met": progress.met,
        "asked": progress.asked,
    }


def read_settings_of_session(file: TomlFile | Path) -> SessionSettings:
    """Return how a session is played; raise `InvalidFile`."""
    root = document(opened(file), "session")
    parties = root.table("parties")
    settings = SessionSettings(
        edition=read_edition(root),
        reveal=root.option("reveal", Reveal) or Reveal.AREA,
        answered_apart=root.truth("answered_apart"),
        alone=_alone(root, tuple(parties)),
        finished=_finished(parties),
    )
    root.option("length", Length)
    root.day("date")
    root.close()
    root.problems.raise_any()
    return settings


def _alone(root: Record, parties: tuple[str, ...]) -> str | None:
    """Return the party that assesses itself, one of those at the table; None for two."""
    alone = root.title("alone", "")
    if alone and parties and alone not in parties:
        message = Message("sheet.unknown_party", {"party": alone})
        root.note(message, "alone", meant=(alone, parties))
    return alone or None


def _finished(parties: Record) -> Mapping[str, frozenset[str]]:
    """Return the areas that each party has finished."""
    finished = {}
    for party in parties:
        table = parties.table(party)
        if areas := table.titles("finished"):
            finished[party] = frozenset(areas)
        table.title("name")
        table.whole("met", 0)
        table.whole("asked", 0)
        table.close()
    return finished
