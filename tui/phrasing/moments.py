"""When something was, as people say it of the last days."""

from datetime import datetime

from tui.i18n import Phrases

_WEEK = 7


def told_moment(moment: datetime, now: datetime, say: Phrases) -> str:
    """Return when something was: of today the time, of the last week the weekday, else the day.

    Args:
        moment: When it was, by the local clock.
        now: What it is relative to; what lies after it, by a clock set back, is told as a day.
        say: The language to tell it in.

    >>> now, say = datetime(2026, 11, 26, 15, 0), Phrases("en")
    >>> [told_moment(datetime(2026, 11, day, 14, 21), now, say) for day in (26, 25, 23, 12)]
    ['today 14:21', 'yesterday', 'Mon', '12 Nov']
    >>> told_moment(datetime(2025, 3, 1), now, say)
    '1 Mar 2025'
    """
    days = (now.date() - moment.date()).days
    if days == 0:
        return say("when.today", time=f"{moment:%H:%M}")
    if days == 1:
        return say("when.yesterday")
    if 1 < days < _WEEK:
        return say("when.weekdays").split()[moment.weekday()]
    month = say("when.months").split()[moment.month - 1]
    key = "when.day" if moment.year == now.year else "when.day_of_year"
    return say(key, day=moment.day, month=month, year=moment.year)
