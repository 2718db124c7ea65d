"""The alignment report: what two sheets show, in words, ready to be shared.

It is deterministic and without a clock: the same answers give the same report on any laptop.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from tui.domain.agenda import Tier
from tui.domain.analysis import Analysis, analyse
from tui.domain.answers import Answer, ContractState, Firmness, NonAnswer
from tui.domain.figures import Figures
from tui.domain.questionnaire import Edition, Questionnaire
from tui.domain.questions import AnyQuestion, Kind, Privacy
from tui.domain.risk_rules import Level, Source
from tui.domain.risks import Risk
from tui.domain.session import Session
from tui.domain.sheet import Respondent
from tui.domain.text import Translated
from tui.domain.values import Plain
from tui.domain.verdict import Finding, Flag, Verdict

_PLACES = Decimal("0.0001")


class Detail(StrEnum):
    """How much a report tells."""

    OWN = "own"
    """All that one party knows: with its own private notes."""
    SHARED = "shared"
    """What both may read: no private value, no private note."""
    MINUTES = "minutes"
    """The agenda and what was decided; no answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedAnswer:
    """What one party said to a question."""

    value: Plain | None = None
    """The answer in plain form; None where there is a non-answer, or where it is private."""
    state: NonAnswer | None = None
    """The non-answer."""
    reason: str = ""
    """Why, for a non-answer."""
    words: Translated | None = None
    """The answer in words, in every language of the questionnaire."""
    firmness: Firmness | None = None
    """How firmly it is held."""
    contract: ContractState | None = None
    """Where the party sees the matter in the contract."""
    note: str = ""
    """The note for both."""
    private_note: str = ""
    """The party's own note; in its own report only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedRisk:
    """A risk rule that fired."""

    id: str
    """The rule's id."""
    level: Level
    """How much it weighs."""
    parties: tuple[str, ...]
    """Whose answers fire it."""
    say: Translated
    """What is risky."""
    source: Source | None
    """What the rule rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedQuestion:
    """One question, both answers and what was found."""

    id: str
    """The question's id."""
    area: str
    """The id of its area."""
    kind: Kind
    """Its type."""
    text: Translated
    """The question itself."""
    verdict: Verdict
    """Where the two stand."""
    similarity: Decimal | None
    """How alike the answers are, in [0, 1]; None where they are not compared or are private."""
    weight: Decimal
    """How much it counts in its area."""
    flags: tuple[Flag, ...]
    """What is to be said beside the verdict."""
    answers: Mapping[str, ReportedAnswer]
    """Party id to what it said; none where the question is private."""
    risks: tuple[ReportedRisk, ...]
    """What is risky about the answers."""
    practice: Translated
    """Recommended practice."""
    defined_by: tuple[str, ...]
    """The questions on which the meaning of this one rests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedArea:
    """One area and its figures."""

    id: str
    """The area's id."""
    title: Translated
    """Its name."""
    figures: Figures
    """Its counts, alignment and coverage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One thing to talk about."""

    question: str
    """The question's id."""
    text: Translated
    """The question itself."""
    tier: Tier
    """How pressing it is."""
    minutes: int
    """Minutes to plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is to be told of a session."""

    edition: Edition
    """The questionnaire that was answered."""
    title: Translated
    """The questionnaire's name."""
    languages: tuple[str, ...]
    """The languages of its texts."""
    date: date
    """The day of the session."""
    detail: Detail
    """How much the report tells."""
    parties: tuple[Respondent, Respondent]
    """The two at the table."""
    party_names: Mapping[str, Translated]
    """Party id to what the questionnaire calls it."""
    whole: Figures
    """The figures of all areas together; the alignment of the whole is never told."""
    weakest_area: str | None
    """The area with the lowest alignment."""
    areas: tuple[ReportedArea, ...]
    """In the order of the interview."""
    questions: tuple[ReportedQuestion, ...]
    """In the order of the questionnaire; none where only the minutes are told."""
    agenda: tuple[AgendaItem, ...]
    """Most pressing first."""


