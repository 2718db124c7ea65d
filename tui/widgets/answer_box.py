"""A party's column: who answers, the field of the question, and what can be said beside it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual import events
from textual.message import Message as Event

from tui.domain.message import Message
from tui.domain.questions import AnyQuestion
from tui.domain.values import Value
from tui.text.cleaning import clean
from tui.widgets.answer_chips import contract_rows
from tui.widgets.answer_column import Column
from tui.widgets.answer_fields import AnswerFields
from tui.widgets.answer_rows import foot_rows, head_rows, hint_rows, summary_rows, with_unseen
from tui.widgets.fields import Field, Given, Outcome, Refused
from tui.widgets.fields.base import Canvas, WantsText, narrow
from tui.widgets.keys import is_space, typed_character
from tui.widgets.lines import BLANK, LineView, Row, wrapped

_COMFORTABLE = 13
"""The least rows of a column that is drawn with blank lines."""
_FIELD_LINES = 4
"""Lines that a longer hint leaves to the field: the one at the cursor, and three more."""


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
        self._fields = AnswerFields()
        self._refusal: Message | None = None
        self._was_taking_keys = False
        """Whether it was last drawn as the widget that takes the keys."""
        self._unseen = 0, 0
        """The lines of the field that are out of sight: above, and below."""
        self._top = 0
        self._has_air: bool | None = None
        """Whether blank lines have room, as `fit` found; None where it was not asked."""
        self._is_beside = True
        """Whether it stands beside the other column."""
        self.is_hint_cut = False
        """Whether there is more of the hint than is shown."""
        self._scrolled: int | None = None
        """The first line in sight as the wheel has set it; None while the cursor decides."""

    @property
    def field(self) -> Field[Any] | None:
        """The field of the question at hand."""
        return None if self.column is None else self._fields.of(self.column)

    @property
    def drafts(self) -> list[str]:
        """The ids of questions whose answer is half typed, and so not saved."""
        return self._fields.unfinished

    def update(self, column: Column) -> None:
        """Show another column, or this one as it is now; what is half typed in it stays."""
        before, self.column = self.column, column
        is_other = before is None or before.question.id != column.question.id
        if is_other:
            self._refusal, self._top, self._scrolled = None, 0, None
        if column.hidden:
            self._fields.forget(column)
        else:
            self._fields.update(column)
        if is_other or (before is not None and column.active and not before.active):
            self._come_back()
        self.redraw()

    def _come_back(self) -> None:
        """Let the next digit begin a new number, as the person comes to the column anew."""
        if (field := self.field) is not None:
            field.settle()

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
        self._fields.keep(stays)
        self.set_rows(())

    def on_mount(self) -> None:
        """Begin anew also when a dialog or a cover gives way to the screen again."""
        self.watch(self.screen, "stack_updates", self._come_back, init=False)

    def on_resize(self) -> None:
        """Draw the column for its new size."""
        self.redraw()

    def on_focus(self, event: events.Focus) -> None:  # noqa: ARG002
        """Begin anew, whatever had the focus before."""
        self._come_back()

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
        appearance, width = self.appearance, self.size.width
        head = head_rows(appearance, column, width)
        if self._is_airy:
            head.append(BLANK)
        if column.brief or column.hidden:
            self.set_rows([*head, *summary_rows(appearance, column, width)])
            return
        foot = foot_rows(
            appearance, column, self._refusal or self.missing, width, airy=self._is_airy
        )
        room = max(1, self.size.height - len(head) - len(foot))
        body = self._body(column, room)
        remark = with_unseen(appearance, foot[0], self._unseen, width)
        self.set_rows([*head, *body, remark, *foot[1:]])

    def fit(self, width: int, most: int, *, beside: bool) -> int:
        """Return how many rows the column needs, with blank lines if they have room.

        Args:
            width: The cells of a row.
            most: The most rows that there are.
            beside: Whether it stands beside the other column; blank lines are for that alone.
        """
        column, appearance = self.column, self.appearance
        if column is None:
            return 0
        rows, had_air = len(head_rows(appearance, column, width)), self._has_air
        if column.brief or column.hidden:
            self._has_air = False
            return rows + len(summary_rows(appearance, column, width))
        # A field that is drawn for whom it does not wait lets go of what is being typed.
        canvas = Canvas(appearance, width, column.side, column.active and self._takes_keys)
        rows += len(contract_rows(appearance, column, width))
        rows += 0 if self.field is None else len(self.field.rows(canvas))
        self._is_beside = beside
        needed = [
            rows
            + airy
            + len(hint_rows(appearance, column, width, most, airy=airy, level=beside))
            + len(foot_rows(appearance, column, None, width, airy=airy))
            for airy in (False, True)
        ]
        self._has_air = beside and needed[True] <= most
        if self._has_air is not had_air:
            self.redraw()
        return needed[self._has_air]

    @property
    def _is_airy(self) -> bool:
        """Whether there is room for blank lines."""
        return self.size.height >= _COMFORTABLE if self._has_air is None else self._has_air

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
        if self._is_veiled and (is_space(event.key) or narrow(typed_character(event)).isdecimal()):
            self.post_message(self.Called(self.side, "uncover"))
            event.stop()
            event.prevent_default()
        if self.column is None or self.column.hidden or (field := self.field) is None:
            return
        self._scrolled = None
        if self._handle(field, partial(field.key, event.key, typed_character(event))):
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Hand what was pasted to the field; a covered answer is uncovered first."""
        event.stop()
        if self._is_veiled:
            self.post_message(self.Called(self.side, "uncover"))
        elif (field := self.field) is not None:
            self._scrolled = None
            self._handle(field, partial(field.paste, clean(event.text)))

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
            self._handle(field, partial(field.click, what))

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

    def _handle(self, field: Field[Any], act: Callable[[], Outcome]) -> bool:
        """Pass on what comes of a key, a click or a paste; return whether anything did.

        Args:
            field: The field of the question at hand.
            act: Hands the key, the click or the paste to the field.
        """
        before = field.draft
        match act():
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
        if field.draft != before:
            self._report_draft(field.draft)
        self.redraw()
        return True

    def _report_draft(self, draft: str) -> None:
        if self.column is not None:
            self._fields.report(self.column, draft)
            self.post_message(self.Drafted(self.side, self.column.question.id, draft))

    def _body(self, column: Column, room: int) -> list[Row]:
        """Return hint and field in exactly `room` rows, with the cursor in sight."""
        appearance, field, width = self.appearance, self.field, self.size.width
        canvas = Canvas(appearance, width, column.side, column.active and self._was_taking_keys)
        drawn = [] if field is None else [_aimed(row) for row in field.rows(canvas)]
        rows = contract_rows(appearance, column, width)
        left = room - len(rows) - min(len(drawn), _FIELD_LINES)
        hints = hint_rows(
            appearance, column, width, left, airy=self._is_airy, level=self._is_beside
        )
        whole = wrapped(column.question.hint[column.language], width - 2)
        self.is_hint_cut = bool(hints) and len(whole) > sum(row is not BLANK for row in hints)
        rows += hints
        above = len(rows)
        if field is not None:
            rows += drawn
            at = above + field.cursor_row
            lowest = max(0, len(rows) - room)
            self._top = 0 if at < room else min(lowest, max(self._top, at - room + 1))
            self._top = min(self._top, at, lowest)
            if self._scrolled is not None:
                self._top = self._scrolled = min(self._scrolled, lowest)
        shown = rows[self._top : self._top + room]
        self._unseen = self._top, len(rows) - self._top - len(shown)
        return [*shown, *[BLANK] * (room - len(shown))]

    @property
    def _takes_keys(self) -> bool:
        """Whether keys act here. Textual sets `has_focus` only after the column is drawn."""
        return self.screen.is_current and self.screen.focused is self


def _aimed(row: Row) -> Row:
    """Return a row of the field with its targets marked as the field's."""
    targets = tuple(type(t)(t.start, t.end, f"field:{t.what}") for t in row.targets)
    return Row(row.content, targets, row.fill)
