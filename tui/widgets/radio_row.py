"""One of a few, for forms: arrows, Space or a click switch."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import events
from textual.message import Message

from tui.widgets.forms import go_between
from tui.widgets.keys import is_space
from tui.widgets.lines import Line, LineView, Row


class RadioRow(LineView, can_focus=True):
    """Offers a few options side by side, or one a line; one is chosen, or none yet."""

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
        self._details: Sequence[str] = ()

    def update(
        self,
        options: Sequence[tuple[str, str]],
        *,
        may_be_unsaid: bool = False,
        details: Sequence[str] = (),
    ) -> None:
        """Show these options; a value that is not among them gives way to the first.

        Args:
            options: Pairs of value and label.
            may_be_unsaid: Whether the value may stay empty, with no option chosen.
            details: What is told of each option, which then stands on a line of its own.
        """
        self._options, self._details = options, details
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
        if self._details:
            self.set_rows(list(self._stacked()))
            return
        lines = [self._begun(is_at=True)]
        for place, (value, label) in enumerate(self._options):
            wanted = cell_len(f"{self.appearance.marks.free} {label}") + 3
            if place and lines[-1].width + wanted > self.size.width:
                lines.append(Line(2))
            elif place:
                lines[-1].add("   ")
            self._add(lines[-1], value, label)
        if self.size.width and len(lines) != self.size.height:
            self.styles.height = len(lines)
        self.set_rows([line.row() for line in lines])

    def _stacked(self) -> Iterator[Row]:
        """Yield a line for each option, with what is told of it."""
        appearance = self.appearance
        widest = max(cell_len(label) for _, label in self._options)
        for (value, label), detail in zip(self._options, self._details, strict=True):
            line = self._begun(is_at=value == self.value)
            self._add(line, value, label)
            line.to(widest + len(appearance.marks.free) + 6)
            is_chosen = value == self.value
            yield line.add(detail, appearance.plain if is_chosen else appearance.quiet).row(
                target=value
            )

    def _begun(self, *, is_at: bool) -> Line:
        """Return a line with the sign of the cursor, where it stands and has the focus."""
        appearance = self.appearance
        cursor = f"{appearance.marks.here} " if is_at and self.has_focus else "  "
        return Line().add(cursor, appearance.foreground("primary", bold=True))

    def _add(self, line: Line, value: str, label: str) -> None:
        """Put one option on a line."""
        appearance, is_chosen = self.appearance, value == self.value
        mark = appearance.marks.chosen if is_chosen else appearance.marks.free
        style = appearance.strong if is_chosen else appearance.quiet
        if is_chosen and self.has_focus:
            style = appearance.background("primary-wash", bold=True)
        line.add(f"{mark} {label}", style, value)
