"""The base of the screen on which items are decided: it keeps what is written in the form."""

from datetime import date

from tui.domain.agreeing import OTHER, proposals, way_agreed
from tui.domain.questions import AnyQuestion, TextQuestion
from tui.domain.session import TABLE
from tui.domain.values import Value
from tui.presenters.decision_fields import decision_fields, written_decision
from tui.screens.base import Result
from tui.screens.note_dialog import NoteDialog
from tui.screens.typed_day import day_words, typed_day
from tui.screens.undoing import UndoingScreen
from tui.widgets.answer_box import AnswerBox
from tui.widgets.decision_form import DecisionForm


class DecidingScreen(UndoingScreen[Result]):
    """Keeps what is decided letter by letter, so that nothing is lost whatever ends the program."""

    _decided = ""
    """The id of the question whose decision the form shows; empty before it shows any."""
    _other: Value | None = None
    """An answer of neither party's, that they may agree on."""
    _is_other: bool = False
    """Whether they are about to agree on one."""
    _due_before: date | None = None
    """The day that stood there when the item was come to."""
    _draft = ""
    """Such an answer that is half done."""

    @property
    def item(self) -> str | None:
        """The id of the question at hand, if there is one."""
        raise NotImplementedError

    @property
    def _form(self) -> DecisionForm:
        return self.query_one(DecisionForm)

    @property
    def _question(self) -> AnyQuestion:
        """The question whose decision the form shows."""
        return self.document.session.questionnaire[self._decided]

    def update_form(self, *, anew: bool = False) -> None:
        """Show what is decided on the item at hand.

        Args:
            anew: Whether to show the session's words even where people are writing.
        """
        if self.item is None or not self.is_mounted:
            return
        if self.item != self._decided or anew:
            self._decided, self._draft, self._warned = self.item, "", None
            self._due_before = self.document.session.minutes.decision(self.item).due
            session, question = self.document.session, self._question
            decision = session.minutes.decision(question.id)
            self._is_other = way_agreed(decision, proposals(session, question)) == OTHER
            self._other = decision.value if self._is_other else None
        self._show_fields(anew=anew)

    def _show_fields(self, *, anew: bool = False) -> None:
        session, question = self.document.session, self._question
        fields = decision_fields(
            session,
            question,
            self.phrases,
            self.appearance.marks,
            other=self._other,
            draft=self._draft,
            is_other=self._is_other,
        )
        self._form.update(fields, anew=anew)
        self._tell_day(session.minutes.decision(question.id).due)

    def on_decision_form_edited(self) -> None:
        """Keep what is written."""
        self._is_other = self._form.written.chosen == OTHER
        self._keep()
        self._show_fields()

    def on_answer_box_answered(self, event: AnswerBox.Answered) -> None:
        """Take an answer that is neither party's."""
        self._other = event.value
        self._keep()
        self._show_fields()

    def on_answer_box_drafted(self, event: AnswerBox.Drafted) -> None:
        """Keep such an answer that is half done, while the item is at hand."""
        self._draft = event.draft

    def on_answer_box_entered(self) -> None:
        """Nothing to do: the field is neither party's."""

    def on_answer_box_called(self, event: AnswerBox.Called) -> None:
        """Write such an answer that is given in words."""
        question = self._question
        if event.command != "write" or not isinstance(question, TextQuestion):
            return

        def keep(written: str) -> None:
            self._other = written or None
            self._keep()

        title, longest = self.phrases("minutes.third"), question.max_length
        begun = str(self._other or "")
        dialog = NoteDialog(title, begun, keep, longest=longest, begun=event.text)
        self.app.push_screen(dialog, lambda _: self._show_fields())

    def do_gap(self) -> None:
        """Go to the next gap of the clause; an empty one is begun with its draft."""
        if self.item is not None:
            self.show_item()
            self.update_form()
        if self.item is None or not self._form.to_next_gap():
            self.tell_no_gap()

    def show_state(self) -> None:
        """Show that something is decided now, or nothing any more."""
        raise NotImplementedError

    def show_item(self) -> None:
        """Show the item at hand, where a list stands in its place."""
        raise NotImplementedError

    def tell_no_gap(self) -> None:
        """Say that no clause has a gap."""
        raise NotImplementedError

    def holds_back(self) -> bool:
        """Return whether what was typed as a date would be lost, and say so; once for each key.

        Whatever was written before is a change of its own from here on.
        """
        if not self._decided:
            return False
        is_read, typed = self._keep(), self._form.written.due
        self.document.change(self.document.session.written(TABLE))
        if is_read or not self.must_warn(typed):
            return False
        self._form.tell(self.phrases("minutes.no_date", key=self.last_key))
        self._form.to_due()
        return True

    def _keep(self) -> bool:
        """Put the decision into the minutes, and return whether its date could be read."""
        session, question, written = self.document.session, self._question, self._form.written
        before = session.minutes.decision(question.id)
        due, is_read = typed_day(written.due, self._due_before)
        decision = written_decision(session, question, written, due, self._other)
        if decision != before:
            self.document.change(session.decided(decision))
        if decision.is_taken != before.is_taken:
            self.show_state()
        if is_read:
            self._form.tell("")
        self._tell_day(due if is_read else None)
        return is_read

    def _tell_day(self, due: date | None) -> None:
        """Show which day was understood."""
        self._form.tell_day(day_words(due, "minutes.due_how", self.phrases))
