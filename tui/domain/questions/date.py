"""The question type `date`: a day."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from tui.domain.contrast import SAME, Contrast, Relation
from tui.domain.localized_text import LocalizedText
from tui.domain.questions.base import Closeness, InvalidAnswer, Question
from tui.domain.questions.number import Measure
from tui.domain.similarity import linear
from tui.domain.values import day_number
from tui.text.dates import full_day

_DAYS = LocalizedText({"en": "days", "zh-CN": "天"})
_DAY = LocalizedText({"en": "day", "zh-CN": "天"})
TOLERANCE, NEAR, SPAN = Decimal(0), Decimal(14), Decimal(180)
"""In days: up to how far apart is aligned and partial, and at which distance nothing is common."""


def days_measure(tolerance: Decimal, near: Decimal, span: Decimal = SPAN) -> Measure:
    """Return how days are held against each other, counted from the first day of the calendar."""
    return Measure(
        minimum=day_number(date.min),
        maximum=day_number(date.max),
        unit=_DAYS,
        unit_one=_DAY,
        span=span,
        tolerance=tolerance,
        near=near,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DateQuestion(Question[date]):
    """A question answered by a day."""

    minimum: date = date.min
    """The first valid day."""
    maximum: date = date.max
    """The last valid day."""
    tolerance: Decimal = TOLERANCE
    """The greatest distance in days between aligned answers."""
    near: Decimal = NEAR
    """The greatest distance in days between partial answers."""
    span: Decimal = SPAN
    """The distance in days at which two answers have nothing in common."""

    def read(self, raw: object) -> date:
        """Return the day.

        Raises:
            InvalidAnswer: It is no day, or not from `minimum` to `maximum`.
        """
        # In Python, a moment is a day.
        if not isinstance(raw, date) or isinstance(raw, datetime):
            raise InvalidAnswer("answer.not_day")
        if raw < self.minimum:
            raise InvalidAnswer("answer.day_too_early", first=self.minimum)
        if raw > self.maximum:
            raise InvalidAnswer("answer.day_too_late", last=self.maximum)
        return raw

    def plain(self, value: date) -> date:
        """Return the day as it is."""
        return value

    def similarity(self, x: date, y: date) -> Decimal:
        """Return 1 minus the distance as a share of `span`."""
        return linear(day_number(x), day_number(y), self.span)

    def closeness(self, x: date, y: date) -> Closeness:
        """Return aligned within `tolerance` days, partial within `near`."""
        return self._measure.closeness(day_number(x), day_number(y))

    def contrast(self, x: date, y: date) -> Contrast[date]:
        """Return how many days lie between the two."""
        distance = abs(day_number(x) - day_number(y))
        if not distance:
            return SAME
        is_within = distance <= self.tolerance
        relation = Relation.WITHIN if is_within else Relation.APART
        return Contrast(relation, distance, self.tolerance if is_within else None)

    def distance_wording(self, distance: Decimal, language: str) -> str:
        """Return a number of days."""
        return self._measure.distance_wording(distance, language)

    def wording(self, value: date, language: str) -> str:
        """Return the day with its weekday and year."""
        return full_day(value, language)

    @property
    def _measure(self) -> Measure:
        return days_measure(self.tolerance, self.near, self.span)
