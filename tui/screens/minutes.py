"""The minutes of one question: what was agreed, who sees to it, by when, and in which words."""

from dataclasses import replace
from datetime import date
from pathlib import PurePath
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, TextArea

from tui.commands import Place
from tui.domain.agenda import Tier
from tui.domain.analysis import analyse
from tui.domain.answers import Answer
from tui.domain.history import Change
from tui.domain.localized_text import LocalizedText
from tui.domain.minutes import Decision
from tui.domain.questions import AnyQuestion, TextQuestion
from tui.domain.reveal import Part, may_draw_openly
from tui.domain.session import TABLE
from tui.presenters.answer_words import answer_words
from tui.presenters.columns import SIDES, agreed_column, phrases_at_table
from tui.screens.base import STYLES, bindings_at
from tui.screens.note_dialog import NoteDialog
from tui.screens.undoing import UndoingScreen
from tui.text.cleaning import clean, one_line
from tui.text.dates import parse_day, told_day
from tui.widgets.answer_box import AnswerBox
from tui.widgets.clean_fields import CleanInput, CleanTextArea
from tui.widgets.hint_bar import HintBar
from tui.widgets.lines import LineView, Row, wrapped
from tui.widgets.plain_text import PlainText
from tui.widgets.radio_row import RadioRow
from tui.widgets.status_bar import StatusBar
from tui.workspace.document import OpenDocument

_NONE, _THIRD = "none", "third"
_FIELDS = ("decision", "owner", "due")
_LONGEST = 400


