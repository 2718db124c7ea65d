"""The fields for typing: what is pasted into them is cleaned before it is shown."""

from textual import events
from textual.widgets import Input, TextArea

from tui.domain.text import clean


class CleanInput(Input):
    """One line of text."""

    def on_paste(self, event: events.Paste) -> None:
        """Let nothing in that could act on the terminal; Textual's own handler follows."""
        event.text = clean(event.text)


class CleanTextArea(TextArea):
    """Several lines of text."""

    def on_paste(self, event: events.Paste) -> None:
        """Let nothing in that could act on the terminal; Textual's own handler follows."""
        event.text = clean(event.text)
