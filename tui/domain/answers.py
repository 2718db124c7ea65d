"""The answer of one party to one question, with its notes, its firmness and the guess."""

from dataclasses import dataclass
from enum import StrEnum

from tui.domain.privacy import Privacy
from tui.domain.values import Value


class NonAnswer(StrEnum):
    """What a party may say instead of an answer; each lets it go on."""

    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not_applicable"
    LATER = "later"


class Firmness(StrEnum):
    """How firmly a party holds to its answer."""

    FLEXIBLE = "flexible"
    PREFERRED = "preferred"
    RED_LINE = "red_line"


class ContractState(StrEnum):
    """Whether the matter is in the contract, as a party sees it."""

    WRITTEN = "written"
    SPOKEN = "spoken"
    NEVER = "never"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a party said to a question: a value, a non-answer, or neither but perhaps a note."""

    value: Value | None = None
    """The answer itself; None if there is a non-answer, or nothing yet."""
    state: NonAnswer | None = None
    """The non-answer; None if there is a value, or nothing yet."""
    reason: str = ""
    """The reason for a non-answer."""
    rev: int = 1
    """The revision of the question that was answered."""
    privacy: Privacy | None = None
    """How private the question was when it was answered; None if it was as it is now."""
    firmness: Firmness | None = None
    """How firmly the party holds to it; None if it did not say."""
    contract: ContractState | None = None
    """Whether it is in the contract; None if the party did not say."""
    note: str = ""
    """A note for both parties."""
    private_note: str = ""
    """A note that never leaves the party's own sheet."""
    guess: Value | None = None
    """What the party thinks that the other one answers."""

    def __post_init__(self) -> None:
        if self.value is not None and self.state is not None:
            raise ValueError("an answer has a value or a non-answer, not both")

    @property
    def is_answered(self) -> bool:
        """Whether there is a value or a non-answer."""
        return self.value is not None or self.state is not None

    @property
    def is_open(self) -> bool:
        """Whether the party has said that it cannot answer yet."""
        return self.state in (NonAnswer.UNDECIDED, NonAnswer.LATER)


NOTHING = Answer()
"""The answer of a party that has not touched the question."""

HIDDEN = Answer(reason="hidden")
"""Stands for an answer that may not be seen: every test on it is false. Compared by `is`."""
