"""Parsing of dates as people write them: 2026-12-05, 2026/12/5, 2026年12月5日, 12月5日."""

import re
import unicodedata
from datetime import date

_WITH_YEAR = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_WITHOUT = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*日?")


def parse_day(text: str, today: date) -> date:
    """Return the day that `text` names.

    Args:
        text: What a person typed.
        today: Where the text has no year, it means the next such day from this one on.

    Raises:
        ValueError: The text names no day.

    >>> parse_day("2026/12/5", date(2026, 11, 23)), parse_day("1月8日", date(2026, 11, 23))
    (datetime.date(2026, 12, 5), datetime.date(2027, 1, 8))
    """
    # NFKC also turns full-width digits into ASCII ones.
    narrow = unicodedata.normalize("NFKC", text).strip()
    if full := _WITH_YEAR.fullmatch(narrow):
        year, month, day = map(int, full.groups())
        if _is_day(year, month, day):
            return date(year, month, day)
    if short := _WITHOUT.fullmatch(narrow):
        month, day = map(int, short.groups())
        years = (today.year + later for later in range(9))  # 29 February is at most 8 years away
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
