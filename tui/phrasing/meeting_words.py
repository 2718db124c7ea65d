"""A meeting in words."""

from tui.domain.report import ReportedMeeting
from tui.i18n import Phrases


def time_words(meeting: ReportedMeeting, say: Phrases) -> str:
    """Return how long was planned and how long was talked."""
    spent = meeting.seconds // 60
    if meeting.planned is None:
        return say("meeting.time_free", spent=spent)
    return say("meeting.time", planned=meeting.planned, spent=spent)
