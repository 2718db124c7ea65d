"""The self-assessment of one party, from its own sheet alone; it never measures agreement."""

from dataclasses import dataclass

from tui.domain.answers import NOTHING, ContractState
from tui.domain.branching import asked, not_asked
from tui.domain.confirmation import confirmed
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion, Closeness, Kind
from tui.domain.risks import Risk, risks
from tui.domain.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a party's own sheet shows; each list is in the order of the questionnaire."""

    asked: tuple[AnyQuestion, ...]
    """The questions that the party is asked."""
    risks: tuple[Risk, ...]
    """The rules over one question that fire on its answers."""
    contradictions: tuple[Risk, ...]
    """The rules over several questions that fire on its answers."""
    unsettled: tuple[AnyQuestion, ...]
    """The questions that it cannot answer yet, or has not answered."""
    never_discussed: tuple[AnyQuestion, ...]
    """The questions on which it says that they were never discussed, or is unsure."""
    off_practice: tuple[AnyQuestion, ...]
    """The questions on which its answer is not aligned with the recommended one."""
    assumed_gaps: tuple[AnyQuestion, ...]
    """The questions on which its answer and its guess of the other's are divergent."""

    @property
    def to_ask(self) -> tuple[AnyQuestion, ...]:
        """What to ask the other party: all of the above but `off_practice`, and all guesses.

        Nothing that stays private is asked aloud, nor what only the party itself can say.
        """
        risky = {risk.question for risk in (*self.risks, *self.contradictions)}
        listed = {q.id for q in (*self.unsettled, *self.never_discussed, *self.assumed_gaps)}
        shared = (q for q in self.asked if q.privacy is Privacy.SHARED and q.asked_of is None)
        return tuple(q for q in shared if q.id in risky | listed or q.predict)


def assess(questionnaire: Questionnaire, sheet: Sheet) -> Assessment:
    """Return the self-assessment of the party that filled in `sheet`, private answers included."""
    party = sheet.party.id
    said_so_far = confirmed(questionnaire, sheet.answers)
    questions = asked(questionnaire, sheet.length, {party: said_so_far}, of=party)
    ids = frozenset(question.id for question in questions)
    own = {name: answer for name, answer in said_so_far.items() if name in ids}
    known = not_asked(questionnaire, party) | own
    fired = tuple(risks(questionnaire, {party: known}, ids, frozenset(), private=True))
    said = [(question, own.get(question.id, NOTHING)) for question in questions]
    unspoken = (ContractState.NEVER, ContractState.UNSURE)
    return Assessment(
        asked=questions,
        risks=tuple(risk for risk in fired if risk.rule.question is not None),
        contradictions=tuple(risk for risk in fired if risk.rule.question is None),
        unsettled=tuple(q for q, answer in said if answer.is_open or not answer.is_answered),
        never_discussed=tuple(q for q, answer in said if answer.contract in unspoken),
        off_practice=tuple(q for q, a in said if _apart(q, a.value, q.recommend)),
        assumed_gaps=tuple(q for q, a in said if _apart(q, a.value, a.guess, far=True)),
    )


def _apart(question: AnyQuestion, x: object, y: object, *, far: bool = False) -> bool:
    """Return whether two values are not aligned, or with `far` whether they are divergent."""
    if x is None or y is None or question.kind is Kind.TEXT:
        return False
    closeness: Closeness = question.closeness(x, y)
    return closeness is Closeness.DIVERGENT if far else closeness is not Closeness.ALIGNED
