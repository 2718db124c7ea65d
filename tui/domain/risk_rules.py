"""A rule of risk as the questionnaire states it; `tui.domain.risks` judges it."""

from dataclasses import dataclass
from enum import StrEnum

from tui.domain.conditions import Predicate
from tui.domain.localized_text import LocalizedText


class Level(StrEnum):
    """How much a risk weighs."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Its place among the levels, the weightiest first."""
        return list(Level).index(self)


class Source(StrEnum):
    """What a rule rests on."""

    ARTICLE = "article"
    COURT = "court"
    MARKET = "market"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class RiskRule:
    """What is risky about an answer, or about several together."""

    id: str
    """Its id: unique in its question, or in the questionnaire for a rule over several."""
    tests: tuple[Predicate, ...]
    """All must hold."""
    level: Level
    """How much it weighs."""
    say: LocalizedText
    """What a person reads."""
    source: Source | None = None
    """What it rests on, where the questionnaire says so."""
    question: str | None = None
    """The question whose own rule it is; None for a rule over several."""

    @property
    def cited(self) -> frozenset[str]:
        """The ids of all questions that it looks at."""
        named = {test.question for test in self.tests}
        against = {test.operand for test in self.tests if isinstance(test.operand, str)}
        return frozenset(named | against)
