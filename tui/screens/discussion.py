"""The discussion of an area after its reveal: what to talk about, and the way to its minutes."""

from enum import StrEnum
from typing import ClassVar

from textual.binding import BindingType

from tui.commands import Place
from tui.domain.report import ReportedQuestion
from tui.domain.report_builder import report
from tui.domain.steps import is_over
from tui.domain.verdict import Verdict
from tui.presenters.statistics_pages import StatisticsPages
from tui.presenters.titles import parties_title
from tui.screens.base import bindings_at
from tui.screens.minutes import MinutesScreen
from tui.screens.results import OVERVIEW, ResultsScreen
from tui.widgets.lines import Row
from tui.widgets.menu import Menu
from tui.widgets.status_bar import StatusBar
from tui.workspace.document import OpenDocument


class Filter(StrEnum):
    """Which questions of the area are listed."""

    ALL = "all"
    DIVERGING = "diverging"
    RISKY = "risky"
    OPEN = "open"

    def includes(self, question: ReportedQuestion) -> bool:
        """Return whether a question is listed."""
        match self:
            case Filter.ALL:
                return True
            case Filter.DIVERGING:
                return question.verdict in (Verdict.DIVERGENT, Verdict.HOLLOW)
            case Filter.RISKY:
                return bool(question.risks)
            case Filter.OPEN:
                return question.verdict in (Verdict.OPEN, Verdict.UNANSWERED)


class DiscussionScreen(ResultsScreen[bool]):
    """Shows what an area came to; Enter opens the minutes of a question."""

    place = Place.REVIEW
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.REVIEW)

    def __init__(self, document: OpenDocument, area: str) -> None:
        super().__init__(report(document.session.as_revealed), document.session)
        self._document = document
        self._area = area
        self._filter = Filter.ALL
        self._remark = ""
        """The key of why nothing happened, until the next thing is done."""

    def questions(self) -> list[ReportedQuestion]:
        """Return the questions of the area that the filter lets through."""
        in_area = (question for question in self.report.questions if question.area == self._area)
        return [question for question in in_area if self._filter.includes(question)]

    def overview(self, pages: StatisticsPages) -> list[Row]:
        """Return the page about the area."""
        return pages.area(next(area for area in self.report.areas if area.id == self._area))

    def _update_widgets(self) -> None:
        """Show the area."""
        say = self.phrases
        names = parties_title(self._document.session.names.values(), self.appearance.marks)
        area = next(area for area in self.report.areas if area.id == self._area).title[say.language]
        state = say(self._remark or f"filter.{self._filter}")
        self._remark = ""
        self.query_one(StatusBar).update(f"{names}   {say('area.title', area=area)}", state)
        super()._update_widgets()

    def do_decide(self) -> None:
        """Open the minutes of the item at the cursor; from the overview, go to the first item."""
        menu = self.query_one(Menu)
        current = menu.current
        if current in (None, OVERVIEW):
            menu.move(1)
        else:
            self.app.push_screen(MinutesScreen(self._document, str(current)), self._returned)

    def do_go_on(self) -> None:
        """Go on with the interview."""
        self.dismiss(True)

    def do_filter(self) -> None:
        """List other questions."""
        filters = list(Filter)
        self._filter = filters[(filters.index(self._filter) + 1) % len(filters)]
        self.refresh_view()

    def do_export(self) -> None:
        """Write the report into a file, once all of it has met."""
        if is_over(self._document.session):
            super().do_export()
        else:
            self._remark = "export.too_early"
            self.refresh_view()

    def do_park(self) -> None:
        """Put the item at the cursor aside, or take it up again."""
        current = self.query_one(Menu).current
        if current not in (None, OVERVIEW):
            MinutesScreen.park(self._document, str(current))
            self._returned(None)

    def _returned(self, _: None) -> None:
        """Show what has been settled meanwhile."""
        self.session = self._document.session
        self.report = report(self.session.as_revealed)
        self.refresh_view()
