"""The guesses: what a party thinks that the other says, asked once its own answers are in."""

from dataclasses import replace
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tui.commands import Place
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.presenters.columns import SIDES, guess_column
from tui.presenters.covers import cover_message
from tui.screens.base import STYLES, BaseScreen, bindings_at
from tui.screens.handover import HandoverScreen
from tui.widgets.answer_box import AnswerBox
from tui.widgets.hint_bar import HintBar
from tui.widgets.question_text import QuestionText
from tui.widgets.status_bar import StatusBar
from tui.workspace.document import OpenDocument


def questions_to_guess(session: Session, party: str, area: str) -> tuple[AnyQuestion, ...]:
    """Return the questions of an area on which a party is to guess.

    There are none where answers are seen before both have finished the area.
    """
    if session.alone is None and session.reveal not in (Reveal.AREA, Reveal.END):
        return ()
    if not session.has_finished(party, area):
        return ()
    return tuple(
        question
        for question in session.asked_of(party)
        if question.area == area and question.predict and question.privacy is Privacy.SHARED
    )


class GuessScreen(BaseScreen[None]):
    """Asks for one guess after another; each may be left out."""

    place = Place.GUESSES
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "interview.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.GUESSES)

    def __init__(
        self, document: OpenDocument, party: str, questions: tuple[AnyQuestion, ...]
    ) -> None:
        super().__init__()
        self._document = document
        self._party = party
        self._questions = questions
        self._at = 0

    @property
    def _side(self) -> str:
        return SIDES[self._document.session.questionnaire.party_ids.index(self._party)]

    def compose(self) -> ComposeResult:
        """Mount one question."""
        yield StatusBar(id="status")
        yield QuestionText(id="question")
        with Container(id="columns"):
            yield AnswerBox(self._side)
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """Show the question at hand."""
        session, say, question = self._document.session, self.phrases, self._current
        other = session.sheet(session.questionnaire.other(self._party)).party.name
        own = session.sheet(self._party).party.language
        count = f"{self._at + 1} / {len(self._questions)}"
        self.query_one(StatusBar).update(say("guess.title"), count)
        place = say("guess.place", name=other)
        text = question.text.format(session.names)[own]
        self.query_one(QuestionText).update(place, [text], airy=True)
        box = self.query_one(AnswerBox)
        box.set_class(True, "-active")
        box.update(guess_column(session, question, self._party, say))
        box.focus()

    @property
    def _current(self) -> AnyQuestion:
        return self._questions[self._at]

    def on_answer_box_answered(self, event: AnswerBox.Answered) -> None:
        """Put down a guess."""
        session, question = self._document.session, self._current.id
        answer = replace(session.answer(self._party, question), guess=event.value)
        self._document.change(session.answered(self._party, question, answer))
        self.refresh_view()

    def do_blank(self) -> None:
        """Cover the screen at once; who uncovers it reads for whom it is."""
        message = cover_message(self._document.session, self._party, "handover.cover", self.phrases)
        self.app.push_screen(HandoverScreen(message), self._uncovered)

    def _uncovered(self, is_alone: bool | None) -> None:
        """Stay covered until the party says that nobody else looks."""
        if not is_alone:
            self.do_blank()

    def do_next(self) -> None:
        """Go on to the next guess; after the last the screen closes."""
        if self._at + 1 < len(self._questions):
            self._at += 1
            self.refresh_view()
        else:
            self.dismiss(None)

    def do_back(self) -> None:
        """Go to the guess before."""
        self._at = max(0, self._at - 1)
        self.refresh_view()
