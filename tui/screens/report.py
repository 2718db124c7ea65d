"""The report of the whole: of the open session, or out of a file."""

from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from tui.commands import Place
from tui.domain.message import Message
from tui.domain.position import Position, Stage
from tui.domain.report_builder import report
from tui.presenters.meeting_page import meeting_rows
from tui.presenters.statistics_pages import StatisticsPages
from tui.presenters.titles import parties_title
from tui.screens.base import bindings_at
from tui.screens.meeting_end import MeetingEndScreen
from tui.screens.results import ResultsScreen
from tui.widgets.lines import BLANK, Row
from tui.widgets.pager import Pager
from tui.widgets.status_bar import StatusBar


class ReportScreen(ResultsScreen[None]):
    """Shows a report, the overview first."""

    place = Place.REPORT
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.REPORT)

    def overview(self, pages: StatisticsPages) -> list[Row]:
        """Return the page about the whole."""
        meeting, width = self.report.meeting, self.query_one(Pager).size.width
        if meeting is None:
            return pages.whole()
        return [*pages.whole(), BLANK, *meeting_rows(meeting, self.appearance, width, date.today())]

    def _update_widgets(self) -> None:
        """Show the report."""
        parties, day = self.report.parties, self.report.date
        names = parties_title((party.name for party in parties), self.appearance.marks)
        title = self.phrases("report.title", date=day.isoformat())
        self.query_one(StatusBar).update(names, title)
        super()._update_widgets()

    def do_onward(self) -> None:
        """Sum the meeting up and ask for the next date; from a file there is none to end."""
        document = self.duiqi.document
        if self.session is None or document is None:
            self.tell(Message("meeting.not_held"))
            return

        def settle(_: bool | None) -> None:
            self.session = document.session
            self.report = report(document.session)
            if (position := document.session.position) is not None:
                document.go_to(Position(position.turn, Stage.RESULT))
            self.refresh_view()

        self.app.push_screen(MeetingEndScreen(document), settle)
