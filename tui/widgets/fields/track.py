"""A stretch of numbers to step along and to click on."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from textual.content import Content

from tui.widgets.fields.base import Canvas
from tui.widgets.lines import Target

_FINE = 400
"""Up to so many numbers the least difference is a step for the hand."""


@dataclass(frozen=True, slots=True)
class Track:
    """The numbers between two bounds."""

    minimum: Decimal
    """The lowest."""
    maximum: Decimal
    """The highest."""
    unit: Decimal = Decimal(1)
    """The least difference that is stepped."""
    by_ratio: bool = False
    """Whether factors count rather than differences, as with money."""

    @property
    def is_fine(self) -> bool:
        """Whether it has few enough numbers to reach each of them by small steps."""
        return self.maximum - self.minimum <= _FINE * self.unit

    def stride(self, number: Decimal) -> Decimal:
        """Return the long step at `number`: a round twentieth of all; by ratio, a tenth of it."""
        part = abs(number) / 10 if self.by_ratio else (self.maximum - self.minimum) / 20
        return max(self.unit, _round_part(part))

    def beyond(self, number: Decimal | None, way: int, *, fine: bool = False) -> Decimal:
        """Return the next round number.

        Args:
            number: Where to step from; None enters the track at the end that lies behind.
            way: 1 for upwards, -1 for downwards.
            fine: Whether to take the least step, where the track has few enough numbers for it.

        >>> hundred = Track(Decimal(0), Decimal(100))
        >>> [int(hundred.beyond(Decimal(n), 1)) for n in (0, 37, 100)]
        [5, 40, 100]
        """
        if number is None:
            return self.minimum if way > 0 else self.maximum
        start = self._within(number)
        step = self.unit if fine and self.is_fine else self.stride(start)
        steps = math.floor(start / step) + 1 if way > 0 else math.ceil(start / step) - 1
        return self._within(steps * step)

    def cell(self, number: Decimal, cells: int) -> int:
        """Return the cell of `cells` that `number` stands in."""
        low, high, place = map(self._place, (self.minimum, self.maximum, self._within(number)))
        return round((place - low) / (high - low) * (cells - 1))

    def at(self, cell: int, cells: int) -> Decimal:
        """Return the round number that a click on a cell means; the ends are the bounds."""
        if not 0 < cell < cells - 1:
            return self.maximum if cell > 0 else self.minimum
        low, high = self._place(self.minimum), self._place(self.maximum)
        place = low + (high - low) * cell / (cells - 1)
        number = Decimal(math.exp(place) - self._shift if self.by_ratio else place)
        # By ratio two digits tell enough; else what the long step reaches.
        step = Decimal(1).scaleb(number.adjusted() - 1) if self.by_ratio else self.stride(number)
        step = max(self.unit, step)
        return self._within((number / step).to_integral_value(ROUND_HALF_UP) * step)

    def _place(self, number: Decimal) -> float:
        return math.log(float(number) + self._shift) if self.by_ratio else float(number)

    @property
    def _shift(self) -> float:
        """What keeps the logarithm finite at zero, and leaves the smallest numbers some room."""
        span = float(self.maximum - self.minimum)
        return 0.0 if self.minimum > 0 else max(float(self.unit), span / 1000)

    def _within(self, number: Decimal) -> Decimal:
        return min(max(number, self.minimum), self.maximum)


def _round_part(number: Decimal) -> Decimal:
    """Return the greatest of 1, 2 and 5 times a power of ten that is not above `number`."""
    if number <= 0:
        return Decimal(0)
    power = Decimal(1).scaleb(number.adjusted())
    return next(times * power for times in (5, 2, 1) if times * power <= number)


def drawn(canvas: Canvas, cells: int, knobs: Sequence[int], filled: range) -> Content:
    """Return a track of `cells` cells with its knobs, and with a bar over the filled ones."""
    appearance, marks = canvas.appearance, canvas.appearance.marks
    styles = {
        marks.knob: canvas.accent,
        marks.bar: appearance.foreground(canvas.party),
        marks.track: appearance.quiet,
    }
    signs = [marks.bar if cell in filled else marks.track for cell in range(cells)]
    for knob in knobs:
        signs[knob] = marks.knob
    runs = (("".join(run), styles[sign]) for sign, run in groupby(signs))
    return Content("").join(Content.styled(text, style) for text, style in runs)


def cell_targets(start: int, cells: int, prefix: str = "") -> tuple[Target, ...]:
    """Return a target for each cell of a track that begins at cell `start` of its line."""
    return tuple(
        Target(start + cell, start + cell + 1, f"{prefix}at:{cell}:{cells}")
        for cell in range(cells)
    )
