"""Any number of several: each choice a row that is ticked or not."""

from textual.content import Content

from tui.domain.message import Message
from tui.domain.own_words import own_words
from tui.domain.questions import MultiQuestion
from tui.domain.values import Value
from tui.widgets.fields.base import Canvas, Outcome, Redraw, Refused
from tui.widgets.fields.options import OptionsField, Press, option_rows
from tui.widgets.lines import Line, Row


class MultiField(OptionsField[MultiQuestion]):
    """Digits, Space and clicks tick and untick; Backspace takes the whole answer back."""

    def take_over(self, value: Value | None) -> None:
        """Draw what is ticked in the session; the cursor stays where it is."""
        self._take_over_own(value)

    def rows(self, canvas: Canvas) -> list[Row]:
        """Return how many may be ticked, where that is bounded, and the lines of each choice."""
        drawn, most = super().rows(canvas), self.question.most
        if most is None:
            return drawn
        self._cursor_row += 1
        words = self.words(canvas)("field.most", most=most, count=len(self._ticked))
        return [Line(1).add(words, canvas.appearance.quiet).row(), *drawn]

    def option(self, canvas: Canvas, row: int) -> list[Row]:
        """Return a choice with its tick."""
        appearance, choice = canvas.appearance, self.question.shown_labels[row]
        ticked, here = choice.id in self._ticked, canvas.active and row == self.cursor
        mark = Content.styled(
            appearance.marks.ticked if ticked else appearance.marks.unticked,
            appearance.foreground("strong" if ticked else "foreground", bold=ticked),
        )
        label = choice.label[self.language]
        return option_rows(canvas, Press.of(row), mark, label, chosen=ticked, here=here)

    def is_pressed(self, row: int) -> bool:
        """Return whether the row is ticked."""
        return self.question.shown_labels[row].id in self._ticked

    def press(self, row: int) -> Outcome:
        """Tick or untick the row; a choice that stands alone and the others push each other out."""
        return self._tick(self.question.shown_labels[row].id)

    def press_own(self, *, is_typed: bool = False) -> Outcome:
        """Tick the words that are typed in the place of those before; without any, untick them.

        Where they are ticked already, pressing them without typing unticks them.
        """
        rest = {choice for choice in self._ticked if own_words(choice) is None}
        choice = None if self.own is None else self.own.choice
        if choice is None or (self.is_own_pressed and not is_typed):
            return self._give(rest) if self.is_own_pressed else Redraw()
        return self._tick(choice, rest)

    def _tick(self, pressed: str, ticked: set[str] | None = None) -> Outcome:
        """Tick or untick a choice.

        Args:
            pressed: The choice.
            ticked: What is ticked beside it; all that the answer holds if not told.
        """
        alone, ticked = self.question.exclusive, self._ticked if ticked is None else ticked
        if pressed in ticked:
            kept = ticked - {pressed}
        elif pressed in alone:
            kept = {pressed}
        else:
            kept = ticked - alone | {pressed}
        most = self.question.most
        if most is not None and len(kept) > most:
            return Refused(Message("field.most_reached", {"most": str(most)}))
        return self._give(kept)

    def _give(self, kept: set[str]) -> Outcome:
        return self.offer(sorted(kept)) if kept else self.give(None)

    @property
    def _ticked(self) -> set[str]:
        """The ids that the answer holds."""
        return set(self.answer) if isinstance(self.answer, tuple) else set()
