"""The end of an area: what it came to, where that may be seen; else what is still unanswered."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place
from tui.domain.report import ReportedQuestion, report
from tui.domain.reveal import is_revealed
from tui.domain.session import Session
from tui.domain.text import one_line
from tui.domain.walk import Walk
from tui.screens.base import BaseScreen, bindings_at
from tui.screens.pages import Pages
from tui.screens.results import ResultsScreen
from tui.screens.titles import parties_title
from tui.widgets.hintbar import HintBar
from tui.widgets.lines import Row
from tui.widgets.literal import Literal
from tui.widgets.menu import Entry, Menu
from tui.widgets.statusbar import StatusBar


def area_screen(session: Session, party: str, area: str) -> BaseScreen[bool]:
    """Give the screen that ends an area, as the reveal rule allows."""
    walk = Walk(session, party)
    questions = walk.in_area(area)
    if questions and all(is_revealed(question, session) for question in questions):
        return AreaReview(session, area)
    return AreaEnd(walk, area)


class AreaReview(ResultsScreen[bool]):
    """Tells what an area came to; Enter goes on with the interview."""

    place = Place.REVIEW
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.REVIEW)

    def __init__(self, session: Session, area: str) -> None:
        super().__init__(report(session), session)
        self._area = area

    def questions(self) -> list[ReportedQuestion]:
        """Give the questions of the area."""
        return [question for question in self.report.questions if question.area == self._area]

    def overview(self, pages: Pages) -> list[Row]:
        """Give the page about the area."""
        return pages.area(next(area for area in self.report.areas if area.id == self._area))

    def show(self) -> None:
        """Show the area."""
        say = self.look.phrases
        names = parties_title((party.name for party in self.report.parties), self.look.marks)
        area = next(area for area in self.report.areas if area.id == self._area).title[say.language]
        self.query_one(StatusBar).tell(names, say("area.title", area=area))
        super().show()

    def do_next(self) -> None:
        """Go on with the interview."""
        self.dismiss(True)


class AreaEnd(BaseScreen[bool]):
    """Shows one party what it has met and what waits, before it says that it is done."""

    place = Place.AREA_END
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.AREA_END)

    def __init__(self, walk: Walk, area: str) -> None:
        super().__init__()
        self._walk = walk
        self._area = area

    def compose(self) -> ComposeResult:
        """Mount the list."""
        yield StatusBar(id="status")
        yield Literal(id="message")
        yield Menu(id="list", browses=True)
        yield HintBar(id="hints")

    def show(self) -> None:
        """List the area's questions with whether each has been met."""
        look, walk = self.look, self._walk
        say, names = look.phrases, walk.session.names
        progress = walk.progress(self._area)
        title = walk.session.questionnaire.area(self._area).title[say.language]
        self.query_one(StatusBar).tell(say("area.title", area=title))
        key = "area.all_met" if progress.is_complete else "area.some_wait"
        message = say(key, met=progress.met, asked=progress.asked, area=title)
        self.query_one("#message", Literal).say(message)
        entries = [
            Entry(
                question.id,
                one_line(question.text.filled(names)[say.language]),
                mark=look.marks.done if walk.is_met(question) else look.marks.dot,
                colour="aligned" if walk.is_met(question) else "quiet",
            )
            for question in walk.in_area(self._area)
        ]
        self.query_one(Menu).offer(entries)
        self.query_one(Menu).focus()

    def do_next(self) -> None:
        """Say that the area is done, and go on."""
        self.dismiss(True)
