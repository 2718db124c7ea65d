"""The columns of the table of reports, each declared once."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from tui.exports.document import Decision, Document, Item, Standing, Words

Cell = Callable[[Document, Item], object]
"""Returns what a document tells of one of its items."""


class Type(StrEnum):
    """What the cells of a column hold; an empty cell says that there is nothing."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


class Told(StrEnum):
    """What a table without names has in a column."""

    AS_IS = "as_is"
    """The same."""
    HASHED = "hashed"
    """A word that stands for the same each time, and that nobody without the key can work out."""
    LEFT_OUT = "left_out"
    """Nothing: people may have typed it, and so it may name anyone."""


class Column(NamedTuple):
    """One column; `document.column_<name>` says in words what it holds."""

    name: str
    """Its name, which stays."""
    type: Type
    """What its cells hold."""
    cell: Cell
    """Returns what one holds; None where there is nothing."""
    told: Told = Told.AS_IS
    """What is in it where no names may be told."""


def _firm(place: int) -> Cell:
    return lambda document, _: next((p.name for p in document.parties[place : place + 1]), "")


def _answer(place: int) -> Cell:
    return lambda _, item: next((_first(s.words) for s in item.said if s.party == place), "")


def _is_red_line(place: int) -> Cell:
    return lambda _, item: next((s.is_red_line for s in item.said if s.party == place), None)


def _decided(tell: Callable[[Decision], object]) -> Cell:
    return lambda _, item: None if item.decision is None else tell(item.decision)


def _first(words: Words) -> str:
    return words[0] if words else ""


def _verdict(standing: Standing | None) -> str:
    return "" if standing is None else standing.verdict.value


def _edition(document: Document) -> tuple[str, str]:
    name, _, version = document.edition.rpartition(" ")
    return name, version


COLUMNS = (
    Column("report", Type.TEXT, lambda d, _: d.fingerprint, Told.HASHED),
    Column("date", Type.DATE, lambda d, _: d.day),
    Column("questionnaire", Type.TEXT, lambda d, _: _edition(d)[0]),
    Column("version", Type.TEXT, lambda d, _: _edition(d)[1]),
    Column("level", Type.TEXT, lambda d, _: d.level),
    Column("firm_1", Type.TEXT, _firm(0), Told.HASHED),
    Column("firm_2", Type.TEXT, _firm(1), Told.HASHED),
    Column("area", Type.TEXT, lambda _, i: i.area_id),
    Column("question", Type.TEXT, lambda _, i: i.id),
    Column("name", Type.TEXT, lambda _, i: _first(i.name), Told.LEFT_OUT),
    Column("kind", Type.TEXT, lambda _, i: i.kind),
    Column("weight", Type.NUMBER, lambda _, i: i.weight),
    Column("verdict", Type.TEXT, lambda _, i: _verdict(i.first)),
    Column("verdict_after", Type.TEXT, lambda _, i: _verdict(i.second)),
    Column("similarity", Type.NUMBER, lambda _, i: i.similarity),
    Column("is_private", Type.BOOLEAN, lambda _, i: None if i.kind is None else i.is_private),
    Column("is_blocking", Type.BOOLEAN, lambda _, i: None if i.kind is None else i.is_blocking),
    Column("risks", Type.NUMBER, lambda _, i: None if i.kind is None else len(i.risks)),
    Column("answer_1", Type.TEXT, _answer(0), Told.LEFT_OUT),
    Column("answer_2", Type.TEXT, _answer(1), Told.LEFT_OUT),
    Column("is_red_line_1", Type.BOOLEAN, _is_red_line(0)),
    Column("is_red_line_2", Type.BOOLEAN, _is_red_line(1)),
    Column("minutes", Type.NUMBER, lambda _, i: i.minutes),
    Column("state", Type.TEXT, lambda _, i: i.state),
    Column("agreed", Type.TEXT, _decided(lambda d: _first(d.agreed)), Told.LEFT_OUT),
    Column("owner", Type.TEXT, _decided(lambda d: d.owner), Told.LEFT_OUT),
    Column("due", Type.DATE, _decided(lambda d: d.due)),
    Column("outcome", Type.TEXT, _decided(lambda d: d.outcome)),
)
"""All columns, in their order."""
