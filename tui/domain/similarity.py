"""Measures of the similarity of two answers, from 0 to 1, one for each type of value.

Source: the general coefficient of Gower (1971), with the ordinal form of Kaufman and Rousseeuw
(1990). The distance at which two answers have nothing in common is declared by the question. It is
never taken from the answers: with only two respondents, every unequal pair would be at 0.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import combinations

ALIKE = Decimal(1)
"""The similarity of equal answers."""
HALF_ALIKE = Decimal("0.5")
"""The similarity of two choices that the question declares a near pair."""
UNLIKE = Decimal(0)
"""The similarity of answers with nothing in common."""


def linear(x: Decimal, y: Decimal, span: Decimal) -> Decimal:
    """Return `1 - |x - y| / span`, at least 0 (Gower 1971).

    Args:
        x: One number.
        y: The other number.
        span: The distance at which two numbers have nothing in common; above 0.

    >>> linear(Decimal(30), Decimal(60), Decimal(60))
    Decimal('0.5')
    """
    return max(UNLIKE, ALIKE - abs(x - y) / span)


def proportional(x: Decimal, y: Decimal, ratio: Decimal) -> Decimal:
    """Return `1 - |ln(x / y)| / ln(ratio)`, at least 0.

    This is for amounts, where a factor of two is the same distance at 3 thousand as at 3 million.
    Two zeros have similarity 1, zero and any other number 0.

    Args:
        x: One number.
        y: The other number.
        ratio: The quotient at which two numbers have nothing in common; above 1.

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
    """Return the size of the intersection divided by the size of the union (Jaccard 1901).

    >>> jaccard({"a", "b", "c"}, {"a", "b", "d"})
    Decimal('0.5')
    """
    union = x | y
    return Decimal(len(x & y)) / len(union) if union else ALIKE


def opposed_pairs(x: Sequence[str], y: Sequence[str], items: Iterable[str]) -> tuple[Decimal, int]:
    """Return how many pairs two rankings put in opposite order, of how many (Kendall's distance).

    What is not ranked is tied behind the rest. A pair counts if at least one of the two orders it;
    where the other ties it, it is opposed by half (Fagin, Kumar and Sivakumar 2003, p = 1/2).

    Args:
        x: What one ranks, the first first.
        y: What the other ranks.
        items: All that there is to rank.

    >>> opposed_pairs("01234", "03214", "01234"), opposed_pairs("ab", "ac", "abcd")
    ((Decimal('3'), 10), (Decimal('2.0'), 6))
    """
    places = [{item: place for place, item in enumerate(order)} for order in (x, y)]
    opposed, pairs = UNLIKE, 0
    for one, other in combinations(items, 2):
        ours, theirs = (at.get(one, len(at)) - at.get(other, len(at)) for at in places)
        if ours or theirs:
            pairs += 1
        if ours * theirs < 0:
            opposed += ALIKE
        elif bool(ours) is not bool(theirs):
            opposed += HALF_ALIKE
    return opposed, pairs


def kendall(x: Sequence[str], y: Sequence[str], items: Iterable[str]) -> Decimal:
    """Return 1 minus the share of opposed pairs (Kendall 1938, scaled to [0, 1]).

    >>> kendall("01234", "03214", "01234")
    Decimal('0.7')
    """
    opposed, pairs = opposed_pairs(x, y, items)
    return ALIKE - opposed / pairs if pairs else ALIKE


def total_variation(x: Mapping[str, Decimal], y: Mapping[str, Decimal]) -> Decimal:
    """Return how much of the total is in other places: half the sum of all differences.

    >>> total_variation({"a": Decimal(30), "b": Decimal(70)}, {"a": Decimal(40), "b": Decimal(60)})
    Decimal('10')
    """
    nothing = Decimal(0)
    return sum((abs(x.get(k, nothing) - y.get(k, nothing)) for k in {*x, *y}), nothing) / 2


def overlap(x: tuple[Decimal, Decimal], y: tuple[Decimal, Decimal]) -> Decimal:
    """Return the length that two ranges share, divided by the length from end to end.

    Equal ranges have similarity 1, even if each is one point. A point and a range, or two ranges
    that only touch, have similarity 0.

    >>> overlap((Decimal(5), Decimal(8)), (Decimal(7), Decimal(12))) == Decimal(1) / 7
    True
    """
    if x == y:
        return ALIKE
    shared = min(x[1], y[1]) - max(x[0], y[0])
    return shared / (max(x[1], y[1]) - min(x[0], y[0])) if shared > 0 else UNLIKE
