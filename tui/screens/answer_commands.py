"""The commands with which the party at the keyboard answers a question."""

from collections.abc import Callable
from dataclasses import replace

from tui.domain.answer_changes import following, with_contract, with_non_answer, with_value
from tui.domain.answers import Answer, ContractState, Firmness, NonAnswer
from tui.domain.message import Message
from tui.domain.questions import AnyQuestion, TextQuestion
from tui.domain.second_thought import SecondThought
from tui.domain.values import Value
from tui.screens.base import Result
from tui.screens.note_dialog import NoteDialog
from tui.screens.undoing import UndoingScreen


class AnsweringScreen(UndoingScreen[Result]):
    """A screen on which one party at a time answers the question at hand."""

    party: str
    """The id of the party at the keyboard."""

    @property
    def question(self) -> AnyQuestion:
        """The question at hand."""
        raise NotImplementedError

    @property
    def answer(self) -> Answer:
        """What the party at the keyboard says to it now."""
        return self.document.session.current(self.party, self.question.id)

    @property
    def is_second_answer(self) -> bool:
        """Whether anything that the party says now is its second answer."""
        return self.document.session.is_second_answer(self.party, self.question.id)

    @property
    def second_thought(self) -> SecondThought | None:
        """The second answer that the party has in mind and has not given yet."""
        return self.document.session.second_thought(self.party, self.question.id)

    def put_value(self, value: Value | None, *, is_half: bool = False) -> None:
        """Put down a value; None takes it back.

        Args:
            value: The value.
            is_half: Whether another one is half typed. In a second answer it takes nothing back.
        """
        if value is not None or not self.is_second_answer:
            self._put(with_value(self.answer, value, self.question.rev))
        elif not is_half:
            self._put(self.document.session.latest(self.party, self.question.id))

    def give_second(self) -> None:
        """Ask for the reason of the second answer that the party has in mind, and give it."""
        thought, party, question = self.second_thought, self.party, self.question.id
        if thought is None:
            return

        def keep(reason: str) -> None:
            session = self.document.session
            answer = session.current(party, question)
            changed = session.reconsidered(party, question, answer, reason, is_typed=True)
            self.document.change(changed)

        def settle(is_given: bool | None) -> None:
            written = self.second_thought
            if is_given and written is not None:
                self.document.give_second(party, question, written.reason)
                self.second_given()
            else:
                self.refresh_view()

        ways = "note.give", "note.not_yet"
        dialog = NoteDialog(self.phrases("note.second"), thought.reason, keep, ways=ways)
        self.app.push_screen(dialog, settle)

    def second_given(self) -> None:
        """Say that the second answer is given."""
        self.tell(Message("interview.given_anew"))

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
        if self.question.firmness:
            self._put(replace(answer, firmness=following(Firmness, answer.firmness)))
        else:
            self.tell(Message("interview.no_firmness"))

    def do_contract(self) -> None:
        """Say where the matter stands in the contract: the next of the four, then nothing."""
        answer = self.answer
        if self.question.contract:
            self._put(replace(answer, contract=following(ContractState, answer.contract)))
        else:
            self.tell(Message("interview.no_contract"))

    def write_answer(self, begun: str = "") -> None:
        """Write the answer to a question that is answered in words.

        Args:
            begun: What was typed or pasted already, which goes behind what stands there.
        """
        question, value = self.question, self.answer.value
        if isinstance(question, TextQuestion):
            text = str(value or "")
            self._write("note.answer", text, self._put_text, question.max_length, begun)

    def _put_non_answer(self, state: NonAnswer) -> None:
        self._put(with_non_answer(self.answer, state, self.question.rev))

    def _put_note(self, text: str) -> None:
        self._put(replace(self.answer, note=text), is_typed=True)

    def _put_private_note(self, text: str) -> None:
        self._put(replace(self.answer, private_note=text), is_typed=True)

    def _put_reason(self, text: str) -> None:
        self._put(replace(self.answer, reason=text), is_typed=True)

    def _put_text(self, text: str) -> None:
        self._put(with_value(self.answer, text or None, self.question.rev), is_typed=True)

    def _put(self, answer: Answer, *, is_typed: bool = False) -> None:
        """Put an answer into the session and show it; a second one is given later, by Enter.

        Args:
            answer: What the party says.
            is_typed: Whether it is another only by a letter.
        """
        session, question = self.document.session, self.question.id
        if self.is_second_answer:
            thought = self.second_thought
            reason = "" if thought is None else thought.reason
            changed = session.reconsidered(self.party, question, answer, reason, is_typed=is_typed)
        else:
            changed = session.answered(self.party, question, answer, is_typed=is_typed)
        self.document.change(changed)
        self.refresh_view()

    def _write(
        self,
        title: str,
        text: str,
        put: Callable[[str], None],
        longest: int | None = None,
        begun: str = "",
    ) -> None:
        """Open the dialog for texts; what is written there is kept letter by letter.

        Args:
            title: The catalogue's entry of its title.
            text: What stands there already.
            put: Takes what is written.
            longest: The most characters that may be kept.
            begun: What was typed already, behind what stands there.
        """

        def settle(_: bool | None) -> None:
            self.document.change(self.document.session.written(self.party))
            self.refresh_view()

        dialog = NoteDialog(self.phrases(title), text, put, longest=longest, begun=begun)
        self.app.push_screen(dialog, settle)
