"""A number within bounds: the type `number`."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.questions.base import Closeness, Question, read_number, with_unit
from tui.domain.similarity import linear, proportional
from tui.domain.values import number_text, plain_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How numbers of a question are bounded, shown and held against each other."""

    minimum: Decimal
    """The least admissible number."""
    maximum: Decimal
    """The greatest admissible number."""
    unit: LocalizedText = NO_TEXT
    """What the number counts."""
    decimals: int = 0
    """Places behind the point."""
    span: Decimal
    """The difference at which two numbers have nothing in common."""
    ratio: Decimal | None = None
    """The quotient at which they have nothing in common; None where differences count."""
    tolerance: Decimal
    """Up to this difference (with `ratio`: this factor) is aligned."""
    near: Decimal
    """Up to this difference (with `ratio`: this factor) is partial."""

    def read(self, raw: object) -> Decimal:
        """Return `raw` as a number of this measure; raise `InvalidAnswer`."""
        return read_number(raw, self.minimum, self.maximum, self.decimals)

    def similarity(self, x: Decimal, y: Decimal) -> Decimal:
        """Return the likeness by difference or by quotient."""
        return linear(x, y, self.span) if self.ratio is None else proportional(x, y, self.ratio)

    def closeness(self, x: Decimal, y: Decimal) -> Closeness:
        """Aligned within `tolerance`, partial within `near`."""
        if self.within(x, y, self.tolerance):
            return Closeness.ALIGNED
        return Closeness.PARTIAL if self.within(x, y, self.near) else Closeness.DIVERGENT

    def within(self, x: Decimal, y: Decimal, bound: Decimal) -> bool:
        """Return whether two numbers are at most `bound` apart, as a difference or as a factor."""
        lower, upper = sorted((x, y))
        if self.ratio is None:
            return upper - lower <= bound
        return upper == lower or (lower > 0 and upper <= lower * bound)

    def wording(self, value: Decimal, language: str) -> str:
        """Return the number with its unit."""
        return with_unit(number_text(value), self.unit, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberQuestion(Question[Decimal]):
    """A question answered by a number."""

    measure: Measure
    """Its bounds, unit and tolerances."""

    def read(self, raw: object) -> Decimal:
        """Return the number; raise `InvalidAnswer`."""
        return self.measure.read(raw)

    def plain(self, value: Decimal) -> int | Decimal:
        """Return the number, whole where it can be."""
        return plain_number(value)

    def similarity(self, x: Decimal, y: Decimal) -> Decimal:
        """Return the likeness by the measure."""
        return self.measure.similarity(x, y)

    def closeness(self, x: Decimal, y: Decimal) -> Closeness:
        """Return the nearness by the measure."""
        return self.measure.closeness(x, y)

    def wording(self, value: Decimal, language: str) -> str:
        """Return the number with its unit."""
        return self.measure.wording(value, language)
