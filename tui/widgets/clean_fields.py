"""The fields for typing: what is pasted into them is cleaned before it is shown.

A bar at their left shows where they are and which has the focus, also where colours are few.
"""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from tui.text.cleaning import clean, one_line
from tui.widgets.appearance import appearance_of
from tui.widgets.forms import go_between
from tui.widgets.marks import ASCII

WIDE_BLANK = "\u3000"
"""The blank of an input method, which Textual takes for no sign that can be typed."""


def takes_wide_blank(event: events.Key) -> bool:
    """Return whether a key is the wide blank; if so, nobody else acts on it."""
    if event.character != WIDE_BLANK:
        return False
    event.prevent_default()
    event.stop()
    return True


class CleanInput(Input):
    """One line of text; coming back to it goes on with it, where Textual would select it all."""

    def __init__(self, value: str = "", *, id: str | None = None, max_length: int = 0) -> None:
        super().__init__(value, id=id, max_length=max_length, select_on_focus=False)

    def on_mount(self) -> None:
        """Take a bar that the terminal can draw."""
        self.set_class(appearance_of(self).marks is ASCII, "-ascii")

    def on_key(self, event: events.Key) -> None:
        """Go from field to field by Up and Down, for which one line has no use."""
        if takes_wide_blank(event):
            self.insert_text_at_cursor(WIDE_BLANK)
        go_between(self, event)

    def on_paste(self, event: events.Paste) -> None:
        """Let nothing in that could act on the terminal, and make one line of several.

        Textual's own handler follows; it would take the first line, be it empty.
        """
        event.text = one_line(event.text)


class CleanTextArea(TextArea, inherit_bindings=False):
    """Several lines of text, in which no function key means another thing than on its screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in TextArea.BINDINGS
        if not (isinstance(binding, Binding) and binding.key in ("f6", "f7"))
    ]

    def on_mount(self) -> None:
        """Take a bar that the terminal can draw."""
        self.set_class(appearance_of(self).marks is ASCII, "-ascii")

    def on_key(self, event: events.Key) -> None:
        """Take the wide blank of an input method."""
        if takes_wide_blank(event):
            self.insert(WIDE_BLANK)

    def on_paste(self, event: events.Paste) -> None:
        """Let nothing in that could act on the terminal; Textual's own handler follows."""
        event.text = clean(event.text)