class MinutesScreen(UndoingScreen[None]):
    """A form for one decision; leaving keeps what it holds, so that nothing is lost."""

    place = Place.MINUTES
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        STYLES / "dialogs.tcss",
        STYLES / "interview.tcss",
        STYLES / "forms.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.MINUTES)

    def __init__(self, document: OpenDocument, question: str) -> None:
        super().__init__()
        self.document = document
        self._question: AnyQuestion = document.session.questionnaire[question]
        self._kept = document.session.minutes.decision(question)
        self._left_date: str | None = None
        """What was typed as a date when the person last asked to leave."""
        self._draft = ""
        """A third answer that is half done."""
        self._third = self._kept.value if self._kept.taken_from is None else None
        self._begun = monotonic()
        self._planned = self._plan()

    @staticmethod
    def park(document: OpenDocument, question: str) -> None:
        """Put a question aside, or take it up again."""
        session = document.session
        decision = session.minutes.decision(question)
        document.change(session.decided(replace(decision, is_parked=not decision.is_parked)))

    def _plan(self) -> int:
        """Return the minutes that the agenda plans for the question."""
        items = analyse(self.document.session.as_revealed).agenda
        tiers = (item.tier for item in items if item.question == self._question.id)
        return next(tiers, Tier.LOOSE).minutes

    def compose(self) -> ComposeResult:
        """Mount the form."""
        clause = self._kept.clause or self._question.clause.format(self.document.session.names)
        yield StatusBar(id="status")
        with VerticalScroll(id="form", can_focus=False):
            yield LineView(id="matter")
            yield PlainText(id="agreed-label", classes="label")
            yield RadioRow(self._kept_choice(), id="agreed")
            yield AnswerBox(SIDES[0])
            values = (self._kept.text, self._kept.owner, self._kept.due)
            for name, value in zip(_FIELDS, values, strict=True):
                yield PlainText(id=f"{name}-label", classes="label")
                yield CleanInput("" if value is None else str(value), id=name, max_length=_LONGEST)
            yield PlainText(classes="label")
            yield PlainText(id="day")
            yield PlainText(id="trouble")
            for tag in self.document.session.questionnaire.languages:
                yield PlainText(classes="label clause-label")
                yield CleanTextArea(
                    clause[tag] if clause else "", tab_behavior="focus", classes="clause", name=tag
                )
        yield HintBar(id="hints")

    def _kept_choice(self) -> str:
        if self._kept.value is None:
            return _NONE
        return self._kept.taken_from or _THIRD

    def on_mount(self) -> None:
        """Begin with what was agreed; count the time."""
        self.query_one("#agreed", RadioRow).focus()
        self.set_interval(1, self._update_status)

    def _update_widgets(self) -> None:
        """Label the form."""
        session, say, question = self.document.session, self.phrases, self._question
        self._update_status()
        self._update_matter()
        self.query_one("#agreed-label", PlainText).set_content(say("minutes.agreed"))
        options = [(_NONE, say("minutes.none"))]
        is_open = may_draw_openly(Part.ANSWER, question, session)
        for party in session.questionnaire.parties:
            is_offered = is_open or party.id == self._kept.taken_from
            if is_offered and session.latest(party.id, question.id).value is not None:
                label = say("minutes.theirs", party=party.name[say.language])
                options.append((party.id, label))
        options.append((_THIRD, say("minutes.third")))
        self.query_one("#agreed", RadioRow).update(options)
        for name in _FIELDS:
            self.query_one(f"#{name}-label", PlainText).set_content(say(f"minutes.{name}"))
        clauses = zip(
            self.query(".clause-label").results(PlainText), self.query(CleanTextArea), strict=True
        )
        for heading, area in clauses:
            name = say.language_name(str(area.name))
            heading.set_content(say("minutes.clause", language=name))
        self._update_third()
        self._tell_day(session.minutes.decision(question.id).due)

    def _update_matter(self) -> None:
        """Draw the question and both answers, in the language of each who looks."""
        session, question = self.document.session, self._question
        width = max(20, self.size.width - 8)
        languages = [self.phrases.language, *(sheet.party.language for sheet in session.sheets)]
        spoken = phrases_at_table(languages, self.phrases)
        text = question.text.format(session.names)
        drawn = []
        for each in dict.fromkeys(one_line(text[language]) for language in languages):
            drawn += wrapped(each, width, self.appearance.strong, 2)
        sides = list(zip(SIDES, session.questionnaire.parties, strict=True))
        if not may_draw_openly(Part.ANSWER, question, session):
            for say in spoken:
                drawn += wrapped(say("page.private"), width, self.appearance.quiet, 2)
            sides = []
        for side, party in sides:
            answer = session.latest(party.id, question.id)
            for say in spoken:
                words = answer_words(session, question, answer, say)
                line = say("interview.said", who=party.name[say.language], answer=words)
                drawn += wrapped(line, width, self.appearance.foreground(side), 2)
        matter = self.query_one("#matter", LineView)
        matter.styles.height = matter.styles.min_height = len(drawn) + 1
        matter.set_rows([Row(line) for line in drawn])

    def _update_status(self) -> None:
        say = self.phrases
        minutes, seconds = divmod(self._spent, 60)
        spent = f"{minutes}:{seconds:02}"
        parked = f"{say('minutes.parked')}   " if self._is_parked else ""
        time = say("minutes.time", planned=self._planned, spent=spent)
        self.query_one(StatusBar).update(say("minutes.title"), parked + time)

    @property
    def _spent(self) -> int:
        """Seconds spent on the question, with those of earlier visits."""
        return self._kept.seconds + int(monotonic() - self._begun)

    @property
    def _is_parked(self) -> bool:
        return self.document.session.minutes.decision(self._question.id).is_parked

    def _update_third(self) -> None:
        """Show the field for a third answer, where that is what was agreed."""
        box = self.query_one(AnswerBox)
        chosen = self.query_one("#agreed", RadioRow).value == _THIRD
        box.display = chosen
        if chosen:
            answer, session = Answer(value=self._third), self.document.session
            column = agreed_column(self._question, answer, self.phrases, session.names)
            box.update(replace(column, draft=self._draft))

    def on_radio_row_changed(self) -> None:
        """Show or hide the field for a third answer."""
        self._update_third()
        self._keep()

    def on_answer_box_drafted(self, event: AnswerBox.Drafted) -> None:
        """Keep a third answer that is half done, while the form is open."""
        self._draft = event.draft

    def on_answer_box_called(self, event: AnswerBox.Called) -> None:
        """Write a third answer that is given in words."""
        question = self._question
        if event.command != "write" or not isinstance(question, TextQuestion):
            return

        def keep(written: str) -> None:
            self._third = written or None
            self._keep()

        title, longest = self.phrases("minutes.third"), question.max_length
        begun = str(self._third or "")
        dialog = NoteDialog(title, begun, keep, longest=longest, begun=event.text)
        self.app.push_screen(dialog, lambda _: self.refresh_view())

    def on_answer_box_answered(self, event: AnswerBox.Answered) -> None:
        """Take a third answer."""
        self._third = event.value
        self._update_third()
        self._keep()

    def on_radio_row_submitted(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def on_input_submitted(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def on_answer_box_entered(self) -> None:
        """Nothing to do: the field is neither party's."""

    def on_input_changed(self) -> None:
        """Keep what is typed, letter by letter: whatever ends the program, nothing is lost."""
        self._keep()

    def on_text_area_changed(self) -> None:
        """Keep what is typed, letter by letter."""
        self._keep()

    def do_later(self) -> None:
        """Put the question aside, or take it up again."""
        self._keep()
        self.park(self.document, self._question.id)
        self._update_status()

    def do_leave(self) -> None:
        """Go back; what was typed as a date and is none is left out when the person asks twice."""
        if not self.holds_back():
            self.document.change(self.document.session.written(TABLE))
            self.dismiss(None)

    author = TABLE

    def belongs_here(self, change: Change) -> bool:
        """Return whether a change is about this question."""
        return change.subject == self._question.id

    def show_change(self, change: Change) -> None:  # noqa: ARG002 - there is but one question
        """Show the form as undo or redo has made it."""
        kept = self.document.session.minutes.decision(self._question.id)
        self._kept = replace(kept, seconds=self._kept.seconds)
        self._third = kept.value if kept.taken_from is None else None
        with self.prevent(Input.Changed, TextArea.Changed, RadioRow.Changed):
            self._fill(kept)
        self.refresh_view()

    def _fill(self, kept: Decision) -> None:
        """Put a decision into the fields."""
        self.query_one("#agreed", RadioRow).value = self._kept_choice()
        for name, value in zip(_FIELDS, (kept.text, kept.owner, kept.due), strict=True):
            self.query_one(f"#{name}", CleanInput).value = "" if value is None else str(value)
        clause = kept.clause or self._question.clause.format(self.document.session.names)
        for area in self.query(CleanTextArea):
            area.text = clause[str(area.name)] if clause else ""

    def holds_back(self) -> bool:
        """Return whether what was typed as a date would be lost, and say so; once only."""
        typed = self.query_one("#due", CleanInput).value
        if self._keep() or typed == self._left_date:
            return False
        self._left_date = typed
        self._say_no_date()
        return True

    def _say_no_date(self) -> None:
        self.query_one("#trouble", PlainText).set_content(self.phrases("minutes.no_date"))
        self.query_one("#due", CleanInput).focus()
        self.call_after_refresh(self.query_one("#trouble").scroll_visible)

    def _keep(self) -> bool:
        """Put the decision into the minutes, and return whether its date could be read."""
        session = self.document.session
        before = session.minutes.decision(self._question.id)
        try:
            due, is_read = self._due(), True
        except ValueError:  # half a date: the one before stays
            due, is_read = before.due, False
        decision = self._decision(due)
        if decision != before:
            self.document.change(session.decided(decision))
        if is_read:
            self.query_one("#trouble", PlainText).set_content("")
        self._tell_day(due if is_read else None)
        return is_read

    def _tell_day(self, due: date | None) -> None:
        """Show which day was understood."""
        language = self.phrases.language
        told = self.phrases("minutes.due_how")
        if due is not None:
            told = told_day(due, language, date.today())
        self.query_one("#day", PlainText).set_content(told)

    def _due(self) -> date | None:
        """Return the date that was typed, None where the field is empty.

        Raises:
            ValueError: What was typed is no date.
        """
        typed = self.query_one("#due", CleanInput).value.strip()
        return parse_day(typed, date.today()) if typed else None

    def _decision(self, due: date | None) -> Decision:
        """Return the decision that the form holds."""
        session, chosen = self.document.session, self.query_one("#agreed", RadioRow).value
        is_party = chosen in session.questionnaire.party_ids
        value = self._third if chosen == _THIRD else None
        if is_party:
            value = session.latest(chosen, self._question.id).value
        clauses = {str(area.name): clean(area.text).strip() for area in self.query(CleanTextArea)}
        prefilled = self._question.clause.format(session.names)
        untouched = all(clauses[tag] == (prefilled[tag] if prefilled else "") for tag in clauses)
        return replace(
            session.minutes.decision(self._question.id),
            value=value,
            taken_from=chosen if is_party else None,
            text=one_line(self.query_one("#decision", CleanInput).value),
            owner=one_line(self.query_one("#owner", CleanInput).value),
            due=due,
            clause=LocalizedText({}) if untouched else LocalizedText(clauses),
            seconds=self._spent if self._spent > 5 or self._kept.seconds else 0,
        )
