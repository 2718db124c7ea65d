"""The report of a party that works alone: its own answers, and no figure of agreement, ever.

It is the party's own: what is private stands in it, and it depends on no answer of the other side.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tui.domain.answers import Answer
from tui.domain.assessment import assess
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.questionnaire import Edition
from tui.domain.questions import AnyQuestion, Kind, Privacy
from tui.domain.report import ReportedAnswer
from tui.domain.report_builder import answer_in_words, reported_answer
from tui.domain.risk_rules import Level, Source
from tui.domain.risks import Risk
from tui.domain.session import Session
from tui.domain.sheet import Respondent, Sheet
from tui.domain.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A question that one of the lists names."""

    question: str
    """The question's id."""
    text: LocalizedText
    """The question itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAnswer(Named):
    """A question that the party was asked, with what it said."""

    area: str
    """The id of its area."""
    kind: Kind
    """Its type."""
    privacy: Privacy
    """How far the answer may travel."""
    answer: ReportedAnswer
    """What the party said, its private note too; it is empty where it said nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRisk(Named):
    """A rule of risk that fires on the party's own answers."""

    id: str
    """The rule's id."""
    level: Level
    """How much it weighs."""
    say: LocalizedText
    """What is risky."""
    source: Source | None
    """What the rule rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OffPractice(Named):
    """An answer that is not what is recommended."""

    said: LocalizedText
    """The party's answer in words."""
    recommended: LocalizedText
    """The recommended answer in words."""
    practice: LocalizedText = NO_TEXT
    """Recommended practice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumedGap(Named):
    """A question on which the party thinks that the other side answers otherwise."""

    said: LocalizedText
    """The party's answer in words."""
    guess: LocalizedText
    """What it thinks that the other side says, in words; an assumption, not a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoloReport:
    """All that is to be told to a party of its own sheet; lists go as the questionnaire does."""

    edition: Edition
    """The questionnaire that was answered."""
    title: LocalizedText
    """The questionnaire's name."""
    languages: tuple[str, ...]
    """The languages of its texts."""
    date: date
    """The day on which the sheet was begun."""
    party: Respondent
    """Whose report it is."""
    party_name: LocalizedText
    """What the questionnaire calls it."""
    answers: tuple[OwnAnswer, ...]
    """What it was asked, and what it said."""
    risks: tuple[OwnRisk, ...]
    """Rules over one question that fire."""
    contradictions: tuple[OwnRisk, ...]
    """Rules over several questions that fire."""
    unsettled: tuple[Named, ...]
    """Where it cannot say yet, or has not answered."""
    never_discussed: tuple[Named, ...]
    """Where it says that the matter was never discussed, or is unsure."""
    off_practice: tuple[OffPractice, ...]
    """Where its answer is not the recommended one."""
    assumed_gaps: tuple[AssumedGap, ...]
    """Where it thinks that the other side answers otherwise."""
    to_ask: tuple[Named, ...]
    """What to put to the other side."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How long each list is, and how much of it has been met; of the party's own alone."""
        said = (own.answer for own in self.answers)
        met = sum(answer.value is not None or answer.state is not None for answer in said)
        return {
            "asked": len(self.answers),
            "met": met,
            "risks": len(self.risks),
            "contradictions": len(self.contradictions),
            "unsettled": len(self.unsettled),
            "never_discussed": len(self.never_discussed),
            "off_practice": len(self.off_practice),
            "assumed_gaps": len(self.assumed_gaps),
            "to_ask": len(self.to_ask),
        }


def solo_report(session: Session) -> SoloReport:
    """Return the report of the party that assesses itself; raise `ValueError` without one."""
    if session.alone is None:
        raise ValueError("nobody assesses itself in a session of two")
    questionnaire, sheet = session.questionnaire, session.sheet(session.alone)
    called = {party.id: party.name for party in questionnaire.parties}
    found, teller = assess(questionnaire, sheet), _Teller(session, sheet)
    return SoloReport(
        edition=questionnaire.edition,
        title=questionnaire.title,
        languages=questionnaire.languages,
        date=sheet.date,
        party=sheet.party,
        party_name=called[sheet.party.id],
        answers=tuple(map(teller.answer, found.asked)),
        risks=tuple(map(teller.risk, found.risks)),
        contradictions=tuple(map(teller.risk, found.contradictions)),
        unsettled=tuple(map(teller.named, found.unsettled)),
        never_discussed=tuple(map(teller.named, found.never_discussed)),
        off_practice=tuple(map(teller.off_practice, found.off_practice)),
        assumed_gaps=tuple(map(teller.assumed_gap, found.assumed_gaps)),
        to_ask=tuple(map(teller.named, found.to_ask)),
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    """Puts what was found on one sheet into words."""

    session: Session
    sheet: Sheet

    def named(self, question: AnyQuestion) -> Named:
        """Name a question."""
        return Named(question=question.id, text=self._text(question))

    def answer(self, question: AnyQuestion) -> OwnAnswer:
        """Tell what was said to a question."""
        said = self.sheet.answer(question.id)
        return OwnAnswer(
            question=question.id,
            text=self._text(question),
            area=question.area,
            kind=question.kind,
            privacy=question.privacy,
            answer=reported_answer(self.session, question, said, is_own=True),
        )

    def risk(self, risk: Risk) -> OwnRisk:
        """Tell a rule that fired, under its question."""
        return OwnRisk(
            question=risk.question,
            text=self._text(self.session.questionnaire[risk.question]),
            id=risk.rule.id,
            level=risk.rule.level,
            say=risk.rule.say.format(self.session.names),
            source=risk.rule.source,
        )

    def off_practice(self, question: AnyQuestion) -> OffPractice:
        """Tell an answer beside the recommended one."""
        return OffPractice(
            question=question.id,
            text=self._text(question),
            said=self._words(question, self.sheet.answer(question.id).value),
            recommended=self._words(question, question.recommend),
            practice=question.practice.format(self.session.names),
        )

    def assumed_gap(self, question: AnyQuestion) -> AssumedGap:
        """Tell an answer beside what the other side is thought to say."""
        said = self.sheet.answer(question.id)
        return AssumedGap(
            question=question.id,
            text=self._text(question),
            said=self._words(question, said.value),
            guess=self._words(question, said.guess),
        )

    def _text(self, question: AnyQuestion) -> LocalizedText:
        return question.text.format(self.session.names)

    def _words(self, question: AnyQuestion, value: Value | None) -> LocalizedText:
        session = self.session
        told = Answer(value=value)
        return answer_in_words(session.questionnaire, question, told, session.names) or NO_TEXT
