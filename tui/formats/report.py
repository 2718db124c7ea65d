"""The report of a kickoff: what two sheets show, with a hash that tells whether it was changed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from tui.diagnostics.problem import Problem, error
from tui.domain.agenda import Tier
from tui.domain.localized_text import NO_TEXT
from tui.domain.message import Message
from tui.domain.questions import Kind
from tui.domain.report import (
    AgendaItem,
    Report,
    ReportedDecision,
    ReportedQuestion,
    ReportedRisk,
)
from tui.domain.report_level import ReportLevel
from tui.domain.risk_rules import Level, Source
from tui.domain.verdict import Flag, Verdict
from tui.formats.reading import accept, opened, parse
from tui.formats.report_parts import (
    UNSEALED,
    IntegrityTable,
    ReportedAnswerTable,
    ReportedEditionTable,
    ReportedPartyTable,
    check_mode,
    sealed,
    wording_languages,
)
from tui.formats.report_statistics import Figure, ReportedAreaTable, SummaryTable
from tui.formats.table import (
    FORMAT,
    Amount,
    Beside,
    ById,
    Line,
    Many,
    OptionalWords,
    Positive,
    Said,
    Table,
    Tables,
    Text,
    Whole,
    Word,
    WordedTable,
    Words,
)
from tui.i18n.catalogue import translated
from tui.toml.reader import TomlFile
from tui.toml.writer import dump_toml


def _known_tier(number: int) -> int:
    if number not in set(Tier):
        raise PydanticCustomError("report.unknown_tier", "")
    return number


TierNumber = Annotated[
    Positive,
    AfterValidator(_known_tier),
    PlainSerializer(int),
    WithJsonSchema({"type": "integer", "enum": list(map(int, Tier))}),
]
"""How pressing something is."""


class ReportedRiskTable(Table):
    """A rule of risk that fired."""

    id: Line
    level: Word[Level]
    parties: Many[Line]
    source: Word[Source] | None = None
    say: Words

    @classmethod
    def of(cls, risk: ReportedRisk) -> "ReportedRiskTable":
        """Return the table of a risk."""
        return cls.holding(
            id=risk.id,
            level=risk.level,
            parties=risk.parties,
            source=risk.source,
            say=risk.say,
        )

    def to_domain(self) -> ReportedRisk:
        """Return the risk."""
        return ReportedRisk(
            id=self.id, level=self.level, parties=self.parties, say=self.say, source=self.source
        )


class ReportedQuestionTable(Table):
    """One question, both answers and what was found."""

    id: Line
    area: Line
    type: Word[Kind]
    verdict: Word[Verdict]
    similarity: Figure | None = None
    weight: Amount
    flags: Many[Word[Flag]]
    defined_by: Many[Line]
    text: Words
    practice: OptionalWords
    answers: ById[ReportedAnswerTable]
    revised: ById[ReportedAnswerTable]
    reasons: ById[Text]
    verdict_after: Word[Verdict] | None = None
    risks: Many[ReportedRiskTable]

    @classmethod
    def of(cls, question: ReportedQuestion) -> "ReportedQuestionTable":
        """Return the table of a question."""
        return cls.holding(
            id=question.id,
            area=question.area,
            type=question.kind,
            verdict=question.verdict,
            similarity=question.similarity,
            weight=question.weight,
            flags=question.flags,
            defined_by=question.defined_by,
            text=question.text,
            practice=question.practice,
            answers={p: ReportedAnswerTable.of(said) for p, said in question.answers.items()},
            revised={p: ReportedAnswerTable.of(said) for p, said in question.revised.items()},
            reasons=dict(question.reasons),
            verdict_after=question.verdict_after,
            risks=tuple(map(ReportedRiskTable.of, question.risks)),
        )

    def to_domain(self) -> ReportedQuestion:
        """Return the question."""
        return ReportedQuestion(
            id=self.id,
            area=self.area,
            kind=self.type,
            text=self.text,
            verdict=self.verdict,
            similarity=self.similarity,
            weight=self.weight,
            flags=self.flags,
            answers={party: said.to_domain() for party, said in self.answers.items()},
            risks=tuple(risk.to_domain() for risk in self.risks),
            practice=self.practice,
            defined_by=self.defined_by,
            revised={party: said.to_domain() for party, said in self.revised.items()},
            reasons=self.reasons,
            verdict_after=self.verdict_after,
        )


class AgendaItemTable(Table):
    """One thing to talk about."""

    question: Line
    tier: TierNumber
    minutes: Whole
    text: Words

    @classmethod
    def of(cls, item: AgendaItem) -> "AgendaItemTable":
        """Return the table of an item."""
        return cls(
            question=item.question, tier=int(item.tier), minutes=item.minutes, text=item.text
        )

    def to_domain(self) -> AgendaItem:
        """Return the item."""
        return AgendaItem(
            question=self.question, text=self.text, tier=Tier(self.tier), minutes=self.minutes
        )


class ReportedDecisionTable(WordedTable):
    """What was settled on one question."""

    parked: bool = False
    question: Line
    value: Said | None = None
    words: Beside
    taken_from: Line = ""
    decision: Text = ""
    owner: Text = ""
    due: date | None = None
    seconds: Whole = 0
    text: OptionalWords
    clause: OptionalWords

    @classmethod
    def of(cls, decision: ReportedDecision) -> "ReportedDecisionTable":
        """Return the table of a decision; what it does not say is left out."""
        return cls.holding(
            parked=decision.is_parked or None,
            question=decision.question,
            value=decision.value,
            **(decision.words or NO_TEXT).words,
            taken_from=decision.taken_from,
            decision=decision.decision,
            owner=decision.owner,
            due=decision.due,
            seconds=decision.seconds,
            text=decision.text,
            clause=decision.clause,
        )

    def to_domain(self) -> ReportedDecision:
        """Return the decision."""
        return ReportedDecision(
            question=self.question,
            text=self.text,
            value=self.value,
            words=self.words,
            taken_from=self.taken_from or None,
            decision=self.decision,
            owner=self.owner,
            due=self.due,
            clause=self.clause,
            is_parked=self.parked,
            seconds=self.seconds,
        )


class ReportFile(Table):
    """A whole report."""

    format: Positive
    kind: Literal["report"]
    mode: Literal["kickoff"]
    level: Word[ReportLevel]
    date: date
    notice: Words
    questionnaire: ReportedEditionTable
    parties: dict[str, ReportedPartyTable]
    summary: SummaryTable
    areas: Many[ReportedAreaTable]
    questions: Many[ReportedQuestionTable]
    agenda: Many[AgendaItemTable]
    decisions: Many[ReportedDecisionTable] = ()
    integrity: IntegrityTable

    @classmethod
    def of(cls, report: Report) -> "ReportFile":
        """Return all of a report but its hash."""
        names = report.party_names
        return cls.holding(
            format=FORMAT,
            kind="report",
            mode="kickoff",
            level=report.detail,
            date=report.date,
            notice=translated("report.notice"),
            questionnaire=ReportedEditionTable.of(report.edition, report.languages, report.title),
            parties={p.id: ReportedPartyTable.of(p, names[p.id]) for p in report.parties},
            summary=SummaryTable.of(report.whole, report.weakest_area),
            areas=tuple(map(ReportedAreaTable.of, report.areas)),
            questions=tuple(map(ReportedQuestionTable.of, report.questions)),
            agenda=tuple(map(AgendaItemTable.of, report.agenda)),
            decisions=tuple(map(ReportedDecisionTable.of, report.decisions)) or None,
            integrity=UNSEALED,
        )

    def to_domain(self) -> Report:
        """Return the report, of a file without problems."""
        left, right = self.parties.values()
        return Report(
            edition=self.questionnaire.edition(),
            title=self.questionnaire.title,
            languages=self.questionnaire.languages,
            date=self.date,
            detail=self.level,
            parties=(left.to_domain(), right.to_domain()),
            party_names={name: party.called for name, party in self.parties.items()},
            whole=self.summary.statistics(),
            weakest_area=self.summary.weakest_area or None,
            areas=tuple(area.to_domain() for area in self.areas),
            questions=tuple(question.to_domain() for question in self.questions),
            agenda=tuple(item.to_domain() for item in self.agenda),
            decisions=tuple(decision.to_domain() for decision in self.decisions),
        )

    def problems(self) -> Iterator[Problem]:
        """Yield an error unless there are two parties, each under its own id."""
        for name, party in self.parties.items():
            if party.id != name:
                yield error(("parties", name, "id"), "report.other_party", party=name)
        if len(self.parties) != 2:
            yield error(("parties",), "report.not_two_parties")


class OpenReport(NamedTuple):
    """A report as it was found."""

    report: Report
    """What it tells."""
    notices: tuple[Message, ...]
    """What its reader should know: that it is not what was once written."""


def report_tables(report: Report) -> Tables:
    """Return all that a report says; the same report gives the same tables on any laptop."""
    return sealed(ReportFile.of(report))


def report_bytes(report: Report) -> bytes:
    """Return a report as the bytes of a file; the same report gives the same bytes."""
    return dump_toml(report_tables(report))


def read_report(file: TomlFile | Path) -> OpenReport:
    """Return the report in a file.

    Raises:
        InvalidFile: It is no report; with everything that is wrong in it.
    """
    file = opened(file)
    check_mode(file, "kickoff")
    parsed = parse(ReportFile, file, wording_languages(file))
    whole = accept(file, parsed, parsed.value.problems() if parsed.value else ())
    return OpenReport(whole.to_domain(), whole.integrity.notices(file.data))