def report(session: Session, detail: Detail = Detail.SHARED, own: str | None = None) -> Report:
    """Give the report of a session; for `Detail.OWN`, `own` is the party whose report it is."""
    analysis = analyse(session)
    questionnaire = session.questionnaire
    left, right = (sheet.party for sheet in session.sheets)
    told = () if detail is Detail.MINUTES else analysis.findings
    reader = own if detail is Detail.OWN else None
    return Report(
        edition=questionnaire.edition,
        title=questionnaire.title,
        languages=questionnaire.languages,
        date=session.date,
        detail=detail,
        parties=(left, right),
        party_names={party.id: party.name for party in questionnaire.parties},
        whole=analysis.whole,
        weakest_area=analysis.weakest_area,
        areas=tuple(
            ReportedArea(id=area.id, title=area.title, figures=analysis.areas[area.id])
            for area in questionnaire.areas
        ),
        questions=tuple(_question(session, analysis, finding, reader) for finding in told),
        agenda=_agenda(session, analysis),
    )


def rounded(figure: Decimal) -> Decimal:
    """Give a figure as it is written: four places, half to even."""
    return figure.quantize(_PLACES, ROUND_HALF_EVEN).normalize() + 0


def _agenda(session: Session, analysis: Analysis) -> tuple[AgendaItem, ...]:
    """Give the agenda with the questions' texts."""
    return tuple(
        AgendaItem(
            question=item.question,
            text=item.finding.question.text.filled(session.names),
            tier=item.tier,
            minutes=item.tier.minutes,
        )
        for item in analysis.agenda
    )


def _question(
    session: Session, analysis: Analysis, finding: Finding, reader: str | None
) -> ReportedQuestion:
    """Tell one question; of a private one only whether the two meet."""
    question, names = finding.question, session.names
    is_shared = question.privacy is Privacy.SHARED
    told = session.sheets if is_shared else ()
    return ReportedQuestion(
        id=question.id,
        area=question.area,
        kind=question.kind,
        text=question.text.filled(names),
        verdict=finding.verdict,
        similarity=finding.similarity if is_shared else None,
        weight=question.weight,
        flags=tuple(flag for flag in Flag if flag in finding.flags),
        answers={
            sheet.party.id: _answer(
                session, question, sheet.answer(question.id), sheet.party.id == reader
            )
            for sheet in told
        },
        risks=tuple(_risk(risk, names) for risk in analysis.risks if risk.question == question.id),
        practice=question.practice.filled(names),
        defined_by=question.defined_by,
    )


def _risk(risk: Risk, names: Mapping[str, str]) -> ReportedRisk:
    """Tell one risk."""
    rule = risk.rule
    return ReportedRisk(
        id=rule.id,
        level=rule.level,
        parties=risk.parties,
        say=rule.say.filled(names),
        source=rule.source,
    )


def _answer(
    session: Session, question: AnyQuestion, answer: Answer, is_own: bool
) -> ReportedAnswer:
    """Tell one party's answer; its private note only to itself."""
    return ReportedAnswer(
        value=None if answer.value is None else question.plain(answer.value),
        state=answer.state,
        reason=answer.reason,
        words=worded(session.questionnaire, question, answer, session.names),
        firmness=answer.firmness,
        contract=answer.contract,
        note=answer.note,
        private_note=answer.private_note if is_own else "",
    )


def worded(
    questionnaire: Questionnaire, question: AnyQuestion, answer: Answer, names: Mapping[str, str]
) -> Translated | None:
    """Give an answer's value in words, in every language; None where it has no value."""
    if answer.value is None:
        return None
    words = {tag: question.wording(answer.value, tag) for tag in questionnaire.languages}
    return Translated(words).filled(names) if question.kind is not Kind.TEXT else Translated(words)
