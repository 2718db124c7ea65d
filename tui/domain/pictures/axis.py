"""The axis of a picture: from where to where it goes, and what is written below it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from tui.domain.values import day_number, numbered_day

_ZERO, _ONE, _TEN = Decimal(0), Decimal(1), Decimal(10)
_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
"""A round number is one of these, times a power of ten."""
_AIR = Decimal("1.25")
"""How much farther than the larger answer an axis goes, so that a gap is not the whole of it."""
_INTERVALS = range(4, 9)
"""Into how many parts ticks may divide an axis."""
_MONTH = Decimal(31)
_YEAR = 12
_PERIODS = (1, 3, 12, 24, 60, 120, 1200, 12_000)
"""Months between two ticks of an axis of days."""
_DOUBLING = 64
"""The factor between two answers up to which the ticks of a logarithmic axis double."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A line from the number `low` to the number `high`."""

    low: Decimal
    """Where it begins."""
    high: Decimal
    """Where it ends."""
    ticks: tuple[Decimal, ...]
    """The numbers to write below it, in order."""
    is_days: bool = False
    """Whether its numbers are those of days."""
    is_log: bool = False
    """Whether equal factors, not equal differences, are equally long on it."""

    def place(self, value: Decimal) -> Decimal:
        """Return how much of the axis lies before a value, in [0, 1]."""
        within = min(max(value, self.low), self.high)
        return self.share(within / self.low if self.is_log else within - self.low)

    def share(self, distance: Decimal) -> Decimal:
        """Return how long a difference (on a logarithmic axis, a factor) is; the axis is 1."""
        if self.high == self.low:
            return _ZERO
        if self.is_log:
            return distance.ln() / (self.high / self.low).ln()
        return distance / (self.high - self.low)


def levels(low: int, high: int) -> Axis:
    """Return the axis of whole numbers that has a tick for each of them."""
    return Axis(Decimal(low), Decimal(high), tuple(map(Decimal, range(low, high + 1))))


def linear(values: Iterable[Decimal], minimum: Decimal, maximum: Decimal) -> Axis:
    """Return an axis from 0 or `minimum` to a round number above all values.

    It is not zoomed to the values: a small gap must look small.

    Args:
        values: The numbers to stand on it.
        minimum: The least valid number.
        maximum: The greatest valid number; the axis goes farther only where a value does.
    """
    told = list(values)
    smallest, largest = min(told), max(told)
    is_whole = all(value == value.to_integral_value() for value in told)
    below, above = (_outside(end, is_whole=is_whole) for end in (smallest, largest))
    low = min(max(minimum, min(below, _ZERO)), smallest)
    high = max(min(maximum, max(above, _ZERO)), largest)
    if high <= low:  # all is zero
        high = low + _ONE
    return Axis(low, high, tuple(_ticks(low, high, is_whole=is_whole)))


def logarithmic(values: Iterable[Decimal]) -> Axis:
    """Return an axis on which factors can be compared, with a tick to spare at each end.

    Args:
        values: The numbers to stand on it, all above 0.
    """
    told = list(values)
    smallest, largest = min(told), max(told)
    factor, step = largest / smallest, Decimal(2)
    if factor > _DOUBLING:
        step = _TEN
        while factor > step**6:
            step *= _TEN
    # Ticks with two digits at the most, so that they can be read.
    unit = _ONE.scaleb(smallest.adjusted() - 1)
    tick = (smallest / unit).to_integral_value(ROUND_FLOOR) * unit
    ticks = [tick / step, tick]
    while ticks[-1] < largest:
        ticks.append(ticks[-1] * step)
    ticks.append(ticks[-1] * step)
    return Axis(ticks[0], ticks[-1], tuple(ticks), is_log=True)


def days(values: Iterable[Decimal]) -> Axis:
    """Return an axis of days with a tick where a week, a month or a year begins.

    It goes at least a month farther than the values on either side: a few days must look few.

    Args:
        values: The numbers of the days to stand on it.
    """
    told = list(values)
    smallest, largest = min(told), max(told)
    air = max(_MONTH, (largest - smallest) / 4).to_integral_value(ROUND_FLOOR)
    low = max(smallest - air, day_number(date.min))
    high = min(largest + air, day_number(date.max))
    return Axis(low, high, tuple(_first_days(low, high)), is_days=True)


def _first_days(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return the first days of as short a period as leaves few enough ticks; the ends at worst."""
    first, last = numbered_day(low), numbered_day(high)
    for months in _PERIODS:
        ticks = [
            day_number(date(year, month + 1, 1))
            for year in range(first.year, last.year + 1)
            if months < _YEAR or year % (months // _YEAR) == 0
            for month in range(0, _YEAR, months)
        ]
        within = [tick for tick in ticks if low <= tick <= high]
        if len(within) <= _INTERVALS.stop:
            return within if len(within) > 1 else [low, high]
    return [low, high]


def _outside(value: Decimal, *, is_whole: bool) -> Decimal:
    """Return the first round number that lies a quarter farther from 0 than a value."""
    if value == 0:
        return _ZERO
    distance = abs(value) * _AIR
    found = next(number for number in _round_from(distance) if not is_whole or number % 1 == 0)
    return found.copy_sign(value)


def _round_from(least: Decimal) -> Iterator[Decimal]:
    """Yield the round numbers from `least` on."""
    power = least.adjusted()
    while True:
        for digits in _ROUND:
            if (number := digits.scaleb(power)) >= least:
                yield number
        power += 1


def _ticks(low: Decimal, high: Decimal, *, is_whole: bool) -> Iterator[Decimal]:
    """Yield from four to eight round numbers, the ends of the axis among them."""
    span = high - low
    steps = [step for power in (1, 0, -1) for step in _steps(span.adjusted() + power - 1)]
    if is_whole:
        steps = [step for step in steps if step % 1 == 0] or [_ONE]
    even = (s for s in steps if span % s == 0 and low % s == 0 and span / s in _INTERVALS)
    step = next(even, None) or next((s for s in steps if span / s >= _INTERVALS.start), steps[-1])
    yield low
    tick = (low / step).to_integral_value(ROUND_FLOOR) * step + step
    while tick < high:
        if tick - low > step / 2 and high - tick > step / 2:
            yield tick
        tick += step
    yield high


def _steps(power: int) -> Iterator[Decimal]:
    """Yield the round numbers of a power of ten, the greatest first."""
    return (digits.scaleb(power) for digits in reversed(_ROUND))
