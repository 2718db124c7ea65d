"""The report of the whole: of the open session, or out of a file."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from tui.commands import Place
from tui.domain.message import Message
from tui.domain.position import Position, Stage
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.session import Session
from tui.phrasing.titles import parties_title
from tui.presenters.question_page import QuestionPage
from tui.presenters.statistics_pages import StatisticsPages
from tui.screens.base import bindings_at
from tui.screens.decisions import DecisionsScreen
from tui.screens.meeting_end import MeetingEndScreen
from tui.screens.over_time import OverTimeScreen
from tui.screens.results import OVERVIEW, ResultsScreen
from tui.widgets.area_map import AreaMap
from tui.widgets.hint_bar import HintBar
from tui.widgets.menu import Menu
from tui.widgets.pager import LongView, Pager
from tui.widgets.status_bar import StatusBar
from tui.workspace.document import OpenDocument
from tui.workspace.earlier_reports import earlier_reports

WIDE = 160
"""The width in cells from which the list, the map and what was settled stand side by side."""


class ReportScreen(ResultsScreen[None]):
    """Shows a report, the overview first: the map of the areas, on which a question is chosen.

    In a narrower terminal the map has the screen for itself, and a question that was chosen there
    stands beside the list; the way out leads by the map.
    """

    place = Place.REPORT
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.REPORT)
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, report: Report, session: Session | None) -> None:
        super().__init__(report, session)
        self._paged: str | None = None
        """The question whose page is shown."""
        self._drawn: tuple[object, ...] = ()
        """Of what the overview was drawn last, so that a key that only moves draws it once."""

    def compose(self) -> ComposeResult:
        """Mount the list, the map, the page about a question, and what was settled."""
        yield StatusBar(id="status")
        with Container(id="results"):
            yield Menu(id="agenda", browses=True, filters=True)
            with Container(id="middle"):
                yield AreaMap(id="map")
                yield Pager(id="page")
            yield Pager(id="sections")
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """Show the report."""
        parties, day = self.report.parties, self.report.date
        names = parties_title((party.name for party in parties), self.appearance.marks)
        is_short = self.report.level is ReportLevel.MINUTES
        key = "report.title_minutes" if is_short else "report.title"
        title = self.phrases(key, date=day.isoformat())
        self.query_one(StatusBar).update(names, title)
        self.query_one("#agenda", Menu).update(self.entries())
        self._update_page()

    @property
    def _is_wide(self) -> bool:
        return self.size.width >= WIDE

    @property
    def _is_overview(self) -> bool:
        return self.query_one("#agenda", Menu).current == OVERVIEW

    @property
    def page(self) -> LongView:
        """The page that is turned: the map, where it has the screen for itself."""
        if self.has_class("-map"):
            return self.query_one(AreaMap)
        return self.query_one("#page", Pager)

    def _update_page(self) -> None:
        """Show what the entry at the cursor stands for, once there is room made for it."""
        shape = {"-wide": self._is_wide, "-map": self._is_overview and not self._is_wide}
        is_in_shape = all(self.has_class(name) is holds for name, holds in shape.items())
        for name, holds in shape.items():
            self.set_class(holds, name)
        if is_in_shape:
            self._fill()

    def on_long_view_shown(self, event: LongView.Shown) -> None:
        """Fill what has come into sight."""
        event.stop()
        self._fill()

    def _fill(self) -> None:
        """Draw what is in sight."""
        menu, area_map = self.query_one("#agenda", Menu), self.query_one(AreaMap)
        has_room = all(view.size.width for view in self.query(LongView) if view.display)
        if not self.is_current or menu.current is None or not has_room:
            return
        is_first = not self._drawn
        if self._is_wide or self._is_overview:
            self._update_overview(area_map)
        wanted: Widget = area_map if self._is_overview else menu
        allowed = (area_map, menu) if self._is_wide and not is_first else (wanted,)
        if self.focused not in allowed:
            wanted.focus()
        if self.has_class("-map"):
            return
        if menu.current is not None and not self._is_overview:
            area_map.go_to(menu.current)
        told = area_map.current if self._is_overview else menu.current
        question = next((each for each in self.report.questions if each.id == told), None)
        pager = self.query_one("#page", Pager)
        page = QuestionPage(self.report, self.appearance, pager.size.width)
        pager.update(
            [] if question is None else page.rows(question), keeping_place=told == self._paged
        )
        self._paged = told

    def _update_overview(self, area_map: AreaMap) -> None:
        """Draw the map and what was settled, unless they are drawn already."""
        width, aside = area_map.size.width, self.query_one("#sections", Pager)
        drawn = (self.report, self.appearance, width, aside.size.width, self._is_wide)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        pages = StatisticsPages(self.report, self.appearance, width)
        area_map.update(pages.whole(has_sections=not self._is_wide))
        if self._is_wide:
            area_map.styles.height = area_map.lines + 1
            beside = StatisticsPages(self.report, self.appearance, aside.size.width)
            aside.update(beside.sections(), keeping_place=True)
        else:
            area_map.styles.height = "1fr"

    def on_area_map_moved(self, event: AreaMap.Moved) -> None:
        """Show the page of the question that the cursor came to, where there is room for both."""
        event.stop()
        if self._is_wide:
            self._show_question(event.question)

    def on_area_map_chosen(self, event: AreaMap.Chosen) -> None:
        """Open the question that was chosen."""
        event.stop()
        self._show_question(event.question)

    def _show_question(self, question: str) -> None:
        menu = self.query_one("#agenda", Menu)
        menu.update(menu.entries, question)
        self._update_page()

    def do_open(self) -> None:
        """Open the question at the cursor of the map; on a question, what is decided on it."""
        chosen, document = self.query_one(AreaMap).current, self._document
        current = self.query_one("#agenda", Menu).current
        if self._is_overview and chosen is not None:
            self._show_question(chosen)
        elif document is None or current in (None, OVERVIEW):
            self.do_forward()
        else:
            self._discuss(document, str(current))

    @property
    def _document(self) -> OpenDocument | None:
        """The session that the report is of; None where it comes out of a file."""
        return None if self.session is None else self.duiqi.document

    def _discuss(self, document: OpenDocument, question: str) -> None:
        """Talk about a question, then show the report as it is after that."""
        from tui.screens.discussion import Anew, DiscussionScreen  # noqa: PLC0415 - it shows this screen

        area = document.session.questionnaire[question].area
        screen = DiscussionScreen(document, area, question, is_deciding=True)

        def settle(outcome: object) -> None:
            self._renew(document)
            if isinstance(outcome, Anew):
                self._answer_anew(outcome.question)

        self.app.push_screen(screen, settle)

    def _answer_anew(self, question: str) -> None:
        """Go to a question below this screen, to answer it a second time."""
        from tui.screens.interview import InterviewScreen  # noqa: PLC0415 - it shows this screen

        below = [each for each in self.app.screen_stack if isinstance(each, InterviewScreen)]
        self.dismiss()
        for interview in below[-1:]:
            interview.go(question, interview.party)

    def _renew(self, document: OpenDocument) -> None:
        """Show the report of the session as it is now."""
        self.session = document.session
        self.report = report(document.session)
        if (position := document.session.position) is not None:
            document.go_to(Position(position.turn, Stage.RESULT))
        self.refresh_view()

    def do_leave(self) -> None:
        """Go back to the map, and from there to where we came from."""
        if self._is_overview or self._is_wide:
            super().do_leave()
        else:
            self._show_question(OVERVIEW)

    @property
    def refused(self) -> frozenset[str]:
        """What has no use here.

        Out of a file, that is what goes on with a session; in minutes, what goes to a question.
        """
        refused = {"onward", "over_time"} if self._document is None else set[str]()
        if not self.report.questions:
            refused |= {"slash", "tiles", "open"}
        return frozenset(refused)

    def do_onward(self) -> None:
        """Sum the meeting up and ask for the next date; from a file there is none to end."""
        document = self._document
        if document is None:
            self.tell(Message("meeting.not_held"))
        else:
            self.app.push_screen(MeetingEndScreen(document), lambda _: self._renew(document))

    def do_decisions(self) -> None:
        """Show what was decided, and what came of it."""
        document = self._document
        if document is None:
            self.app.push_screen(DecisionsScreen(self.report))
        else:
            self.app.push_screen(DecisionsScreen(document), lambda _: self._renew(document))

    def do_over_time(self) -> None:
        """Compare the session with earlier ones of the same two, which are read in a thread."""
        if self.session is None:
            self.tell(Message("diff.needs_sessions"))
            return
        self.tell(Message("diff.searching"))
        find = partial(self._find_earlier, self.session)
        self.run_worker(find, thread=True, exclusive=True, group="over_time")

    def _find_earlier(self, session: Session) -> None:
        """Find the earlier sessions. Called in a thread."""
        document = self._document
        kept = None if document is None else document.path
        found = earlier_reports(session, self.duiqi.data, kept)
        self.app.call_from_thread(self._compare_with, found, session)

    def _compare_with(self, earlier: Sequence[Report], session: Session) -> None:
        """Show what has changed since, unless people have gone elsewhere meanwhile."""
        if not self.is_current:
            return
        if not earlier:
            self.tell(Message("diff.no_earlier"))
            return
        self.forget_told()
        was = {each.id: each.was for each in session.questionnaire.questions if each.was}
        self.app.push_screen(OverTimeScreen([*earlier, self.report], was))
