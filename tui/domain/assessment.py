"""What one party working alone may learn from its own sheet: no figure of agreement, ever."""

from dataclasses import dataclass

from tui.domain.answers import ContractState
from tui.domain.branching import asked, only_asked
from tui.domain.questionnaire import Questionnaire
from tui.domain.questions import AnyQuestion, Closeness, Kind
from tui.domain.risks import Risk, risks
from tui.domain.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Assessment:
    """A party's own picture; each part lists questions in the order of the questionnaire."""

    asked: tuple[AnyQuestion, ...]
    """What it was asked."""
    risks: tuple[Risk, ...]
    """The rules that fire on its own answers, over one question."""
    contradictions: tuple[Risk, ...]
    """The rules that fire on several of its answers together."""
    unsettled: tuple[AnyQuestion, ...]
    """Where it cannot say yet, or has not answered."""
    never_discussed: tuple[AnyQuestion, ...]
    """Where it says that the matter was never discussed, or is unsure."""
    off_practice: tuple[AnyQuestion, ...]
    """Where its answer is not aligned with the recommended one."""
    assumed_gaps: tuple[AnyQuestion, ...]
    """Where it thinks that the other side answers otherwise; an assumption, not a finding."""

    @property
    def to_ask(self) -> tuple[AnyQuestion, ...]:
        """What to put to the other side: all of the above that hangs on both, and every guess."""
        risky = {risk.question for risk in (*self.risks, *self.contradictions)}
        listed = {q.id for q in (*self.unsettled, *self.never_discussed, *self.assumed_gaps)}
        return tuple(q for q in self.asked if q.id in risky | listed or q.predict)


def assess(questionnaire: Questionnaire, sheet: Sheet) -> Assessment:
    """Return what `sheet` alone shows its own party, private answers included."""
    party = sheet.party.id
    questions = asked(questionnaire, sheet.length, {party: sheet.answers})
    own = only_asked(sheet.answers, questions)
    fired = tuple(risks(questionnaire, {party: own}, frozenset(), private=True))
    said = [(question, sheet.answer(question.id)) for question in questions]
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
    """Return whether two values of a question are not aligned; with `far`, whether they diverge."""
    if x is None or y is None or question.kind is Kind.TEXT:
        return False
    closeness: Closeness = question.closeness(x, y)
    return closeness is Closeness.DIVERGENT if far else closeness is not Closeness.ALIGNED
