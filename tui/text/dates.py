"""Days as people say them: read from what was typed, and told so that a misreading shows."""

import contextlib
import re
import unicodedata
from calendar import monthrange
from datetime import date

from tui.text.day_forms import MONTHS, WEEKDAY_OF, WEEKDAYS, day_forms, with_weekday

_CHINESE_DIGITS = "〇一二三四五六七八九"
_CHINESE_NUMBER = re.compile(r"[零〇一二两三四五六七八九十]+")
_DEADLINE = re.compile(r"(?:by|before|on)(.+)|(.+?)[之以]?前")


def parse_day(text: str, today: date) -> date:
    """Return the day that `text` names.

    Args:
        text: What a person typed: Chinese or English, of any width and case.
        today: What the text is relative to.

    Raises:
        ValueError: The text names no day.

    >>> monday = date(2026, 11, 23)
    >>> [str(parse_day(text, monday)) for text in ("2026/12/5", "12-05", "5 Dec", "十二月五号")]
    ['2026-12-05', '2026-12-05', '2026-12-05', '2026-12-05']
    >>> [str(parse_day(text, monday)) for text in ("fri", "next fri", "下周五", "+2w", "月底")]
    ['2026-11-27', '2026-12-04', '2026-12-04', '2026-12-07', '2026-11-30']
    """
    written = _plain(text)
    deadline = _DEADLINE.fullmatch(written)
    for said in (written, deadline and (deadline[1] or deadline[2])):
        if said and (day := _read(said, today) or _read_beside_weekday(said, today)):
            return day
    raise ValueError(text)


def told_day(day: date, language: str, today: date) -> str:
    """Return a day as it is shown beside the field that it was typed into.

    Args:
        day: The day that was understood.
        language: The tag of the language to tell it in, such as `zh-CN`.
        today: What its distance is counted from.

    >>> told_day(date(2026, 11, 27), "en", date(2026, 11, 26))
    'Fri 27 Nov 2026, tomorrow'
    >>> told_day(date(2026, 12, 5), "zh-CN", date(2026, 11, 26))
    '2026年12月5日 周六，9天后'
    """
    comma = "，" if language.startswith("zh") else ", "
    return f"{full_day(day, language)}{comma}{_distance(day, language, today)}"


def full_day(day: date, language: str) -> str:
    """Return a day with its weekday and year, as it is written.

    >>> full_day(date(2026, 12, 4), "en"), full_day(date(2026, 12, 4), "zh-CN")
    ('Fri 4 Dec 2026', '2026年12月4日 周五')
    """
    if language.startswith("zh"):
        weekday = "一二三四五六日"[day.weekday()]
        return f"{day.year}年{day.month}月{day.day}日 周{weekday}"
    weekday, month = WEEKDAYS[day.weekday()][:3].title(), MONTHS[day.month - 1][:3].title()
    return f"{weekday} {day.day} {month} {day.year}"


def months_on(day: date, months: int) -> date:
    """Return the day so many months later; after a 31st it is the last day of a short month.

    >>> str(months_on(date(2026, 12, 31), 2)), str(months_on(date(2027, 1, 5), -1))
    ('2027-02-28', '2026-12-05')
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def brief_day(day: date, language: str, year: int | None = None) -> str:
    """Return a day in few cells, without its year where that is `year`.

    >>> brief_day(date(2026, 12, 4), "en", 2026), brief_day(date(2027, 1, 8), "zh-CN", 2026)
    ('4 Dec', '2027年1月8日')
    """
    if language.startswith("zh"):
        told = f"{day.month}月{day.day}日"
        return told if day.year == year else f"{day.year}年{told}"
    told = f"{day.day} {MONTHS[day.month - 1][:3].title()}"
    return told if day.year == year else f"{told} {day.year}"


def near_day(day: date, language: str, today: date) -> str:
    """Return a day as short as a list has room for, with how far it is.

    Args:
        day: The day.
        language: The tag of the language to tell it in, such as `zh-CN`.
        today: What its distance is counted from.

    >>> near_day(date(2026, 11, 27), "en", date(2026, 11, 26))
    '27 Nov, tomorrow'
    >>> near_day(date(2027, 1, 5), "zh-CN", date(2026, 11, 26))
    '2027年1月5日，40天后'
    """
    comma = "，" if language.startswith("zh") else ", "
    return f"{brief_day(day, language, today.year)}{comma}{_distance(day, language, today)}"


def _distance(day: date, language: str, today: date) -> str:
    """Return how far a day is from today, in words."""
    days = (day - today).days
    if language.startswith("zh"):
        near = {-1: "昨天", 0: "今天", 1: "明天", 2: "后天"}
        return near.get(days) or f"{abs(days)}天{'后' if days > 0 else '前'}"
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return near.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")


def _plain(text: str) -> str:
    """Return `text` narrow, small and without blanks, its Chinese numbers as digits."""
    narrow = unicodedata.normalize("NFKC", text).casefold()
    # Between two digits a blank stays: "1 2月5日" is no day.
    closed = re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", narrow)
    weeks = re.sub("个?(?:星期|礼拜)|个周", "周", closed)
    return _CHINESE_NUMBER.sub(lambda found: _digits(found[0]), weeks)


def _digits(number: str) -> str:
    """Return a Chinese number in digits: 十二 is 12, 二〇二六 is 2026."""
    plain = number.replace("两", "二").replace("零", "〇")
    tens, ten, ones = plain.partition("十")
    if not ten:
        return "".join(str(_CHINESE_DIGITS.index(digit)) for digit in plain)
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return number
    return f"{_CHINESE_DIGITS.index(tens or '一')}{_CHINESE_DIGITS.index(ones or '〇')}"


def _read(written: str, today: date) -> date | None:
    """Return the day of the first form that fits and names one."""
    for form, meaning in day_forms():
        if found := form.fullmatch(written):
            with contextlib.suppress(ValueError, OverflowError):  # no such day; after 9999
                return meaning(today, *(word for word in found.groups() if word is not None))
    return None


def _read_beside_weekday(written: str, today: date) -> date | None:
    """Return the day of a text that also says which weekday it is, and is right."""
    found = with_weekday().fullmatch(written)
    if found is None:
        return None
    name, rest = (found[1], found[2]) if found[1] else (found[4], found[3])
    day = _read(rest, today)
    return day if day is not None and day.weekday() == WEEKDAY_OF[name] else None
