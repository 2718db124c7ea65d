"""Choices as rows, each with its digit: what choosing, ticking and ranking have in common."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.content import Content

from tui.domain.message import Message
from tui.widgets.fields.base import (
    Canvas,
    Field,
    Given,
    Outcome,
    Q,
    Redraw,
    Refused,
    narrow,
    picked,
    row_key,
    step,
)
from tui.widgets.fields.pasted import items_of, lines_of, same_words, unused, with_rest
from tui.widgets.keys import is_space
from tui.widgets.lines import Line, Row, wrapped


class OptionsField(Field[Q]):
    """Digits, Space and clicks press a row; arrows move; Delete takes the answer back."""

    _cursor_row = 0
    _takes_many: ClassVar[bool] = True
    """Whether several choices make an answer."""

    @abstractmethod
    def press(self, row: int) -> Outcome:
        """Act on the choice at `row`."""

    @abstractmethod
    def is_pressed(self, row: int) -> bool:
        """Return whether the choice at `row` is part of the answer, or of what is begun."""

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
        if is_space(key):
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

    def _paste(self, text: str) -> Outcome:
        """Press the choices whose labels or digits were pasted, unless they are pressed already."""
        parts = lines_of(text)
        rows = [row for part in parts if (row := self._row_of(part)) is not None]
        if not rows and self._takes_many and len(parts) == 1:
            parts = items_of(text)
            rows = [row for part in parts if (row := self._row_of(part)) is not None]
        if not rows:
            return unused(text, Message("field.no_such_choice")) if parts else Redraw()
        taken = rows if self._takes_many else rows[:1]
        outcome: Outcome = Redraw()
        for row in taken:
            if self.is_pressed(row):
                continue
            pressed = self._press(row)
            if isinstance(pressed, Refused) and isinstance(outcome, Given):
                return Given(outcome.value, pressed.message)
            outcome = pressed
        return with_rest(outcome, len(taken), len(parts))

    def _row_of(self, words: str) -> int | None:
        """Return the row of a label, in any language, or of a digit."""
        for row, choice in enumerate(self.question.labels):
            if any(same_words(words, label) for label in choice.label.words.values()):
                return row
        return picked(narrow(words), len(self.question.labels))

    def _press(self, row: int) -> Outcome:
        self.cursor = row
        return self.press(row)


class Press(NamedTuple):
    """How a row is pressed."""

    key: str
    """The key that is shown before it."""
    target: str
    """What a click on it means."""

    @classmethod
    def of(cls, row: int) -> "Press":
        """Return how the row of that number is pressed: by its digit."""
        return cls(row_key(row), str(row))


def option_rows(
    canvas: Canvas,
    press: Press,
    mark: Content,
    label: str,
    *,
    chosen: bool,
    here: bool,
    tail: Sequence[tuple[str, str]] = (),
) -> list[Row]:
    """Return the lines of one choice: its key, its mark and its label, wrapped where it is long.

    `tail` are signs at the right end of the first line, each with its target.
    """
    appearance = canvas.appearance
    digit = canvas.accent if here else appearance.quiet
    style = appearance.foreground("strong", bold=True) if chosen else appearance.plain
    fill = canvas.fill(answered=chosen, here=here)
    room = canvas.width - sum(len(sign) + 2 for sign, _ in tail)
    head = Line().add(f" {press.key} ", digit).put(mark).add(" ")
    indent = head.width
    lines = wrapped(label, room - indent - 1, style) or [Content("")]
    head.put(lines[0])
    if tail:
        head.to(room)
    for sign, target in tail:
        head.add(f" {sign} ", appearance.foreground(canvas.party), target)
    rest = (Line(indent).put(line).row(fill, target=press.target) for line in lines[1:])
    return [head.row(fill, target=press.target), *rest]
