"""A lower and an upper bound: the type `range`."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.questions.base import Closeness, InvalidAnswer, Question, with_unit
from tui.domain.questions.number import Measure
from tui.domain.similarity import overlap
from tui.domain.values import Range, number_text, plain_number


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeQuestion(Question[Range]):
    """A question answered by a range of numbers."""

    measure: Measure
    """The bounds, unit and tolerances of its ends."""

    def read(self, raw: object) -> Range:
        """Return the range from a table `{ low, high }`; raise `InvalidAnswer`."""
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
        """Return what the ranges share as a part of what they cover."""
        return overlap((x.low, x.high), (y.low, y.high))

    def closeness(self, x: Range, y: Range) -> Closeness:
        """Aligned where both ends are within the tolerance, partial where they overlap or touch."""
        within, tolerance = self.measure.within, self.measure.tolerance
        if within(x.low, y.low, tolerance) and within(x.high, y.high, tolerance):
            return Closeness.ALIGNED
        return Closeness.PARTIAL if self.overlaps(x, y) else Closeness.DIVERGENT

    def overlaps(self, x: Range, y: Range) -> bool:
        """Return whether the ranges overlap or touch."""
        return max(x.low, y.low) <= min(x.high, y.high)

    def wording(self, value: Range, language: str) -> str:
        """Return both ends with the unit."""
        ends = f"{number_text(value.low)} – {number_text(value.high)}"
        return with_unit(ends, self.measure.unit, language)
