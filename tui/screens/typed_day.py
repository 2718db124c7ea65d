"""A day that is typed letter by letter: kept as soon as it is one, and never a part of one."""

from datetime import date
from typing import NamedTuple

from tui.i18n import Phrases
from tui.text.dates import parse_day, told_day


class TypedDay(NamedTuple):
    """What stands in the field of a date."""

    day: date | None
    """The day to keep."""
    is_read: bool
    """Whether what was typed is a date, or nothing."""


def typed_day(typed: str, before: date | None) -> TypedDay:
    """Return the day that was typed.

    Args:
        typed: What stands in the field.
        before: The day that was kept before anybody typed here, which stays while it is half one:
            "next mon" is one, and "next month" is not.
    """
    written = typed.strip()
    if not written:
        return TypedDay(None, is_read=True)
    try:
        return TypedDay(parse_day(written, date.today()), is_read=True)
    except ValueError:
        return TypedDay(before, is_read=False)


def day_words(day: date | None, how: str, say: Phrases) -> str:
    """Return which day was understood; where there is none, how one may be written.

    Args:
        day: The day.
        how: The catalogue's entry that tells how one may be written.
        say: The interface's words.
    """
    return say(how) if day is None else told_day(day, say.language, date.today())
