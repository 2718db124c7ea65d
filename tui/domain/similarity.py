"""How alike two answers are, from 0 to 1: one formula a shape of answer.

The general coefficient is Gower's (1971), with Kaufman and Rousseeuw's ordinal form. What counts
as the whole distance is declared by the question, never taken from the two answers: with two
respondents any unequal pair would come out as 0.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import combinations

ALIKE = Decimal(1)
"""The similarity of equal answers."""
HALF_ALIKE = Decimal("0.5")
"""The similarity of a declared near pair."""
UNLIKE = Decimal(0)
"""The similarity of answers with nothing in common."""


def linear(x: Decimal, y: Decimal, span: Decimal) -> Decimal:
    """Return 1 less the distance as a part of `span`, not below 0.

    >>> linear(Decimal(30), Decimal(60), Decimal(60))
    Decimal('0.5')
    """
    return max(UNLIKE, ALIKE - abs(x - y) / span)


def proportional(x: Decimal, y: Decimal, ratio: Decimal) -> Decimal:
    """Return 1 less the distance of the logarithms as a part of that of `ratio`, not below 0.

    For amounts, where twice as much is as far off at 3 thousand as at 3 million. Two zeros are
    alike; zero and anything else are not.

    >>> proportional(Decimal(3000000), Decimal(6000000), Decimal(4)).quantize(Decimal("0.01"))
    Decimal('0.50')
    """
    lower, upper = sorted((x, y))
    if lower == upper:
        return ALIKE
    if lower <= 0:
        return UNLIKE
    return max(UNLIKE, ALIKE - (upper.ln() - lower.ln()) / ratio.ln())


def jaccard(x: AbstractSet[str], y: AbstractSet[str]) -> Decimal:
    """Return the size of the intersection as a part of that of the union.

    >>> jaccard({"a", "b", "c"}, {"a", "b", "d"})
    Decimal('0.5')
    """
    union = x | y
    return Decimal(len(x & y)) / len(union) if union else ALIKE


def opposed_pairs(x: Sequence[str], y: Sequence[str]) -> int:
    """Count the pairs that the two rankings put in opposite order (Kendall's K).

    >>> opposed_pairs("01234", "03214")
    3
    """
    place = {item: position for position, item in enumerate(y)}
    return sum(place[first] > place[second] for first, second in combinations(x, 2))


def kendall(x: Sequence[str], y: Sequence[str]) -> Decimal:
    """Return 1 less the opposed pairs as a part of all pairs.

    >>> kendall("01234", "03214")
    Decimal('0.7')
    """
    pairs = len(x) * (len(x) - 1) // 2
    return ALIKE - Decimal(opposed_pairs(x, y)) / pairs if pairs else ALIKE


def total_variation(x: Mapping[str, Decimal], y: Mapping[str, Decimal]) -> Decimal:
    """Return how much of the total stands elsewhere, in the unit of the shares (total variation).

    >>> total_variation({"a": Decimal(30), "b": Decimal(70)}, {"a": Decimal(40), "b": Decimal(60)})
    Decimal('10')
    """
    nothing = Decimal(0)
    return sum((abs(x.get(k, nothing) - y.get(k, nothing)) for k in {*x, *y}), nothing) / 2


def overlap(x: tuple[Decimal, Decimal], y: tuple[Decimal, Decimal]) -> Decimal:
    """Return the length of what two ranges share as a part of what they cover together.

    Equal points are alike; a point against a range, or ranges that only touch, are not.

    >>> overlap((Decimal(5), Decimal(8)), (Decimal(7), Decimal(12))) == Decimal(1) / 7
    True
    """
    if x == y:
        return ALIKE
    shared = min(x[1], y[1]) - max(x[0], y[0])
    return shared / (max(x[1], y[1]) - min(x[0], y[0])) if shared > 0 else UNLIKE
