"""A level between two ends: the levels side by side, or a track where there are too many."""

from collections.abc import Iterator
from decimal import Decimal

from rich.cells import cell_len
from textual.content import Content

from tui.domain.questions import ScaleQuestion
from tui.domain.values import plain_number
from tui.text.cleaning import one_line
from tui.widgets.fields.base import Canvas, Outcome, Refused, narrow
from tui.widgets.fields.entry import NumberEntry
from tui.widgets.fields.number import OneNumberField
from tui.widgets.fields.options import Press, option_rows
from tui.widgets.fields.pasted import lines_of, same_words, with_rest
from tui.widgets.fields.track import Track
from tui.widgets.lines import Line, Row, Target, wrapped

_WIDEST_SLOT = 9
"""Cells that a level takes at the most; wider apart they no longer read as one scale."""


class ScaleField(OneNumberField[ScaleQuestion]):
    """Digits choose; Left and Right move the answer, Home and End take it to the ends.

    Where each level has a row, Up and Down move the answer, too.
    """

    _cursor_row = 0

    def entry(self) -> NumberEntry:
        """Return an entry in which a level follows upon another without erasing."""
        question = self.question
        track = Track(Decimal(question.minimum), Decimal(question.maximum))

        def read(level: Decimal) -> int:
            return question.read(plain_number(level))

        return NumberEntry(track, 0, read, restarts=True)

    def key(self, key: str, character: str | None) -> Outcome:
        """Choose a level by its digits (0 is the tenth where there is none), or move it."""
        question, buffer = self.question, self._entry.buffer
        if question.levels:
            key = {"up": "left", "down": "right"}.get(key, key)
        if key in ("home", "end"):
            buffer.load(Decimal(question.minimum if key == "home" else question.maximum))
            return self._outcome()
        standing = self._entry.number
        outcome = super().key(key, character)
        if buffer.text == "0" and question.minimum == 1 and question.maximum >= 10:
            buffer.load(Decimal(10))
            return self._outcome()
        refusal = self._entry.problem
        if refusal is not None and standing is not None and narrow(character).isdigit():
            buffer.load(standing)  # a slip: there is no such level, and none that it may lead to
            return Refused(refusal)
        return outcome

    def click(self, target: str) -> Outcome:
        """Choose the level that was clicked."""
        what, _, level = target.partition("=")
        if what != "level":
            return super().click(target)
        self._entry.buffer.load(Decimal(level))
        return self._outcome()

    def rows(self, canvas: Canvas) -> list[Row]:
        """Return the levels, a row each where each means something, or with what the ends mean."""
        if self.question.levels:
            return self._labelled(canvas)
        first, last = self.question.minimum, self.question.maximum
        mark = cell_len(canvas.appearance.marks.free)
        slot = min(_WIDEST_SLOT, (canvas.width - 2 - max(mark, len(str(last)))) // (last - first))
        if slot <= max(mark, len(str(first)), len(str(last - 1))):
            return [*self.value_and_track(canvas, ""), *self._legend(canvas)]
        end = slot * (last - first) + 1 + max(mark, len(str(last)))
        return [*self._levels(canvas, slot), *self._ends(canvas, end)]

    def _labelled(self, canvas: Canvas) -> list[Row]:
        """Return a row for each level, with its number and its meaning."""
        appearance, drawn = canvas.appearance, list[Row]()
        column = len(str(self.question.maximum))
        for level, meaning in enumerate(self.question.levels, self.question.minimum):
            chosen = level == self._entry.number
            if chosen:
                self._cursor_row = len(drawn)
            mark = appearance.marks.chosen if chosen else appearance.marks.free
            style = appearance.foreground("strong" if chosen else "foreground", bold=chosen)
            sign = Content.styled(mark, style)
            drawn += option_rows(
                canvas,
                Press(str(level).rjust(column), f"level={level}"),
                sign,
                meaning[self.language],
                chosen=chosen,
                here=chosen and canvas.active,
            )
        return drawn

    @property
    def cursor_row(self) -> int:
        """The first line of the level that is chosen, where each has a line."""
        return self._cursor_row

    def _paste(self, text: str) -> Outcome:
        """Take what a level means for the level, else a number."""
        for line in lines_of(text):
            for level, meaning in enumerate(self.question.levels, self.question.minimum):
                if any(same_words(line, words) for words in meaning.words.values()):
                    self._entry.buffer.load(Decimal(level))
                    return with_rest(self._outcome(), 1, len(lines_of(text)))
        return super()._paste(text)

    def _levels(self, canvas: Canvas, slot: int) -> Iterator[Row]:
        """Return the line of levels and the line of their marks."""
        appearance, question = canvas.appearance, self.question
        digits, marks = Line(), Line(1)
        for level in range(question.minimum, question.maximum + 1):
            chosen = level == self._entry.number
            text = f" {level} "
            mark = appearance.marks.chosen if chosen else appearance.marks.free
            if level < question.maximum:
                text = text[:slot]
            digits.add(text, canvas.chosen if chosen else appearance.plain)
            marks.add(mark, canvas.accent if chosen else appearance.quiet)
            if level < question.maximum:
                digits.add(" " * (slot - len(text)))
                marks.add(appearance.marks.track * (slot - len(mark)), appearance.quiet)
        targets = tuple(
            Target(place * slot, (place + 1) * slot, f"level={level}")
            for place, level in enumerate(range(question.minimum, question.maximum + 1))
        )
        for line in (digits, marks):
            yield line.row()._replace(targets=targets)

    def _ends(self, canvas: Canvas, end: int) -> list[Row]:
        """Return what the ends mean below them, where that fits between them."""
        question = self.question
        low, high = (one_line(end[self.language]) for end in (question.low, question.high))
        free = end - 1 - cell_len(low) - cell_len(high)
        if free < 3 or not (low or high):
            return self._legend(canvas)
        line = Line(1).add(low, canvas.appearance.quiet).add(" " * free)
        return [line.add(high, canvas.appearance.quiet).row()]

    def _legend(self, canvas: Canvas) -> list[Row]:
        """Return what the ends mean one below the other, each behind its level."""
        question, appearance = self.question, canvas.appearance
        column = 3 + max(len(str(question.minimum)), len(str(question.maximum)))
        drawn: list[Row] = []
        for level, end in ((question.minimum, question.low), (question.maximum, question.high)):
            if not (text := end[self.language]):
                continue
            first, *rest = wrapped(text, canvas.width - column - 1, appearance.quiet)
            drawn.append(Line(1).add(str(level), appearance.quiet).to(column).put(first).row())
            drawn += (Line(column).put(line).row() for line in rest)
        return drawn
