"""A party's column: who answers, the field of the question, and what can be said beside it."""

from collections.abc import Callable, Sequence
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message as Event

from tui.domain.message import Message
from tui.domain.questions import AnyQuestion
from tui.domain.values import Value
from tui.text.cleaning import clean
from tui.widgets.answer_chips import chip_rows, contract_rows
from tui.widgets.answer_column import Column
from tui.widgets.fields import Field, Given, Outcome, Refused, field_for
from tui.widgets.fields.base import Canvas, WantsText, narrow
from tui.widgets.keys import is_space, typed_character
from tui.widgets.lines import BLANK, Line, LineView, Row, wrapped

_COMFORTABLE = 13
"""The least rows of a column that is drawn with blank lines."""
_HINT_LINES = 2
"""Lines that a hint may take."""


class AnswerBox(LineView, can_focus=True):
    """Shows a party's column and reports what the party wants; it changes no answer itself."""

    class Answered(Event):
        """The party gave an answer, or took it back."""

        def __init__(self, side: str, value: Value | None) -> None:
            super().__init__()
            self.side = side
            self.value = value

    class Called(Event):
        """A command under the answer was clicked, or the field asked for the text dialog."""

        def __init__(self, side: str, command: str, text: str = "") -> None:
            super().__init__()
            self.side = side
            self.command = command
            self.text = text
            """What was typed or pasted already, for the command `write`."""

    class Drafted(Event):
        """What is half done is another now; it is empty once nothing is."""

        def __init__(self, side: str, question: str, draft: str) -> None:
            super().__init__()
            self.side = side
            self.question = question
            self.draft = draft

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
        self._pending: dict[tuple[str, str], list[str]] = {}
        """By field, the drafts that were reported and that no column has brought back yet."""
        self._refusal: Message | None = None
        self._was_taking_keys = False
        """Whether it was last drawn as the widget that takes the keys."""
        self._unseen = 0, 0
        """The lines of the field that are out of sight: above, and below."""
        self._top = 0
        self._scrolled: int | None = None
        """The first line in sight as the wheel has set it; None while the cursor decides."""

    @property
    def field(self) -> Field[Any] | None:
        """The field of the question at hand."""
        if self.column is None:
            return None
        return self._fields.get((self.column.question.id, self.column.language))

    @property
    def drafts(self) -> list[str]:
        """The ids of questions whose answer is half typed, and so not saved."""
        return [question for (question, _), field in self._fields.items() if field.unfinished]

    def update(self, column: Column) -> None:
        """Show another column, or this one as it is now; what is half typed in it stays."""
        key, before = (column.question.id, column.language), self.column
        is_other = before is None or before.question.id != column.question.id
        if is_other:
            self._refusal, self._top, self._scrolled = None, 0, None
        self.column = column
        if column.hidden:
            self._forget(key)
        else:
            self._update_field(key, column)
            if is_other or (before is not None and column.active and not before.active):
                self._fields[key].settle()
        self.redraw()

    def _update_field(self, key: tuple[str, str], column: Column) -> None:
        """Show answer and draft in the field, but never an older draft than it has itself."""
        is_new = key not in self._fields
        if is_new:
            self._fields[key] = field_for(column.question, column.language)
        field, pending = self._fields[key], self._pending.setdefault(key, [])
        field.update(column.answer.value)
        if column.draft in pending:
            del pending[: pending.index(column.draft) + 1]
        elif pending or column.draft == field.draft:
            return
        elif is_new or column.answer.value is None:
            field.restore(column.draft)

    def _forget(self, key: tuple[str, str]) -> None:
        self._fields.pop(key, None)
        self._pending.pop(key, None)

    def advance(self) -> bool:
        """Move to the next part that Enter leads to; return whether there is one."""
        field = self.field
        if field is None or self._is_settled_without_value or not field.advance():
            return False
        self._refusal = self._scrolled = None
        self.redraw()
        return True

    @property
    def missing(self) -> Message | None:
        """What is missing from an answer that was begun, unless there is a non-answer."""
        field = self.field
        return None if field is None or self._is_settled_without_value else field.unfinished

    @property
    def _is_settled_without_value(self) -> bool:
        return self.column is not None and self.column.answer.state is not None

    def clear(self, stays: Callable[[AnyQuestion], bool]) -> None:
        """Forget answers and drafts, as others look now.

        Args:
            stays: Returns whether they may see those to a question.
        """
        self.column = None
        for key in [key for key, own in self._fields.items() if not stays(own.question)]:
            self._forget(key)
        self.set_rows(())

    def on_resize(self) -> None:
        """Draw the column for its new size."""
        self.redraw()

    def on_focus(self, event: events.Focus) -> None:  # noqa: ARG002
        """Let the next digit begin a new number, as the person comes to the column anew."""
        if (field := self.field) is not None:
            field.settle()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Draw the column anew, unless it was drawn so when it was updated."""
        if self._was_taking_keys != self._takes_keys:
            super().watch_has_focus(_has_focus)

    def redraw(self) -> None:
        """Draw the column for its size."""
        column = self.column
        if column is None or not self.size.height:
            return
        self._was_taking_keys = self._takes_keys
        if column.brief or column.hidden:
            self.set_rows([*self._head(column), *self._summary(column)])
            return
        head, foot = self._head(column), self._foot(column)
        room = max(1, self.size.height - len(head) - len(foot))
        body = self._body(column, room)
        self.set_rows([*head, *body, self._with_unseen(foot[0]), *foot[1:]])

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
        if self._is_veiled and (is_space(event.key) or narrow(event.character).isdecimal()):
            self.post_message(self.Called(self.side, "uncover"))
            event.stop()
            event.prevent_default()
        if self.column is None or self.column.hidden or (field := self.field) is None:
            return
        self._scrolled = None
        before = field.draft
        if self._settle(field.key(event.key, typed_character(event)), before):
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Hand what was pasted to the field; a covered answer is uncovered first."""
        event.stop()
        if self._is_veiled:
            self.post_message(self.Called(self.side, "uncover"))
        elif (field := self.field) is not None:
            self._scrolled = None
            self._settle(field.paste(clean(event.text)), field.draft)

    def clicked(self, target: str) -> None:
        """Act on a click; one into the column of the other party only moves there."""
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
            before = field.draft
            self._settle(field.click(what), before)

    def on_click(self, _event: events.Click) -> None:
        """Move to the column wherever it is clicked; `LineView` reports clicks on its targets."""
        column = self.column
        if self._is_veiled:
            self.post_message(self.Called(self.side, "uncover"))
        elif column is not None and not column.active and not column.hidden:
            self.post_message(self.Entered(self.side))

    @property
    def _is_veiled(self) -> bool:
        """Whether the party at the keyboard has its own answer here behind a cover."""
        return self.column is not None and self.column.active and bool(self.column.hidden)

    def _settle(self, outcome: Outcome, before: str) -> bool:
        """Pass on what came of a key, a click or a paste; return whether anything did.

        Args:
            outcome: What came of it.
            before: The draft that there was before.
        """
        match outcome:
            case None:
                return False
            case Given(value, remark):
                self._refusal = remark
                self.post_message(self.Answered(self.side, value))
            case Refused(message):
                self._refusal = message
            case WantsText(text):
                self.post_message(self.Called(self.side, "write", text))
            case _:
                self._refusal = None
        self._report_draft(before)
        self.redraw()
        return True

    def _report_draft(self, before: str) -> None:
        column, field = self.column, self.field
        if column is None or field is None or field.draft == before:
            return
        key = column.question.id, column.language
        self._pending.setdefault(key, []).append(field.draft)
        self.post_message(self.Drafted(self.side, column.question.id, field.draft))

    def _head(self, column: Column) -> list[Row]:
        """Return the party's colour, its role and its name."""
        appearance, width = self.appearance, self.size.width
        rule_style = appearance.foreground(column.side, bold=column.active)
        rule = appearance.marks.bar if column.active else appearance.marks.track
        title = Line(1).add(column.role, appearance.foreground(column.side, bold=True)).add("  ")
        style = appearance.foreground(column.side) if column.active else appearance.quiet
        title.add(column.name, style)
        rows = [Line().add(rule * width, rule_style).row(), title.row()]
        if self.size.height >= _COMFORTABLE:
            rows.append(BLANK)
        return rows

    def _summary(self, column: Column) -> list[Row]:
        """Return the answer in a line, or why it is hidden."""
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
        """Return hint and field in exactly `room` rows, with the cursor in sight."""
        appearance, field = self.appearance, self.field
        rows = [*contract_rows(appearance, column), *self._hint(column)]
        above = len(rows)
        if field is not None:
            canvas = Canvas(
                appearance, self.size.width, column.side, column.active and self._was_taking_keys
            )
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
        """Return what helps to answer; a guess needs no such help."""
        hint = column.question.hint[column.language]
        if not hint or column.is_guess:
            return []
        lines = wrapped(hint, self.size.width - 2, self.appearance.quiet, _HINT_LINES)
        rows = [Line(1).put(line).row() for line in lines]
        if self.size.height >= _COMFORTABLE:
            # As many lines in both columns, so that their choices stand at one height.
            rows += [BLANK] * (_HINT_LINES + 1 - len(rows))
        return rows

    def _with_unseen(self, row: Row) -> Row:
        """Return a row with, at its end, how many lines of the field are out of sight."""
        marks, style = self.appearance.marks, self.appearance.foreground("primary", bold=True)
        counted = zip((marks.up, marks.down), self._unseen, strict=True)
        unseen = "  ".join(f"{mark} {count}" for mark, count in counted if count)
        if not unseen:
            return row
        content = row.content.truncate(self.size.width - cell_len(unseen) - 2, pad=True)
        return row._replace(content=content + Content.styled(f" {unseen}", style))

    def _foot(self, column: Column) -> list[Row]:
        """Return what is wrong or missing, else the note, and the commands of this answer."""
        appearance, answer, say = self.appearance, column.answer, column.phrases
        field = self.field
        trouble = self._refusal
        if trouble is None and field is not None and answer.state is None:
            trouble = field.unfinished
        remark = Line(1)
        if trouble is not None:
            text = f"{appearance.marks.risk} {say.say(trouble)}"
            remark.add(text, appearance.foreground("partial"))
        elif answer.reason or answer.note:
            text = " ".join((answer.reason or answer.note).split())
            remark.add(f"{appearance.marks.discuss} {text}", appearance.quiet, "do:note")
        if column.is_guess:
            return [remark.row()]
        return [remark.row(), *chip_rows(appearance, column, self.size.width)]

    @property
    def _takes_keys(self) -> bool:
        """Whether keys act here. Textual sets `has_focus` only after the column is drawn."""
        return self.screen.is_current and self.screen.focused is self


def _aimed(row: Row) -> Row:
    """Return a row of the field with its targets marked as the field's."""
    targets = tuple(type(t)(t.start, t.end, f"field:{t.what}") for t in row.targets)
    return Row(row.content, targets, row.fill)
