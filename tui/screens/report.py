"""The report of the whole: of the open session, or out of a file."""

from typing import ClassVar

from textual.binding import BindingType

from tui.commands import Place
from tui.presenters.statistics_pages import StatisticsPages
from tui.presenters.titles import parties_title
from tui.screens.base import bindings_at
from tui.screens.results import ResultsScreen
from tui.widgets.lines import Row
from tui.widgets.status_bar import StatusBar


class ReportScreen(ResultsScreen[None]):
    """Shows a report, the overview first."""

    place = Place.REPORT
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.REPORT)

    def overview(self, pages: StatisticsPages) -> list[Row]:
        """Return the page about the whole."""
        return pages.whole()

    def _update_widgets(self) -> None:
        """Show the report."""
        parties, date = self.report.parties, self.report.date
        names = parties_title((party.name for party in parties), self.appearance.marks)
        title = self.phrases("report.title", date=date.isoformat())
        self.query_one(StatusBar).update(names, title)
        super()._update_widgets()
