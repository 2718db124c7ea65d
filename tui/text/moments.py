"""When something was, as people say it of the last days."""

from datetime import datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def told_moment(moment: datetime, now: datetime, language: str) -> str:
    """Return when something was: of today the time, of the last week the weekday, else the day.

    Args:
        moment: When it was, by the local clock.
        now: What it is relative to; what lies after it, by a clock set back, is told as a day.
        language: The tag of the language to tell it in.

    >>> now = datetime(2026, 11, 26, 15, 0)
    >>> [told_moment(datetime(2026, 11, day, 14, 21), now, "en") for day in (26, 25, 23, 12)]
    ['today 14:21', 'yesterday', 'Mon', '12 Nov']
    >>> [told_moment(datetime(2026, 11, day, 14, 21), now, "zh-CN") for day in (26, 25, 23, 12)]
    ['今天 14:21', '昨天', '周一', '11月12日']
    >>> told_moment(datetime(2025, 3, 1), now, "en"), told_moment(datetime(2025, 3, 1), now, "zh")
    ('1 Mar 2025', '2025年3月1日')
    """
    is_chinese = language.startswith("zh")
    days = (now.date() - moment.date()).days
    if days == 0:
        return f"{'今天' if is_chinese else 'today'} {moment:%H:%M}"
    if days == 1:
        return "昨天" if is_chinese else "yesterday"
    if 1 < days < 7:
        weekday = moment.weekday()
        return f"周{'一二三四五六日'[weekday]}" if is_chinese else _WEEKDAYS[weekday]
    is_near = moment.year == now.year
    if is_chinese:
        return f"{'' if is_near else f'{moment.year}年'}{moment.month}月{moment.day}日"
    return f"{moment.day} {_MONTHS[moment.month - 1]}{'' if is_near else f' {moment.year}'}"
