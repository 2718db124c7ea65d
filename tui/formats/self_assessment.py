"""The report of a self-assessment: a party's own, with no figure of agreement in it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from tui.diagnostics.problem import Problem
from tui.domain.message import Message
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Edition
from tui.domain.questions import Kind
from tui.domain.risk_rules import Level, Source
from tui.domain.sheet import Respondent
from tui.domain.solo_report import (
    AssumedGap,
    Named,
    OffPractice,
    OwnAnswer,
    OwnRisk,
    SoloReport,
)
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
    Line,
    Many,
    OptionalWords,
    Positive,
    Said,
    Table,
    Tables,
    Whole,
    Word,
    Words,
)
from tui.i18n.catalogue import translated
from tui.toml.reader import TomlFile
from tui.toml.writer import dump_toml


class NamedQuestionTable(Table):
    """A question that one of the lists names."""

    question: Line
    text: Words
    name: OptionalWords


class OwnAnswerTable(NamedQuestionTable):
    """A question that the party was asked, with what it said."""

    area: Line
    type: Word[Kind]
    private: Word[Privacy] = Privacy.SHARED
    answer: Annotated[ReportedAnswerTable, Field(default_factory=ReportedAnswerTable)]

    @classmethod
    def of(cls, own: OwnAnswer) -> "OwnAnswerTable":
        """Return the table of a question and its answer; nothing stands for no answer."""
        answer = ReportedAnswerTable.of(own.answer)
        return cls.from_record(
            own,
            type=own.kind,
            private=None if own.privacy is Privacy.SHARED else own.privacy,
            answer=answer if answer.model_fields_set else None,
        )

    def to_domain(self) -> OwnAnswer:
        """Return the question and the answer."""
        answer = self.answer.to_domain()
        return self.to_record(OwnAnswer, kind=self.type, privacy=self.private, answer=answer)


class OwnRiskTable(NamedQuestionTable):
    """A rule of risk that fires on the party's own answers."""

    id: Line
    level: Word[Level]
    source: Word[Source] | None = None
    say: Words


class OffPracticeTable(NamedQuestionTable):
    """An answer that is not what is recommended."""

    type: Word[Kind] | None = None
    value: Said | None = None
    best: Said | None = None
    said: Words
    recommended: Words
    practice: OptionalWords
    picture: PictureTable | None = None

    @classmethod
    def of(cls, off: OffPractice) -> "OffPracticeTable":
        """Return the table of an answer that is not the recommended one."""
        return cls.from_record(off, type=off.kind, picture=PictureTable.of(off.frame))

    def to_domain(self) -> OffPractice:
        """Return the answer and what is recommended."""
        frame = self.picture and self.picture.to_domain()
        return self.to_record(OffPractice, kind=self.type, frame=frame)


class AssumedGapTable(NamedQuestionTable):
    """An answer beside what the other side is thought to say, marked for what it is."""

    assumed: bool
    said: Words
    guess: Words


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
        return cls.from_record(
            report,
            format=FORMAT,
            kind="report",
            mode="solo",
            notice=translated("solo.notice"),
            questionnaire=ReportedEditionTable.of(report),
            party=ReportedPartyTable.from_record(report.party, called=report.party_name),
            questions=tuple(map(OwnAnswerTable.of, report.answers)),
            risks=tuple(map(OwnRiskTable.from_record, report.risks)),
            contradictions=tuple(map(OwnRiskTable.from_record, report.contradictions)),
            unsettled=tuple(map(NamedQuestionTable.from_record, report.unsettled)),
            never_discussed=tuple(map(NamedQuestionTable.from_record, report.never_discussed)),
            off_practice=tuple(map(OffPracticeTable.of, report.off_practice)),
            assumed_gaps=tuple(
                AssumedGapTable.from_record(gap, assumed=True) for gap in report.assumed_gaps
            ),
            to_ask=tuple(map(NamedQuestionTable.from_record, report.to_ask)),
            integrity=UNSEALED,
        )

    def problems(self) -> Iterator[Problem]:
        """Yield an error for each question that stands there twice."""
        yield from repeated("questions", "question", (own.question for own in self.questions))

    def to_domain(self) -> SoloReport:
        """Return the report."""
        return self.to_record(
            SoloReport,
            edition=self.questionnaire.to_record(Edition),
            title=self.questionnaire.title,
            languages=self.questionnaire.languages,
            party=self.party.to_record(Respondent),
            party_name=self.party.called,
            answers=tuple(own.to_domain() for own in self.questions),
            risks=tuple(risk.to_record(OwnRisk) for risk in self.risks),
            contradictions=tuple(risk.to_record(OwnRisk) for risk in self.contradictions),
            unsettled=tuple(item.to_record(Named) for item in self.unsettled),
            never_discussed=tuple(item.to_record(Named) for item in self.never_discussed),
            off_practice=tuple(item.to_domain() for item in self.off_practice),
            assumed_gaps=tuple(item.to_record(AssumedGap) for item in self.assumed_gaps),
            to_ask=tuple(item.to_record(Named) for item in self.to_ask),
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
    languages = wording_languages(file)
    whole = read_as(SelfAssessmentFile, file, SelfAssessmentFile.problems, languages)
    return OpenSoloReport(whole.to_domain(), whole.integrity.notices(file.data))
