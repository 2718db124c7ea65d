"""A day as people write it: 2026-12-05, 2026/12/5, 2026年12月5日, or 12月5日 alone."""

import re
import unicodedata
from datetime import date

_WITH_YEAR = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_WITHOUT = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*日?")


def day_of(text: str, today: date) -> date:
    """Return the day that `text` names; without a year, the next such day from `today` on.

    Raises:
        ValueError: It names no day.

    >>> day_of("2026/12/5", date(2026, 11, 23)), day_of("1月8日", date(2026, 11, 23))
    (datetime.date(2026, 12, 5), datetime.date(2027, 1, 8))
    """
    narrow = unicodedata.normalize("NFKC", text).strip()
    if full := _WITH_YEAR.fullmatch(narrow):
        year, month, day = map(int, full.groups())
        if _is_day(year, month, day):
            return date(year, month, day)
    if short := _WITHOUT.fullmatch(narrow):
        month, day = map(int, short.groups())
        years = (today.year + later for later in range(9))  # the 29th of February comes by then
        days = (date(year, month, day) for year in years if _is_day(year, month, day))
        found = next((found for found in days if found >= today), None)
        if found is not None:
            return found
    raise ValueError(text)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
