"""Contrast: in what two answers to a question agree and in what they differ.

A verdict says how close two answers are; a contrast says why, so that nobody is told that two
answers are the same unless they are.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

V_co = TypeVar("V_co", covariant=True)


class Relation(StrEnum):
    """How two values stand to each other."""

    SAME = "same"
    """They are equal."""
    OTHER = "other"
    """They are different choices, or different words."""
    NEAR_PAIR = "near_pair"
    """They are different choices that the question declares near each other."""
    WITHIN = "within"
    """They are numbers that differ by no more than the tolerance."""
    APART = "apart"
    """They are numbers that differ by more than the tolerance."""
    TIMES_WITHIN = "times_within"
    """They are amounts that differ by a factor of no more than the tolerance."""
    TIMES_APART = "times_apart"
    """They are amounts that differ by a factor of more than the tolerance."""
    LEVELS = "levels"
    """They are levels of a scale."""
    ENDS_WITHIN = "ends_within"
    """They are ranges, both ends of which differ by no more than the tolerance."""
    ENDS_TIMES_WITHIN = "ends_times_within"
    """They are ranges, both ends of which differ by a factor of no more than the tolerance."""
    OVERLAP = "overlap"
    """They are ranges that have a stretch in common."""
    TOUCH = "touch"
    """They are ranges that have one point in common."""
    GAP = "gap"
    """They are ranges that have nothing in common."""
    SHARES = "shares"
    """They divide a total in different ways."""
    PICKS = "picks"
    """They are sets of choices that have some in common."""
    OTHER_PICKS = "other_picks"
    """They are sets of choices that have none in common."""
    SAME_FIRST = "same_first"
    """They are rankings that begin with the same choice."""
    OTHER_FIRST = "other_first"
    """They are rankings that begin with different choices."""
    NOT_APPLICABLE = "not_applicable"
    """One party answers, and the other says that the question does not apply to it."""


@dataclass(frozen=True, slots=True)
class Contrast(Generic[V_co]):
    """In what two values agree and differ; of each field, nothing where it does not apply."""

    relation: Relation
    """How the two stand to each other."""
    apart: Decimal | None = None
    """The distance, factor, gap, or the part of a total that is in other places."""
    bound: Decimal | None = None
    """What the distance is held against: the tolerance, the levels of a scale, or the total."""
    shared: V_co | None = None
    """What both say: the choices, the stretch of two ranges, the first or the last of a ranking."""
    only: tuple[V_co | None, V_co | None] = (None, None)
    """What only one of them says, or how each begins."""


SAME: Contrast[Any] = Contrast(Relation.SAME)
"""The contrast of two equal values."""
