"""The forms that a day is said in, each with its meaning: a table, and what it is made of.

A week begins on Monday. What names no year, month or week is the next such day from today on.
"next fri" is 下周五, the Friday of next week, so that both sides of a table who say the same thing
get the same day. 12-05 is month-day, as the trade in China writes; a first number above 12 can
only be a day, so 25/12 is in December. "27日前" is a deadline, "3天前" is past.

The words stand here and not in the catalogue, because they are read as well as told.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_COUNTS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def _beginnings(names: tuple[str, ...], first: int) -> dict[str, int]:
    """Number the names from `first`, under each of their beginnings of three letters or more."""
    return {
        name[:length]: number
        for number, name in enumerate(names, first)
        for length in range(len(name), 2, -1)
    }


WEEKDAY_OF = _beginnings(WEEKDAYS, 0) | {f"周{day}": n for n, day in enumerate("123456日")}
WEEKDAY_OF["周天"] = 6
_MONTH_OF = _beginnings(MONTHS, 1)
_COUNT_OF = {name: number for number, name in enumerate(_COUNTS, 1)} | {"a": 1, "an": 1}


def _first(today: date, days: Iterable[date | None]) -> date:
    """Return the first of the days that exists and is not past."""
    found = next((day for day in days if day is not None and day >= today), None)
    if found is None:
        raise ValueError(today)
    return found


def _day(year: int, month: int, day: int) -> date | None:
    """Return that day, None where the month has no such day."""
    return date(year, month, day) if 0 < day <= monthrange(year, month)[1] else None


def _months_on(today: date, months: int) -> tuple[int, int]:
    """Return the year and the month that is so many months after today's."""
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _month(word: str) -> int:
    number = _MONTH_OF.get(word) or int(word)
    if number not in range(1, 13):
        raise ValueError(word)
    return number


def _ahead(which: str) -> int:
    """Return how many weeks, months or years ahead "next", 下 or 明 says."""
    return which.count("下") + which.count("明") + which.count("next")


def _month_day(today: date, month: str, day: str, year: str | None = None) -> date:
    """Return a day of that year, or else the next such day."""
    if year is not None:
        return date(int(year), _month(month), int(day))
    years = range(today.year, today.year + 9)  # 29 February is at most 8 years away
    return _first(today, (_day(each, _month(month), int(day)) for each in years))


def _day_month(today: date, day: str, month: str, year: str | None = None) -> date:
    return _month_day(today, month, day, year)


def _year_month_day(today: date, year: str, month: str, day: str) -> date:
    return _month_day(today, month, day, year)


def _day_of_year(today: date, which: str, month: str, day: str) -> date:
    return date(today.year + _ahead(which), _month(month), int(day))


def _two_numbers(today: date, first: str, second: str, year: str | None = None) -> date:
    """Take the first number for the month wherever it can be one."""
    form = _day_month if int(first) > 12 else _month_day
    return form(today, first, second, year)


def _day_of_any_month(today: date, day: str) -> date:
    """Return the next day that has this number."""
    months = (_months_on(today, later) for later in range(3))  # of two months, one has a 31st
    return _first(today, (_day(*month, int(day)) for month in months))


def _day_of_month(today: date, which: str, day: str) -> date:
    return date(*_months_on(today, _ahead(which)), int(day))


def _weekday(today: date, name: str) -> date:
    return today + timedelta((WEEKDAY_OF[name] - today.weekday()) % 7)


def _weekday_of_week(today: date, which: str, name: str) -> date:
    return today + timedelta(WEEKDAY_OF[name] - today.weekday() + 7 * _ahead(which))


def _span(today: date, count: str, unit: str, direction: str = "") -> date:
    """Return the day that is so far away; a month on from a 31st is the month's last day."""
    number = _COUNT_OF.get(count) or int(count)
    if direction in ("前", "ago"):
        number = -number
    match unit[0]:
        case "d" | "天" | "日":
            return today + timedelta(number)
        case "w" | "周":
            return today + timedelta(7 * number)
        case "m" | "个":
            year, month = _months_on(today, number)
        case _:
            year, month = today.year + number, today.month
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _end_of(months: int) -> Callable[..., date]:
    """Return what gives the last day of a period of so many months: this one or the next."""

    def end(today: date, which: str = "") -> date:
        rest = months - 1 - (today.month - 1) % months
        return _last(*_months_on(today, rest + months * _ahead(which)))

    return end


