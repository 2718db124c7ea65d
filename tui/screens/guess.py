"""The guesses: what a party thinks that the other says, asked once its own answers are in."""

from dataclasses import replace
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tui.commands import Place
from tui.domain.answers import Answer
from tui.domain.history import Change
from tui.domain.message import Message
from tui.domain.position import Position, Stage
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion, TextQuestion
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import guess_draft
from tui.presenters.columns import SIDES, guess_column
from tui.screens.base import STYLES, bindings_at
from tui.screens.handover import HandoverScreen
from tui.screens.note_dialog import NoteDialog
from tui.screens.undoing import UndoingScreen
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


class GuessScreen(UndoingScreen[bool]):
    """Asks for one guess after another; each may be left out. Returns whether all were asked.

    Args:
        document: The session.
        party: The id of the party that guesses.
        questions: What it guesses on.
        at: The id of the question with which it begins; None for the first.
    """

    place = Place.GUESSES
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "interview.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.GUESSES)

    def __init__(
        self,
        document: OpenDocument,
        party: str,
        questions: tuple[AnyQuestion, ...],
        at: str | None = None,
    ) -> None:
        super().__init__()
        self.document = document
        self._party = party
        self._questions = questions
        self._at = self._places.get(at or "", 0)

    @property
    def _side(self) -> str:
        return SIDES[self.document.session.questionnaire.party_ids.index(self._party)]

    def compose(self) -> ComposeResult:
        """Mount one question."""
        yield StatusBar(id="status")
        yield QuestionText(id="question")
        with Container(id="columns"):
            yield AnswerBox(self._side)
        yield HintBar(id="hints")

    def _update_widgets(self) -> None:
        """Show the question at hand."""
        session, say, question = self.document.session, self.phrases, self._current
        self.document.go_to(Position(self._party, Stage.GUESSES, question.id))
        other = session.sheet(session.questionnaire.other(self._party)).party.name
        own = session.sheet(self._party).party.language
        count = f"{self._at + 1} / {len(self._questions)}"
        self.query_one(StatusBar).update(say("guess.title"), count)
        place = say("guess.place", name=other)
        text = question.text.format(session.names)[own]
        self.query_one(QuestionText).update(place, [text], airy=True)
        box = self.query_one(AnswerBox)
        box.set_class(True, "-active")
        column = guess_column(session, question, self._party, say)
        drafts = session.sheet(self._party).drafts
        box.update(replace(column, draft=drafts.get(guess_draft(question.id), "")))
        box.focus()

    @property
    def _current(self) -> AnyQuestion:
        return self._questions[self._at]

    def on_answer_box_answered(self, event: AnswerBox.Answered) -> None:
        """Put down a guess."""
        session, question = self.document.session, self._current.id
        answer = replace(session.answer(self._party, question), guess=event.value)
        self.document.change(session.answered(self._party, question, answer))
        self.refresh_view()

    def on_answer_box_drafted(self, event: AnswerBox.Drafted) -> None:
        """Keep a guess that is half done."""
        session, key = self.document.session, guess_draft(event.question)
        self.document.change(session.drafted(self._party, key, event.draft))

    def on_answer_box_called(self, event: AnswerBox.Called) -> None:
        """Write a guess that is given in words."""
        question = self._current
        if event.command != "write" or not isinstance(question, TextQuestion):
            return
        session = self.document.session
        text = str(session.answer(self._party, question.id).guess or "")

        def keep(written: str) -> None:
            session = self.document.session
            answer = replace(session.answer(self._party, question.id), guess=written or None)
            changed = session.answered(self._party, question.id, answer, is_typed=True)
            self.document.change(changed)

        title, longest = self.phrases("guess.title"), question.max_length
        dialog = NoteDialog(title, text, keep, longest=longest, begun=event.text)
        self.app.push_screen(dialog, lambda _: self.refresh_view())

    def do_blank(self) -> None:
        """Cover the screen at once; who uncovers it reads for whom it is."""
        screen = HandoverScreen(self.document.session, self._party, None)
        self.app.push_screen(screen, self._uncovered)

    def _uncovered(self, is_alone: bool | None) -> None:
        """Stay covered until the party says that nobody else looks."""
        if not is_alone:
            self.do_blank()

    def do_next(self) -> None:
        """Go on to the next guess; after the last the screen closes. A half one is told once."""
        box = self.query_one(AnswerBox)
        if box.advance():
            return
        if box.missing is not None and self.must_warn((self._at, box.missing)):
            self.tell(Message("interview.half_done", {"missing": box.missing}))
            return
        self._warned = None
        if self._at + 1 < len(self._questions):
            self._go(1)
        else:
            self.dismiss(True)

    def do_back(self) -> None:
        """Go to the guess before."""
        if self._at:
            self._go(-1)
        else:
            self.tell(Message("interview.is_first"))

    def do_forward(self) -> None:
        """Go to the guess after this one."""
        if self._at + 1 < len(self._questions):
            self._go(1)
        else:
            self.tell(Message("guess.is_last"))

    def do_leave(self) -> None:
        """Go back to the questions; what was guessed stays."""
        self.dismiss(False)

    @property
    def author(self) -> str:
        """The party that guesses."""
        return self._party

    def belongs_here(self, change: Change) -> bool:
        """Return whether nothing but a guess of these was changed."""
        return change.subject in self._places and _is_guess(change)

    def show_change(self, change: Change) -> None:
        """Go to the guess that was changed."""
        self._at = self._places[change.subject]
        self.refresh_view()

    @property
    def _places(self) -> dict[str, int]:
        return {question.id: place for place, question in enumerate(self._questions)}

    def _go(self, by: int) -> None:
        self._at += by
        self.refresh_view()


def _is_guess(change: Change) -> bool:
    """Return whether nothing but a guess was changed."""
    before, after = change.before, change.after
    if not isinstance(before, Answer) or not isinstance(after, Answer):
        return False
    return replace(before, guess=None) == replace(after, guess=None)
