"""A meeting: the time that was spent on it, and what holds once it is closed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What came of the meeting itself, besides the decisions on its questions."""

    seconds: int = 0
    """Seconds that the two have talked, altogether."""
    next_date: date | None = None
    """The day on which the two meet again; None where none is agreed."""
    closed_on: date | None = None
    """The day on which it was closed; None before that."""


NO_MEETING = Meeting()
"""The meeting of a session in which nothing was talked about yet."""
