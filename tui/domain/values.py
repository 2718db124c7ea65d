"""The values that an answer can have, and their form in TOML."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """A range of numbers from `low` to `high`, both included."""

    low: Decimal
    """The lower end."""
    high: Decimal
    """The upper end, at least the lower one."""


@dataclass(frozen=True, slots=True)
class Allocation:
    """A total divided among choices."""

    shares: Mapping[str, Decimal]
    """Choice id to share, in the order of the question's choices."""

    def share(self, choice: str) -> Decimal:
        """Return the share of a choice; 0 if it has none."""
        return self.shares.get(choice, Decimal(0))


Value = str | int | Decimal | date | tuple[str, ...] | Range | Allocation
"""A choice id or a text, a level, a number, a day, chosen or ranked ids, a range, or shares."""

Plain = str | int | Decimal | date | list[str] | dict[str, int | Decimal]
"""A value as TOML holds it."""


def day_number(day: date) -> Decimal:
    """Return the number of a day, so that days can be compared as numbers are.

    >>> day_number(date(2026, 12, 5)) - day_number(date(2026, 11, 30))
    Decimal('5')
    """
    return Decimal(day.toordinal())


def numbered_day(number: Decimal) -> date:
    """Return the day of a number; the inverse of `day_number`."""
    return date.fromordinal(int(number))


def plain_number(number: Decimal) -> int | Decimal:
    """Return a number as TOML holds it: an integer if it is whole, else without trailing zeros.

    >>> plain_number(Decimal("30.0")), plain_number(Decimal("2.50"))
    (30, Decimal('2.5'))
    """
    if number == number.to_integral_value():
        return int(number)
    return number.normalize()


def number_text(number: Decimal | int) -> str:
    """Return a number in digits, without an exponent and without trailing zeros.

    >>> number_text(Decimal("3E+6")), number_text(Decimal("0.50"))
    ('3000000', '0.5')
    """
    return f"{Decimal(plain_number(Decimal(number))):f}"
