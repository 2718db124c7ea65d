"""A party's column: who answers, the field of the question at hand, and what else can be said."""

from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message as Event

from tui.domain.message import Message
from tui.domain.values import Value
from tui.widgets.answer_chips import chip_rows, contract_rows
from tui.widgets.answer_column import Column
from tui.widgets.fields import Field, Given, Outcome, Refused, field_for
from tui.widgets.fields.base import Canvas, WantsText
from tui.widgets.lines import BLANK, Line, LineView, Row, wrapped

_COMFORTABLE = 13
"""Rows from which on the column is drawn with air."""
_HINT_LINES = 2
"""Lines that a hint may take."""


class AnswerBox(LineView, can_focus=True):
    """Shows a party's column and says what the party meant; it changes nothing itself."""

    class Answered(Event):
        """The party gave an answer, or took it back."""

        def __init__(self, side: str, value: Value | None) -> None:
            super().__init__()
            self.side = side
            self.value = value

    class Called(Event):
        """A command under the answer was clicked, or the field asked for the text dialog."""

        def __init__(self, side: str, command: str) -> None:
            super().__init__()
            self.side = side
            self.command = command

    class Entered(Event):
        """The column of the party whose turn it is not was clicked."""

        def __init__(self, side: str) -> None:
            super().__init__()
            self.side = side

    def __init__(self, side: str) -> None:
        super().__init__(id=side)
        self.side = side
        self.column: Column | None = None
        self._fields: dict[tuple[str, str], Field[Any]] = {}
        self._refusal: Message | None = None
        self._acts = False
        """Whether it was drawn as the place where keys act."""
        self._unseen = 0, 0
        """How many lines of the field are out of sight, above and below."""
        self._top = 0
        self._scrolled: int | None = None
        """Where the wheel has put the first line; None while the cursor leads."""

    @property
    def field(self) -> Field[Any] | None:
        """The field of the question at hand."""
        if self.column is None:
            return None
        return self._fields.get((self.column.question.id, self.column.language))

    @property
    def drafts(self) -> list[str]:
        """The questions at which something was begun that is no answer yet, and so not saved."""
        return [question for (question, _), field in self._fields.items() if field.unfinished]

    def update(self, column: Column) -> None:
        """Show this column; what was half typed in its field stays."""
        key = column.question.id, column.language
        if self.column is None or self.column.question.id != column.question.id:
            self._refusal, self._top, self._scrolled = None, 0, None
        self.column = column
        if key not in self._fields:
            self._fields[key] = field_for(column.question, column.language)
        if not column.hidden:
            self._fields[key].update(column.answer.value)
        self.redraw()

    def clear(self) -> None:
        """Hold nothing of anyone's answers any more: the turn is over."""
        self.column = None
        self._fields.clear()
        self.set_rows(())

    def on_resize(self) -> None:
        """Draw anew for the new size."""
        self.redraw()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Draw anew, unless that was done when the column was shown."""
        if self._acts != self._has_the_word:
            super().watch_has_focus(_has_focus)

    def redraw(self) -> None:
        """Draw the column for its size."""
        column = self.column
        if column is None or not self.size.height:
            return
        self._acts = self._has_the_word
        if column.brief or column.hidden:
            self.set_rows([*self._head(column), *self._summary(column)])
            return
        head, foot = self._head(column), self._foot(column)
        room = max(1, self.size.height - len(head) - len(foot))
        body = self._body(column, room)
        self.set_rows([*head, *body, self._telling_of_more(foot[0]), *foot[1:]])

    def on_mouse_scroll_down(self) -> None:
        """Show what is further down, until a key is pressed."""
        self._scroll(1)

    def on_mouse_scroll_up(self) -> None:
        """Show what is further up."""
        self._scroll(-1)

    def _scroll(self, by: int) -> None:
        self._scrolled = max(0, (self._top if self._scrolled is None else self._scrolled) + by)
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Hand the key to the field; what it has no use for goes on to the screen."""
        if self.column is None or self.column.hidden or (field := self.field) is None:
            return
        self._scrolled = None
        if self._settle(field.key(event.key, event.character)):
            event.stop()
            event.prevent_default()

    def clicked(self, target: str) -> None:
        """Act on a click: on the other column it only moves there."""
        if self.column is None or self.column.hidden:
            return
        kind, _, what = target.partition(":")
        if not self.column.active or self.column.brief:
            self.post_message(self.Entered(self.side))
            if self.column.brief or not self.column.is_joint:
                return
        if kind == "do":
            self.post_message(self.Called(self.side, what))
        elif kind == "field" and (field := self.field) is not None:
            self._settle(field.click(what))

    def on_click(self, _event: events.Click) -> None:
        """Make the whole column a place to click on; its targets are told by `LineView`."""
        column = self.column
        if column is not None and not column.active and not column.hidden:
            self.post_message(self.Entered(self.side))

    def _settle(self, outcome: Outcome) -> bool:
        """Pass on what came of a key or a click; tell whether anything did."""
        match outcome:
            case None:
                return False
            case Given(value):
                self._refusal = None
                self.post_message(self.Answered(self.side, value))
            case Refused(message):
                self._refusal = message
            case WantsText():
                self.post_message(self.Called(self.side, "write"))
            case _:
                self._refusal = None
        self.redraw()
        return True

    def _head(self, column: Column) -> list[Row]:
        """Draw the party's colour, its role and its name."""
        appearance, width = self.appearance, self.size.width
        style = appearance.foreground(column.side, bold=column.active)
        rule = appearance.marks.bar if column.active else appearance.marks.track
        title = Line(1).add(column.role, appearance.foreground(column.side, bold=True)).add("  ")
        title.add(
            column.name, appearance.foreground(column.side) if column.active else appearance.quiet
        )
        rows = [Line().add(rule * width, style).row(), title.row()]
        if self.size.height >= _COMFORTABLE:
            rows.append(BLANK)
        return rows

    def _summary(self, column: Column) -> list[Row]:
        """Draw the answer in a line, or why it is hidden."""
        appearance, answer = self.appearance, column.answer
        if column.hidden:
            return [Line(3).put(line).row() for line in self._wrapped(column.hidden)]
        if answer.state is not None:
            said = column.phrases(f"state.{answer.state}")
        elif answer.value is not None:
            said = column.question.wording(answer.value, column.language)
        else:
            said = column.phrases("interview.nothing_yet")
        style = appearance.foreground(column.side) if answer.is_answered else appearance.quiet
        text = " ".join(said.split())
        return [Line(3).put(line).row() for line in wrapped(text, self.size.width - 4, style, 2)]

    def _wrapped(self, text: str) -> Sequence[Any]:
        return wrapped(text, self.size.width - 4, self.appearance.quiet)

    def _body(self, column: Column, room: int) -> list[Row]:
        """Draw hint and field in exactly `room` rows, with the cursor in sight."""
        appearance, field = self.appearance, self.field
        rows = [*contract_rows(appearance, column), *self._hint(column)]
        above = len(rows)
        if field is not None:
            canvas = Canvas(appearance, self.size.width, column.side, column.active and self._acts)
            rows += [_aimed(row) for row in field.rows(canvas)]
            at = above + field.cursor_row
            lowest = max(0, len(rows) - room)
            self._top = 0 if at < room else min(lowest, max(self._top, at - room + 1))
            self._top = min(self._top, at, lowest)
            if self._scrolled is not None:
                self._top = self._scrolled = min(self._scrolled, lowest)
        shown = rows[self._top : self._top + room]
        self._unseen = self._top, len(rows) - self._top - len(shown)
        return [*shown, *[BLANK] * (room - len(shown))]

    def _hint(self, column: Column) -> list[Row]:
        """Draw what helps to answer; a guess needs no such help."""
        hint = column.question.hint[column.language]
        if not hint or column.is_guess:
            return []
        lines = wrapped(hint, self.size.width - 2, self.appearance.quiet, _HINT_LINES)
        rows = [Line(1).put(line).row() for line in lines]
        if self.size.height >= _COMFORTABLE:
            # As many lines in both columns, so that their choices stand at one height.
            rows += [BLANK] * (_HINT_LINES + 1 - len(rows))
        return rows

    def _telling_of_more(self, row: Row) -> Row:
        """Say at the end of a row how many lines of the field are out of sight."""
        marks, style = self.appearance.marks, self.appearance.foreground("primary", bold=True)
        counted = zip((marks.up, marks.down), self._unseen, strict=True)
        told = "  ".join(f"{mark} {count}" for mark, count in counted if count)
        if not told:
            return row
        content = row.content.truncate(self.size.width - cell_len(told) - 2, pad=True)
        return row._replace(content=content + Content.styled(f" {told}", style))

    def _foot(self, column: Column) -> list[Row]:
        """Draw what is wrong or missing, the note, and the commands of this answer."""
        appearance, answer, say = self.appearance, column.answer, column.phrases
        field = self.field
        trouble = self._refusal
        if trouble is None and field is not None and answer.state is None:
            trouble = field.unfinished
        remark = Line(1)
        if trouble is not None:
            remark.add(
                f"{appearance.marks.risk} {say.say(trouble)}", appearance.foreground("partial")
            )
        elif answer.reason or answer.note:
            text = " ".join((answer.reason or answer.note).split())
            remark.add(f"{appearance.marks.discuss} {text}", appearance.quiet, "do:note")
        if column.is_guess:
            return [remark.row()]
        return [remark.row(), *chip_rows(appearance, column, self.size.width)]

    @property
    def _has_the_word(self) -> bool:
        """Whether keys act here; `has_focus` hears of it later."""
        return self.screen.is_current and self.screen.focused is self


def _aimed(row: Row) -> Row:
    """Return a row of the field with its targets marked as the field's."""
    targets = tuple(type(t)(t.start, t.end, f"field:{t.what}") for t in row.targets)
    return Row(row.content, targets, row.fill)
