"""The pictures of where two parties stand: geometry and words, without cells and colours.

What belongs to the two parties is a pair, in the order of the questionnaire.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.pictures.axis import Axis
from tui.domain.questions.number import Measure
from tui.domain.values import Range

T = TypeVar("T")
Pair = tuple[T, T]
"""One of each party."""


class Absence(StrEnum):
    """Why a party has no mark in a picture."""

    UNDECIDED = "undecided"
    LATER = "later"
    NOT_APPLICABLE = "not_applicable"
    UNCONFIRMED = "unconfirmed"
    """Its answer is to an older wording."""
    UNANSWERED = "unanswered"
    NOT_ASKED = "not_asked"


Absent = Pair[Absence | None]
"""Why a party has no mark; None for one that has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePicture:
    """Two marks or two bars on one axis: of a number, a range or a scale."""

    axis: Axis
    """The axis."""
    spans: Pair[Range | None]
    """Where each party stands, from its lower to its upper number; of one number, twice it."""
    absent: Absent
    """Why one of them stands nowhere."""
    measure: Measure | None
    """How numbers are told in words; None on a scale, whose numbers are levels."""
    is_range: bool = False
    """Whether the answers are ranges, so that what they have in common is marked."""
    ends: Pair[LocalizedText] = (NO_TEXT, NO_TEXT)
    """What the ends of a scale mean."""
    levels: tuple[LocalizedText, ...] = ()
    """What each level of a scale means; nothing where only its ends are told."""
    rulers: Pair[Decimal | None] = (None, None)
    """The difference (or factor) that counts as agreed, and the one that counts as near."""

    @property
    def is_scale(self) -> bool:
        """Whether the numbers are the levels of a scale, which stand on the line itself."""
        return self.measure is None

    @property
    def between(self) -> Range | None:
        """What lies between two different numbers, or between ranges that do not meet."""
        first, second = self.spans
        if first is None or second is None:
            return None
        low, high = min(first.high, second.high), max(first.low, second.low)
        return Range(low, high) if low < high else None

    @property
    def common(self) -> Range | None:
        """What two ranges have in common."""
        first, second = self.spans
        if first is None or second is None or not self.is_range:
            return None
        low, high = max(first.low, second.low), min(first.high, second.high)
        return Range(low, high) if low <= high else None


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """One row of a picture of many: a share of a total, or a place in a ranking."""

    label: LocalizedText
    """Of what it is the share or the place."""
    places: Pair[Decimal | None]
    """What each party gives it."""

    @property
    def gap(self) -> Decimal | None:
        """How far the two are apart; None where one of them says nothing."""
        first, second = self.places
        return None if first is None or second is None else abs(first - second)


@dataclass(frozen=True, slots=True, kw_only=True)
class DumbbellPicture:
    """A row for each choice, the one on which the two are farthest apart first."""

    axis: Axis
    """What all rows are drawn along."""
    rows: tuple[Dumbbell, ...]
    """The rows."""
    absent: Absent
    """Why one of the parties stands nowhere."""
    is_ranking: bool
    """Whether the numbers are places, else shares of a total."""
    unit: LocalizedText = NO_TEXT
    """The unit of shares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnsPicture:
    """Which of several choices both name, and which only one of them."""

    both: tuple[LocalizedText, ...]
    """What both name."""
    only: Pair[tuple[LocalizedText, ...]]
    """What only this party names."""
    absent: Absent
    """Why one of the parties names nothing."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the choices of which each party takes one."""

    label: LocalizedText
    """Its text."""
    chosen: Pair[bool]
    """Whether the party took it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionsPicture:
    """The choices in their order, with who took which."""

    options: tuple[Option, ...]
    """The choices."""
    near: tuple[Pair[int], ...]
    """Pairs that count as near: their places in `options`, the earlier first."""
    absent: Absent
    """Why one of the parties took none."""

    @property
    def joined(self) -> tuple[Pair[int], ...]:
        """The near pairs of which one was taken: first those of which both were, then the close."""
        taken = [any(option.chosen) for option in self.options]
        told = (pair for pair in self.near if taken[pair[0]] or taken[pair[1]])
        return tuple(
            sorted(told, key=lambda pair: (not all(taken[at] for at in pair), pair[1] - pair[0]))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsPicture:
    """Both answers side by side, as only people can compare words."""

    texts: Pair[str]
    """What each party wrote; empty if it wrote nothing."""
    absent: Absent
    """Why one of them wrote nothing."""


@dataclass(frozen=True, slots=True)
class PrivatePicture:
    """Whether private answers meet: no axis, no figure, no distance."""

    meets: bool
    """Whether they do."""


Picture = (
    LinePicture | DumbbellPicture | ColumnsPicture | OptionsPicture | TextsPicture | PrivatePicture
)
"""Where the two stand on a question."""
