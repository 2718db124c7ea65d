"""The commands with which the party at the keyboard answers a question."""

from collections.abc import Callable
from dataclasses import replace

from tui.domain.answer_changes import following, with_contract, with_non_answer, with_value
from tui.domain.answers import Answer, ContractState, Firmness, NonAnswer
from tui.domain.questions import AnyQuestion, TextQuestion
from tui.domain.values import Value
from tui.screens.base import BaseScreen, Result
from tui.screens.note_dialog import NoteDialog
from tui.workspace.document import OpenDocument


class AnsweringScreen(BaseScreen[Result]):
    """A screen on which one party at a time answers the question at hand."""

    document: OpenDocument
    """The session that takes the answers."""
    party: str
    """The id of the party at the keyboard."""

    @property
    def question(self) -> AnyQuestion:
        """The question at hand."""
        raise NotImplementedError

    @property
    def answer(self) -> Answer:
        """What the party at the keyboard says to it now."""
        return self.document.session.latest(self.party, self.question.id)

    @property
    def is_second_answer(self) -> bool:
        """Whether anything that the party says now is its second answer."""
        return self.document.session.is_second_answer(self.party, self.question.id)

    def put_value(self, value: Value | None) -> None:
        """Put down a value; None takes it back.

        A second answer is only put down whole: a value that is half typed takes nothing back.
        """
        if value is not None or not self.is_second_answer:
            self._put(with_value(self.answer, value, self.question.rev))

    def put_contract(self, state: ContractState) -> None:
        """Say where the matter stands in the contract; said again it is taken back."""
        self._put(with_contract(self.answer, state))

    def do_undecided(self) -> None:
        """Say that it is not settled, or take that back."""
        self._put_non_answer(NonAnswer.UNDECIDED)

    def do_later(self) -> None:
        """Say that it is to be talked about later, or take that back."""
        self._put_non_answer(NonAnswer.LATER)

    def do_not_applicable(self) -> None:
        """Say that it does not apply, and be asked why; or take that back."""
        self._put_non_answer(NonAnswer.NOT_APPLICABLE)
        if self.answer.state is NonAnswer.NOT_APPLICABLE:
            self._write("note.reason", self.answer.reason, self._put_reason)

    def do_note(self) -> None:
        """Write a note for both."""
        self._write("note.title", self.answer.note, self._put_note)

    def do_private_note(self) -> None:
        """Write a note that stays with one's own side, once nobody else looks."""

        def write() -> None:
            self._write("note.private", self.answer.private_note, self._put_private_note)

        self.look_alone(write)

    def look_alone(self, then: Callable[[], None]) -> None:
        """Go on as soon as nobody but the party at the keyboard looks."""
        raise NotImplementedError

    def do_firmness(self) -> None:
        """Say how firmly the answer is held: the next of the three, then nothing."""
        answer = self.answer
        self._put(replace(answer, firmness=following(Firmness, answer.firmness)))

    def do_contract(self) -> None:
        """Say where the matter stands in the contract: the next of the four, then nothing."""
        answer = self.answer
        self._put(replace(answer, contract=following(ContractState, answer.contract)))

    def do_write(self) -> None:
        """Write the answer to a question that is answered in words."""
        question, value = self.question, self.answer.value
        if isinstance(question, TextQuestion):
            self._write("note.answer", str(value or ""), self._put_text, question.max_length)

    def _put_non_answer(self, state: NonAnswer) -> None:
        self._put(with_non_answer(self.answer, state, self.question.rev))

    def _put_note(self, text: str) -> None:
        self._say(replace(self.answer, note=text))

    def _put_private_note(self, text: str) -> None:
        self._say(replace(self.answer, private_note=text))

    def _put_reason(self, text: str) -> None:
        self._say(replace(self.answer, reason=text))

    def _put_text(self, text: str) -> None:
        self._put(with_value(self.answer, text or None, self.question.rev))

    def _put(self, answer: Answer) -> None:
        """Put an answer down; a second one is asked for its reason."""
        if self.is_second_answer and answer != self.answer:
            self._write("note.second", "", lambda reason: self._say(answer, reason))
        else:
            self._say(answer)

    def _say(self, answer: Answer, reason: str = "") -> None:
        """Put an answer into the session and show it."""
        self.document.say(self.party, self.question.id, answer, reason)
        self.refresh_view()

    def _write(
        self, title: str, text: str, put: Callable[[str], None], longest: int | None = None
    ) -> None:
        """Open the dialog for texts.

        Args:
            title: The catalogue's entry of its title.
            text: What stands there already.
            put: Takes what was written.
            longest: The most characters that may be kept.
        """

        def settle(written: str | None) -> None:
            if written is not None:
                put(written)
            else:
                self.refresh_view()

        self.app.push_screen(NoteDialog(self.phrases(title), text, longest), settle)
