"""The list of questionnaires to choose from: the bundled ones and the user's own."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place
from tui.domain.localized_text import all_wordings
from tui.screens.base import BaseScreen, bindings_at
from tui.widgets.hint_bar import HintBar
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText
from tui.widgets.status_bar import StatusBar
from tui.workspace.opening import Choice


class ChooseQuestionnaireScreen(BaseScreen[int]):
    """Lists questionnaires; returns the index of the chosen one."""

    place = Place.LIST
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.LIST)

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Mount the list."""
        yield StatusBar(id="status")
        yield PlainText(id="message")
        yield Menu(id="list", aside_at=44, filters=True)
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """List the questionnaires."""
        say = self.phrases
        self.query_one(StatusBar).update(say("choose_questionnaire.title"))
        self.query_one("#message", PlainText).set_content("")
        asked = [choice.questionnaire for choice in self._choices]
        titles = [each.title[say.language] for each in asked if each is not None]
        entries = []
        for place, (choice, questionnaire) in enumerate(zip(self._choices, asked, strict=True)):
            if questionnaire is None:
                entries.append(Entry(str(place), choice.path.name, self._trouble(choice)))
                continue
            title = questionnaire.title[say.language]
            kind = "questions" if titles.count(title) == 1 else "edition"
            aside = say(
                f"choose_questionnaire.{kind}",
                count=len(questionnaire.questions),
                version=questionnaire.edition.version,
                file=choice.path.name,
            )
            find = all_wordings(questionnaire.title)
            entries.append(Entry(str(place), title, aside, find=find))
        menu = self.query_one(Menu)
        menu.update(entries)
        menu.focus()

    def _trouble(self, choice: Choice) -> str:
        """Return the first thing that is wrong in a file."""
        return "" if choice.trouble is None else self.phrases.say(choice.trouble)

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Return the chosen one; of a damaged file say what to do about it."""
        choice = self._choices[int(event.entry)]
        if choice.questionnaire is None:
            problem = self._trouble(choice)
            text = self.phrases("choose_questionnaire.broken", path=choice.path, problem=problem)
            self.query_one("#message", PlainText).set_content(text)
        else:
            self.dismiss(int(event.entry))
