"""The list of all questions, to go to any of them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place
from tui.domain.localized_text import all_wordings
from tui.domain.questions import AnyQuestion
from tui.domain.route import Route
from tui.presenters.progress_marks import progress_mark
from tui.screens.base import BaseScreen, bindings_at
from tui.text.cleaning import one_line
from tui.widgets.hint_bar import HintBar
from tui.widgets.menu import Entry, Menu
from tui.widgets.status_bar import StatusBar


class JumpScreen(BaseScreen[str]):
    """Lists the questions by area and whether each is answered; returns the chosen one's id."""

    place = Place.LIST
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.LIST)

    def __init__(self, route: Route, at: str) -> None:
        super().__init__()
        self._route = route
        self._at = at

    def compose(self) -> ComposeResult:
        """Mount the list."""
        yield StatusBar(id="status")
        yield Menu(id="list", filters=True)
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """List the questions."""
        say, entries = self.phrases, list[Entry]()
        for area in self._route.session.questionnaire.areas:
            questions = self._route.in_area(area.id)
            if questions:
                entries += [Entry("", ""), Entry("", area.title[say.language])]
            entries += [self._entry(question) for question in questions]
        progress = self._route.progress()
        self.query_one(StatusBar).update(say("jump.title"), f"{progress.met} / {progress.asked}")
        menu = self.query_one(Menu)
        menu.update(entries[1:], None if menu.entries else self._at)
        menu.focus()

    def _entry(self, question: AnyQuestion) -> Entry:
        """Return the row of a question."""
        appearance = self.appearance
        names, language = self._route.session.names, appearance.phrases.language
        text = one_line(self._route.short_name(question).format(names)[language])
        mark, colour = progress_mark(self._route, question, appearance.marks)
        asked = (text.format(names) for text in (question.text, *question.ask.values()))
        find = all_wordings(question.name, *asked)
        return Entry(question.id, text, "", mark, colour, find)

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Go to the question."""
        self.dismiss(event.entry)
