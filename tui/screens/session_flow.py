"""The way from one screen of a session to the next: it carries out the steps of the domain."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.domain.report_builder import report
from tui.domain.reveal import is_for_one, is_revealed
from tui.domain.route import Route
from tui.domain.session import Session
from tui.domain.solo_report import solo_report
from tui.domain.steps import (
    Ask,
    Conclude,
    Discuss,
    EndArea,
    HandOver,
    Step,
    Turn,
    after_area,
    after_discussion,
    is_over,
)
from tui.presenters.covers import cover_message
from tui.screens.area_end import AreaEndScreen
from tui.screens.area_start import AreaStartScreen
from tui.screens.discussion import DiscussionScreen
from tui.screens.guess import GuessScreen, questions_to_guess
from tui.screens.handover import HandoverScreen
from tui.screens.report import ReportScreen
from tui.screens.solo import SoloScreen

if TYPE_CHECKING:
    from tui.screens.interview import InterviewScreen


class SessionFlow:
    """Leads an interview through its areas, turns, reveals and discussions."""

    def __init__(self, interview: "InterviewScreen") -> None:
        self._interview = interview
        self._begun: set[tuple[str, str]] = set()

    @property
    def _session(self) -> Session:
        return self._interview.session

    def go_to(self, step: Step) -> None:
        """Go where a step leads."""
        match step:
            case Ask(question):
                self._ask(question)
            case Turn(party):
                self._interview.go(self._interview.at, party)
            case HandOver(party, question):
                self._hand_over(party, question)
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
            interview.go(interview.at, other)
        elif self._session.alone is None:
            self._hand_over(other, None)

    def uncover(self) -> None:
        """Ask for the party whose turn it is, where a blind session is opened again."""
        session = self._session
        routes = (Route(session, party) for party in session.questionnaire.party_ids)
        waiting = (route.party for route in routes if not route.progress().is_complete)
        self._hand_over(next(waiting, self._interview.party), None)

    def end_area(self, area: str) -> None:
        """Show what an area came to, or what waits in it where that may not be seen yet."""
        interview = self._interview
        questions = interview.route.in_area(area)
        if all(is_revealed(question, self._session) for question in questions):
            self._discuss(area)
            return

        def settle(is_done: bool | None) -> None:
            if is_done:
                interview.alone_with = interview.party
                self._finish(area)

        def show() -> None:  # what one party is asked may tell what it answered
            interview.app.push_screen(AreaEndScreen(interview.route, area), settle)

        interview.look_alone(show)

    def conclude(self) -> None:
        """Show the report or the self-assessment; where it may not be seen yet, say so."""
        session, app = self._session, self._interview.app
        if session.alone is not None:
            app.push_screen(SoloScreen(solo_report(session), session))
        elif is_over(session):
            self._interview.alone_with = None
            app.push_screen(ReportScreen(report(session), session))
        else:
            self._interview.remark("interview.not_yet")

    def begin(self, area: str) -> None:
        """Ask once how important an area is, before its questions."""
        interview = self._interview
        respondents = interview.route.respondents
        if any((party, area) in self._begun for party in respondents):
            return
        self._begun.update((party, area) for party in respondents)
        if all(area in self._session.sheet(party).importance for party in respondents):
            return
        interview.app.push_screen(AreaStartScreen(interview.document, respondents, area))

    def _ask(self, question: str) -> None:
        """Go to a question; an area is begun with its first."""
        area = self._session.questionnaire[question].area
        enters = area != self._interview.question.area
        self._interview.go(question, then=(lambda: self.begin(area)) if enters else None)

    def _finish(self, area: str) -> None:
        """Declare the area finished for those at the keyboard, ask for guesses, and go on."""
        interview = self._interview
        session = self._session
        for party in interview.route.respondents:
            session = session.declared_finished(party, [area])
        interview.document.change(session)
        guessing = questions_to_guess(session, interview.party, area)
        if guessing:
            screen = GuessScreen(interview.document, interview.party, guessing)

            def guess() -> None:
                interview.app.push_screen(screen, lambda _: self._leave_area(area))

            interview.look_alone(guess)
        else:
            self._leave_area(area)

    def _leave_area(self, area: str) -> None:
        """Go on after an area; of one that is not complete nothing is revealed."""
        self.go_to(after_area(self._interview.route, area))

    def _discuss(self, area: str) -> None:
        """Talk about an area, then go on."""
        interview = self._interview
        interview.alone_with = None

        def settle(going_on: bool | None) -> None:
            if going_on:
                self.go_to(after_discussion(interview.route, area))
            else:
                interview.go(interview.at, interview.party)

        interview.app.push_screen(DiscussionScreen(interview.document, area), settle)

    def _hand_over(self, party: str, question: str | None) -> None:
        """Clear the screen of one party, then let the other begin."""
        interview = self._interview
        interview.document.change(self._session.turn_ended(interview.party))
        interview.party = party
        interview.at = question or interview.route.first_open()

        def begin() -> None:
            area = interview.question.area
            if question is not None and interview.route.progress(area).is_complete:
                self.end_area(area)  # nothing is left but to be done with it
            else:
                self.begin(area)

        self.cover(begin, is_handed_over=True)

    def cover(
        self, then: Callable[[], None] | None = None, *, is_handed_over: bool = False
    ) -> None:
        """Blank the screen until the party at the keyboard says that nobody else looks.

        Args:
            then: What is done after that.
            is_handed_over: Whether the laptop goes to another party for it.
        """
        interview = self._interview
        interview.clear()
        interview.is_covered = True
        interview.alone_with = None

        def settle(is_alone: bool | None) -> None:
            interview.is_covered = False
            interview.alone_with = interview.party if is_alone else None
            if is_alone and then is not None:
                then()
            interview.refresh_view()

        key = "handover.message" if is_handed_over else "handover.cover"
        message = cover_message(self._session, interview.party, key, interview.phrases)
        interview.app.push_screen(HandoverScreen(message), settle)
