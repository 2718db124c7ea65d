"""The report of a self-assessment: one party's own answers, without any measure of agreement.

Only that party reads it, so it includes what is private. It uses no answer of the other party.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tui.domain.answers import Answer
from tui.domain.assessment import assess
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.pictures import Frame, Picture, frame, picture
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Edition
from tui.domain.questions import AnyQuestion, Kind
from tui.domain.report import ReportedAnswer
from tui.domain.risk_rules import Level, Source
from tui.domain.risks import Risk
from tui.domain.session import Session
from tui.domain.sheet import Respondent, Sheet
from tui.domain.values import Plain, Value
from tui.domain.wording import answer_in_words, reported_answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A question in one of the lists of the report."""

    question: str
    """The question's id."""
    text: LocalizedText
    """The question itself."""
    name: LocalizedText = NO_TEXT
    """What the matter is called in lists."""


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
    """What the party said, with its private note; empty if it said nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRisk(Named):
    """A risk rule that fires on the party's own answers."""

    id: str
    """The rule's id."""
    level: Level
    """How serious the risk is."""
    say: LocalizedText
    """What is risky, in words."""
    source: Source | None
    """What the rule is based on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OffPractice(Named):
    """A question whose answer is not aligned with the recommended one."""

    said: LocalizedText
    """The party's answer in words."""
    recommended: LocalizedText
    """The recommended answer in words."""
    practice: LocalizedText = NO_TEXT
    """The recommended practice, in words."""
    kind: Kind | None = None
    """The question's type; None in a report of before that tells no more than words."""
    value: Plain | None = None
    """The party's answer as TOML holds it."""
    best: Plain | None = None
    """The recommended answer as TOML holds it."""
    frame: Frame | None = None
    """What a picture of the two needs to know of the question."""

    @property
    def picture(self) -> Picture | None:
        """Where the party stands, and as the second of the two what is recommended."""
        if self.kind is None or self.value is None or self.best is None:
            return None
        return picture(self.kind, self.frame, (self.value, self.best), (None, None))


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumedGap(Named):
    """A question on which the party's answer and its guess of the other's are divergent."""

    said: LocalizedText
    """The party's answer in words."""
    guess: LocalizedText
    """The party's guess of the other's answer, in words; an assumption, not a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoloReport:
    """The whole report; each list is in the order of the questionnaire."""

    edition: Edition
    """The questionnaire that was answered."""
    title: LocalizedText
    """The questionnaire's name."""
    languages: tuple[str, ...]
    """The languages of its texts."""
    date: date
    """The date of the sheet."""
    party: Respondent
    """The party whose report it is."""
    party_name: LocalizedText
    """The questionnaire's name for the party, such as "brand"."""
    answers: tuple[OwnAnswer, ...]
    """The questions that it was asked, with its answers."""
    risks: tuple[OwnRisk, ...]
    """The rules over one question that fire on its answers."""
    contradictions: tuple[OwnRisk, ...]
    """The rules over several questions that fire on its answers."""
    unsettled: tuple[Named, ...]
    """The questions that it cannot answer yet, or has not answered."""
    never_discussed: tuple[Named, ...]
    """The questions on which it says that they were never discussed, or is unsure."""
    off_practice: tuple[OffPractice, ...]
    """The questions whose answer is not aligned with the recommended one."""
    assumed_gaps: tuple[AssumedGap, ...]
    """The questions on which it guesses that the other party answers otherwise."""
    to_ask: tuple[Named, ...]
    """The questions to ask the other party."""

    @property
    def counts(self) -> Mapping[str, int]:
        """The length of each list, and how many questions have an answer (`met`)."""
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
    """Return the report of the party that assesses itself.

    Raises:
        ValueError: The session is one of two parties.
    """
    if session.alone is None:
        raise ValueError("nobody assesses itself in a session of two")
    questionnaire, sheet = session.questionnaire, session.sheet(session.alone)
    called = {party.id: party.name for party in questionnaire.parties}
    found, builder = assess(questionnaire, sheet), _Builder(session, sheet)
    return SoloReport(
        edition=questionnaire.edition,
        title=questionnaire.title,
        languages=questionnaire.languages,
        date=sheet.date,
        party=sheet.party,
        party_name=called[sheet.party.id],
        answers=tuple(map(builder.answer, found.asked)),
        risks=tuple(map(builder.risk, found.risks)),
        contradictions=tuple(map(builder.risk, found.contradictions)),
        unsettled=tuple(map(builder.named, found.unsettled)),
        never_discussed=tuple(map(builder.named, found.never_discussed)),
        off_practice=tuple(map(builder.off_practice, found.off_practice)),
        assumed_gaps=tuple(map(builder.assumed_gap, found.assumed_gaps)),
        to_ask=tuple(map(builder.named, found.to_ask)),
    )


@dataclass(frozen=True, slots=True)
class _Builder:
    """Builds the entries of the report from what was found on one sheet."""

    session: Session
    sheet: Sheet

    def named(self, question: AnyQuestion) -> Named:
        """Return the entry of a question alone."""
        return Named(**self._head(question))

    def answer(self, question: AnyQuestion) -> OwnAnswer:
        """Return the entry of a question with its answer."""
        said = self.sheet.answer(question.id)
        return OwnAnswer(
            **self._head(question),
            area=question.area,
            kind=question.kind,
            privacy=question.privacy,
            answer=reported_answer(self.session, question, said, is_own=True),
        )

    def risk(self, risk: Risk) -> OwnRisk:
        """Return the entry of a rule that fired."""
        return OwnRisk(
            **self._head(self.session.questionnaire[risk.question]),
            id=risk.rule.id,
            level=risk.rule.level,
            say=risk.rule.say.format(self.session.names),
            source=risk.rule.source,
        )

    def off_practice(self, question: AnyQuestion) -> OffPractice:
        """Return the entry of an answer with the recommended one."""
        return OffPractice(
            **self._head(question),
            said=self._words(question, self.sheet.answer(question.id).value),
            recommended=self._words(question, question.recommend),
            practice=question.practice.format(self.session.names),
            kind=question.kind,
            value=self._plain(question, self.sheet.answer(question.id).value),
            best=self._plain(question, question.recommend),
            frame=frame(question, self.session.names),
        )

    def assumed_gap(self, question: AnyQuestion) -> AssumedGap:
        """Return the entry of an answer with the guess of the other party's."""
        said = self.sheet.answer(question.id)
        return AssumedGap(
            **self._head(question),
            said=self._words(question, said.value),
            guess=self._words(question, said.guess),
        )

    def _head(self, question: AnyQuestion) -> dict[str, Any]:
        """Return what every entry says of its question."""
        text = question.text.format(self.session.names)
        return {"question": question.id, "text": text, "name": question.name}

    def _plain(self, question: AnyQuestion, value: Value | None) -> Plain | None:
        return None if value is None else question.plain(value)

    def _words(self, question: AnyQuestion, value: Value | None) -> LocalizedText:
        return answer_in_words(self.session, question, Answer(value=value)) or NO_TEXT
