"""A range: two numbers on one track."""

from decimal import Decimal

from tui.domain.message import Message
from tui.domain.questions import RangeQuestion
from tui.domain.values import Range, Value
from tui.widgets.fields.base import Canvas, Field, Outcome, Redraw, no_digit, step
from tui.widgets.fields.entry import NumberEntry
from tui.widgets.fields.pasted import ends_of, lines_of, number_of, unused, with_rest
from tui.widgets.lines import Line, Row

_LOW, _HIGH = 0, 1
_DASH = "–"
"""Between the ends of a draft; no number has it."""


class RangeField(Field[RangeQuestion]):
    """Up and Down change the end; digits, steps and the track set it; Delete clears it."""

    def __init__(self, question: RangeQuestion, language: str) -> None:
        super().__init__(question, language)
        self._ends = NumberEntry.of(question.measure), NumberEntry.of(question.measure)

    def take_over(self, value: Value | None) -> None:
        """Put the session's range in the place of what was typed."""
        numbers = (value.low, value.high) if isinstance(value, Range) else (None, None)
        for end, number in zip(self._ends, numbers, strict=True):
            end.buffer.load(number)

    def rows(self, canvas: Canvas) -> list[Row]:
        """Return a line for each end, and the track that both stand on."""
        appearance, words = canvas.appearance, self.words(canvas)
        unit = self.question.measure.unit[self.language]
        labels = words("field.low_end"), words("field.high_end")
        column = max(Line().add(label).width for label in labels) + 5
        drawn: list[Row] = []
        for row, (end, label) in enumerate(zip(self._ends, labels, strict=True)):
            here = canvas.active and row == self.cursor
            head = Line(1).add(
                appearance.marks.here if here else " ",
                canvas.accent,
            )
            head.add(f" {label}", appearance.plain).to(column)
            answered = self.answer is not None
            drawn.append(
                end.value_row(canvas, head, unit, here=here, answered=answered, prefix=f"{row} ")
            )
        numbers = [end.number for end in self._ends if end.number is not None]
        track = self._ends[_LOW].track_rows(canvas, numbers)
        return [*drawn, *track, *self._ends[_LOW].keypad_rows(canvas)]

    def key(self, key: str, character: str | None) -> Outcome:
        """Change the end, or type or step it."""
        if (moved := step(self.cursor, key, len(self._ends))) is not None:
            return self._go(moved)
        end = self._ends[self.cursor]
        is_taken = end.key(key, character)
        return end.outcome(self._outcome) if is_taken else no_digit(character)

    def click(self, target: str) -> Outcome:
        """Change the end, or step, slide, type or clear it."""
        row, named, what = target.partition(" ")
        if named:
            self._go(int(row))
        if what == "here":
            return Redraw()
        if target.startswith("at:"):
            self._go(self._nearest(target))
        end = self._ends[self.cursor]
        end.click(what or target)
        return end.outcome(self._outcome)

    def _paste(self, text: str) -> Outcome:
        """Take both ends, on one line or on two, or a number for the end at the cursor."""
        lines = lines_of(text)
        numbers, used = self._pasted(lines)
        if not numbers:
            return unused(text, Message("answer.not_number")) if lines else Redraw()
        if (why := self._why_not(numbers)) is not None:
            return unused(text, why)
        first = self.cursor if len(numbers) == 1 else _LOW
        for row, number in enumerate(numbers, first):
            self._ends[row].buffer.load(number)
            self.cursor = row
        return with_rest(self._outcome(), used, len(lines))

    def _pasted(self, lines: list[str]) -> tuple[list[Decimal], int]:
        """Return the ends that the lines hold, and how many of the lines they stand on."""
        measure = self.question.measure
        units = measure.unit, measure.unit_one
        for line in lines:
            if (both := ends_of(line, units)) is not None:
                return list(both), 1
        found = (number_of(line, units) for line in lines)
        numbers = [number for number in found if number is not None][: len(self._ends)]
        return numbers, len(numbers)

    def _why_not(self, numbers: list[Decimal]) -> Message | None:
        """Return why numbers cannot be ends of this range; None where they can."""
        if numbers != sorted(numbers):
            return Message("answer.reversed_range")
        return next(filter(None, map(self._ends[_LOW].why_not, numbers)), None)

    def advance(self) -> bool:
        """Move to the other end once this one is there, unless both make a range."""
        other = 1 - self.cursor
        is_next = other == _HIGH or self._ends[other].buffer.is_empty
        if self._range() is not None or self._ends[self.cursor].number is None or not is_next:
            return False
        self._go(other)
        return True

    def settle(self) -> None:
        """Let the next digit begin a new number at either end."""
        for end in self._ends:
            end.buffer.settle()

    def _written(self) -> str:
        low, high = (end.buffer.text for end in self._ends)
        return f"{low} {_DASH} {high}".strip()

    def _take_up(self, draft: str) -> None:
        low, _, high = draft.partition(_DASH)
        for end, text in zip(self._ends, (low, high), strict=True):
            end.buffer.hold(text.strip())

    def _go(self, row: int) -> Redraw:
        self.cursor = row
        self._ends[row].buffer.settle()
        return Redraw()

    def _nearest(self, target: str) -> int:
        """Return the end that a click on the track means: an empty one first, else the nearer."""
        low, high = (end.number for end in self._ends)
        if low is None or high is None:
            return self.cursor if self._ends[self.cursor].number is None else 1 - self.cursor
        cell, cells = map(int, target.split(":")[1:])
        track = self._ends[_LOW].track
        below, above = cell - track.cell(low, cells), track.cell(high, cells) - cell
        return _LOW if below < above or (below == above and self.cursor == _LOW) else _HIGH

    def _outcome(self) -> Outcome:
        """Return the range if both ends are there and in order; else keep them as a draft."""
        if all(end.buffer.is_empty for end in self._ends):
            return self.give(None)
        if (value := self._range()) is not None:
            return self.give(value)
        return self.withhold(self._ends[self.cursor].problem)

    def _range(self) -> Range | None:
        low, high = (end.number for end in self._ends)
        return None if low is None or high is None or low > high else Range(low, high)

    @property
    def unfinished(self) -> Message | None:
        """Which end is missing, refused, or on the wrong side of the other."""
        low, high = self._ends
        if (low.buffer.is_empty and high.buffer.is_empty) or self._range() is not None:
            return None
        if low.buffer.is_empty or high.buffer.is_empty:
            alone = low.problem or high.problem
            missing = "low" if low.buffer.is_empty else "high"
            return alone or Message(f"field.missing_{missing}")
        return low.problem or high.problem or Message("answer.reversed_range")
