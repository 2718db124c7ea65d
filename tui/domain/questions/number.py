"""The question type `number`, and how numbers of a question are compared."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.questions.base import Closeness, Question, read_number, with_unit
from tui.domain.similarity import linear, proportional
from tui.domain.values import number_text, plain_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The bounds, the unit and the tolerances of a question's numbers."""

    minimum: Decimal
    """The least valid number."""
    maximum: Decimal
    """The greatest valid number."""
    unit: LocalizedText = NO_TEXT
    """The unit of the numbers."""
    decimals: int = 0
    """The most decimal places that a number may have."""
    span: Decimal
    """The difference at which two numbers have nothing in common."""
    ratio: Decimal | None = None
    """The quotient at which they have nothing in common; None to compare by difference."""
    tolerance: Decimal
    """The greatest difference (with `ratio`: factor) between aligned numbers."""
    near: Decimal
    """The greatest difference (with `ratio`: factor) between partial numbers."""

    def read(self, raw: object) -> Decimal:
        """Return `raw` as a number within the bounds.

        Raises:
            InvalidAnswer: It is not such a number.
        """
        return read_number(raw, self.minimum, self.maximum, self.decimals)

    def similarity(self, x: Decimal, y: Decimal) -> Decimal:
        """Return the similarity, by quotient if there is a `ratio`, else by difference."""
        return linear(x, y, self.span) if self.ratio is None else proportional(x, y, self.ratio)

    def closeness(self, x: Decimal, y: Decimal) -> Closeness:
        """Return aligned within `tolerance`, partial within `near`."""
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
        """Return the number.

        Raises:
            InvalidAnswer: It is not a number within the bounds.
        """
        return self.measure.read(raw)

    def plain(self, value: Decimal) -> int | Decimal:
        """Return the number, as an integer if it is whole."""
        return plain_number(value)

    def similarity(self, x: Decimal, y: Decimal) -> Decimal:
        """Return the similarity by the measure."""
        return self.measure.similarity(x, y)

    def closeness(self, x: Decimal, y: Decimal) -> Closeness:
        """Return the closeness by the measure."""
        return self.measure.closeness(x, y)

    def wording(self, value: Decimal, language: str) -> str:
        """Return the number with its unit."""
        return self.measure.wording(value, language)
