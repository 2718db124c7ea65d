"""Several reports of the same two on one page: how much is left to settle, and what has changed."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tui.commands import Place
from tui.domain.report import Report
from tui.domain.report_diff import Former
from tui.phrasing.titles import parties_title
from tui.presenters.over_time_page import OverTimePage
from tui.screens.base import STYLES, bindings_at
from tui.screens.paging import PagingScreen
from tui.widgets.hint_bar import HintBar
from tui.widgets.pager import LongView, Pager
from tui.widgets.status_bar import StatusBar


class OverTimeScreen(PagingScreen[None]):
    """Shows the trend over several reports, and what has changed between the last two.

    Args:
        reports: Two at least, the one at hand last.
        was: The ids that questions had in former editions.
    """

    place = Place.OVER_TIME
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "results.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.OVER_TIME)

    def __init__(self, reports: Sequence[Report], was: Former) -> None:
        super().__init__()
        self._reports = reports
        self._was = was

    def compose(self) -> ComposeResult:
        """Mount the page."""
        yield StatusBar(id="status")
        with Container(id="results", classes="over-time"):
            yield Pager(id="page")
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """Show the page."""
        names = (party.name for party in self._reports[-1].parties)
        self.query_one(StatusBar).update(
            parties_title(names, self.appearance.marks), self.phrases("diff.title")
        )
        self._update_page()

    def _update_page(self) -> None:
        """Fit the page to the room that there is for it."""
        pager = self.query_one(Pager)
        page = OverTimePage(self._reports, self._was, self.appearance, pager.size.width)
        pager.update(page.rows(), keeping_place=True)

    def on_long_view_resized(self, event: LongView.Resized) -> None:
        """Fit the page to the room that there is for it now."""
        event.stop()
        self._update_page()
