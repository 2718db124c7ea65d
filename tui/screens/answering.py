"""The commands with which the party at the keyboard says what it says."""

from collections.abc import Callable
from dataclasses import replace

from tui.domain.answers import Answer, ContractState, Firmness, NonAnswer
from tui.domain.questions import TextQuestion
from tui.domain.values import Value
from tui.screens.base import Result
from tui.screens.handover import CoverableScreen
from tui.screens.note_dialog import NoteDialog
from tui.screens.writing import Pen, following


class AnsweringScreen(CoverableScreen[Result]):
    """A screen on which a question is answered; `pen` writes for whoever is at the keyboard."""

    @property
    def pen(self) -> Pen:
        """What writes for the party at the keyboard on the question at hand."""
        raise NotImplementedError

    def put_value(self, value: Value | None) -> None:
        """Put down an answer, or take it back; a second one waits until it is whole."""
        if value is not None or not self.pen.is_second:
            self._put(self.pen.value(value))

    def do_undecided(self) -> None:
        """Say that it is not settled, or take that back."""
        self._put(self.pen.state(NonAnswer.UNDECIDED))

    def do_later(self) -> None:
        """Say that it is to be talked about later, or take that back."""
        self._put(self.pen.state(NonAnswer.LATER))

    def do_not_applicable(self) -> None:
        """Say that it does not apply, and be asked why; or take that back."""
        pen = self.pen
        self._put(pen.state(NonAnswer.NOT_APPLICABLE))
        if pen.answer.state is NonAnswer.NOT_APPLICABLE:
            self._write("note.reason", pen.answer.reason, self._put_reason)

    def do_note(self) -> None:
        """Write a note for both."""
        self._write("note.title", self.pen.answer.note, self._put_note)

    def do_private_note(self) -> None:
        """Write a note that stays with one's own side."""
        self._write("note.private", self.pen.answer.private_note, self._put_private_note)

    def do_firmness(self) -> None:
        """Say how firmly the answer is held: the next of the three, then nothing."""
        answer = self.pen.answer
        self._put(replace(answer, firmness=following(Firmness, answer.firmness)))

    def do_contract(self) -> None:
        """Say where the matter stands in the contract: the next of the four, then nothing."""
        answer = self.pen.answer
        self._put(replace(answer, contract=following(ContractState, answer.contract)))

    def put_contract(self, state: ContractState) -> None:
        """Say where the matter stands in the contract; said again it is taken back."""
        answer = self.pen.answer
        self._put(replace(answer, contract=None if answer.contract is state else state))

    def do_write(self) -> None:
        """Write the answer to a question that is answered in words."""
        question, value = self.pen.question, self.pen.answer.value
        if isinstance(question, TextQuestion):
            self._write("note.answer", str(value or ""), self._put_text, question.max_length)

    def _put_note(self, text: str) -> None:
        self.pen.put(replace(self.pen.answer, note=text))

    def _put_private_note(self, text: str) -> None:
        self.pen.put(replace(self.pen.answer, private_note=text))

    def _put_reason(self, text: str) -> None:
        self.pen.put(replace(self.pen.answer, reason=text))

    def _put_text(self, text: str) -> None:
        self._put(self.pen.value(text or None))

    def _put(self, answer: Answer) -> None:
        """Put an answer down; a second one is asked for its reason."""
        pen = self.pen
        if pen.is_second and answer != pen.answer:
            self._write("note.second", "", lambda reason: pen.put(answer, reason))
        else:
            pen.put(answer)

    def _write(
        self, title: str, text: str, put: Callable[[str], None], longest: int | None = None
    ) -> None:
        """Open the dialog for texts; `put` takes what was written."""

        def settle(written: str | None) -> None:
            if written is not None:
                put(written)
            else:
                self.refill()

        self.app.push_screen(NoteDialog(self.look.phrases(title), text, longest), settle)
