"""The running clock of a discussion in words: quiet, with a word where time is over."""

from textual.content import Content

from tui.domain.timetable import Slot, Timetable
from tui.i18n import Phrases
from tui.widgets.appearance import Appearance


def meeting_words(table: Timetable, say: Phrases) -> str:
    """Return how long was talked, and of how much: "22 of 90 min"."""
    if table.limit is None:
        return say("clock.meeting_free", spent=table.seconds // 60)
    key = "clock.meeting_over" if table.is_over else "clock.meeting"
    return say(key, spent=table.seconds // 60, planned=table.limit)


def item_words(slot: Slot, say: Phrases, lacking: int = 0) -> str:
    """Return how long was talked about one item: "7 min on this"; where it is over, of how much.

    Args:
        slot: The time of the item.
        say: The interface's words.
        lacking: Minutes that it takes longer than there is time.
    """
    key = "clock.item_lacks" if lacking else "clock.item"
    key = "clock.item_over" if slot.is_over else key
    return say(key, spent=slot.seconds // 60, planned=slot.minutes, lacking=lacking)


def item_clock(slot: Slot, appearance: Appearance) -> Content:
    """Return the clock of an item as it is drawn: quiet while it is in its time, plain after."""
    style = appearance.plain if slot.is_over else appearance.quiet
    return Content.styled(item_words(slot, appearance.phrases), style)


def waiting_words(table: Timetable, say: Phrases) -> str:
    """Return what is skipped: "3 items wait below the line: 18 min"; empty where all fit."""
    count = len(table.waiting)
    key = "clock.one_waits" if count == 1 else "clock.some_wait"
    return say(key, count=count, minutes=table.minutes_waiting) if count else ""


def parked_words(count: int, say: Phrases, otherwise: str = "clock.nothing_waits") -> str:
    """Return what is told once so many items that waited were parked.

    Args:
        count: How many; there may be none.
        say: The language to tell it in.
        otherwise: The key of what is told where there are none.
    """
    return say("clock.parked", count=count) if count else say(otherwise)
