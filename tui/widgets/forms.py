"""The keys that lead from field to field of a form."""

from textual import events
from textual.widget import Widget


def go_between(field: Widget, event: events.Key) -> None:
    """Let Up and Down lead to the field above or below."""
    if event.key == "down":
        event.stop()
        field.screen.focus_next()
    elif event.key == "up":
        event.stop()
        field.screen.focus_previous()
