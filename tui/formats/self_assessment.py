"""The report of a self-assessment: a party's own, with no figure of agreement in it."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from tui.domain.message import Message
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
    Words,
)
from tui.i18n.catalogue import translated
from tui.toml.reader import TomlFile
from tui.toml.writer import dump_toml


class AboutQuestionTable(Table):
    """What is told of a question."""

    question: Line
    text: Words


class NamedQuestionTable(AboutQuestionTable):
    """A question that one of the lists names."""

    @classmethod
    def of(cls, item: Named) -> "NamedQuestionTable":
        """Return the table of a question."""
        return cls(question=item.question, text=item.text)

    def to_domain(self) -> Named:
        """Return the question."""
        return Named(question=self.question, text=self.text)


class OwnAnswerTable(AboutQuestionTable):
    """A question that the party was asked, with what it said."""

    area: Line
    type: Word[Kind]
    private: Word[Privacy] = Privacy.SHARED
    answer: Annotated[ReportedAnswerTable, Field(default_factory=ReportedAnswerTable)]

    @classmethod
    def of(cls, own: OwnAnswer) -> "OwnAnswerTable":
        """Return the table of a question and its answer; nothing stands for no answer."""
        answer = ReportedAnswerTable.of(own.answer)
        return cls.holding(
            question=own.question,
            text=own.text,
            area=own.area,
            type=own.kind,
            private=None if own.privacy is Privacy.SHARED else own.privacy,
            answer=answer if answer.model_fields_set else None,
        )

    def to_domain(self) -> OwnAnswer:
        """Return the question and the answer."""
        return OwnAnswer(
            question=self.question,
            text=self.text,
            area=self.area,
            kind=self.type,
            privacy=self.private,
            answer=self.answer.to_domain(),
        )


class OwnRiskTable(AboutQuestionTable):
    """A rule of risk that fires on the party's own answers."""

    id: Line
    level: Word[Level]
    source: Word[Source] | None = None
    say: Words

    @classmethod
    def of(cls, risk: OwnRisk) -> "OwnRiskTable":
        """Return the table of a risk."""
        return cls.holding(
            question=risk.question,
            text=risk.text,
            id=risk.id,
            level=risk.level,
            source=risk.source,
            say=risk.say,
        )

    def to_domain(self) -> OwnRisk:
        """Return the risk."""
        return OwnRisk(
            question=self.question,
            text=self.text,
            id=self.id,
            level=self.level,
            say=self.say,
            source=self.source,
        )


class OffPracticeTable(AboutQuestionTable):
    """An answer that is not what is recommended."""

    said: Words
    recommended: Words
    practice: OptionalWords

    @classmethod
    def of(cls, item: OffPractice) -> "OffPracticeTable":
        """Return the table of an answer beside the recommended one."""
        return cls.holding(
            question=item.question,
            text=item.text,
            said=item.said,
            recommended=item.recommended,
            practice=item.practice,
        )

    def to_domain(self) -> OffPractice:
        """Return the answer beside the recommended one."""
        return OffPractice(
            question=self.question,
            text=self.text,
            said=self.said,
            recommended=self.recommended,
            practice=self.practice,
        )


class AssumedGapTable(AboutQuestionTable):
    """An answer beside what the other side is thought to say, marked for what it is."""

    assumed: bool
    said: Words
    guess: Words

    @classmethod
    def of(cls, item: AssumedGap) -> "AssumedGapTable":
        """Return the table of an answer beside the guess."""
        return cls(
            question=item.question, text=item.text, assumed=True, said=item.said, guess=item.guess
        )

    def to_domain(self) -> AssumedGap:
        """Return the answer beside the guess."""
        return AssumedGap(question=self.question, text=self.text, said=self.said, guess=self.guess)


class SelfAssessmentFile(Table):
    """A whole report; its counts follow from its lists."""

    format: Positive
    kind: Literal["report"]
    mode: Literal["solo"]
    date: date
    notice: Words
    questionnaire: ReportedEditionTable
    party: ReportedPartyTable
    counts: dict[str, Whole]
    questions: Many[OwnAnswerTable]
    risks: Many[OwnRiskTable]
    contradictions: Many[OwnRiskTable]
    unsettled: Many[NamedQuestionTable]
    never_discussed: Many[NamedQuestionTable]
    off_practice: Many[OffPracticeTable]
    assumed_gaps: Many[AssumedGapTable]
    to_ask: Many[NamedQuestionTable]
    integrity: IntegrityTable

    @classmethod
    def of(cls, report: SoloReport) -> "SelfAssessmentFile":
        """Return all of a report but its hash."""
        return cls.holding(
            format=FORMAT,
            kind="report",
            mode="solo",
            date=report.date,
            notice=translated("solo.notice"),
            questionnaire=ReportedEditionTable.of(report.edition, report.languages, report.title),
            party=ReportedPartyTable.of(report.party, report.party_name),
            counts=report.counts,
            questions=tuple(map(OwnAnswerTable.of, report.answers)),
            risks=tuple(map(OwnRiskTable.of, report.risks)),
            contradictions=tuple(map(OwnRiskTable.of, report.contradictions)),
            unsettled=tuple(map(NamedQuestionTable.of, report.unsettled)),
            never_discussed=tuple(map(NamedQuestionTable.of, report.never_discussed)),
            off_practice=tuple(map(OffPracticeTable.of, report.off_practice)),
            assumed_gaps=tuple(map(AssumedGapTable.of, report.assumed_gaps)),
            to_ask=tuple(map(NamedQuestionTable.of, report.to_ask)),
            integrity=UNSEALED,
        )

    def to_domain(self) -> SoloReport:
        """Return the report."""
        return SoloReport(
            edition=self.questionnaire.edition(),
            title=self.questionnaire.title,
            languages=self.questionnaire.languages,
            date=self.date,
            party=self.party.to_domain(),
            party_name=self.party.called,
            answers=tuple(own.to_domain() for own in self.questions),
            risks=tuple(risk.to_domain() for risk in self.risks),
            contradictions=tuple(risk.to_domain() for risk in self.contradictions),
            unsettled=tuple(item.to_domain() for item in self.unsettled),
            never_discussed=tuple(item.to_domain() for item in self.never_discussed),
            off_practice=tuple(item.to_domain() for item in self.off_practice),
            assumed_gaps=tuple(item.to_domain() for item in self.assumed_gaps),
            to_ask=tuple(item.to_domain() for item in self.to_ask),
        )


class OpenSoloReport(NamedTuple):
    """A report of a self-assessment as it was found."""

    report: SoloReport
    """What it tells."""
    notices: tuple[Message, ...]
    """What its reader should know: that it is not what was once written."""


def solo_report_tables(report: SoloReport) -> Tables:
    """Return all that a report says."""
    return sealed(SelfAssessmentFile.of(report))


def solo_report_bytes(report: SoloReport) -> bytes:
    """Return a report as the bytes of a file; the same report gives the same bytes."""
    return dump_toml(solo_report_tables(report))


def read_solo_report(file: TomlFile | Path) -> OpenSoloReport:
    """Return the report of a self-assessment in a file.

    Raises:
        InvalidFile: It is no such report; with everything that is wrong in it.
    """
    file = opened(file)
    check_mode(file, "solo")
    whole = accept(file, parse(SelfAssessmentFile, file, wording_languages(file)))
    return OpenSoloReport(whole.to_domain(), whole.integrity.notices(file.data))
