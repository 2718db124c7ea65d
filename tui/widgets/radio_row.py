"""One of a few, on one line where there is room, for forms: arrows, Space or a click switch."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.message import Message

from tui.widgets.forms import go_between
from tui.widgets.keys import is_space
from tui.widgets.lines import Line, LineView


class RadioRow(LineView, can_focus=True):
    """Offers a few options side by side; one is chosen, or none yet."""

    class Changed(Message):
        """Another option is chosen."""

        def __init__(self, radio_row: "RadioRow") -> None:
            super().__init__()
            self.radio_row = radio_row

    class Submitted(Message):
        """Enter was pressed: the person is done with the row."""

        def __init__(self, radio_row: "RadioRow") -> None:
            super().__init__()
            self.radio_row = radio_row

    def __init__(self, value: str, *, id: str, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.value = value
        self._options: Sequence[tuple[str, str]] = ()

    def update(self, options: Sequence[tuple[str, str]], *, may_be_unsaid: bool = False) -> None:
        """Show these options; a value that is not among them gives way to the first.

        Args:
            options: Pairs of value and label.
            may_be_unsaid: Whether the value may stay empty, with no option chosen.
        """
        self._options = options
        values = [value for value, _ in options]
        if options and self.value not in values and not (may_be_unsaid and not self.value):
            self.value = values[0]
        self.redraw()

    def pick(self, digit: str) -> bool:
        """Choose the option that a digit names, 1 the first; return whether there is one."""
        if not digit.isascii() or not digit.isdigit() or not 1 <= int(digit) <= len(self._options):
            return False
        self._choose(self._options[int(digit) - 1][0])
        return True

    def on_key(self, event: events.Key) -> None:
        """Switch."""
        values = [value for value, _ in self._options]
        at = values.index(self.value) if self.value in values else -1
        match event.key:
            case "left":
                self._choose(values[max(0, at - 1)])
            case "right":
                self._choose(values[min(len(values) - 1, at + 1)])
            case key if is_space(key):
                self._choose(values[(at + 1) % len(values)])
            case "enter":
                self.post_message(self.Submitted(self))
            case _:
                go_between(self, event)
                return
        event.stop()

    def clicked(self, target: str) -> None:
        """Choose what was clicked."""
        self.focus()
        self._choose(target)

    def _choose(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self))
        self.redraw()

    def on_resize(self) -> None:
        """Draw the options for the new width."""
        self.redraw()

    def redraw(self) -> None:
        """Draw the options; the sign of the cursor stands before them with the focus."""
        appearance, lines = self.appearance, [Line()]
        cursor = f"{appearance.marks.here} " if self.has_focus else "  "
        lines[0].add(cursor, appearance.foreground("primary", bold=True))
        for place, (value, label) in enumerate(self._options):
            chosen = value == self.value
            told = f"{appearance.marks.chosen if chosen else appearance.marks.free} {label}"
            if lines[-1].width + 3 + cell_len(told) > self.size.width and place:
                lines.append(Line(2))
            elif place:
                lines[-1].add("   ")
            style = appearance.strong if chosen else appearance.quiet
            if chosen and self.has_focus:
                style = appearance.background("primary-wash", bold=True)
            lines[-1].add(told, style, value)
        if self.size.width and len(lines) != self.size.height:
            self.styles.height = len(lines)
        self.set_rows([line.row() for line in lines])
