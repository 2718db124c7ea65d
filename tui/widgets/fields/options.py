"""Choices as rows, each with its digit: what choosing, ticking and ranking have in common."""

from abc import abstractmethod
from collections.abc import Sequence

from textual.content import Content

from tui.widgets.fields.base import (
    Canvas,
    Field,
    Outcome,
    Q,
    Redraw,
    narrow,
    picked,
    row_key,
    step,
)
from tui.widgets.lines import Line, Row, wrapped


class OptionsField(Field[Q]):
    """Digits, Space and clicks press a row; arrows move; Delete takes the answer back."""

    _cursor_row = 0

    @abstractmethod
    def press(self, row: int) -> Outcome:
        """Act on the choice at `row`."""

    @abstractmethod
    def option(self, canvas: Canvas, row: int) -> list[Row]:
        """Return the lines of the choice at `row`."""

    def rows(self, canvas: Canvas) -> list[Row]:
        """Return the lines of each choice."""
        drawn: list[Row] = []
        for row in range(len(self.question.labels)):
            if row == self.cursor:
                self._cursor_row = len(drawn)
            drawn += self.option(canvas, row)
        return drawn

    @property
    def cursor_row(self) -> int:
        """The first line of the choice at the cursor."""
        return self._cursor_row

    def key(self, key: str, character: str | None) -> Outcome:
        """Digits and Space press a row, arrows move, Backspace and Delete take back."""
        count = len(self.question.labels)
        if (row := picked(narrow(character), count)) is not None:
            return self._press(row)
        if key == "space":
            return self._press(self.cursor)
        if key in ("backspace", "delete"):
            return self.give(None)
        if (moved := step(self.cursor, key, count)) is not None:
            self.cursor = moved
            return Redraw()
        return None

    def click(self, target: str) -> Outcome:
        """Press the row that was clicked."""
        return self._press(int(target))

    def _press(self, row: int) -> Outcome:
        self.cursor = row
        return self.press(row)


def option_rows(
    canvas: Canvas,
    row: int,
    mark: Content,
    label: str,
    *,
    chosen: bool,
    here: bool,
    tail: Sequence[tuple[str, str]] = (),
) -> list[Row]:
    """Return the lines of one choice: its digit, its mark and its label, wrapped where it is long.

    `tail` are signs at the right end of the first line, each with its target.
    """
    appearance = canvas.appearance
    digit = canvas.accent if here else appearance.quiet
    style = appearance.foreground("strong", bold=True) if chosen else appearance.plain
    fill = canvas.fill(answered=chosen, here=here)
    room = canvas.width - sum(len(sign) + 2 for sign, _ in tail)
    head = Line().add(f" {row_key(row)} ", digit).put(mark).add(" ")
    indent = head.width
    lines = wrapped(label, room - indent - 1, style) or [Content("")]
    head.put(lines[0])
    if tail:
        head.to(room)
    for sign, target in tail:
        head.add(f" {sign} ", appearance.foreground(canvas.party), target)
    rest = (Line(indent).put(line).row(fill, target=str(row)) for line in lines[1:])
    return [head.row(fill, target=str(row)), *rest]
