"""The question type `allocation`: a total divided among choices."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.contrast import SAME, Contrast, Relation
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.questions.base import (
    Choice,
    Closeness,
    InvalidAnswer,
    Question,
    join_items,
    read_number,
    with_unit,
)
from tui.domain.similarity import ALIKE, total_variation
from tui.domain.values import Allocation, number_text, plain_number

PERCENT = Decimal(100)
"""The total in percent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationQuestion(Question[Allocation]):
    """A question answered by shares that sum to a total."""

    choices: tuple[Choice, ...]
    """The choices among which the total is divided, in order."""
    total: Decimal = PERCENT
    """The sum of the shares."""
    unit: LocalizedText = NO_TEXT
    """The unit of the shares."""
    tolerance: Decimal = Decimal(10)
    """The percentage of the total that may be in other places for aligned answers."""
    near: Decimal = Decimal(25)
    """The percentage of the total that may be in other places for partial answers."""

    def read(self, raw: object) -> Allocation:
        """Return the shares in a table of choice ids.

        Raises:
            InvalidAnswer: It is no such table, or the shares do not sum to the total.
        """
        if not isinstance(raw, dict):
            raise InvalidAnswer("answer.not_table")
        known = [choice.id for choice in self.choices]
        for name in raw:
            if name not in known:
                raise InvalidAnswer("answer.unknown_choice", choice=name)
        nothing = Decimal(0)
        shares = {i: read_number(raw.get(i, 0), nothing, self.total, 4) for i in known}
        if (given := sum(shares.values(), nothing)) != self.total:
            total = number_text(self.total)
            raise InvalidAnswer("answer.wrong_total", given=number_text(given), total=total)
        return Allocation(shares)

    def plain(self, value: Allocation) -> dict[str, int | Decimal]:
        """Return the shares as a table."""
        return {choice: plain_number(share) for choice, share in value.shares.items()}

    def similarity(self, x: Allocation, y: Allocation) -> Decimal:
        """Return 1 minus the share of the total that is in other places (total variation)."""
        return ALIKE - total_variation(x.shares, y.shares) / self.total

    def closeness(self, x: Allocation, y: Allocation) -> Closeness:
        """Return aligned up to `tolerance` percent in other places, partial up to `near`."""
        distance = total_variation(x.shares, y.shares) * PERCENT
        if distance <= self.tolerance * self.total:
            return Closeness.ALIGNED
        return Closeness.PARTIAL if distance <= self.near * self.total else Closeness.DIVERGENT

    def contrast(self, x: Allocation, y: Allocation) -> Contrast[Allocation]:
        """Return how much of the total is in other places."""
        apart = total_variation(x.shares, y.shares)
        return Contrast(Relation.SHARES, apart=apart, bound=self.total) if apart else SAME

    def distance_wording(self, distance: Decimal, language: str) -> str:
        """Return a part of the total with its unit."""
        return with_unit(number_text(distance), self.unit, language)

    def wording(self, value: Allocation, language: str) -> str:
        """Return each choice with its share."""
        shares = (
            f"{choice.label[language]} {self.distance_wording(value.share(choice.id), language)}"
            for choice in self.choices
        )
        return join_items(shares, language)

    @property
    def labels(self) -> tuple[Choice, ...]:
        """The choices among which the total is divided."""
        return self.choices
