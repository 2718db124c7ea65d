"""The alignment report: what two sheets show, in words, ready to be shared.

It is deterministic and without a clock: the same answers give the same report on any laptop.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from tui.domain.agenda import Tier
from tui.domain.answers import ContractState, Firmness, NonAnswer
from tui.domain.localized_text import LocalizedText
from tui.domain.questionnaire import Edition
from tui.domain.questions import Kind
from tui.domain.report_level import ReportLevel
from tui.domain.risk_rules import Level, Source
from tui.domain.sheet import Respondent
from tui.domain.statistics import Statistics
from tui.domain.values import Plain
from tui.domain.verdict import Flag, Verdict

_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedAnswer:
    """What one party said to a question."""

    value: Plain | None = None
    """The answer in plain form; None where there is a non-answer, or where it is private."""
    state: NonAnswer | None = None
    """The non-answer."""
    reason: str = ""
    """Why, for a non-answer."""
    words: LocalizedText | None = None
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
    say: LocalizedText
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
    text: LocalizedText
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
    practice: LocalizedText
    """Recommended practice."""
    defined_by: tuple[str, ...]
    """The questions on which the meaning of this one rests."""
    revised: Mapping[str, ReportedAnswer] = field(default_factory=dict)
    """Party id to its second answer, where it gave one after the reveal."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Party id to why it answered anew."""
    verdict_after: Verdict | None = None
    """Where the two stand with their second answers; None where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedArea:
    """One area and its figures."""

    id: str
    """The area's id."""
    title: LocalizedText
    """Its name."""
    statistics: Statistics
    """Its counts, alignment and coverage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One thing to talk about."""

    question: str
    """The question's id."""
    text: LocalizedText
    """The question itself."""
    tier: Tier
    """How pressing it is."""
    minutes: int
    """Minutes to plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedDecision:
    """What was settled on one question."""

    question: str
    """The question's id."""
    text: LocalizedText
    """The question itself."""
    value: Plain | None
    """The agreed answer in plain form; None where none was agreed, or where it is private."""
    words: LocalizedText | None
    """The agreed answer in words."""
    taken_from: str | None
    """The id of the party whose answer was taken; None where it is a third, or none."""
    decision: str
    """The decision in words."""
    owner: str
    """Who sees to it."""
    due: date | None
    """By when."""
    clause: LocalizedText
    """Wording for the contract."""
    is_parked: bool
    """Whether it was put aside for another time."""
    seconds: int
    """Time spent on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is to be told of a session."""

    edition: Edition
    """The questionnaire that was answered."""
    title: LocalizedText
    """The questionnaire's name."""
    languages: tuple[str, ...]
    """The languages of its texts."""
    date: date
    """The day of the session."""
    level: ReportLevel
    """How much the report tells."""
    parties: tuple[Respondent, Respondent]
    """The two at the table."""
    party_names: Mapping[str, LocalizedText]
    """Party id to what the questionnaire calls it."""
    whole: Statistics
    """The figures of all areas together; the alignment of the whole is never told."""
    weakest_area: str | None
    """The area with the lowest alignment."""
    areas: tuple[ReportedArea, ...]
    """In the order of the interview."""
    questions: tuple[ReportedQuestion, ...]
    """In the order of the questionnaire; none where only the minutes are told."""
    agenda: tuple[AgendaItem, ...]
    """Most pressing first."""
    decisions: tuple[ReportedDecision, ...] = ()
    """What was settled, in the order of the questionnaire."""


def rounded(figure: Decimal) -> Decimal:
    """Return a figure as it is written: four places, half to even."""
    return figure.quantize(_PLACES, ROUND_HALF_EVEN).normalize() + 0
