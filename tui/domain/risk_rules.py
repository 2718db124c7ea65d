"""Risk rules as the questionnaire states them; `tui.domain.risks` judges them."""

from dataclasses import dataclass
from enum import StrEnum

from tui.domain.conditions import Predicate, cited
from tui.domain.localized_text import LocalizedText


class Level(StrEnum):
    """How serious a risk is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Its place among the levels; 0 is the most serious."""
        return list(Level).index(self)


class Source(StrEnum):
    """What a rule is based on."""

    ARTICLE = "article"
    COURT = "court"
    MARKET = "market"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class RiskRule:
    """A rule that says what is risky about one answer, or about several together."""

    id: str
    """Its id, unique in its question, or in the questionnaire if it is over several."""
    tests: tuple[Predicate, ...]
    """The tests, which must all hold for the rule to fire."""
    level: Level
    """How serious the risk is."""
    say: LocalizedText
    """What is risky, in words."""
    source: Source | None = None
    """What it is based on; None if the questionnaire does not say."""
    question: str | None = None
    """The id of the question that it belongs to; None for a rule over several."""

    @property
    def cited(self) -> frozenset[str]:
        """The ids of all questions that its tests look at."""
        return cited(self.tests)
