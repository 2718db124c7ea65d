"""The discussion of an area after its reveal: what to talk about, and the way to its minutes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual.binding import BindingType

from tui.commands import Place
from tui.domain.history import Change
from tui.domain.message import Message
from tui.domain.position import Position, Stage
from tui.domain.report import ReportedQuestion
from tui.domain.report_builder import report
from tui.domain.session import TABLE
from tui.domain.steps import is_over
from tui.domain.verdict import Verdict
from tui.presenters.statistics_pages import StatisticsPages
from tui.presenters.titles import parties_title
from tui.screens.base import bindings_at
from tui.screens.minutes import MinutesScreen
from tui.screens.report import ReportScreen
from tui.screens.results import OVERVIEW, ResultsScreen
from tui.screens.undoing import UndoingScreen
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


@dataclass(frozen=True, slots=True)
class Anew:
    """A question is to be answered anew."""

    question: str
    """The question's id."""


class DiscussionScreen(UndoingScreen[bool | Anew], ResultsScreen[bool | Anew]):
    """Shows what an area came to; Enter opens the minutes of a question.

    Args:
        document: The session.
        area: The area's id.
        item: The id of the question at which it begins; None for the overview.
        is_deciding: Whether it begins in the minutes of that question.
    """

    place = Place.REVIEW
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.REVIEW)

    def __init__(
        self,
        document: OpenDocument,
        area: str,
        item: str | None = None,
        *,
        is_deciding: bool = False,
    ) -> None:
        super().__init__(report(document.session.as_revealed), document.session)
        self.document = document
        self._item = item
        self._is_deciding = is_deciding
        self._area = area
        self._filter = Filter.ALL

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
        names = parties_title(self.document.session.names.values(), self.appearance.marks)
        area = next(area for area in self.report.areas if area.id == self._area).title[say.language]
        state = say(f"filter.{self._filter}")
        self.query_one(StatusBar).update(f"{names}   {say('area.title', area=area)}", state)
        super()._update_widgets()
        if self._item is not None:
            item, self._item = self._item, None
            self.query_one(Menu).update(self.entries(), item)
            self._update_page()
            if self._is_deciding:
                self._is_deciding = False
                self.do_decide()
                return
        if self.is_active:  # else the session is at the screen above, which is about to be drawn
            self._note_position(Stage.DISCUSSION, self.item or self._area)

    def on_menu_moved(self, event: Menu.Moved) -> None:
        """Show the page of the entry that the cursor came to, and note it."""
        super().on_menu_moved(event)
        event.prevent_default()
        self._note_position(Stage.DISCUSSION, self.item or self._area)

    def _note_position(self, stage: Stage, subject: str) -> None:
        turn = self.document.session.position
        if turn is not None:
            self.document.go_to(Position(turn.turn, stage, subject))

    @property
    def item(self) -> str | None:
        """The id of the question at the cursor, if it is one."""
        current = self.query_one(Menu).current
        return None if current == OVERVIEW else current

    def do_decide(self) -> None:
        """Open the minutes of the item at the cursor; from the overview, go to the first item."""
        if self.item is None:
            self.query_one(Menu).move(1)
        else:
            self._note_position(Stage.MINUTES, self.item)
            self.app.push_screen(MinutesScreen(self.document, self.item), self._returned)

    def do_onward(self) -> None:
        """Go on with the interview."""
        self.dismiss(True)

    def do_anew(self) -> None:
        """Go to the question at the cursor, to answer it a second time."""
        if self.item is None:
            self.tell(Message("results.no_item"))
        else:
            self.dismiss(Anew(self.item))

    def do_report(self) -> None:
        """Show the report of the whole, once all of it has met."""
        session = self.document.session
        if is_over(session):
            self.app.push_screen(ReportScreen(report(session), session), self._returned)
        else:
            self.tell(Message("interview.not_yet"))

    def do_filter(self) -> None:
        """List other questions: the next kind of which there are any."""
        filters = list(Filter)
        at = filters.index(self._filter)
        for filter_ in (*filters[at + 1 :], *filters[: at + 1]):
            self._filter = filter_
            if self.questions():
                break
        if filters.index(self._filter) <= at:
            self._filter = Filter.ALL
        self.query_one(Menu).update(self.entries(), OVERVIEW)
        self.refresh_view()
        if at == 0 and self._filter is Filter.ALL:
            self.tell(Message("filter.nothing"))

    author = TABLE

    def show_change(self, change: Change) -> None:
        """Go to the item that was changed."""
        self._item = change.subject
        self._returned(None)

    def do_export(self) -> None:
        """Write the report into a file, once all of it has met."""
        if is_over(self.document.session):
            super().do_export()
        else:
            self.tell(Message("export.too_early"))

    def do_later(self) -> None:
        """Put the item at the cursor aside, or take it up again."""
        if self.item is None:
            self.tell(Message("results.no_item"))
        else:
            MinutesScreen.park(self.document, self.item)
            self._returned(None)

    def _returned(self, _: None) -> None:
        """Show what has been settled meanwhile."""
        self.session = self.document.session
        self.report = report(self.session.as_revealed)
        self.refresh_view()
