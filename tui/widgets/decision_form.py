"""The form below an item of the discussion: what is agreed, decided, by whom, until when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Input, TextArea

from tui.text.cleaning import clean, one_line
from tui.text.gaps import next_gap
from tui.widgets.answer_box import AnswerBox
from tui.widgets.answer_column import Column
from tui.widgets.appearance import appearance_of
from tui.widgets.clean_fields import CleanInput, GrowingText
from tui.widgets.fields.base import narrow
from tui.widgets.keys import is_space
from tui.widgets.lines import Line, LineView
from tui.widgets.plain_text import PlainText
from tui.widgets.radio_row import RadioRow
from tui.widgets.still import StillHorizontal, StillVertical

NOBODY = ""
"""The option of an owner that is not named."""
SOMEBODY = "*"
"""The option of an owner who is not at the table; no name can be this, as it is typed."""
_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFields:
    """What the form shows; presenters make it of the session."""

    question: str
    """The question's id."""
    options: Sequence[tuple[str, str]]
    """What may be agreed on: pairs of an option's id and its label."""
    chosen: str
    """The option that is agreed on."""
    agreed: str
    """That in words; empty where nothing is agreed."""
    other: Column | None
    """The field for an answer of neither party's; None where that is not chosen."""
    text: str
    """The decision in words."""
    owners: Sequence[str]
    """The names at the table."""
    owner: str
    """Who is responsible."""
    due: str
    """The day, as it is typed."""
    clauses: Mapping[str, str]
    """Language to the wording for the contract."""
    drafts: Mapping[str, str]
    """Language to a wording to start from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDecision:
    """What people have put into the form, cleaned."""

    chosen: str
    """The option that is agreed on."""
    text: str
    """The decision in words."""
    owner: str
    """Who is responsible."""
    due: str
    """The day, as it was typed."""
    clauses: Mapping[str, str]
    """Language to the wording for the contract."""


class DecisionForm(StillVertical):
    """Shows what is decided on one question, and says when it is changed.

    Args:
        languages: The languages of the clauses.
    """

    class Edited(Message):
        """Something in the form was changed by hand."""

    class NoText(Message):
        """Something was typed where there is no text."""

    class Resized(Message):
        """It takes other room."""

    class Finished(Message):
        """Enter was pressed in the last field."""

    def __init__(self, languages: Sequence[str]) -> None:
        super().__init__(id="form")
        self._languages = languages
        self._question = ""
        self._drafts: Mapping[str, str] = {}

    def compose(self) -> ComposeResult:
        """Mount the fields, each behind its label."""
        yield LineView(id="form-head")
        with StillHorizontal():
            yield PlainText(id="agreed-label", classes="label")
            yield RadioRow(NOBODY, id="agreed")
        yield PlainText(id="agreed-words")
        yield AnswerBox("left")
        with StillHorizontal():
            yield PlainText(id="decision-label", classes="label")
            yield GrowingText(id="decision", max_length=_LONGEST)
        with StillHorizontal():
            yield PlainText(id="owner-label", classes="label")
            yield RadioRow(NOBODY, id="owner")
        yield CleanInput(id="owner-other", max_length=_LONGEST)
        with StillHorizontal():
            yield PlainText(id="due-label", classes="label")
            yield CleanInput(id="due", max_length=_LONGEST)
            yield PlainText(id="day")
        for tag in self._languages:
            with StillHorizontal():
                yield PlainText(classes="label clause-label")
                yield GrowingText(classes="clause", name=tag)
        yield PlainText(id="trouble")

    def on_resize(self) -> None:
        """Say that it takes other room."""
        self.post_message(self.Resized())

    def rows_within(self, around: Size) -> int:
        """Return the rows that it takes with what it shows now, also before that is laid out.

        Args:
            around: What it shares with the page above.
        """
        if not self.size.width:
            return self.size.height
        wanted = self.get_content_height(around, self.screen.size, self.content_size.width)
        most = self.styles.max_height
        return wanted if most is None else min(wanted, int(around.height * most.value / 100))

    @property
    def _decision(self) -> GrowingText:
        return self.query_one("#decision", GrowingText)

    @property
    def _clauses(self) -> list[GrowingText]:
        return list(self.query(".clause").results(GrowingText))

    @property
    def written(self) -> WrittenDecision:
        """What stands in the form."""
        owner = self.query_one("#owner", RadioRow).value
        if owner == SOMEBODY:
            owner = self.query_one("#owner-other", CleanInput).value
        return WrittenDecision(
            chosen=self.query_one("#agreed", RadioRow).value,
            text=one_line(self._decision.text),
            owner=one_line(owner),
            due=self.query_one("#due", CleanInput).value.strip(),
            clauses={str(area.name): clean(area.text).strip() for area in self._clauses},
        )

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self._focus("agreed")

    def _focus(self, field: str) -> None:
        """Give a field the focus at once: what is typed next is meant for it."""
        self.screen.set_focus(self.query_one(f"#{field}"))

    def update(self, fields: DecisionFields, *, anew: bool = False) -> None:
        """Show what is decided.

        Args:
            fields: What is decided.
            anew: Whether to show the session's words even where people are writing.
        """
        self._label()
        say = appearance_of(self).phrases
        is_other = fields.question != self._question
        self._question = fields.question
        with self.prevent(Input.Changed, TextArea.Changed, RadioRow.Changed):
            if is_other or anew:  # else what stands here is newer: it is about to be kept
                self._fill(fields)
            self.query_one("#agreed", RadioRow).update(fields.options)
            self._update_owners(fields.owners)
            for area in self._clauses:  # one that nobody writes in follows what is agreed
                text = fields.clauses.get(str(area.name), "")
                if not area.has_focus and area.text != text:
                    _put(area, text)
        self._drafts = fields.drafts
        for area in self._clauses:
            draft = fields.drafts.get(str(area.name)) or say("minutes.no_draft")
            area.placeholder = Content(draft)
        words = self.query_one("#agreed-words", PlainText)
        words.set_content(fields.agreed)
        words.display = bool(fields.agreed)
        box = self.query_one(AnswerBox)
        box.display = fields.other is not None
        if fields.other is not None:
            box.update(fields.other)

    def _fill(self, fields: DecisionFields) -> None:
        """Put what is decided into the fields."""
        self.query_one("#agreed", RadioRow).value = fields.chosen
        _put(self._decision, fields.text)
        is_at_table = not fields.owner or fields.owner in fields.owners
        self.query_one("#owner", RadioRow).value = fields.owner if is_at_table else SOMEBODY
        self.query_one("#owner-other", CleanInput).value = "" if is_at_table else fields.owner
        self.query_one("#due", CleanInput).value = fields.due
        for area in self._clauses:
            _put(area, fields.clauses.get(str(area.name), ""))
        self.tell("")

    def _update_owners(self, names: Sequence[str]) -> None:
        say, row = appearance_of(self).phrases, self.query_one("#owner", RadioRow)
        options = [(name, name) for name in names]
        options += [(SOMEBODY, say("minutes.somebody")), (NOBODY, say("minutes.nobody"))]
        row.update(options)
        self.query_one("#owner-other").display = row.value == SOMEBODY

    def _label(self) -> None:
        """Name the fields, in the interface's language."""
        appearance = appearance_of(self)
        say, width = appearance.phrases, self.size.width
        head = Line().add(say("minutes.head"), appearance.foreground("primary", bold=True)).add(" ")
        head.add(appearance.marks.track * max(0, width - head.width - 1), appearance.quiet)
        self.query_one("#form-head", LineView).set_rows([head.row()])
        for name in ("agreed", "decision", "owner", "due"):
            self.query_one(f"#{name}-label", PlainText).set_content(say(f"minutes.{name}"))
        labels = self.query(".clause-label").results(PlainText)
        for label, tag in zip(labels, self._languages, strict=True):
            language = say.language_name(tag)
            label.set_content(say("minutes.clause", language=language))

    def tell(self, trouble: str) -> None:
        """Say what is wrong with what is written; an empty text says that nothing is."""
        told = self.query_one("#trouble", PlainText)
        told.set_content(trouble)
        told.display = bool(trouble)

    def tell_day(self, day: str) -> None:
        """Show which day was understood, or how one may be written."""
        self.query_one("#day", PlainText).set_content(day)

    def go_on(self) -> bool:
        """Go on from the field for an answer of neither party's; return whether that has focus.

        It goes first to what is missing in the answer.
        """
        box = self.query_one(AnswerBox)
        if not box.has_focus:
            return False
        if not box.advance():
            self._focus("decision")
        return True

    def to_due(self) -> None:
        """Put the cursor into the date."""
        self._focus("due")

    def to_next_gap(self) -> bool:
        """Put the cursor on the next gap of the clauses; return whether there is one.

        A clause that is empty is begun with its draft.
        """
        areas, focused = self._clauses, self.screen.focused
        at = areas.index(focused) if isinstance(focused, GrowingText) and focused in areas else None
        order = areas if at is None else [*areas[at:], *areas[: at + 1]]
        for place, area in enumerate(order):
            if not area.text and (draft := self._drafts.get(str(area.name))):
                area.text = draft
                area.move_cursor((0, 0))
            begin = area.offset_in_text if place == 0 and at is not None else 0
            if (gap := next_gap(area.text, begin)) is not None:
                self.screen.set_focus(area)
                area.select_span(*gap)
                self.call_after_refresh(area.scroll_visible, animate=False)
                return True
        return False

    def on_key(self, event: events.Key) -> None:
        """Let digits choose in a row of options."""
        row = self.screen.focused
        if isinstance(row, RadioRow) and row.pick(narrow(event.character)):
            event.stop()
            event.prevent_default()
        elif event.is_printable and not is_space(event.key):
            event.stop()  # who writes here means no command by it
            event.prevent_default()
            self.post_message(self.NoText())

    def on_radio_row_changed(self, event: RadioRow.Changed) -> None:
        """Say that something else is chosen; who is not at the table is named."""
        event.stop()
        if event.radio_row.id == "owner":
            self.query_one("#owner-other").display = event.radio_row.value == SOMEBODY
        self.post_message(self.Edited())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say that something was typed."""
        event.stop()
        self.post_message(self.Edited())

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say that something was typed."""
        event.stop()
        self.post_message(self.Edited())

    def on_radio_row_submitted(self, event: RadioRow.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.screen.focus_next()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.screen.focus_next()

    def on_growing_text_submitted(self, event: GrowingText.Submitted) -> None:
        """Go on to the next field; after the last, with the next item."""
        event.stop()
        if event.field is self._clauses[-1]:
            self.post_message(self.Finished())
        else:
            self.screen.focus_next()


def _put(area: GrowingText, text: str) -> None:
    """Put a text into a field, unless it stands there."""
    if area.text != text:
        area.text = text
        area.move_cursor(area.document.end)
