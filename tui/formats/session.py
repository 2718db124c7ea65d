"""The file `session.toml`: how a session is played, and enough to list it without its sheets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from tui.diagnostics.problem import Problem
from tui.domain.glance import glance
from tui.domain.position import Position, Stage
from tui.domain.questionnaire import Edition
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Sheet
from tui.formats.edition import EditionTable
from tui.formats.reading import check_head, opened, read_as
from tui.formats.sheet import unknown_party
from tui.formats.table import (
    FORMAT,
    Line,
    Many,
    OptionalWords,
    Positive,
    Table,
    Tables,
    Whole,
    Word,
)
from tui.toml.reader import TomlFile


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
    met: frozenset[str] | None
    """The ids of the questions whose answers were let meet; None where the file does not say."""
    position: Position | None
    """Where it stands."""
    planned: int | None
    """Minutes that there are to talk."""


class ProgressTable(Table):
    """How far a party has come."""

    name: Line
    finished: Many[Line]
    met: Whole
    asked: Whole

    @classmethod
    def of(cls, session: Session, sheet: Sheet) -> "ProgressTable":
        """Return the table of the party whose sheet it is; both see its counts, on home."""
        party, areas = sheet.party, (area.id for area in session.questionnaire.areas)
        finished = tuple(area for area in areas if session.has_finished(party.id, area))
        progress = session.progress_for_both(party.id)
        return cls.from_record(progress, name=party.name, finished=finished)


class PositionTable(Table):
    """Where the session stands, as far as both may know it."""

    turn: Line
    stage: Word[Stage]
    subject: Line = ""


class GlanceTable(Table):
    """What a list of sessions tells of this one, so that it need read no other file."""

    area: OptionalWords
    item: OptionalWords
    decided: Whole
    parked: Whole
    ended: bool = False


class SessionFile(Table):
    """The main file of a session; the sheets hold the rest."""

    format: Positive
    kind: Literal["session"]
    reveal: Word[Reveal]
    answered_apart: bool
    alone: Line | None = None
    length: Word[Length]
    minutes: Positive | None = None
    date: date
    met: Many[Line] | None = None
    questionnaire: EditionTable
    position: PositionTable | None = None
    glance: GlanceTable | None = None
    parties: dict[str, ProgressTable]

    @classmethod
    def of(cls, session: Session) -> "SessionFile":
        """Return the file of a session."""
        return cls.from_record(
            session,
            format=FORMAT,
            kind="session",
            length=session.sheets[0].length,
            minutes=session.planned,
            met=sorted(session.met) if session.reveal is Reveal.QUESTION else None,
            position=session.position and PositionTable.from_record(session.position),
            glance=GlanceTable.from_record(glance(session)),
            questionnaire=EditionTable.from_record(session.questionnaire.edition),
            parties={sheet.party.id: ProgressTable.of(session, sheet) for sheet in session.sheets},
        )

    def to_domain(self) -> SessionSettings:
        """Return how the session is played."""
        parties = self.parties.items()
        return self.to_record(
            SessionSettings,
            edition=self.questionnaire.to_record(Edition),
            alone=self.alone or None,
            planned=self.minutes,
            met=None if self.met is None else frozenset(self.met),
            position=self.position and self.position.to_record(Position),
            finished={name: frozenset(each.finished) for name, each in parties if each.finished},
        )

    def problems(self) -> Iterator[Problem]:
        """Yield an error where a party is named that is none of those at the table."""
        named = [
            (("alone",), self.alone),
            (("position", "turn"), self.position and self.position.turn),
        ]
        for path, party in named:
            if party:
                yield from unknown_party(path, party, tuple(self.parties))


def session_tables(session: Session) -> Tables:
    """Return what `session.toml` says."""
    return SessionFile.of(session).tables()


def read_session_settings(file: TomlFile | Path) -> SessionSettings:
    """Return how a session is played; raise `InvalidFile`."""
    file = opened(file)
    check_head(file, "session")
    return read_as(SessionFile, file, SessionFile.problems).to_domain()