def _end_of_month(today: date, month: str) -> date:
    """Return the next last day of a named month."""
    return _first(today, (_last(today.year + later, _month(month)) for later in range(2)))


def _in(days: int) -> Callable[[date], date]:
    return lambda today: today + timedelta(days)


_FORMS: tuple[tuple[str, Callable[..., date]], ...] = (
    ("今[天日]|today", _in(0)),
    ("明[天日]|tomorrow|tmr", _in(1)),
    ("后[天日]|(?:the)?dayaftertomorrow", _in(2)),
    ("大后[天日]", _in(3)),
    ("昨[天日]|yesterday", _in(-1)),
    ("YEAR[-/.年]N[-/.月]N[日号]?", _year_month_day),
    ("(今|明)年N月N[日号]?", _day_of_year),
    ("N月N[日号]?", _month_day),
    ("N[-/.]N(?:[-/.]YEAR)?", _two_numbers),
    ("MONTH[.]?N(?:st|nd|rd|th)?(?:[ ,]?YEAR)?", _month_day),
    ("(?:the)?N(?:st|nd|rd|th)?(?:of)?[-]?MONTH[.]?[-,]?YEAR?", _day_month),
    ("N[日号]|(?:the)?N(?:st|nd|rd|th)", _day_of_any_month),
    ("(本|这个?|下+个?)月N[日号]", _day_of_month),
    ("(?:this)?WEEKDAY", _weekday),
    ("(next)WEEKDAY", _weekday_of_week),
    ("(周[1-6日天])", _weekday),
    ("(本|这个?|下+个?)(周[1-6日天])", _weekday_of_week),
    (r"\+?(?:in|within)?COUNT(d|days?|w|weeks?|m|months?|y|years?)", _span),
    (r"COUNT(days?|weeks?|months?|years?)(ago|fromnow|fromtoday|later)", _span),
    (r"\+?(\d{1,4})(天|周|个月|年)", _span),
    (r"(\d{1,4})(天|周|个月|年)[之以]?([后内前])", _span),
    (r"(\d{1,4})(日)[之以]?([后内])", _span),
    ("(?:the)?endof(this|next|)(?:the)?month|(?:the)?month-?end|eom", _end_of(1)),
    ("(?:the)?endof(this|next|)(?:the)?quarter|(?:the)?quarter-?end|eoq", _end_of(3)),
    ("(?:the)?endof(this|next|)(?:the)?year|(?:the)?year-?end|eoy", _end_of(12)),
    ("(本|这个?|下+个?|)月[底末]", _end_of(1)),
    ("(本|这个?|下+个?|)季度?[底末]", _end_of(3)),
    ("(本|今|明|)年[底末]", _end_of(12)),
    ("N月[底末]|(?:the)?endofMONTH", _end_of_month),
)
"""What can be said and what it means, without blanks and with Chinese numbers as digits."""

_PIECES = {
    "WEEKDAY": f"({'|'.join(_beginnings(WEEKDAYS, 0))})",
    "MONTH": f"({'|'.join(_MONTH_OF)})",
    "COUNT": rf"(\d{{1,4}}|{'|'.join(_COUNT_OF)})",
    "YEAR": r"(\d{4})",
    "N": r"(\d{1,2})",
}


@cache
def day_forms() -> tuple[tuple[re.Pattern[str], Callable[..., date]], ...]:
    """Return all forms, compiled on first use: each with what gives its day.

    That is called with today and the groups that the form has found.
    """
    piece = re.compile("|".join(_PIECES))
    return tuple(
        (re.compile(piece.sub(lambda found: _PIECES[found[0]], form), re.ASCII), meaning)
        for form, meaning in _FORMS
    )


@cache
def with_weekday() -> re.Pattern[str]:
    """Return the form of a day with its weekday before it or behind it, such as `fri 27 nov`."""
    name = f"({'|'.join(WEEKDAY_OF)})"
    return re.compile(rf"{name}[,(]?(.+?)\)?|(.+?)[,(]?{name}\)?")
