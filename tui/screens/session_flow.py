"""The way from one screen of a session to the next: it carries out the steps of the domain."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from tui.domain.outlook import outlook
from tui.domain.position import Position, Stage
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal, is_for_one, is_revealed
from tui.domain.route import Route
from tui.domain.session import Session
from tui.domain.solo_report import solo_report
from tui.domain.steps import (
    Ask,
    Conclude,
    Discuss,
    EndArea,
    HandOver,
    Meet,
    Step,
    Turn,
    after_area,
    after_discussion,
    finished,
    is_finished,
    is_over,
    may_rate,
    reveals,
)
from tui.screens.area_end import DONE, AreaEndScreen
from tui.screens.area_start import AreaStartScreen
from tui.screens.decisions import DecisionsScreen
from tui.screens.discussion import Anew, DiscussionScreen
from tui.screens.guess import GuessScreen, questions_to_guess
from tui.screens.handover import HandoverScreen
from tui.screens.meeting_end import MeetingEndScreen
from tui.screens.report import ReportScreen
from tui.screens.reveal import RevealScreen
from tui.screens.solo import SoloScreen

if TYPE_CHECKING:
    from tui.screens.interview import InterviewScreen


class SessionFlow:
    """Leads an interview through its areas, turns, reveals and discussions.

    Args:
        interview: The interview.
        at_decisions: Whether the decisions are shown first.
    """

    def __init__(self, interview: "InterviewScreen", *, at_decisions: bool = False) -> None:
        self._interview = interview
        self._at_decisions = at_decisions
        self._begun: set[tuple[str, str]] = set()
        self._anew: Anew | None = None
        """What a discussion wanted to be answered anew."""
        self._opened_at = interview.session.position
        """Where the session stood when it was opened."""

    @property
    def _session(self) -> Session:
        return self._interview.session

    def resume(self) -> None:
        """Go where the session was left, at first to what came of the last meeting's decisions."""
        is_new = self._opened_at is None and bool(self._session.minutes.carried)
        if not (is_new or self._at_decisions):
            self._go_where_it_was_left()
            return

        interview = self._interview

        def go_on(_: None) -> None:
            if is_new and interview.route.questions:
                # Kept, unlike where a session is that was only opened: they are seen.
                next_one = Position(interview.party, Stage.AREA_START, interview.question.area)
                interview.document.change(self._session.went_to(next_one))
            self._go_where_it_was_left()

        interview.app.push_screen(DecisionsScreen(interview.document, begins=is_new), go_on)

    def _go_where_it_was_left(self) -> None:
        """Go where the session was left; one that was never begun here, to its result if it has."""
        interview, session = self._interview, self._session
        position = self._opened_at
        stage = Stage.QUESTION if position is None else position.stage
        subject = "" if position is None else position.subject
        interview.is_covered = False  # a hand-over covers it again
        if stage in (Stage.DISCUSSION, Stage.MINUTES) and self._may_discuss(subject):
            area, item = self._item(subject)
            self._discuss(area, item, is_deciding=stage is Stage.MINUTES)
        elif stage is Stage.MEETING_END and is_over(session):
            self._end_meeting(interview.refresh_view)
        elif self._is_at_result(stage):
            self.conclude()
        elif session.answered_apart and interview.route.questions:
            self._discuss(interview.route.questions[0].area)
        elif stage is Stage.REVEAL and self._may_reveal(subject):
            self._declare(subject)  # which shows nothing of anybody
        elif interview.is_blind and not self._is_for_both(stage):
            self._hand_over(
                self._waiting_party(), None, partial(self._resume_alone, stage, subject)
            )
        else:
            self._resume_alone(stage, subject)
            interview.refresh_view()

    def _is_at_result(self, stage: Stage) -> bool:
        """Return whether the session was left at its result, or came here with all of it said."""
        if self._opened_at is None:
            return is_finished(self._session)
        return stage is Stage.RESULT and self._has_result

    @property
    def _has_result(self) -> bool:
        return self._session.alone is not None or is_over(self._session)

    def _may_reveal(self, area: str) -> bool:
        """Return whether an area is known, and its answers meet with the next step."""
        respondents = self._interview.route.respondents
        return reveals(self._session, finished(self._session, respondents, area))

    def _is_for_both(self, stage: Stage) -> bool:
        """Return whether the session was left at a question whose answers have met."""
        is_left_there = self._opened_at is not None and stage is Stage.QUESTION
        return is_left_there and not is_for_one(self._interview.question, self._session)

    def _may_discuss(self, subject: str) -> bool:
        """Return whether an area, or the one of a question, is known and has met."""
        area, _ = self._item(subject)
        questions = [q for q in self._session.questionnaire.questions if q.area == area]
        return bool(questions) and all(is_revealed(each, self._session) for each in questions)

    def _item(self, subject: str) -> tuple[str, str | None]:
        """Return the area that a place is about, and the question if it is about one."""
        if subject in self._session.questionnaire:
            return self._session.questionnaire[subject].area, subject
        return subject, None

    def _waiting_party(self) -> str:
        """Return the party whose turn it was, or that has something left to answer."""
        session = self._session
        if session.position is not None:
            return session.position.turn
        routes = (Route(session, party) for party in session.questionnaire.party_ids)
        waiting = (route.party for route in routes if not route.progress().is_complete)
        return next(waiting, self._interview.party)

    def _resume_alone(self, stage: Stage, subject: str) -> None:
        """Go where a party was in its own turn."""
        area, item = self._item(subject)
        is_known = bool(self._interview.route.in_area(area))
        if stage is Stage.AREA_START and is_known and may_rate(self._session, area):
            self._interview.at = self._interview.route.in_area(area)[0].id
            self.rate(area)
        elif stage is Stage.AREA_END and is_known:
            self.end_area(area)
        elif stage is Stage.GUESSES and is_known:
            self._finish(area, item)
        elif self._opened_at is None or stage is not Stage.QUESTION:
            self.begin_unless_begun()

    def begin_unless_begun(self) -> None:
        """Begin the area of the question at hand, where nothing of it is answered."""
        interview = self._interview
        area = interview.question.area
        if not any(interview.route.is_met(each) for each in interview.route.in_area(area)):
            self.begin(area)

    def go_to(self, step: Step, back: Callable[[], None] | None = None) -> None:
        """Go where a step leads.

        Args:
            step: The step.
            back: What Escape leads to at a cover on the way; None for the question at hand.
        """
        match step:
            case Ask(question):
                self._ask(question, back)
            case Turn(party):
                self._interview.go(self._interview.at, party)
            case Meet(question):
                self._meet(question)
            case HandOver(party, question):
                self._hand_over(party, question, back=back)
            case EndArea(area):
                self.end_area(area)
            case Discuss(area):
                self._discuss(area)
            case Conclude():
                self.conclude()

    def change_sides(self) -> None:
        """Let the other party type; where answers are hidden the laptop is handed over first."""
        interview = self._interview
        other = self._session.questionnaire.other(interview.party)
        if interview.route.is_joint or not is_for_one(interview.question, self._session):
            if interview.question.is_asked_of(other):
                interview.go(interview.at, other)
            else:
                interview.remark("interview.asked_alone")
        elif self._session.alone is None:
            self._hand_over(other, self._hidden_of(other))
        else:
            interview.remark("interview.no_other_side")

    def _hidden_of(self, party: str) -> str | None:
        """Return where a party's turn begins if it was left at what both have seen; else None."""
        session = self._session
        questionnaire, at = session.questionnaire, session.sheet(party).at
        if at not in questionnaire or is_for_one(questionnaire[at], session):
            return None
        first = Route(session, party).first_open()
        return first if is_for_one(questionnaire[first], session) else None

    def end_area(self, area: str) -> None:
        """Show what an area came to, or what waits in it where that may not be seen yet."""
        interview = self._interview
        questions = interview.route.in_area(area)
        if all(is_revealed(question, self._session) for question in questions):
            left = [each.id for each in questions if not interview.route.is_met(each)]
            self._discuss(area, self._called_anew(area), left_open=left)
            return

        def settle(chosen: str | None) -> None:
            if chosen == DONE:
                interview.alone_with = interview.party
                self._finish(area)
            elif chosen is not None:
                interview.alone_with = interview.party
                interview.go(chosen)

        def show() -> None:  # what one party is asked may tell what it answered
            self._note(Stage.AREA_END, area)
            interview.app.push_screen(AreaEndScreen(interview.route, area), settle)

        interview.look_alone(show)

    def conclude(self) -> None:
        """Show the report or the self-assessment; where it may not be seen yet, say so."""
        session, app = self._session, self._interview.app
        if session.alone is not None:
            self._note(Stage.RESULT)
            app.push_screen(SoloScreen(solo_report(session), session))
        elif is_over(session):
            self._open_to_all(Stage.RESULT)
            app.push_screen(ReportScreen(report(session), session))
        else:
            self._interview.remark("interview.not_yet")

    def _end_meeting(self, back: Callable[[], None]) -> None:
        """Sum the meeting up, then show its report.

        Args:
            back: Leads back to what was talked about.
        """
        interview = self._interview
        if not is_over(self._session):
            self.conclude()
            return

        def settle(is_closed: bool | None) -> None:
            if is_closed:
                self.conclude()
            else:
                back()

        self._open_to_all(Stage.MEETING_END)
        interview.app.push_screen(MeetingEndScreen(interview.document), settle)

    def begin(self, area: str) -> None:
        """Ask once how important an area is, before its questions."""
        interview = self._interview
        respondents = interview.route.respondents
        if any((party, area) in self._begun for party in respondents):
            return
        self._begun.update((party, area) for party in respondents)
        if all(area in self._session.sheet(party).importance for party in respondents):
            return
        self.rate(area)

    def rates_before(self, question: str) -> bool:
        """Go back from the first question of an area to how important that is, while it is open.

        Args:
            question: The question's id.

        Returns:
            Whether it is the first, and the area may still be rated.
        """
        area = self._session.questionnaire[question].area
        questions = self._interview.route.in_area(area)
        is_first = bool(questions) and questions[0].id == question
        if not is_first or not may_rate(self._session, area):
            return False
        if self._interview.is_blind:
            self._interview.look_alone(lambda: self.rate(area))
        else:
            self.rate(area)
        return True

    def rate(self, area: str) -> None:
        """Ask how important an area is, whether or not that was said before."""
        interview = self._interview
        respondents = interview.route.respondents

        def settle(is_going_on: bool | None) -> None:
            if is_going_on:
                self._begun.update((party, area) for party in respondents)
            else:
                self._begun.difference_update((party, area) for party in respondents)
                self._step_back(area)

        self._note(Stage.AREA_START, area)
        screen = AreaStartScreen(interview.document, respondents, area)
        interview.app.push_screen(screen, settle)

    def _step_back(self, area: str) -> None:
        """Go to the question before an area; where there is none, leave the session."""
        interview = self._interview
        first = interview.route.in_area(area)[0]
        before = interview.route.ahead(first.id, -1)
        if before is None:
            interview.do_leave()
        else:
            interview.go(before.id)

    def _ask(self, question: str, back: Callable[[], None] | None = None) -> None:
        """Go to a question; an area is begun with its first."""
        area = self._session.questionnaire[question].area
        enters = area != self._interview.question.area
        begin = (lambda: self.begin(area)) if enters else None
        self._interview.go(question, then=begin, back=back)

    def _meet(self, question: str) -> None:
        """Let the answers to a question meet, and stay for both to look at them."""
        interview = self._interview
        interview.document.change(self._session.let_meet([question]))
        interview.alone_with = None
        interview.refresh_view()

    def _finish(self, area: str, at: str | None = None) -> None:
        """Ask for guesses, then declare the area finished for those at the keyboard.

        Args:
            area: The area's id.
            at: The id of the question whose guess comes first; None for the first of all.
        """
        interview = self._interview
        done = finished(self._session, interview.route.respondents, area)
        guessing = questions_to_guess(done, interview.party, area)
        if not guessing:
            self._declare(area)
            return

        def settle(is_done: bool | None) -> None:
            interview.alone_with = interview.party
            if is_done:
                self._declare(area)
            else:
                interview.refresh_view()

        def guess() -> None:
            screen = GuessScreen(interview.document, interview.party, guessing, at)
            interview.app.push_screen(screen, settle)

        interview.look_alone(guess)

    def _declare(self, area: str) -> None:
        """Declare the area finished; what that reveals waits until everybody is there."""
        interview = self._interview

        def done() -> Session:
            return finished(self._session, interview.route.respondents, area)

        def go_on() -> None:
            interview.document.change(done())
            step = after_area(interview.route, area)
            self.go_to(step)
            if isinstance(step, Ask) and not interview.route.progress(area).is_complete:
                interview.remark("interview.still_open")

        if not reveals(self._session, done()):
            go_on()
            return

        def settle(are_here: bool | None) -> None:
            interview.is_covered = False
            if are_here:
                go_on()
            else:
                interview.refresh_view()

        self._note(Stage.REVEAL, area)
        self._clear()
        interview.app.push_screen(RevealScreen(self._session, area), settle)

    def discusses_again(self) -> bool:
        """Go back to the item that was to be answered anew; return whether there was one."""
        anew = self._anew
        if anew is None or anew.question != self._interview.at:
            return False
        self._anew = None
        area = self._session.questionnaire[anew.question].area
        self._discuss(area, anew.question, is_deciding=anew.is_deciding)
        return True

    def _called_anew(self, area: str) -> str | None:
        """Return the question of an area that was to be answered anew; it is forgotten then."""
        anew, self._anew = self._anew, None
        if anew is None or self._session.questionnaire[anew.question].area != area:
            return None
        return anew.question

    def _discuss(
        self,
        area: str,
        item: str | None = None,
        *,
        is_deciding: bool = False,
        left_open: Collection[str] = (),
    ) -> None:
        """Talk about an area, then go on.

        Args:
            area: The area's id.
            item: The id of the question that was talked about last, if any.
            is_deciding: Whether its minutes were open.
            left_open: The ids of the questions that were left for the talk.
        """
        interview = self._interview
        party, at = interview.party, interview.at

        def settle(outcome: bool | Anew | None) -> None:
            left = self._session.position
            _, talked_about = self._item("" if left is None else left.subject)

            def back() -> None:
                interview.take_turn(party, at)
                self._discuss(area, talked_about, left_open=left_open)

            if isinstance(outcome, Anew):
                self._anew = outcome
                interview.go(outcome.question, interview.party, back=back)
            elif outcome:
                step = after_discussion(interview.route, area, left_open)
                if isinstance(step, Conclude):
                    self._end_meeting(back)
                else:
                    self.go_to(step, back)
            else:
                interview.go(interview.at, interview.party)

        self._open_to_all(Stage.DISCUSSION, area)
        screen = DiscussionScreen(interview.document, area, item, is_deciding=is_deciding)
        interview.app.push_screen(screen, settle)

    def _hand_over(
        self,
        party: str,
        question: str | None,
        then: Callable[[], None] | None = None,
        back: Callable[[], None] | None = None,
    ) -> None:
        """Cover the screen of one party until the other begins; Escape leads back to the first.

        Args:
            party: The id of the party that the laptop goes to.
            question: The id of the question at which it begins; None for where it was left.
            then: What is done once it has begun, in place of the usual.
            back: What Escape leads to; None for the question at hand.
        """
        interview = self._interview
        former, former_at = interview.party, interview.at
        if then is None:  # who only opens a session leaves it where it was
            interview.document.go_to(Position(party, Stage.HANDOVER), question or "")

        def begin() -> None:
            area = interview.question.area
            if question is not None and interview.route.progress(area).is_complete:
                self.end_area(area)  # nothing is left but to be done with it
            else:
                self.begin(area)

        def settle(is_taken: bool | None) -> None:
            interview.is_covered = False
            if is_taken:
                if party != former:
                    interview.document.change(self._session.turn_ended(former))
                interview.take_turn(party, question)
                interview.alone_with = party
                interview.has_begun = True
                (then or begin)()
            elif back is not None:
                back()
            elif interview.has_begun:
                interview.take_turn(former, former_at)
            else:
                interview.do_leave()
                return
            interview.refresh_view()

        self._clear()
        # The area is no secret, unlike what was answered in it: both see where a turn begins.
        at = question or self._session.sheet(party).at
        if at not in self._session.questionnaire:
            at = Route(self._session, party).first_open()
        to_end = self._session.reveal is Reveal.END  # there is no other hand-over before that
        area = self._session.questionnaire[at].area
        ahead = outlook(self._session, (party,), area, to_end=to_end)
        screen = HandoverScreen(self._session, party, ahead)
        self._show_to(party, screen, settle)

    def cover(
        self, then: Callable[[], None] | None = None, back: Callable[[], None] | None = None
    ) -> None:
        """Blank the screen until the party at the keyboard says that nobody else looks.

        Args:
            then: What is done after that.
            back: What is done on Escape; None for the question at hand, still covered.
        """
        interview = self._interview

        def settle(is_alone: bool | None) -> None:
            interview.is_covered = False
            interview.alone_with = interview.party if is_alone else None
            follows = then if is_alone else back
            if follows is not None:
                follows()
            interview.refresh_view()

        self._clear()
        screen = HandoverScreen(self._session, interview.party, None)
        self._show_to(interview.party, screen, settle)

    def _clear(self) -> None:
        """Forget what the widgets hold, before a screen that others look at."""
        interview = self._interview
        interview.clear()
        interview.is_covered = True
        interview.alone_with = None

    def _show_to(
        self, party: str, screen: HandoverScreen, settle: Callable[[bool | None], None]
    ) -> None:
        """Show a cover in the language of the party that it waits for."""
        interview = self._interview
        interview.duiqi.read_in(self._session.sheet(party).party.language)
        interview.app.push_screen(screen, settle)

    def _open_to_all(self, stage: Stage, subject: str = "") -> None:
        """Note that both look from now on, in the language of the interface."""
        interview = self._interview
        interview.alone_with = None
        interview.is_covered = False  # an open session may begin here, not at a hand-over
        interview.duiqi.read_in(None)
        self._note(stage, subject)

    def _note(self, stage: Stage, subject: str = "") -> None:
        """Note where the session stands, to come back to."""
        interview = self._interview
        interview.document.go_to(Position(interview.party, stage, subject))
