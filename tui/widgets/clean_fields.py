"""The fields for typing: what is pasted into them is cleaned before it is shown.

A bar at their left shows where they are and which has the focus, also where colours are few.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Selection

from tui.phrasing.marks import ASCII
from tui.text.cleaning import clean, one_line
from tui.widgets.appearance import appearance_of
from tui.widgets.forms import go_between

COMMAND_KEYS = frozenset({"ctrl+d", "f6", "f7"})
"""Keys of Textual's fields that mean the same thing everywhere here, and nothing to a field."""
WIDE_BLANK = "\u3000"
"""The blank of an input method, which Textual takes for no sign that can be typed."""


def takes_wide_blank(event: events.Key) -> bool:
    """Return whether a key is the wide blank; if so, nobody else acts on it."""
    if event.character != WIDE_BLANK:
        return False
    event.prevent_default()
    event.stop()
    return True


def _without_command_keys(bindings: Iterable[BindingType]) -> list[BindingType]:
    """Return Textual's bindings of a field, without the keys that are commands of the screens."""
    kept = list[BindingType]()
    for binding in bindings:
        if not isinstance(binding, Binding):
            kept.append(binding)
        elif keys := [key for key in binding.key.split(",") if key not in COMMAND_KEYS]:
            kept.append(replace(binding, key=",".join(keys)))
    return kept


class CleanInput(Input, inherit_bindings=False):
    """One line of text; coming back to it goes on with it, where Textual would select it all."""

    BINDINGS: ClassVar[list[BindingType]] = _without_command_keys(Input.BINDINGS)

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
    """Several lines of text, in which no key of a command means another thing."""

    BINDINGS: ClassVar[list[BindingType]] = _without_command_keys(TextArea.BINDINGS)

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


class GrowingText(CleanTextArea, inherit_bindings=False):
    """A text of a few lines, as high as it is; Enter is done with it, Ctrl+J breaks a line.

    Args:
        id: The widget's id.
        name: The widget's name.
        classes: Its style classes.
        max_length: The most characters that it takes; None for any number.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in CleanTextArea.BINDINGS
        if not (isinstance(binding, Binding) and binding.key in ("pageup", "pagedown"))
    ]
    """A few lines have no pages: the keys are the screen's."""

    class Submitted(Message):
        """Enter was pressed: the person is done with the text."""

        def __init__(self, field: "GrowingText") -> None:
            super().__init__()
            self.field = field

    def __init__(
        self,
        *,
        id: str | None = None,
        name: str | None = None,
        classes: str | None = None,
        max_length: int | None = None,
    ) -> None:
        super().__init__(tab_behavior="focus", id=id, name=name, classes=classes)
        self._longest = max_length

    def on_key(self, event: events.Key) -> None:
        """Be done by Enter; go from field to field where Up and Down have no use for a line."""
        if event.key == "enter":
            self.post_message(self.Submitted(self))
        elif event.key in ("ctrl+j", "shift+enter", "alt+enter"):
            self.insert("\n")
        elif (event.key == "up" and self.cursor_at_first_line) or (
            event.key == "down" and self.cursor_at_last_line
        ):
            go_between(self, event)
        elif not (self._is_full and event.is_printable):
            return
        event.stop()
        event.prevent_default()

    @property
    def _is_full(self) -> bool:
        return self._longest is not None and len(self.text) >= self._longest

    def on_paste(self, event: events.Paste) -> None:
        """Take no more than there is room for; Textual's own handler follows."""
        if self._longest is not None:
            event.text = clean(event.text)[: max(0, self._longest - len(self.text))]

    @property
    def offset_in_text(self) -> int:
        """Behind how many characters the cursor stands."""
        line, column = self.cursor_location
        return sum(len(text) + 1 for text in self.text.split("\n")[:line]) + column

    def select_span(self, start: int, end: int) -> None:
        """Select the characters from one place up to another, the cursor behind them."""
        self.selection = Selection(*(_location(self.text, index) for index in (start, end)))


def _location(text: str, index: int) -> tuple[int, int]:
    """Return the line of the character at an index, and how many stand before it there."""
    before = text[:index]
    return before.count("\n"), index - before.rfind("\n") - 1
