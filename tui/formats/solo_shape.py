"""The shape of the report of a self-assessment, and the record that it becomes."""

from typing import Annotated, Any

from pydantic import Field

from tui.domain.questions import Kind, Privacy
from tui.domain.risk_rules import Level, Source
from tui.domain.solo_report import (
    AssumedGap,
    Named,
    OffPractice,
    OwnAnswer,
    OwnRisk,
    SoloReport,
)
from tui.formats.report_shape import AnswerShape, PartyShape, SealedShape, Shape
from tui.formats.report_values import Many, Title, Word, Words


class NamedShape(Shape):
    """A question that one of the lists names."""

    question: Title
    text: Words

    def record(self) -> Named:
        """Return the question."""
        return Named(question=self.question, text=self.text)


class OwnAnswerShape(NamedShape):
    """A question that the party was asked, with what it said."""

    area: Title
    type: Word[Kind]
    private: Word[Privacy] = Privacy.SHARED
    answer: Annotated[AnswerShape, Field(default_factory=AnswerShape)]

    def record(self) -> OwnAnswer:
        """Return the question and the answer."""
        return OwnAnswer(
            question=self.question,
            text=self.text,
            area=self.area,
            kind=self.type,
            privacy=self.private,
            answer=self.answer.record(),
        )


class OwnRiskShape(NamedShape):
    """A rule of risk that fires on the party's own answers."""

    id: Title
    level: Word[Level]
    say: Words
    source: Word[Source] | None = None

    def record(self) -> OwnRisk:
        """Return the risk."""
        return OwnRisk(
            question=self.question,
            text=self.text,
            id=self.id,
            level=self.level,
            say=self.say,
            source=self.source,
        )


class OffPracticeShape(NamedShape):
    """An answer that is not what is recommended."""

    said: Words
    recommended: Words
    practice: Words

    def record(self) -> OffPractice:
        """Return the answer beside the recommended one."""
        return OffPractice(
            question=self.question,
            text=self.text,
            said=self.said,
            recommended=self.recommended,
            practice=self.practice,
        )


class AssumedGapShape(NamedShape):
    """An answer beside what the other side is thought to say."""

    said: Words
    guess: Words
    assumed: bool = False

    def record(self) -> AssumedGap:
        """Return the answer beside the guess."""
        return AssumedGap(question=self.question, text=self.text, said=self.said, guess=self.guess)


class SoloReportShape(SealedShape):
    """A whole report; its counts follow from its lists."""

    party: PartyShape
    counts: dict[str, Any]
    questions: Many[OwnAnswerShape]
    risks: Many[OwnRiskShape]
    contradictions: Many[OwnRiskShape]
    unsettled: Many[NamedShape]
    never_discussed: Many[NamedShape]
    off_practice: Many[OffPracticeShape]
    assumed_gaps: Many[AssumedGapShape]
    to_ask: Many[NamedShape]

    def record(self) -> SoloReport:
        """Return the report."""
        return SoloReport(
            edition=self.questionnaire.record(),
            title=self.questionnaire.title,
            languages=self.questionnaire.languages,
            date=self.date,
            party=self.party.record(),
            party_name=self.party.called,
            answers=tuple(own.record() for own in self.questions),
            risks=tuple(risk.record() for risk in self.risks),
            contradictions=tuple(risk.record() for risk in self.contradictions),
            unsettled=tuple(item.record() for item in self.unsettled),
            never_discussed=tuple(item.record() for item in self.never_discussed),
            off_practice=tuple(item.record() for item in self.off_practice),
            assumed_gaps=tuple(item.record() for item in self.assumed_gaps),
            to_ask=tuple(item.record() for item in self.to_ask),
        )
