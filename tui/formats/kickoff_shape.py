"""The shape of the report of a kickoff, and the record that it becomes."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from tui.domain.agenda import Tier
from tui.domain.questions import Kind
from tui.domain.report import (
    AgendaItem,
    Report,
    ReportedArea,
    ReportedDecision,
    ReportedQuestion,
    ReportedRisk,
)
from tui.domain.report_level import ReportLevel
from tui.domain.risk_rules import Level, Source
from tui.domain.statistics import Coverage, Statistics
from tui.domain.verdict import Flag, Verdict
from tui.formats.report_shape import AnswerShape, PartyShape, SealedShape, Shape, WordedShape
from tui.formats.report_values import (
    ById,
    Many,
    Number,
    Text,
    Title,
    Whole,
    Word,
    Words,
    told_as,
)


class CoverageShape(Shape):
    """How much was compared."""

    compared: Number = Decimal(0)
    shown: Number = Decimal(0)
    share: Number | None = None


class FiguresShape(Shape):
    """Counts, alignment where there is one, and coverage."""

    alignment: Number | None = None
    blocking: Whole
    agreed_risks: Whole
    counts: dict[Word[Verdict], Whole]
    coverage: CoverageShape

    def statistics(self) -> Statistics:
        """Return the figures; verdicts that none has are left out."""
        return Statistics(
            counts={verdict: n for verdict in Verdict if (n := self.counts.get(verdict))},
            blocking=self.blocking,
            agreed_risks=self.agreed_risks,
            alignment=self.alignment,
            coverage=Coverage(self.coverage.compared, self.coverage.shown),
        )


class SummaryShape(FiguresShape):
    """The figures of all areas together."""

    weakest_area: Title = ""


class AreaShape(FiguresShape):
    """The figures of one area."""

    id: Title
    title: Words

    def record(self) -> ReportedArea:
        """Return the area."""
        return ReportedArea(id=self.id, title=self.title, statistics=self.statistics())


class RiskShape(Shape):
    """A rule of risk that fired."""

    id: Title
    level: Word[Level]
    parties: Many[Title]
    say: Words
    source: Word[Source] | None = None

    def record(self) -> ReportedRisk:
        """Return the risk."""
        return ReportedRisk(
            id=self.id, level=self.level, parties=self.parties, say=self.say, source=self.source
        )


class QuestionShape(Shape):
    """One question, both answers and what was found."""

    id: Title
    area: Title
    type: Word[Kind]
    text: Words
    verdict: Word[Verdict]
    similarity: Number | None = None
    weight: Number = Decimal(0)
    flags: Many[Word[Flag]]
    answers: ById[AnswerShape]
    risks: Many[RiskShape]
    practice: Words
    defined_by: Many[Title]
    revised: ById[AnswerShape]
    reasons: ById[Text]
    verdict_after: Word[Verdict] | None = None

    def record(self) -> ReportedQuestion:
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
            answers={party: answer.record() for party, answer in self.answers.items()},
            risks=tuple(risk.record() for risk in self.risks),
            practice=self.practice,
            defined_by=self.defined_by,
            revised={party: answer.record() for party, answer in self.revised.items()},
            reasons=self.reasons,
            verdict_after=self.verdict_after,
        )


class AgendaShape(Shape):
    """One thing to talk about."""

    question: Title
    text: Words
    tier: Annotated[
        int,
        Field(ge=min(Tier)),
        told_as(message="record.not_whole", least="1"),
        Field(le=max(Tier)),
    ]
    minutes: Whole

    def record(self) -> AgendaItem:
        """Return the item."""
        return AgendaItem(
            question=self.question, text=self.text, tier=Tier(self.tier), minutes=self.minutes
        )


class DecisionShape(WordedShape):
    """What was settled on one question."""

    question: Title
    text: Words
    taken_from: Title = ""
    decision: Text = ""
    owner: Text = ""
    due: date | None = None
    clause: Words
    parked: bool = False
    seconds: Whole = 0

    def record(self) -> ReportedDecision:
        """Return the decision."""
        return ReportedDecision(
            question=self.question,
            text=self.text,
            value=self.value,
            words=self.wording,
            taken_from=self.taken_from or None,
            decision=self.decision,
            owner=self.owner,
            due=self.due,
            clause=self.clause,
            is_parked=self.parked,
            seconds=self.seconds,
        )


class ReportShape(SealedShape):
    """A whole report."""

    level: Word[ReportLevel]
    parties: dict[str, PartyShape]
    summary: SummaryShape
    areas: Many[AreaShape]
    questions: Many[QuestionShape]
    agenda: Many[AgendaShape]
    decisions: Many[DecisionShape]

    @field_validator("parties", mode="before")
    @classmethod
    def _two(cls, raw: Any) -> Any:
        """Make sure that there are two parties, each under its own id."""
        if not isinstance(raw, dict):
            return raw
        wrong = [
            InitErrorDetails(
                type=PydanticCustomError("report.other_party", "", {"party": name}),
                loc=(name, "id"),
                input=None,
            )
            for name, party in raw.items()
            if isinstance(party, dict) and party.get("id", name) != name
        ]
        if wrong:
            raise ValidationError.from_exception_data("parties", wrong)
        if len(raw) != 2:
            raise PydanticCustomError("report.not_two_parties", "")
        return raw

    def record(self) -> Report:
        """Return the report."""
        left, right = self.parties.values()
        return Report(
            edition=self.questionnaire.record(),
            title=self.questionnaire.title,
            languages=self.questionnaire.languages,
            date=self.date,
            level=self.level,
            parties=(left.record(), right.record()),
            party_names={name: party.called for name, party in self.parties.items()},
            whole=self.summary.statistics(),
            weakest_area=self.summary.weakest_area or None,
            areas=tuple(area.record() for area in self.areas),
            questions=tuple(question.record() for question in self.questions),
            agenda=tuple(item.record() for item in self.agenda),
            decisions=tuple(decision.record() for decision in self.decisions),
        )
