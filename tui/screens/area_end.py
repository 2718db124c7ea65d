"""The end of an area, for a party that answers blind: which of its questions are answered."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place
from tui.domain.questions import AnyQuestion
from tui.domain.route import Route
from tui.presenters.progress_marks import left_open, progress_mark
from tui.screens.base import BaseScreen, bindings_at
from tui.text.cleaning import one_line
from tui.widgets.hint_bar import HintBar
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText
from tui.widgets.status_bar import StatusBar

DONE = "*"
"""The entry that declares the area finished; no question can have this id."""


class AreaEndScreen(BaseScreen[str]):
    """Lists one party's questions of an area, before the party declares the area finished.

    Returns `DONE`, or the id of the question that the party wants to go back to.
    """

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
        yield Menu(id="list")
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
        entries = [Entry(DONE, say("area.done"), "F8"), Entry("", "")]
        entries += [
            Entry(
                question.id,
                one_line(route.short_name(question).format(names)[say.language]),
                "",
                *progress_mark(route, question, appearance.marks),
            )
            for question in questions
        ]
        menu = self.query_one(Menu)
        menu.update(entries, None if menu.entries else self._first_waiting(questions))
        menu.focus()

    def _first_waiting(self, questions: Sequence[AnyQuestion]) -> str:
        """Return the first question that is not answered; `DONE` where all are."""
        return next((each.id for each in questions if not self._route.is_met(each)), DONE)

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Be done with the area, or go back to a question."""
        self.dismiss(event.entry)

    def do_next(self) -> None:
        """Do what stands at the cursor."""
        self.dismiss(self.query_one(Menu).current)

    def do_onward(self) -> None:
        """Declare the area finished, and go on."""
        self.dismiss(DONE)
