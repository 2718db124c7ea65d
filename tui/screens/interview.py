"""The interview: one question at a time, both parties side by side."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place
from tui.domain.analysis import analyse_question
from tui.domain.answers import ContractState
from tui.domain.confirmation import must_confirm
from tui.domain.history import Change, Topic
from tui.domain.message import Message
from tui.domain.outlook import areas_left_out
from tui.domain.position import Position, Stage
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.report_builder import reported_question
from tui.domain.reveal import is_for_one, is_revealed, may_judge
from tui.domain.route import Route
from tui.domain.session import Session
from tui.domain.steps import after_question
from tui.phrasing.titles import parties_title
from tui.presenters.asked_words import asked_words
from tui.presenters.columns import SIDES, column_for
from tui.presenters.met_page import MetPage
from tui.presenters.verdict_summary import verdict_summary
from tui.screens.base import STYLES, bindings_at
from tui.screens.jump import JumpScreen
from tui.screens.saving_words import saved_label
from tui.screens.session_flow import SessionFlow
from tui.screens.table_screen import TableScreen
from tui.widgets.answer_box import AnswerBox
from tui.widgets.answer_column import Column
from tui.widgets.answer_table import AnswerTable
from tui.widgets.area_tabs import AreaProgress, AreaTabs
from tui.widgets.hint_bar import HintBar
from tui.widgets.lines import LineView
from tui.widgets.picture_view import PictureView
from tui.widgets.question_text import QuestionText
from tui.widgets.status_bar import StatusBar
from tui.widgets.verdict_line import VerdictLine
from tui.workspace.document import OpenDocument

_AIRY = 34
"""The least rows of a terminal at which blank lines surround the question."""


class InterviewScreen(TableScreen[None]):
    """Asks one question after another; a party may go on, back, or to any question."""

    place = Place.INTERVIEW
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "interview.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.INTERVIEW)

    def __init__(self, document: OpenDocument, party: str, *, at_decisions: bool = False) -> None:
        super().__init__()
        self.document = document
        self.take_turn(party)
        self._flow = SessionFlow(self, at_decisions=at_decisions)
        self._remark: Message | None = None
        self._is_remarking = False
        """Whether a remark is shown just now."""
        self.is_covered = self.is_blind
        self.has_begun = False
        """Whether anything was shown yet, to go back to."""

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.document.session

    @property
    def route(self) -> Route:
        """The way through the session for the party at the keyboard."""
        return Route(self.session, self.party)

    @property
    def question(self) -> AnyQuestion:
        """The question at hand."""
        return self.session.questionnaire[self.at]

    @property
    def is_blind(self) -> bool:
        """Whether the two answer in turns, while the other looks away."""
        return not self.route.is_joint and self.session.alone is None

    def take_turn(self, party: str, question: str | None = None) -> None:
        """Let a party come to the keyboard.

        Args:
            party: The party's id.
            question: The id of the question at which it begins; None for where it was left.
        """
        self.party = party
        wanted = question or self.session.sheet(party).at
        asked = {each.id for each in self.route.questions}
        self.at = wanted if wanted in asked else self.route.first_open()

    # -- what is shown -----------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Mount the widgets of one question; for another they are updated, never mounted anew."""
        yield StatusBar(id="status")
        yield AreaTabs(id="area-tabs")
        yield QuestionText(id="question")
        yield AnswerTable(SIDES)
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Go where the session was left."""
        if self.is_covered:
            self._resume()
        else:
            self.call_after_refresh(self._resume)

    def _resume(self) -> None:
        self._flow.resume()
        self.duiqi.note_first_screen()

    def _update_widgets(self) -> None:
        """Show the question at hand, unless the screen is covered until a party takes its turn."""
        if self.is_covered:
            return
        session = self.session
        if self.question not in self.route.questions:
            self.at = self.route.first_open()
        self.has_begun = True
        self.note_who_looks()
        if self.is_active:  # else the session is at the screen above, which is about to be drawn
            self._note_position()
        route, question = self.told_route, self.question
        self.refresh_status()
        self._update_area_tabs()
        self._update_question(route, question)
        for side, party in zip(SIDES, session.questionnaire.party_ids, strict=True):
            column = column_for(session, question, party, self.party, self.alone_with, self.phrases)
            self._update_column(self.query_one(f"#{side}", AnswerBox), column)
        self._update_verdict(question)
        self.query_one(AnswerTable).fit(less=self.query_one(QuestionText).growth)

    def _note_position(self) -> None:
        """Note the question at hand; a result that was read stays the place to come back to."""
        before = self.session.position
        is_read = before is not None and before.stage is Stage.RESULT
        stage = Stage.RESULT if is_read else Stage.QUESTION
        self.document.go_to(Position(self.party, stage), self.at)

    def remark(self, key: str, **values: str | Message) -> None:
        """Show why nothing happened, until the next thing is done."""
        self.tell(Message(key, values))

    def tell(self, message: Message) -> None:
        """Say something below the columns, until the next thing is done."""
        self._remark = message
        self.refresh_view()

    def forget_told(self) -> None:
        """Show again where the two stand."""
        if self._is_remarking:
            self.refresh_view()

    def refresh_status(self) -> None:
        """Show the parties, the progress and the state of saving."""
        super().refresh_status()
        if self.is_covered or not self.query(StatusBar):  # which is gone first as the app ends
            return
        progress = self.told_progress()
        saved = saved_label(self.document, self.phrases)
        self.query_one(StatusBar).update(
            parties_title(self.session.names.values(), self.appearance.marks),
            f"{progress.met} / {progress.asked}   {saved}",
        )

    def _update_area_tabs(self) -> None:
        language, areas, left_out = self.phrases.language, [], areas_left_out(self.session)
        for area in self.session.questionnaire.areas:
            progress = self.told_progress(area.id)
            if area.id in left_out and not progress.asked:
                continue
            here = area.id == self.question.area
            title = area.title[language]
            areas.append(AreaProgress(area.id, title, progress.met, progress.asked, here))
        self.query_one(AreaTabs).update(areas)

    def _update_question(self, route: Route, question: AnyQuestion) -> None:
        say, session = self.phrases, self.session
        place = session.questionnaire.area(question.area).title[say.language]
        texts = list[str]()
        if question in (questions := route.in_area(question.area)):
            number, of = questions.index(question) + 1, len(questions)
            place = say("interview.place", area=place, number=number, of=of)
            readers = route.respondents
            if session.alone is None and not is_for_one(question, session):
                readers = session.questionnaire.party_ids  # both look, whoever types
            texts = asked_words(session, question, readers, say)
        if self.is_second_answer:
            place = f"{place} · {say('interview.second')}"
        answers = (route.session.current(party, question.id) for party in route.respondents)
        if any(must_confirm(question, answer) for answer in answers):
            place = f"{place} · {say('interview.outdated')}"
        self.query_one(QuestionText).update(place, texts, airy=self.size.height >= _AIRY)

    def _update_column(self, box: AnswerBox, column: Column) -> None:
        box.set_class(column.active and self.has_class("-narrow"), "-active")
        brief = not column.active and self.has_class("-narrow")
        if column.active and self.focused is not box:
            self.set_focus(box)
        box.update(replace(column, brief=brief))

    def _update_verdict(self, question: AnyQuestion) -> None:
        """Show where the two stand once both answers may be seen; until then what is waited for."""
        session, summary, told = self.session, None, None
        if may_judge(question, session, self.alone_with):
            revised = session.as_revised.as_revealed
            found = analyse_question(revised, question)
            summary = verdict_summary(revised, found, self.phrases)
            told = reported_question(revised, found)
        waiting = self._remark or Message(f"interview.waiting_{self._waiting}")
        self._is_remarking, self._remark = self._remark is not None, None
        is_shown = not self._is_remarking and self.second_thought is None
        line = self.query_one(VerdictLine)
        line.update(summary if is_shown else None, self.phrases.say(waiting))
        languages = (sheet.party.language for sheet in session.sheets)
        page = told and MetPage(told, tuple(session.names.values()), tuple(languages))
        draw = partial(page.rows, self.appearance) if page else None
        self.query_one(PictureView).update(draw, page)

    @property
    def _waiting(self) -> str:
        """What the line below the columns waits for; the catalogue's word of it."""
        if self.session.alone is not None:
            return "alone"
        if self.question.privacy is not Privacy.SHARED:
            return "private"
        has_met = self.route.is_joint or is_revealed(self.question, self.session)
        if has_met and self.is_second_answer and self.second_thought is not None:
            return "second"
        if self.question.asked_of is not None:
            return "one"
        return "joint" if has_met else "blind"

    # -- what people do in the columns -------------------------------------------------

    def on_answer_box_answered(self, event: AnswerBox.Answered) -> None:
        """Put down an answer."""
        self._enter(event.side)
        field = self.query_one(f"#{event.side}", AnswerBox).field
        self.put_value(event.value, is_half=field is not None and bool(field.draft))

    def on_answer_box_drafted(self, event: AnswerBox.Drafted) -> None:
        """Keep what is half answered."""
        party = self.session.questionnaire.party_ids[SIDES.index(event.side)]
        self.document.change(self.session.drafted(party, event.question, event.draft))

    def on_answer_box_called(self, event: AnswerBox.Called) -> None:
        """Carry out a command that was clicked in a column."""
        self._enter(event.side)
        command, _, what = event.command.partition(":")
        if what:
            self.put_contract(ContractState(what))
        elif command == "write" and not self.is_veiled:
            self.write_answer(event.text)
        else:
            self.action_command(command)

    def on_answer_box_entered(self, event: AnswerBox.Entered) -> None:
        """Let the other party type, where both may."""
        self._enter(event.side)
        self.refresh_view()

    def _enter(self, side: str) -> None:
        """Let the party of a column type, where nothing is hidden and it is asked."""
        party = self.session.questionnaire.party_ids[SIDES.index(side)]
        if self.question.is_asked_of(party) and not is_for_one(self.question, self.session):
            self.party = party

    def do_leave(self) -> None:
        """Go back to where we came from."""
        self.call_later(self.duiqi.leave_session, self.dismiss)

    @property
    def author(self) -> str:
        """The party at the keyboard."""
        return self.party

    def do_undo(self) -> None:
        """Take back this party's last change; a second answer in mind, whenever it was begun."""
        if self.session.undone(self.party) is None and self.second_thought is not None:
            self.put_value(None)
        else:
            super().do_undo()

    def show_change(self, change: Change) -> None:
        """Go to the question that was changed, and show it."""
        if change.topic is Topic.IMPORTANCE:
            title = self.session.questionnaire.area(change.subject).title[self.phrases.language]
            self.remark("interview.undone_importance", area=title)
        else:
            self._come_to(change.subject, self.party)

    # -- where people go ---------------------------------------------------------------

    def on_area_tabs_called(self, event: AreaTabs.Called) -> None:
        """Go to an area."""
        questions = self.route.in_area(event.area)
        self.go(questions[0].id if questions else self.at)

    def go(
        self,
        question: str,
        party: str | None = None,
        then: Callable[[], None] | None = None,
        back: Callable[[], None] | None = None,
    ) -> None:
        """Go to a question; where both answer at once, the party on the left begins.

        Args:
            question: The question's id.
            party: The id of the party that is to answer; None for the one whose turn it is.
            then: What is done once it is shown.
            back: What Escape leads to at a cover before it; None for the question, still covered.
        """
        first = self.session.questionnaire.party_ids[0] if self.route.is_joint else self.party
        self._come_to(question, party or first, then, back)

    def _come_to(
        self,
        question: str,
        party: str,
        then: Callable[[], None] | None = None,
        back: Callable[[], None] | None = None,
    ) -> None:
        """Show a question to a party, after a cover where it is not for both."""
        self.at, self.party = question, party
        if not is_for_one(self.question, self.session):
            self.party = self.question.asked_of or party
        self.note_who_looks()
        if self.is_veiled:
            self._note_position()
            self._flow.cover(then, back)
            return
        self.refresh_view()
        if then is not None:
            then()

    def cover(self, then: Callable[[], None] | None = None) -> None:
        """Blank the screen until the party at the keyboard says that nobody else looks."""
        self._flow.cover(then)

    def clear(self) -> None:
        """Forget what the widgets hold, but for half typed answers that both may see."""
        session = self.session
        for box in self.query(AnswerBox):
            box.clear(lambda question: not is_for_one(question, session))
        for view in self.query("QuestionText, VerdictLine").results(LineView):
            view.set_rows(())
        self.query_one(PictureView).update(None)

    def do_next(self) -> None:
        """Go on: within the answer, to the other party, to the next question, or to the area's end.

        A half answer and one to an older wording are told first; a second Enter goes on.
        """
        box = next(
            (
                each
                for each in self.query(AnswerBox)
                if each.column is not None and each.column.active
            ),
            None,
        )
        if box is not None and box.advance():
            return
        answer = self.session.current(self.party, self.at)
        if self.is_veiled and not answer.is_answered:  # nobody has seen it yet
            self.action_command("uncover")
            return
        missing = None if box is None else box.missing
        passed = self.party, self.at, missing or answer
        if missing is not None and self.must_warn(passed):
            self.remark("interview.half_done", missing=missing)
        elif missing is None and self.second_thought is not None:
            self.give_second()
        elif must_confirm(self.question, answer) and self.must_warn(passed):
            self.remark("interview.confirm")
        else:
            if must_confirm(self.question, answer) and not self.is_second_answer:
                self.document.say(self.party, self.at, replace(answer, rev=self.question.rev))
            self._warned = None
            if self._flow.discusses_again():
                return
            self._flow.go_to(after_question(self.route, self.at))

    def do_uncover(self) -> None:
        """Show the answer of the party at the keyboard; an area is begun with its first."""
        self.look_alone(self._flow.begin_unless_begun)

    def do_back(self) -> None:
        """Go to the question before, or to how much the area matters."""
        if not self._flow.rates_before(self.at):
            self._look_at(self.route.ahead(self.at, -1), "interview.is_first")

    def do_forward(self) -> None:
        """Go to the question after this one, without being done with this one."""
        self._look_at(self.route.ahead(self.at), "interview.is_last")

    def _look_at(self, question: AnyQuestion | None, otherwise: str) -> None:
        if question is None:
            self.remark(otherwise)
        else:
            self.go(question.id)

    def do_other_side(self) -> None:
        """Let the other party type; where answers are hidden the laptop is handed over first."""
        self._flow.change_sides()

    def do_jump(self) -> None:
        """Choose any question."""

        def jump(question: str | None) -> None:
            if question is not None:
                self.go(question)

        self.app.push_screen(JumpScreen(self.told_route, self.at), jump)

    def do_help(self) -> None:
        """Show all that can be done here, below what of the question there was no room for."""
        hint = self.question.hint.format(self.session.names)
        languages = [self.session.sheet(each).party.language for each in self.route.respondents]
        told = list[str]()
        if self.query_one(QuestionText).is_cut:
            told += asked_words(self.session, self.question, self.route.respondents, self.phrases)
        if any(box.is_hint_cut for box in self.query(AnswerBox)):
            told += dict.fromkeys(hint[language] for language in languages)
        self.duiqi.show_help(self.place, told)

    def second_given(self) -> None:
        """Go back to the discussion, where that is where the second answer was called for."""
        if not self._flow.discusses_again():
            super().second_given()

    def do_onward(self) -> None:
        """Show what the area came to, as far as the reveal rule allows.

        A second answer that is not given yet is told first; the key pressed again goes on.
        """
        thought = self.second_thought
        if thought is not None and self.must_warn((self.party, self.at, thought)):
            self.tell(Message("interview.not_given", {"key": self.last_key}))
        else:
            self._flow.end_area(self.question.area)

    def do_reread(self) -> None:
        """Read the questionnaire again where it is tried out, as its author has changed it."""
        if self.document.tried is None:
            self.remark("trial.no_trial")
            return

        def go_on(session: Session) -> None:
            for box in self.query(AnswerBox):
                box.clear(lambda _: False)
            self.document.change(session)
            self.take_turn(self.party, self.at)
            self.remark("trial.reread")

        self.duiqi.opening_flow.reread(
            self.document.tried, self.session, then=go_on, complain=self.tell
        )

    def do_report(self) -> None:
        """Show what the whole came to, where the reveal rule allows."""
        self._flow.conclude()
