"""A number: typed, stepped, or slid along its track."""

from abc import abstractmethod
from decimal import Decimal

from tui.domain.localized_text import LocalizedText
from tui.domain.message import Message
from tui.domain.questions import NumberQuestion
from tui.domain.values import Value, plain_number
from tui.widgets.fields.base import Canvas, Field, Outcome, Q, Redraw, no_digit
from tui.widgets.fields.entry import NumberEntry
from tui.widgets.fields.pasted import lines_of, number_of, unused, with_rest
from tui.widgets.lines import Line, Row


class OneNumberField(Field[Q]):
    """A field that holds one number.

    Digits type; Left and Right take long steps, plus and minus short ones; Delete takes back.
    """

    def __init__(self, question: Q, language: str) -> None:
        super().__init__(question, language)
        self._entry = self.entry()

    @abstractmethod
    def entry(self) -> NumberEntry:
        """Return a fresh entry for the question's numbers."""

    def take_over(self, value: Value | None) -> None:
        """Put the session's number in the place of what was typed."""
        number = Decimal(value) if isinstance(value, int | Decimal) else None
        self._entry.buffer.load(number)

    def key(self, key: str, character: str | None) -> Outcome:
        """Type or step."""
        is_taken = self._entry.key(key, character)
        return self._entry.outcome(self._outcome) if is_taken else no_digit(character)

    def click(self, target: str) -> Outcome:
        """Step, slide, type or clear."""
        if target == "here":
            return None
        self._entry.click(target)
        return self._entry.outcome(self._outcome)

    def settle(self) -> None:
        """Let the next digit begin a new number."""
        self._entry.buffer.settle()

    def _written(self) -> str:
        return self._entry.buffer.text

    def _take_up(self, draft: str) -> None:
        self._entry.buffer.hold(draft)

    def _paste(self, text: str) -> Outcome:
        """Take the first line that is a number of this question."""
        why, lines = Message("answer.not_number"), lines_of(text)
        for line in lines:
            if (number := number_of(line, self.units)) is not None:
                if (refused := self._entry.why_not(number)) is None:
                    self._entry.buffer.load(number)
                    return with_rest(self._outcome(), 1, len(lines))
                why = refused
        return unused(text, why) if lines else Redraw()

    @property
    def units(self) -> tuple[LocalizedText, ...]:
        """What may stand beside a pasted number."""
        return ()

    def _outcome(self) -> Outcome:
        """Return what stands there if it is an answer."""
        if self._entry.buffer.is_empty:
            return self.give(None)
        number = self._entry.number
        if number is None:
            return self.withhold(self._entry.problem)
        return self.offer(plain_number(number))

    @property
    def unfinished(self) -> Message | None:
        """Why what was typed is no answer."""
        return self._entry.problem

    def value_and_track(self, canvas: Canvas, unit: str) -> list[Row]:
        """Return the number and the track below it."""
        entry, here = self._entry, canvas.active
        number = entry.number
        value = entry.value_row(canvas, Line(1), unit, here=here, answered=number is not None)
        return [value, *entry.track_rows(canvas, [] if number is None else [number])]


class NumberField(OneNumberField[NumberQuestion]):
    """A number with its unit."""

    def entry(self) -> NumberEntry:
        """Return an entry of the question's measure."""
        return NumberEntry.of(self.question.measure)

    @property
    def units(self) -> tuple[LocalizedText, ...]:
        """The unit of many and of one."""
        return self.question.measure.unit, self.question.measure.unit_one

    def rows(self, canvas: Canvas) -> list[Row]:
        """Return the number, its track, and digits for the mouse where the track is coarse."""
        unit = self.question.measure.unit[self.language]
        return [*self.value_and_track(canvas, unit), *self._entry.keypad_rows(canvas)]
