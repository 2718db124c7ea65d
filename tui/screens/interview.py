"""The interview: one question at a time, both parties side by side."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tui.commands import Place
from tui.domain.answers import Answer, NonAnswer
from tui.domain.questions import AnyQuestion, Kind, TextQuestion
from tui.domain.report import report
from tui.domain.reveal import is_revealed
from tui.domain.session import Session
from tui.domain.walk import Walk
from tui.screens.area import area_screen
from tui.screens.base import BaseScreen, bindings_at
from tui.screens.columns import SIDES, column_for
from tui.screens.handover import HandoverScreen
from tui.screens.jump import JumpScreen
from tui.screens.note import NoteDialog
from tui.screens.report import ReportScreen
from tui.screens.standing import standing
from tui.screens.titles import parties_title, saved_label
from tui.widgets.answerbox import AnswerBox, Column
from tui.widgets.arearail import AreaRail, Station
from tui.widgets.divergence import DivergenceLine
from tui.widgets.hintbar import HintBar
from tui.widgets.questiontext import QuestionText
from tui.widgets.statusbar import StatusBar
from tui.workspace import Workspace

_AIRY = 30
"""Rows of the terminal from which on there is air around the question."""


class InterviewScreen(BaseScreen[None]):
    """Asks; takes answers, non-answers and notes; goes on, back, and anywhere."""

    place = Place.INTERVIEW
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.INTERVIEW)

    def __init__(self, workspace: Workspace, party: str) -> None:
        super().__init__()
        self.workspace = workspace
        self.party = party
        self.at = self.walk.first_open()

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.workspace.session

    @property
    def walk(self) -> Walk:
        """The way through it for the party at the keyboard."""
        return Walk(self.session, self.party)

    @property
    def question(self) -> AnyQuestion:
        """The question at hand."""
        return self.session.questionnaire[self.at]

    @property
    def answer(self) -> Answer:
        """What the party at the keyboard has said to it."""
        return self.session.answer(self.party, self.at)

    # -- what is shown -----------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Mount one question's widgets; they are refilled, never remounted."""
        yield StatusBar(id="status")
        yield AreaRail(id="rail")
        yield QuestionText(id="question")
        with Container(id="columns"):
            for side in SIDES:
                yield AnswerBox(side)
        yield DivergenceLine(id="divergence")
        yield HintBar(id="hints")

    def show(self) -> None:
        """Fill the widgets with the question at hand."""
        walk, session, look = self.walk, self.session, self.look
        if self.question not in walk.questions:
            self.at = walk.first_open()
        question = self.question
        self.show_status()
        self._show_way(walk)
        self._show_question(walk, question)
        for side, party in zip(SIDES, session.questionnaire.party_ids, strict=True):
            column = column_for(session, question, party, self.party, look.phrases)
            self._show_column(self.query_one(f"#{side}", AnswerBox), column)
        waiting = look.phrases("interview.waiting" if walk.is_joint else "interview.blind")
        met = is_revealed(question, session) and all(
            sheet.answer(question.id).is_given for sheet in session.sheets
        )
        found = standing(session, question, look.phrases, look.marks) if met else None
        self.query_one(DivergenceLine).tell(found, waiting)

    def show_status(self) -> None:
        """Fill the top line."""
        progress = self.walk.progress()
        saved, alarm = saved_label(self.workspace.state, self.look.phrases)
        self.query_one(StatusBar).tell(
            parties_title(self.session.names.values(), self.look.marks),
            f"{progress.met} / {progress.asked}   {saved}",
            alarm=alarm,
        )

    def _show_way(self, walk: Walk) -> None:
        language, stations = self.look.phrases.language, []
        for area in self.session.questionnaire.areas:
            progress = walk.progress(area.id)
            here = area.id == self.question.area
            title = area.title[language]
            stations.append(Station(area.id, title, progress.met, progress.asked, here))
        self.query_one(AreaRail).travel(stations)

    def _show_question(self, walk: Walk, question: AnyQuestion) -> None:
        say, session = self.look.phrases, self.session
        questions = walk.in_area(question.area)
        place = say(
            "interview.place",
            area=session.questionnaire.area(question.area).title[say.language],
            number=questions.index(question) + 1,
            of=len(questions),
        )
        text = question.text.filled(session.names)
        languages = [session.sheet(party).party.language for party in walk.walkers]
        texts = list(dict.fromkeys(text[language] for language in languages))
        self.query_one(QuestionText).ask(place, texts, airy=self.size.height >= _AIRY)

    def _show_column(self, box: AnswerBox, column: Column) -> None:
        box.set_class(column.active, "-active")
        brief = not column.active and self.has_class("-narrow")
        box.show(replace(column, brief=brief))
        if column.active and self.focused is not box:
            box.focus()

    # -- what people say ---------------------------------------------------------------

    def on_answer_box_answered(self, event: AnswerBox.Answered) -> None:
        """Put down an answer."""
        self._enter(event.side)
        plain = replace(self.answer, value=event.value, state=None, reason="")
        self._put(replace(plain, rev=self.question.rev))

    def do_undecided(self) -> None:
        """Say that it is not settled, or take that back."""
        self._put_state(NonAnswer.UNDECIDED)

    def do_later(self) -> None:
        """Say that it is to be talked about later, or take that back."""
        self._put_state(NonAnswer.LATER)

    def do_not_applicable(self) -> None:
        """Say that it does not apply, and be asked why; or take that back."""
        self._put_state(NonAnswer.NOT_APPLICABLE)
        if self.answer.state is NonAnswer.NOT_APPLICABLE:
            self._write("note.reason", self.answer.reason, self._put_reason)

    def do_note(self) -> None:
        """Write a note."""
        self._write("note.title", self.answer.note, self._put_note)

    def do_write(self) -> None:
        """Write the answer to a question that is answered in words."""
        if self.question.kind is Kind.TEXT:
            self._write("note.answer", str(self.answer.value or ""), self._put_text)

    def do_undo(self) -> None:
        """Take back this party's last change."""
        self._step_to(self.session.undone(self.party))

    def do_redo(self) -> None:
        """Make this party's last change again that was taken back."""
        self._step_to(self.session.redone(self.party))

    def _put(self, answer: Answer) -> None:
        self.workspace.change(self.session.answered(self.party, self.at, answer))
        self.show()

    def _put_state(self, state: NonAnswer) -> None:
        """Put down a non-answer in the place of what was there; the same again takes it back."""
        wanted = None if self.answer.state is state else state
        plain = replace(self.answer, value=None, state=wanted, reason="")
        self._put(replace(plain, rev=self.question.rev))

    def _put_note(self, text: str) -> None:
        self._put(replace(self.answer, note=text))

    def _put_reason(self, text: str) -> None:
        self._put(replace(self.answer, reason=text))

    def _put_text(self, text: str) -> None:
        self._put(replace(self.answer, value=text or None, state=None, reason=""))

    def _write(self, title: str, text: str, put: Callable[[str], None]) -> None:
        """Open the dialog for texts; `put` takes what was written."""
        longest = self.question.max_length if isinstance(self.question, TextQuestion) else None

        def settle(written: str | None) -> None:
            if written is not None:
                put(written)

        dialog = NoteDialog(
            self.look.phrases(title), text, longest if title == "note.answer" else None
        )
        self.app.push_screen(dialog, settle)

    def _step_to(self, step: tuple[str, Session] | None) -> None:
        """Show what undo or redo changed, where it changed it."""
        if step is not None:
            self.at, session = step
            self.workspace.change(session)
            self.show()

    # -- where people go ---------------------------------------------------------------

    def on_answer_box_called(self, event: AnswerBox.Called) -> None:
        """Carry out a command that was clicked in a column."""
        self._enter(event.side)
        self.action_command(event.command)

    def on_answer_box_entered(self, event: AnswerBox.Entered) -> None:
        """Let the other party type, where both may."""
        self._enter(event.side)
        self.show()

    def on_area_rail_called(self, event: AreaRail.Called) -> None:
        """Go to an area."""
        questions = self.walk.in_area(event.area)
        self._go(questions[0].id if questions else self.at)

    def do_next(self) -> None:
        """Go on: to the other party, to the next question, or to what the area came to."""
        walk, parties = self.walk, self.session.questionnaire.party_ids
        following = walk.ahead(self.at)
        other_waits = not self.session.answer(parties[1], self.at).is_given
        if walk.is_joint and self.party == parties[0] and other_waits:
            self.do_other_side()
        elif following is not None and following.area == self.question.area:
            self._go(following.id)
        else:
            self.do_review()

    def do_back(self) -> None:
        """Go to the question before."""
        before = self.walk.ahead(self.at, -1)
        self._go(before.id if before is not None else self.at)

    def do_other_side(self) -> None:
        """Let the other party type; where answers are hidden the laptop is handed over first."""
        other = self.session.questionnaire.other(self.party)
        if self.walk.is_joint:
            self.party = other
            self.show()
        else:
            self._hand_over(other)

    def do_jump(self) -> None:
        """Choose any question."""
        self.app.push_screen(JumpScreen(self.walk, self.at), self._jumped)

    def do_review(self) -> None:
        """Show what the area came to, as far as the reveal rule allows."""
        self.app.push_screen(
            area_screen(self.session, self.party, self.question.area), self._reviewed
        )

    def do_report(self) -> None:
        """Show what the whole came to, where the reveal rule allows."""
        if all(is_revealed(question, self.session) for question in self.walk.questions):
            self.app.push_screen(ReportScreen(report(self.session), self.session))

    def _jumped(self, question: str | None) -> None:
        if question is not None:
            self._go(question)

    def _reviewed(self, going_on: bool | None) -> None:
        """Go on to the next area, to the other party's turn, or to the report."""
        if not going_on:
            return
        area = self.question.area
        self.workspace.change(self._with_finished(area))
        following = self.walk.area_after(area)
        other = self.session.questionnaire.other(self.party)
        if following is not None:
            self._go(self.walk.in_area(following)[0].id)
        elif self.walk.is_joint or self._all_finished(other):
            self.do_report()
        else:
            self._hand_over(other)

    def _with_finished(self, area: str) -> Session:
        """Give the session in which those who walk are done with an area."""
        session = self.session
        for party in self.walk.walkers:
            session = session.declared_finished(party, [area])
        return session

    def _all_finished(self, party: str) -> bool:
        """Tell whether a party is done with every area."""
        areas = self.session.questionnaire.areas
        return all(self.session.has_finished(party, area.id) for area in areas)

    def _hand_over(self, party: str) -> None:
        """Clear the screen of one party, then let the other begin."""
        self.workspace.change(self.session.turn_ended(self.party))
        for box in self.query(AnswerBox):
            box.clear()

        def begin(_: bool | None) -> None:
            self.party = party
            self.at = self.walk.first_open()
            self.show()

        name = self.session.sheet(party).party.name
        self.app.push_screen(HandoverScreen(name), begin)

    def _enter(self, side: str) -> None:
        """Let the party of a column type, where both may."""
        if self.walk.is_joint:
            self.party = self.session.questionnaire.party_ids[SIDES.index(side)]

    def _go(self, question: str) -> None:
        """Go to a question; the party on the left begins."""
        self.at = question
        if self.walk.is_joint:
            self.party = self.session.questionnaire.party_ids[0]
        self.show()
