"""What the report of a kickoff and the report of a self-assessment have in common."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, get_args

from tui.diagnostics.diagnostic import InvalidFile
from tui.diagnostics.problem import Problem, error
from tui.domain.answers import ContractState, Firmness, NonAnswer
from tui.domain.message import Message
from tui.domain.report import Report, ReportedAnswer
from tui.formats.edition import EditionTable
from tui.formats.reading import check_head
from tui.formats.table import (
    Beside,
    Line,
    Many,
    Said,
    Table,
    Tables,
    Text,
    Word,
    WordedTable,
    Words,
)
from tui.text.cleaning import one_line
from tui.toml.reader import TomlFile

if TYPE_CHECKING:  # reports of one party are rarer than those of two
    from tui.domain.solo_report import SoloReport

Mode = Literal["kickoff", "solo"]
"""What a report is of: two parties at one table, or one party that works alone."""

CHANGED = "report.changed"
"""What is told of a report that is not what was written first."""


class ReportedEditionTable(EditionTable):
    """Which questionnaire was answered, and what it is called."""

    languages: Many[Line]
    title: Words

    @classmethod
    def of(cls, report: "Report | SoloReport") -> "ReportedEditionTable":
        """Return the table of what a report is about."""
        return cls.from_record(report.edition, languages=report.languages, title=report.title)


class ReportedPartyTable(Table):
    """Who answered, and what the questionnaire calls that party."""

    id: Line
    name: Line
    language: Line
    answered_by: Many[Line]
    called: Words


class ReportedAnswerTable(WordedTable):
    """What one party said."""

    value: Said | None = None
    words: Beside
    state: Word[NonAnswer] | None = None
    reason: Text = ""
    firmness: Word[Firmness] | None = None
    contract: Word[ContractState] | None = None
    note: Text = ""
    private_note: Text = ""
    unconfirmed: bool = False

    @classmethod
    def of(cls, answer: ReportedAnswer) -> "ReportedAnswerTable":
        """Return the table of an answer."""
        return cls.from_record(answer, unconfirmed=answer.is_unconfirmed or None)

    def to_domain(self) -> ReportedAnswer:
        """Return the answer."""
        return self.to_record(ReportedAnswer, is_unconfirmed=self.unconfirmed)


class IntegrityTable(Table):
    """What shows whether the file was changed."""

    sha256: Line

    def notices(self, tables: Mapping[str, object]) -> tuple[Message, ...]:
        """Return what to say of a report that is not what was once written."""
        return () if self.sha256 == integrity(tables) else (Message(CHANGED),)


def repeated(table: str, key: str, names: Iterable[str]) -> Iterator[Problem]:
    """Yield an error for each item of a list that bears the name of one before it.

    Args:
        table: The key of the list.
        key: The key of an item's name.
        names: The names, in the order of the list.
    """
    seen = set[str]()
    for place, name in enumerate(names):
        if name in seen:
            yield error((table, place, key), "repeated", name=name)
        seen.add(name)


INTEGRITY = "integrity"
"""The table that holds the hash of all others."""
UNSEALED: Tables = {"sha256": ""}
"""What stands there until `sealed` works out the hash."""


def sealed(report: Table) -> Tables:
    """Return what is to be written of a report, with the hash of it."""
    tables = report.tables()
    return tables | {INTEGRITY: {"sha256": integrity(tables)}}


def integrity(tables: Mapping[str, object]) -> str:
    """Return the SHA-256 of what a report says, apart from the hash that it bears.

    Hashed is the UTF-8 of its JSON with sorted keys and without blanks, in which whole numbers
    are numbers, other numbers their digits as a string, and dates ISO 8601. With Python:
    `json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)`,
    where `data` was read by `tomllib` with `parse_float=Decimal`.
    """
    content = {key: value for key, value in tables.items() if key != INTEGRITY}
    canonical = json.dumps(
        content,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
        default=str,
    )
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def check_mode(file: TomlFile, mode: Mode) -> None:
    """Raise `InvalidFile` at once where a file is no report of that mode."""
    check_head(file, "report")
    found = file.data.get("mode")
    if isinstance(found, str) and found != mode:
        key = f"report.is_{found}" if found in get_args(Mode) else "report.unknown_mode"
        raise InvalidFile([file.locate(error(("mode",), key))])


def wording_languages(file: TomlFile) -> frozenset[str] | None:
    """Return the languages in which a report has its wording; None where that cannot be known."""
    match file.data:
        case {"questionnaire": {"languages": [*tags]}} if all(isinstance(t, str) for t in tags):
            return frozenset(map(one_line, tags))
    return None
