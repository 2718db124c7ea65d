"""The shape of a report file: what each table may hold, and the record that it becomes.

Reports come from other people's programs as well, so that nothing in them is taken on trust. The
fields bear the names of the keys; what they mean is told by the records of the domain.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from tui.domain.agenda import Tier
from tui.domain.answers import ContractState, Firmness, NonAnswer
from tui.domain.detail import Detail
from tui.domain.figures import Coverage, Figures
from tui.domain.questionnaire import Edition
from tui.domain.questions import Kind
from tui.domain.report import (
    AgendaItem,
    Report,
    ReportedAnswer,
    ReportedArea,
    ReportedDecision,
    ReportedQuestion,
    ReportedRisk,
)
from tui.domain.risk_rules import Level, Source
from tui.domain.sheet import Respondent
from tui.domain.text import Translated
from tui.domain.verdict import Flag, Verdict
from tui.storage.report_values import (
    ById,
    Many,
    Number,
    Said,
    Text,
    Title,
    Whole,
    Word,
    Words,
    told_as,
)

BESIDE = "\0words"
"""Where `WordedShape` gathers what stands beside a value; no key of a file can be spelt so."""


class Shape(BaseModel):
    """A table that holds what its fields say and nothing else."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class WordedShape(Shape):
    """A value, with its wording beside it under the questionnaire's languages."""

    value: Said | None = None
    words: Annotated[dict[str, Text] | None, Field(validation_alias=BESIDE)] = None

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, raw: Any, info: ValidationInfo) -> Any:
        """Bring the wording together; where no languages are known, any other key may be one."""
        if not isinstance(raw, dict):
            return raw
        tags = raw.keys() - cls.model_fields.keys() if info.context is None else info.context
        words = {key: value for key, value in raw.items() if key in tags}
        rest = {key: value for key, value in raw.items() if key not in tags}
        return rest | ({BESIDE: words} if words else {})

    @property
    def wording(self) -> Translated | None:
        """The value in words."""
        return Translated(self.words) if self.words else None


class AnswerShape(WordedShape):
    """What one party said."""

    state: Word[NonAnswer] | None = None
    reason: Text = ""
    firmness: Word[Firmness] | None = None
    contract: Word[ContractState] | None = None
    note: Text = ""
    private_note: Text = ""

    def record(self) -> ReportedAnswer:
        """Give the answer."""
        return ReportedAnswer(
            value=self.value,
            state=self.state,
            reason=self.reason,
            words=self.wording,
            firmness=self.firmness,
            contract=self.contract,
            note=self.note,
            private_note=self.private_note,
        )


class EditionShape(Shape):
    """Which questionnaire was answered."""

    id: Title
    version: Title
    digest: Title
    languages: Many[Title]
    title: Words

    def record(self) -> Edition:
        """Give the edition."""
        return Edition(self.id, self.version, self.digest)


class PartyShape(Shape):
    """Who answered."""

    id: Title
    name: Title
    language: Title
    answered_by: Many[Title]
    called: Words

    def record(self) -> Respondent:
        """Give the party."""
        return Respondent(
            id=self.id, name=self.name, language=self.language, answered_by=self.answered_by
        )


class SealShape(Shape):
    """What shows whether the file was changed."""

    sha256: Title


class SealedShape(Shape):
    """What every report has."""

    format: int
    kind: str
    mode: str
    date: date
    notice: object = None
    questionnaire: EditionShape
    integrity: SealShape


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

    def figures(self) -> Figures:
        """Give the figures; verdicts that none has are left out."""
        return Figures(
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
        """Give the area."""
        return ReportedArea(id=self.id, title=self.title, figures=self.figures())


class RiskShape(Shape):
    """A rule of risk that fired."""

    id: Title
    level: Word[Level]
    parties: Many[Title]
    say: Words
    source: Word[Source] | None = None

    def record(self) -> ReportedRisk:
        """Give the risk."""
        return ReportedRisk(
            id=self.id, level=self.level, parties=self.parties, say=self.say, source=self.source
        )
