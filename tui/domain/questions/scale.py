"""The question type `scale`: a level between two ends."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.contrast import SAME, Contrast, Relation
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.questions.base import Closeness, InvalidAnswer, Question, join_items
from tui.domain.similarity import linear


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleQuestion(Question[int]):
    """A question answered by a level, a whole number from `minimum` to `maximum`."""

    minimum: int = 1
    """The lowest level."""
    maximum: int = 5
    """The highest level."""
    low: LocalizedText = NO_TEXT
    """What the lowest level means."""
    high: LocalizedText = NO_TEXT
    """What the highest level means."""
    levels: tuple[LocalizedText, ...] = ()
    """What each level means, the lowest first; nothing where only the ends are told."""
    tolerance: Decimal = Decimal(0)
    """The greatest distance in levels between aligned answers."""
    near: Decimal = Decimal(1)
    """The greatest distance in levels between partial answers."""

    def read(self, raw: object) -> int:
        """Return the level.

        Raises:
            InvalidAnswer: It is not a whole number from `minimum` to `maximum`.
        """
        # In Python, a bool is an int.
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise InvalidAnswer("answer.not_whole")
        if not self.minimum <= raw <= self.maximum:
            raise InvalidAnswer("answer.out_of_bounds", minimum=self.minimum, maximum=self.maximum)
        return raw

    def plain(self, value: int) -> int:
        """Return the level as it is."""
        return value

    def similarity(self, x: int, y: int) -> Decimal:
        """Return 1 minus the distance as a share of the whole scale."""
        return linear(Decimal(x), Decimal(y), Decimal(self.maximum - self.minimum))

    def closeness(self, x: int, y: int) -> Closeness:
        """Return aligned within `tolerance`, partial within `near`."""
        distance = abs(x - y)
        if distance <= self.tolerance:
            return Closeness.ALIGNED
        return Closeness.PARTIAL if distance <= self.near else Closeness.DIVERGENT

    def contrast(self, x: int, y: int) -> Contrast[int]:
        """Return how many levels lie between them, and how many there are."""
        if x == y:
            return SAME
        levels = self.maximum - self.minimum + 1
        return Contrast(Relation.LEVELS, apart=Decimal(abs(x - y)), bound=Decimal(levels))

    def wording(self, value: int, language: str) -> str:
        """Return the level, with what it means, or else what the ends of the scale mean."""
        if self.levels:
            return f"{value} / {self.maximum} ({self.meaning(value)[language]})"
        ends = (
            f"{level} = {meaning[language]}"
            for level, meaning in ((self.minimum, self.low), (self.maximum, self.high))
            if meaning
        )
        told = join_items(ends, language)
        return f"{value} / {self.maximum} ({told})" if told else f"{value} / {self.maximum}"

    def meaning(self, value: int) -> LocalizedText:
        """Return what a level means, where each has a meaning of its own."""
        return self.levels[value - self.minimum]
