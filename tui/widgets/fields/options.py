"""Choices as rows, each with its digit: what choosing, ticking and ranking have in common."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.content import Content

from tui.domain.message import Message
from tui.domain.own_words import LONGEST, own_choice, own_words
from tui.domain.values import Value
from tui.text.cleaning import one_line
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

    def __init__(self, question: Q, language: str) -> None:
        super().__init__(question, language)
        self.own = OwnWords() if getattr(question, "other", False) else None
        """The words of one's own that are typed, where there may be any."""

    @abstractmethod
    def press(self, row: int) -> Outcome:
        """Act on the choice at `row`."""

    def press_own(self, *, is_typed: bool = False) -> Outcome:  # noqa: ARG002
        """Act on the words of one's own, in whose row a person has typed or pressed."""
        return Redraw()

    @property
    def _count(self) -> int:
        """How many rows can be pressed."""
        return len(self.question.shown_labels) + (self.own is not None)

    @property
    def _is_at_own(self) -> bool:
        """Whether the cursor stands where words of one's own are typed."""
        return self.own is not None and self.cursor == len(self.question.shown_labels)

    @abstractmethod
    def is_pressed(self, row: int) -> bool:
        """Return whether the choice at `row` is part of the answer, or of what is begun."""

    @abstractmethod
    def option(self, canvas: Canvas, row: int) -> list[Row]:
        """Return the lines of the choice at `row`."""

    def rows(self, canvas: Canvas) -> list[Row]:
        """Return the lines of each choice."""
        drawn: list[Row] = []
        for row in range(len(self.question.shown_labels)):
            if row == self.cursor:
                self._cursor_row = len(drawn)
            drawn += self.option(canvas, row)
        if self.own is not None:
            row = len(self.question.shown_labels)
            if row == self.cursor:
                self._cursor_row = len(drawn)
            drawn += self._own_rows(canvas, self.own, row)
        return drawn

    def _own_rows(self, canvas: Canvas, own: "OwnWords", row: int) -> list[Row]:
        """Return the lines of the choice in words of one's own, with the caret."""
        say, marks, here = self.words(canvas), canvas.appearance.marks, canvas.active
        here = here and row == self.cursor
        chosen = self.is_own_pressed
        signs = (marks.ticked, marks.unticked) if self._takes_many else (marks.chosen, marks.free)
        style = canvas.appearance.foreground("strong" if chosen else "foreground", bold=chosen)
        mark = Content.styled(signs[0] if chosen else signs[1], style)
        text = own.text or ("" if here else say("field.other_how"))
        label = f"{say('field.other')} {text}{'_' if here else ''}"
        return option_rows(canvas, Press.of(row), mark, label, chosen=chosen, here=here)

    @property
    def is_own_pressed(self) -> bool:
        """Whether words of one's own are part of the answer."""
        given = self.answer if isinstance(self.answer, tuple) else (self.answer,)
        return any(isinstance(each, str) and own_words(each) is not None for each in given)

    def _take_over_own(self, value: Value | None) -> None:
        """Show the words of one's own that the session has."""
        if self.own is not None:
            given = value if isinstance(value, tuple) else (value,)
            found = (own_words(each) for each in given if isinstance(each, str))
            self.own.text = next((words for words in found if words is not None), "")

    @property
    def cursor_row(self) -> int:
        """The first line of the choice at the cursor."""
        return self._cursor_row

    def key(self, key: str, character: str | None) -> Outcome:
        """Digits and Space press a row, arrows move, Backspace and Delete take back."""
        count = self._count
        if self._is_at_own and (typed := self._typed_own(key, character)) is not None:
            return typed
        if (row := picked(narrow(character), count)) is not None:
            return self._press(row)
        if is_space(key):
            return self._press(self.cursor)
        if key in ("backspace", "delete"):
            self._take_over_own(None)
            return self.give(None)
        if (moved := step(self.cursor, key, count)) is not None:
            self.cursor = moved
            return Redraw()
        return None

    def _typed_own(self, key: str, character: str | None) -> Outcome:
        """Type into the words of one's own; None for a key that does nothing there."""
        own = self.own
        if own is None:
            return None
        if key == "backspace" and own.text:
            own.text = own.text[:-1]
            return self.press_own(is_typed=True)
        typed = " " if is_space(key) else character or ""
        begins_with_digit = not own.text and narrow(character) in "0123456789"
        if not typed.isprintable() or not typed or begins_with_digit:
            return None
        if own.text or typed.strip():
            own.text = (own.text + typed)[:LONGEST]
            return self.press_own(is_typed=True)
        return Redraw()

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
        if not rows and self._is_at_own and self.own is not None:
            self.own.text = one_line(f"{self.own.text} {text}")[:LONGEST]
            return self.press_own(is_typed=True)
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
        for row, choice in enumerate(self.question.shown_labels):
            if any(same_words(words, label) for label in choice.label.words.values()):
                return row
        return picked(narrow(words), len(self.question.shown_labels))

    def _press(self, row: int) -> Outcome:
        self.cursor = row
        return self.press_own() if self._is_at_own else self.press(row)


class OwnWords:
    """The words of one's own while they are typed."""

    def __init__(self) -> None:
        self.text = ""

    @property
    def choice(self) -> str | None:
        """The choice that they are, None while there are none."""
        return own_choice(self.text) if self.text.strip() else None


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
