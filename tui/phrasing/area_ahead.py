"""What lies ahead in an area, in words: which one it is, how many questions, how many minutes."""

from tui.domain.outlook import Outlook
from tui.i18n import Phrases


def area_place(ahead: Outlook, say: Phrases) -> str:
    """Return which area of how many it is, without its name."""
    return say("area.place", place=ahead.place, areas=len(ahead.areas))


def area_size(ahead: Outlook, say: Phrases) -> str:
    """Return how many questions it asks, or all from it on, and about how many minutes that is."""
    count = len(ahead.questions)
    key = "area.size_one" if count == 1 else "area.size"
    size = say(key if ahead.is_exact else "area.size_about", count=count, minutes=ahead.minutes)
    return say("area.to_end", size=size) if ahead.is_to_end else size


def area_summary(ahead: Outlook, say: Phrases, *, sized: bool = True) -> str:
    """Return its name and which one it is in one line; with `sized`, also how long it takes."""
    parts = [ahead.area.title[say.language], area_place(ahead, say)]
    return " · ".join([*parts, area_size(ahead, say)] if sized else parts)
