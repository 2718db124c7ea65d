"""The report of a kickoff: what two sheets show, with a hash that tells whether it was changed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from tui.diagnostics.problem import Problem, error
from tui.domain.agenda import Tier
from tui.domain.contrast import Relation
from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import LocalizedText
from tui.domain.message import Message
from tui.domain.perception import Expectation
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Edition
from tui.domain.questions import Kind
from tui.domain.report import (
    AgendaItem,
    Report,
    ReportedArea,
    ReportedContrast,
    ReportedDecision,
    ReportedMeeting,
    ReportedQuestion,
    ReportedRisk,
    rounded,
)
from tui.domain.report_level import ReportLevel
from tui.domain.risk_rules import Level, Source
from tui.domain.sheet import Respondent
from tui.domain.statistics import Coverage, Statistics
from tui.domain.values import plain_number
from tui.domain.verdict import APART, APPLYING, COUNTED, JUDGING, Flag, Verdict
from tui.formats.carried import CarriedTable
from tui.formats.edition import Importance
from tui.formats.picture import PictureTable
from tui.formats.reading import opened, read_as
from tui.formats.report_parts import (
    UNSEALED,
    IntegrityTable,
    ReportedAnswerTable,
    ReportedEditionTable,
    ReportedPartyTable,
    check_mode,
    repeated,
    sealed,
    wording_languages,
)
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
from tui.i18n import LANGUAGES, Phrases
from tui.i18n.catalogue import translated
from tui.phrasing.headline import headline
from tui.toml.reader import TomlFile
from tui.toml.writer import dump_toml

Figure = Annotated[Amount, PlainSerializer(lambda number: plain_number(rounded(number)))]
"""A figure in [0, 1], written with four places."""
_PHRASES = tuple(map(Phrases, LANGUAGES))
Counts = dict[Word[Verdict], Whole]
"""How many questions have each verdict."""


def _known_tier(number: int) -> Tier:
    if number not in set(Tier):
        raise PydanticCustomError("report.unknown_tier", "")
    return Tier(number)


TierNumber = Annotated[
    Positive,
    AfterValidator(_known_tier),
    PlainSerializer(int),
    WithJsonSchema({"type": "integer", "enum": list(map(int, Tier))}),
]
"""How pressing something is."""


class CoverageTable(Table):
    """How much was judged; where nothing applies it has no share.

    The numbers of questions were not written at first: the verdicts tell them just as well.
    """

    judged: Whole | None = None
    applying: Whole | None = None
    apart: Whole | None = None
    compared: Amount
    shown: Amount
    share: Figure | None = None


class SummaryTable(Table):
    """The figures of all areas together; the alignment of the whole is not among them."""

    headline: OptionalWords
    weakest_area: Line = ""
    weakest_areas: Many[Line] = ()
    blocking: Whole
    agreed_risks: Whole
    counts: Counts
    private: Annotated[Counts, Field(default_factory=dict)]
    coverage: CoverageTable


class ReportedAreaTable(Table):
    """The figures of one area."""

    id: Line
    alignment: Figure | None = None
    title: Words
    blocking: Whole
    agreed_risks: Whole
    counts: Counts
    private: Annotated[Counts, Field(default_factory=dict)]
    coverage: CoverageTable
    importance: ById[Importance]

    @classmethod
    def of(cls, area: ReportedArea) -> "ReportedAreaTable":
        """Return the table of an area."""
        figures = area.statistics
        importance = dict(area.importance) or None
        return cls.from_record(
            figures, id=area.id, title=area.title, importance=importance, **_nested(figures)
        )

    def to_domain(self) -> ReportedArea:
        """Return the area."""
        return self.to_record(ReportedArea, statistics=_statistics(self, self.alignment))


class ReportedRiskTable(Table):
    """A rule of risk that fired."""

    id: Line
    level: Word[Level]
    parties: Many[Line]
    source: Word[Source] | None = None
    say: Words


class ContrastTable(Table):
    """In what two answers agree and differ."""

    relation: Word[Relation]
    apart: OptionalWords
    bound: OptionalWords
    shared: OptionalWords
    only: ById[Words]


class ReportedQuestionTable(Table):
    """One question, both answers and what was found."""

    id: Line
    area: Line
    type: Word[Kind]
    private: Word[Privacy] | None = None
    verdict: Word[Verdict]
    similarity: Figure | None = None
    weight: Amount
    flags: Many[Word[Flag]]
    expected: Word[Expectation] | None = None
    defined_by: Many[Line]
    rests_on: Many[Line] = ()
    text: Words
    name: OptionalWords
    practice: OptionalWords
    contrast: ContrastTable | None = None
    answers: ById[ReportedAnswerTable]
    revised: ById[ReportedAnswerTable]
    reasons: ById[Text]
    verdict_after: Word[Verdict] | None = None
    rests_on_after: Many[Line] = ()
    contrast_after: ContrastTable | None = None
    risks: Many[ReportedRiskTable]
    picture: PictureTable | None = None

    @classmethod
    def of(cls, question: ReportedQuestion) -> "ReportedQuestionTable":
        """Return the table of a question."""
        return cls.from_record(
            question,
            type=question.kind,
            private=None if question.privacy is Privacy.SHARED else question.privacy,
            rests_on=question.rests_on or None,
            contrast=_contrast(question.contrast),
            answers={p: ReportedAnswerTable.of(said) for p, said in question.answers.items()},
            revised={p: ReportedAnswerTable.of(said) for p, said in question.revised.items()},
            rests_on_after=question.rests_on_after or None,
            contrast_after=_contrast(question.contrast_after),
            risks=tuple(map(ReportedRiskTable.from_record, question.risks)),
            picture=PictureTable.of(question.frame),
        )

    def to_domain(self) -> ReportedQuestion:
        """Return the question."""
        return self.to_record(
            ReportedQuestion,
            kind=self.type,
            privacy=self.private or Privacy.SHARED,
            contrast=self.contrast and self.contrast.to_record(ReportedContrast),
            answers={p: said.to_domain() for p, said in self.answers.items()},
            revised={p: said.to_domain() for p, said in self.revised.items()},
            contrast_after=self.contrast_after and self.contrast_after.to_record(ReportedContrast),
            risks=tuple(risk.to_record(ReportedRisk) for risk in self.risks),
            frame=self.picture and self.picture.to_domain(),
        )


def _contrast(contrast: ReportedContrast | None) -> ContrastTable | None:
    """Return the table of a contrast, if there is one."""
    return None if contrast is None else ContrastTable.from_record(contrast)


class AgendaItemTable(Table):
    """One thing to talk about."""

    question: Line
    tier: TierNumber
    minutes: Whole
    seconds: Whole = 0
    anew: bool = False
    text: Words
    name: OptionalWords

    @classmethod
    def of(cls, item: AgendaItem) -> "AgendaItemTable":
        """Return the table of an item."""
        return cls.from_record(item, anew=item.is_settled_anew or None)

    def to_domain(self) -> AgendaItem:
        """Return the item."""
        return self.to_record(AgendaItem, is_settled_anew=self.anew)


class ReportedDecisionTable(WordedTable):
    """What was settled on one question."""

    parked: bool = False
    agreed: bool = False
    question: Line
    value: Said | None = None
    words: Beside
    taken_from: Line = ""
    decision: Text = ""
    owner: Text = ""
    due: date | None = None
    seconds: Whole = 0
    state: Word[DecisionState] = DecisionState.OPEN
    text: OptionalWords
    name: OptionalWords
    clause: OptionalWords

    @classmethod
    def of(cls, decision: ReportedDecision) -> "ReportedDecisionTable":
        """Return the table of a decision; what it does not say is left out."""
        return cls.from_record(
            decision,
            parked=decision.is_parked or None,
            agreed=decision.is_agreed or None,
        )

    def to_domain(self) -> ReportedDecision:
        """Return the decision."""
        return self.to_record(
            ReportedDecision,
            taken_from=self.taken_from or None,
            is_parked=self.parked,
            is_agreed=self.agreed,
        )


class ReportedMeetingTable(Table):
    """What came of the meeting itself."""

    planned: Positive | None = None
    seconds: Whole
    closed_on: date | None = None
    next_date: date | None = None


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
    meeting: ReportedMeetingTable | None = None
    summary: SummaryTable
    areas: Many[ReportedAreaTable]
    questions: Many[ReportedQuestionTable]
    agenda: Many[AgendaItemTable]
    decisions: Many[ReportedDecisionTable] = ()
    carried: Many[CarriedTable] = ()
    integrity: IntegrityTable

    @classmethod
    def of(cls, report: Report) -> "ReportFile":
        """Return all of a report but its hash."""
        return cls.from_record(
            report,
            format=FORMAT,
            kind="report",
            mode="kickoff",
            notice=translated("report.notice"),
            questionnaire=ReportedEditionTable.of(report),
            parties={
                party.id: ReportedPartyTable.from_record(party, called=report.party_names[party.id])
                for party in report.parties
            },
            meeting=report.meeting and ReportedMeetingTable.from_record(report.meeting),
            summary=SummaryTable.from_record(
                report.whole,
                headline=LocalizedText(
                    {say.language: say.say(headline(report, say.language)) for say in _PHRASES}
                ),
                weakest_areas=report.weakest_areas or None,
                **_nested(report.whole),
            ),
            areas=tuple(map(ReportedAreaTable.of, report.areas)),
            questions=tuple(map(ReportedQuestionTable.of, report.questions)),
            agenda=tuple(map(AgendaItemTable.of, report.agenda)),
            decisions=tuple(map(ReportedDecisionTable.of, report.decisions)) or None,
            carried=tuple(map(CarriedTable.of, report.carried)) or None,
            integrity=UNSEALED,
        )

    def to_domain(self) -> Report:
        """Return the report, of a file without problems."""
        return self.to_record(
            Report,
            edition=self.questionnaire.to_record(Edition),
            title=self.questionnaire.title,
            languages=self.questionnaire.languages,
            parties=tuple(party.to_record(Respondent) for party in self.parties.values()),
            party_names={name: party.called for name, party in self.parties.items()},
            whole=_statistics(self.summary, None),
            weakest_areas=self.summary.weakest_areas
            or tuple(filter(None, [self.summary.weakest_area])),
            areas=tuple(area.to_domain() for area in self.areas),
            questions=tuple(question.to_domain() for question in self.questions),
            agenda=tuple(item.to_domain() for item in self.agenda),
            decisions=tuple(decision.to_domain() for decision in self.decisions),
            meeting=self.meeting and self.meeting.to_record(ReportedMeeting),
            carried=tuple(each.to_domain() for each in self.carried),
        )

    def problems(self) -> Iterator[Problem]:
        """Yield an error unless there are two parties under their ids, and nothing stands twice."""
        for name, party in self.parties.items():
            if party.id != name:
                yield error(("parties", name, "id"), "report.other_party", party=name)
        if len(self.parties) != 2:
            yield error(("parties",), "report.not_two_parties")
        yield from repeated("areas", "id", (area.id for area in self.areas))
        yield from repeated("questions", "id", (question.id for question in self.questions))
        yield from repeated("agenda", "question", (item.question for item in self.agenda))
        yield from repeated("decisions", "question", (each.question for each in self.decisions))


def _nested(statistics: Statistics) -> dict[str, object]:
    """Return what tables have in another form than the figures themselves: all verdicts."""
    return {
        "counts": {verdict: statistics.counts.get(verdict, 0) for verdict in COUNTED},
        "private": dict(statistics.private),
        "coverage": CoverageTable.from_record(statistics.coverage),
    }


def _statistics(table: SummaryTable | ReportedAreaTable, alignment: Decimal | None) -> Statistics:
    """Return the figures; verdicts that none has are left out."""
    counts = {verdict: n for verdict in COUNTED if (n := table.counts.get(verdict))}
    found = table.coverage
    told = {
        "judged": (found.judged, JUDGING),
        "applying": (found.applying, APPLYING),
        "apart": (found.apart, APART),
    }
    coverage = found.to_record(
        Coverage,
        **{
            key: sum(n for verdict, n in counts.items() if verdict in verdicts) if n is None else n
            for key, (n, verdicts) in told.items()
        },
    )
    return table.to_record(
        Statistics,
        counts=counts,
        private=table.private,
        coverage=coverage,
        alignment=alignment,
    )


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
    return dump_toml(report_tables(report), checked=False)


def read_report(file: TomlFile | Path) -> OpenReport:
    """Return the report in a file.

    Raises:
        InvalidFile: It is no report; with everything that is wrong in it.
    """
    file = opened(file)
    check_mode(file, "kickoff")
    whole = read_as(ReportFile, file, ReportFile.problems, wording_languages(file))
    return OpenReport(whole.to_domain(), whole.integrity.notices(file.data))
