"""A total divided among choices: the type `allocation`."""

from dataclasses import dataclass
from decimal import Decimal

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.questions.base import (
    Choice,
    Closeness,
    InvalidAnswer,
    Question,
    listed,
    read_number,
)
from tui.domain.similarity import ALIKE, total_variation
from tui.domain.values import Allocation, number_text, plain_number

PERCENT = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationQuestion(Question[Allocation]):
    """A question answered by shares that sum to a total."""

    choices: tuple[Choice, ...]
    """What the total is divided among, in order."""
    total: Decimal = PERCENT
    """What the shares sum to."""
    unit: LocalizedText = NO_TEXT
    """What the shares count."""
    tolerance: Decimal = Decimal(10)
    """Up to this percentage of the total elsewhere is aligned."""
    near: Decimal = Decimal(25)
    """Up to this percentage of the total elsewhere is partial."""

    def read(self, raw: object) -> Allocation:
        """Return the shares from a table of choice ids; raise `InvalidAnswer`."""
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
        """Return 1 less what stands elsewhere as a part of the total (total variation)."""
        return ALIKE - total_variation(x.shares, y.shares) / self.total

    def closeness(self, x: Allocation, y: Allocation) -> Closeness:
        """Aligned and partial up to `tolerance` and `near` percent of the total elsewhere."""
        distance = total_variation(x.shares, y.shares) * PERCENT
        if distance <= self.tolerance * self.total:
            return Closeness.ALIGNED
        return Closeness.PARTIAL if distance <= self.near * self.total else Closeness.DIVERGENT

    def wording(self, value: Allocation, language: str) -> str:
        """Return each choice with its share."""
        unit = self.unit[language]
        return listed(
            (f"{c.label[language]} {number_text(value.share(c.id))}{unit}" for c in self.choices),
            language,
        )

    @property
    def labels(self) -> tuple[Choice, ...]:
        """What the total is divided among."""
        return self.choices
