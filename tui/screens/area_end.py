"""The end of an area, for a party that answers blind: which of its questions are answered."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place
from tui.domain.route import Route
from tui.presenters.progress_marks import left_open, progress_mark
from tui.screens.base import BaseScreen, bindings_at
from tui.text.cleaning import one_line
from tui.widgets.hint_bar import HintBar
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText
from tui.widgets.status_bar import StatusBar


class AreaEndScreen(BaseScreen[bool]):
    """Lists one party's questions of an area, before the party declares the area finished."""

    place = Place.AREA_END
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.AREA_END)

    def __init__(self, route: Route, area: str) -> None:
        super().__init__()
        self._route = route
        self._area = area

    def compose(self) -> ComposeResult:
        """Mount the list."""
        yield StatusBar(id="status")
        yield PlainText(id="message")
        yield Menu(id="list", browses=True)
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """List the area's questions and whether each is answered."""
        appearance, route = self.appearance, self._route
        say, names = appearance.phrases, route.session.names
        progress = route.progress(self._area)
        title = route.session.questionnaire.area(self._area).title[say.language]
        self.query_one(StatusBar).update(say("area.title", area=title))
        questions = route.in_area(self._area)
        left = sum(left_open(route, question) is not None for question in questions)
        key = "area.some_wait"
        if progress.is_complete:
            key = "area.all_met_open" if left else "area.all_met"
        message = say(key, met=progress.met, asked=progress.asked, open=left, area=title)
        self.query_one("#message", PlainText).set_content(message)
        entries = [
            Entry(
                question.id,
                one_line(question.text.format(names)[say.language]),
                "",
                *progress_mark(route, question, appearance.marks),
            )
            for question in questions
        ]
        self.query_one(Menu).update(entries)
        self.query_one(Menu).focus()

    def do_next(self) -> None:
        """Declare the area finished, and go on."""
        self.dismiss(True)
