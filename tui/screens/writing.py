"""What the party at the keyboard says: answers, non-answers, notes, and what stands beside them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from tui.domain.answers import Answer, NonAnswer
from tui.domain.minutes import Revision
from tui.domain.questions import AnyQuestion
from tui.domain.reveal import is_sealed
from tui.domain.values import Value
from tui.workspace.document import OpenDocument

Said = TypeVar("Said", bound=StrEnum)


class Pen:
    """Writes what one party says to one question into the session.

    An answer that was blind and has been revealed is never changed: what is said then is a second
    answer, and goes into the minutes with its reason.
    """

    def __init__(
        self, document: OpenDocument, party: str, question: AnyQuestion, then: Callable[[], None]
    ) -> None:
        self._document = document
        self._party = party
        self.question = question
        self._then = then

    @property
    def answer(self) -> Answer:
        """What the party says now."""
        return self._document.session.latest(self._party, self.question.id)

    @property
    def is_second(self) -> bool:
        """Whether anything said now is a second answer."""
        session = self._document.session
        first = session.answer(self._party, self.question.id)
        return first.is_answered and is_sealed(self.question, session)

    def value(self, value: Value | None) -> Answer:
        """Return the answer with another value; what stands beside it stays."""
        plain = replace(self.answer, value=value, state=None, reason="")
        return replace(plain, rev=self.question.rev)

    def state(self, state: NonAnswer, reason: str = "") -> Answer:
        """Return the answer with a non-answer for its value; said again it is taken back."""
        wanted = None if self.answer.state is state and not reason else state
        plain = replace(self.answer, value=None, state=wanted, reason=reason)
        return replace(plain, rev=self.question.rev)

    def put(self, answer: Answer, reason: str = "") -> None:
        """Put an answer down: as the first, or as a second one with its reason."""
        session = self._document.session
        if self.is_second:
            if answer == self.answer:
                return
            revision = Revision(
                question=self.question.id,
                party=self._party,
                at=datetime.now(UTC).replace(microsecond=0),
                before=self.answer,
                after=answer,
                reason=reason,
            )
            self._document.change(session.revised(revision))
        else:
            self._document.change(session.answered(self._party, self.question.id, answer))
        self._then()


def following(options: type[Said], current: Said | None) -> Said | None:
    """Return the option after `current`; none before the first and after the last.

    >>> from tui.domain.answers import Firmness
    >>> following(Firmness, None), following(Firmness, Firmness.RED_LINE)
    (<Firmness.FLEXIBLE: 'flexible'>, None)
    """
    row: list[Said | None] = [None, *options]
    return row[(row.index(current) + 1) % len(row)]
