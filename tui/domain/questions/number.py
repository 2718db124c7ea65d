"""The question type `number`, and how numbers of a question are compared."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.contrast import SAME, Contrast, Relation
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.questions.base import Closeness, Question, read_number, with_unit
from tui.domain.similarity import linear, proportional
from tui.domain.values import number_text, plain_number

_FACTOR_DIGITS = range(3, 28)
"""How many digits a factor may have in words: the fewest that say nothing false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The bounds, the unit and the tolerances of a question's numbers."""

    minimum: Decimal
    """The least valid number."""
    maximum: Decimal
    """The greatest valid number."""
    unit: LocalizedText = NO_TEXT
    """The unit of the numbers."""
    unit_one: LocalizedText = NO_TEXT
    """The unit of the number 1, such as "month" for "months"; empty where it is the same."""
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

    def contrast(self, x: Decimal, y: Decimal) -> Contrast[Decimal]:
        """Return how far two numbers are apart: their difference, or with `ratio` their factor."""
        if x == y:
            return SAME
        is_within = self.within(x, y, self.tolerance)
        bound = self.tolerance if is_within else None
        lower, upper = sorted((x, y))
        if self.ratio is None:
            return Contrast(Relation.WITHIN if is_within else Relation.APART, upper - lower, bound)
        if lower <= 0:  # no number is a multiple of zero
            return Contrast(Relation.OTHER)
        relation = Relation.TIMES_WITHIN if is_within else Relation.TIMES_APART
        return Contrast(relation, upper / lower, bound)

    def distance_wording(self, distance: Decimal, language: str) -> str:
        """Return a difference with its unit, or a factor with at least three digits."""
        if self.ratio is None:
            return self.difference_wording(distance, language)
        rounded = (Decimal(f"{distance:.{digits}g}") for digits in _FACTOR_DIGITS)
        # More digits where three would put a factor on the other side of a bound, or say "same".
        bounds = (Decimal(1), self.tolerance, self.near)
        true = (r for r in rounded if all((r > b) is (distance > b) for b in bounds))
        factor = number_text(next(true, distance))
        return f"{factor}倍" if language.startswith("zh") else f"×{factor}"

    def difference_wording(self, difference: Decimal, language: str) -> str:
        """Return a difference with its unit; two percentages differ by percentage points."""
        if self.unit[language] != "%":
            return self.wording(difference, language)
        if language.startswith("zh"):
            return f"{number_text(difference)}个百分点"
        points = "point" if difference == 1 else "points"
        return f"{number_text(difference)} percentage {points}"

    def within(self, x: Decimal, y: Decimal, bound: Decimal) -> bool:
        """Return whether two numbers are at most `bound` apart, as a difference or as a factor."""
        lower, upper = sorted((x, y))
        if self.ratio is None:
            return upper - lower <= bound
        return upper == lower or (lower > 0 and upper <= lower * bound)

    def wording(self, value: Decimal, language: str) -> str:
        """Return the number with its unit."""
        is_one = value == 1 and bool(self.unit_one)
        return with_unit(number_text(value), self.unit_one if is_one else self.unit, language)


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

    def contrast(self, x: Decimal, y: Decimal) -> Contrast[Decimal]:
        """Return the contrast by the measure."""
        return self.measure.contrast(x, y)

    def distance_wording(self, distance: Decimal, language: str) -> str:
        """Return a difference or a factor by the measure."""
        return self.measure.distance_wording(distance, language)

    def wording(self, value: Decimal, language: str) -> str:
        """Return the number with its unit."""
        return self.measure.wording(value, language)
