"""One of several: each choice a row with its digit."""

from textual.content import Content

from tui.domain.questions import ChoiceQuestion
from tui.domain.values import Value
from tui.widgets.fields.base import Canvas, Outcome, Redraw
from tui.widgets.fields.options import OptionsField, Press, option_rows
from tui.widgets.lines import Row


class ChoiceField(OptionsField[ChoiceQuestion]):
    """Digits, Space and clicks choose; Backspace takes the answer back."""

    _takes_many = False

    def take_over(self, value: Value | None) -> None:
        """Put the cursor on the chosen row."""
        self._take_over_own(value)
        ids = [choice.id for choice in self.question.shown_labels]
        if value in ids:
            self.cursor = ids.index(str(value))
        elif self.is_own_pressed:
            self.cursor = len(ids)

    def option(self, canvas: Canvas, row: int) -> list[Row]:
        """Return a choice with its mark, the chosen one in the party's colour."""
        appearance, choice = canvas.appearance, self.question.shown_labels[row]
        chosen, here = choice.id == self.answer, canvas.active and row == self.cursor
        mark = Content.styled(
            appearance.marks.chosen if chosen else appearance.marks.free,
            appearance.foreground("strong" if chosen else "foreground", bold=chosen),
        )
        label = choice.label[self.language]
        return option_rows(canvas, Press.of(row), mark, label, chosen=chosen, here=here)

    def is_pressed(self, row: int) -> bool:
        """Return whether the row is chosen."""
        return bool(self.question.shown_labels[row].id == self.answer)

    def press(self, row: int) -> Outcome:
        """Choose the row."""
        return self.give(self.question.shown_labels[row].id)

    def press_own(self, *, is_typed: bool = False) -> Outcome:  # noqa: ARG002
        """Choose the words that are typed; without any, none of them is chosen."""
        if self.own is not None and (choice := self.own.choice) is not None:
            return self.offer(choice)
        return self.give(None) if self.is_own_pressed else Redraw()
