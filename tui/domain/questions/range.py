"""The question type `range`: a lower and an upper number."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.contrast import SAME, Contrast, Relation
from tui.domain.questions.base import Closeness, InvalidAnswer, Question, with_unit
from tui.domain.questions.number import Measure
from tui.domain.similarity import overlap
from tui.domain.values import Range, number_text, plain_number


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeQuestion(Question[Range]):
    """A question answered by a range of numbers."""

    measure: Measure
    """The bounds, unit and tolerances of both ends."""

    def read(self, raw: object) -> Range:
        """Return the range in a table `{ low, high }`.

        Raises:
            InvalidAnswer: It is no such table, or an end is out of bounds or above the other.
        """
        if not isinstance(raw, dict) or set(raw) != {"low", "high"}:
            raise InvalidAnswer("answer.not_range")
        low, high = self.measure.read(raw["low"]), self.measure.read(raw["high"])
        if low > high:
            raise InvalidAnswer("answer.reversed_range")
        return Range(low, high)

    def plain(self, value: Range) -> dict[str, int | Decimal]:
        """Return the range as a table."""
        return {"low": plain_number(value.low), "high": plain_number(value.high)}

    def similarity(self, x: Range, y: Range) -> Decimal:
        """Return the share of their overlap in the length from end to end."""
        return overlap((x.low, x.high), (y.low, y.high))

    def closeness(self, x: Range, y: Range) -> Closeness:
        """Return aligned if both ends are within `tolerance`, partial if the ranges overlap."""
        within, tolerance = self.measure.within, self.measure.tolerance
        if within(x.low, y.low, tolerance) and within(x.high, y.high, tolerance):
            return Closeness.ALIGNED
        return Closeness.PARTIAL if self.overlaps(x, y) else Closeness.DIVERGENT

    def overlaps(self, x: Range, y: Range) -> bool:
        """Return whether the ranges overlap or touch."""
        return max(x.low, y.low) <= min(x.high, y.high)

    def contrast(self, x: Range, y: Range) -> Contrast[Range]:
        """Return what the ranges have in common, or how far they are apart."""
        if x == y:
            return SAME
        measure = self.measure
        if self.closeness(x, y) is Closeness.ALIGNED:
            by_factor = measure.ratio is not None
            relation = Relation.ENDS_TIMES_WITHIN if by_factor else Relation.ENDS_WITHIN
            return Contrast(relation, bound=measure.tolerance)
        low, high = max(x.low, y.low), min(x.high, y.high)
        if low > high:
            return Contrast(Relation.GAP, apart=low - high)
        common = Range(low, high)
        is_point = x.low == x.high or y.low == y.high  # which lies within, and does not touch
        touches = low == high and not is_point
        return Contrast(Relation.TOUCH if touches else Relation.OVERLAP, shared=common)

    def distance_wording(self, distance: Decimal, language: str) -> str:
        """Return a gap with its unit."""
        return self.measure.difference_wording(distance, language)

    def bound_wording(self, bound: Decimal, language: str) -> str:
        """Return the tolerance of both ends: a difference with its unit, or a factor."""
        return self.measure.distance_wording(bound, language)

    def wording(self, value: Range, language: str) -> str:
        """Return both ends, with the unit; of a point, the one number."""
        if value.low == value.high:
            return self.measure.wording(value.low, language)
        ends = f"{number_text(value.low)} – {number_text(value.high)}"
        return with_unit(ends, self.measure.unit, language)
