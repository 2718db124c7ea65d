"""The alignment report as data: what two sheets show, in words, ready to be written or shared.

It is deterministic and uses no clock: the same answers give the same report on any machine.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from tui.domain.agenda import Tier
from tui.domain.answers import ContractState, Firmness, NonAnswer
from tui.domain.carried import Carried
from tui.domain.contrast import Relation
from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.perception import Expectation
from tui.domain.pictures import Absence, Frame, Picture, PrivatePicture, picture
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Edition
from tui.domain.questions import Kind
from tui.domain.report_level import ReportLevel
from tui.domain.risk_rules import Level, Source
from tui.domain.sheet import Respondent
from tui.domain.statistics import Statistics
from tui.domain.values import Plain
from tui.domain.verdict import Flag, Verdict

SETTLING = (Verdict.ALIGNED, Verdict.NOT_APPLICABLE, Verdict.DISCUSS, Verdict.ONE_PARTY)
"""The verdicts on second answers that leave nothing to settle; texts only people can compare."""
_PLACES = Decimal("0.0001")
"""The precision of numbers in a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedAnswer:
    """A party's answer to a question, as a report tells it."""

    value: Plain | None = None
    """The answer as TOML holds it; None if there is a non-answer or the answer is private."""
    state: NonAnswer | None = None
    """The non-answer."""
    reason: str = ""
    """The reason for a non-answer."""
    words: LocalizedText | None = None
    """The answer in words, in every language of the questionnaire."""
    firmness: Firmness | None = None
    """How firmly the party holds to it."""
    contract: ContractState | None = None
    """Whether it is in the contract, as the party sees it."""
    note: str = ""
    """The note for both parties."""
    private_note: str = ""
    """The private note, in the party's own report only."""
    is_unconfirmed: bool = False
    """Whether the question's meaning has changed since, so that nothing else of it is told."""

    @property
    def absence(self) -> Absence | None:
        """Why there is no value; None if there is one."""
        if self.value is not None:
            return None
        if self.is_unconfirmed:
            return Absence.UNCONFIRMED
        return Absence.UNANSWERED if self.state is None else Absence(self.state.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedContrast:
    """In what two answers agree and differ, in words; empty where a field does not apply."""

    relation: Relation
    """How the two stand to each other."""
    apart: LocalizedText = NO_TEXT
    """How far they are apart."""
    bound: LocalizedText = NO_TEXT
    """What the distance is held against."""
    shared: LocalizedText = NO_TEXT
    """What both say."""
    only: Mapping[str, LocalizedText] = field(default_factory=dict)
    """Party id to what only this party says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedRisk:
    """A risk rule that fired."""

    id: str
    """The rule's id."""
    level: Level
    """How much it weighs."""
    parties: tuple[str, ...]
    """The ids of the parties whose answers fire it."""
    say: LocalizedText
    """What is risky, in words."""
    source: Source | None
    """What the rule is based on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedQuestion:
    """One question, with both answers and what was found."""

    id: str
    """The question's id."""
    area: str
    """The id of its area."""
    kind: Kind
    """Its type."""
    text: LocalizedText
    """The question itself."""
    name: LocalizedText = NO_TEXT
    """What the matter is called in lists."""
    verdict: Verdict
    """The verdict on the first answers."""
    privacy: Privacy
    """How private its answers are."""
    contrast: ReportedContrast | None = None
    """In what the answers agree and differ; None if they are not compared or are private."""
    similarity: Decimal | None
    """The similarity of the answers, in [0, 1]; None if they are not compared or are private."""
    weight: Decimal
    """How much it counts in its area, from 0 to 5."""
    flags: tuple[Flag, ...]
    """What to point out besides the verdict."""
    expected: Expectation | None = None
    """How many of the two knew whether they agree; None if they did not both guess."""
    answers: Mapping[str, ReportedAnswer]
    """Party id to the answer; empty if the question is private."""
    risks: tuple[ReportedRisk, ...]
    """The risks told under the question."""
    practice: LocalizedText
    """The recommended practice, in words."""
    defined_by: tuple[str, ...]
    """The ids of the questions that define this one."""
    rests_on: tuple[str, ...] = ()
    """Those of them that are not settled, if the agreement is hollow."""
    revised: Mapping[str, ReportedAnswer] = field(default_factory=dict)
    """Party id to the second answer, if the party gave one after the reveal."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Party id to why the party changed its answer."""
    verdict_after: Verdict | None = None
    """The verdict on the second answers; None if there are none."""
    contrast_after: ReportedContrast | None = None
    """In what the second answers agree and differ."""
    rests_on_after: tuple[str, ...] = ()
    """The definitions that are not settled by the second answers."""
    frame: Frame | None = None
    """What a picture of the answers needs to know of the question; None if it has none."""

    @property
    def picture(self) -> Picture | None:
        """Where the two stood with their first answers; None if there is nothing to draw."""
        return _picture(self, self.answers)

    @property
    def picture_after(self) -> Picture | None:
        """Where the two stand with their second answers; None if there are none."""
        if self.verdict_after is None:
            return None
        return _picture(self, {**self.answers, **self.revised})

    @property
    def is_private(self) -> bool:
        """Whether only whether the two are near is told."""
        return self.privacy is not Privacy.SHARED

    @property
    def short_name(self) -> LocalizedText:
        """What to call it in a list: its name, or the question itself where it has none."""
        return self.name or self.text

    @property
    def is_settled_anew(self) -> bool:
        """Whether the second answers leave nothing to settle."""
        return self.verdict_after in SETTLING


def _picture(question: ReportedQuestion, answers: Mapping[str, ReportedAnswer]) -> Picture | None:
    """Return the picture of two answers; of private ones, only whether they meet."""
    if question.privacy is not Privacy.SHARED:
        is_judged = question.verdict in (Verdict.ALIGNED, Verdict.DIVERGENT)
        is_told = question.privacy is Privacy.OVERLAP and question.contrast is None
        return (
            PrivatePicture(question.verdict is Verdict.ALIGNED) if is_judged and is_told else None
        )
    if len(answers) != 2:
        return None
    first, second = answers.values()
    absent = [said.absence for said in (first, second)]
    if question.verdict is Verdict.NOT_ASKED:
        absent = [Absence.NOT_ASKED if a is Absence.UNANSWERED else a for a in absent]
    return picture(
        question.kind, question.frame, (first.value, second.value), (absent[0], absent[1])
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedArea:
    """One area, with its statistics."""

    id: str
    """The area's id."""
    title: LocalizedText
    """Its name."""
    statistics: Statistics
    """Its counts, alignment and coverage."""
    importance: Mapping[str, int] = field(default_factory=dict)
    """Party id to how much it matters to the party, from 1 to 3; only where it has said so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One question to talk about."""

    question: str
    """The question's id."""
    text: LocalizedText
    """The question itself."""
    tier: Tier
    """How urgent it is."""
    minutes: int
    """Minutes to plan."""
    is_settled_anew: bool = False
    """Whether second answers to it leave nothing to settle."""
    name: LocalizedText = NO_TEXT
    """What the matter is called in lists."""
    seconds: int = 0
    """Seconds spent on it."""

    @property
    def short_name(self) -> LocalizedText:
        """What to call it in a list: its name, or the question itself where it has none."""
        return self.name or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedDecision:
    """What was decided on one question."""

    question: str
    """The question's id."""
    text: LocalizedText
    """The question itself."""
    name: LocalizedText = NO_TEXT
    """What the matter is called in lists."""
    value: Plain | None
    """The agreed answer as TOML holds it; None if there is none or it is private."""
    words: LocalizedText | None
    """The agreed answer in words."""
    taken_from: str | None
    """The id of the party whose answer was taken; None if it is neither's."""
    decision: str
    """The decision in words."""
    owner: str
    """Who is responsible for it."""
    due: date | None
    """The day by which it must be done."""
    clause: LocalizedText
    """Wording for the contract."""
    is_parked: bool
    """Whether it was put off to another time."""
    seconds: int
    """Seconds spent on it."""
    state: DecisionState = DecisionState.OPEN
    """What has come of it."""
    is_agreed: bool = False
    """Whether an answer is agreed that is told to nobody, as the question is private."""

    @property
    def short_name(self) -> LocalizedText:
        """What to call it in a list: its name, or the question itself where it has none."""
        return self.name or self.text

    @property
    def is_taken(self) -> bool:
        """Whether something is decided: an answer is agreed, or a decision stands in words."""
        is_told = self.words is not None or self.value is not None or bool(self.decision)
        return is_told or self.is_agreed

    def of(self, day: date) -> Carried:
        """Return the decision as it is told after its meeting, which was on `day`."""
        same = (each.name for each in fields(Carried) if each.name != "day")
        return Carried(day=day, **{name: getattr(self, name) for name in same})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedMeeting:
    """What came of the meeting itself."""

    planned: int | None = None
    """Minutes that there were; None where there was no limit."""
    seconds: int = 0
    """Seconds that the two have talked."""
    closed_on: date | None = None
    """The day on which it was closed; None if it was not."""
    next_date: date | None = None
    """The day on which the two meet again; None if none is agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole report of a session."""

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
    """The two parties."""
    party_names: Mapping[str, LocalizedText]
    """Party id to the questionnaire's name for the party, such as "brand"."""
    whole: Statistics
    """The statistics of all areas together; their alignment is never shown."""
    weakest_areas: tuple[str, ...]
    """The ids of the areas to begin with: those that share the lowest alignment."""
    areas: tuple[ReportedArea, ...]
    """The areas, in the order of the interview."""
    questions: tuple[ReportedQuestion, ...]
    """The questions, in the order of the questionnaire; empty if the level is `MINUTES`."""
    agenda: tuple[AgendaItem, ...]
    """What to talk about, the most urgent first."""
    decisions: tuple[ReportedDecision, ...] = ()
    """The decisions, in the order of the questionnaire."""
    meeting: ReportedMeeting | None = None
    """The meeting; None where the two have not met, as where two sheets are compared."""
    carried: tuple[Carried, ...] = ()
    """What the last meeting of the same two had left open, and what has come of it."""


def rounded(number: Decimal) -> Decimal:
    """Return a number as reports write it, rounded half to even to four decimal places."""
    return number.quantize(_PLACES, ROUND_HALF_EVEN).normalize() + 0  # no -0, no exponent
