"""The minutes of a kickoff: decisions and second answers, made after the reveal."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from tui.domain.answers import Answer
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided on one question, or that it was parked."""

    question: str
    """The question's id."""
    value: Value | None = None
    """The agreed answer; None if nothing is agreed yet."""
    taken_from: str | None = None
    """The id of the party whose answer was taken; None if it is neither's."""
    text: str = ""
    """The decision in words."""
    owner: str = ""
    """Who is responsible for it."""
    due: date | None = None
    """The day by which it must be done."""
    clause: LocalizedText = NO_TEXT
    """A wording for the contract, in the questionnaire's languages; for counsel to start from."""
    is_parked: bool = False
    """Whether it was put off to another time."""
    seconds: int = 0
    """Seconds spent on it."""

    @property
    def is_taken(self) -> bool:
        """Whether anything is decided: an answer, words, who, when or a wording."""
        return self != Decision(
            question=self.question, is_parked=self.is_parked, seconds=self.seconds
        )

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing but the question's id."""
        return self == Decision(question=self.question)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A party's second answer to a question, given after the reveal."""

    question: str
    """The question's id."""
    party: str
    """The id of the party."""
    at: datetime
    """When it was given, with the offset from UTC."""
    before: Answer
    """The answer before."""
    after: Answer
    """The second answer."""
    reason: str = ""
    """Why the party changed its answer."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """All decisions and second answers of a session."""

    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """Question id to decision."""
    revisions: tuple[Revision, ...] = ()
    """Second answers, the oldest first; only who gave one can take it back, in the same turn."""

    def decision(self, question: str) -> Decision:
        """Return the decision on a question; it is empty if there is none."""
        return self.decisions.get(question, Decision(question=question))

    def having(self, decision: Decision) -> "Minutes":
        """Return the minutes with a decision added or replaced; an empty one is removed."""
        decisions = {**self.decisions, decision.question: decision}
        if decision.is_empty:
            del decisions[decision.question]
        return replace(self, decisions=decisions)

    def revised(self, revision: Revision) -> "Minutes":
        """Return the minutes with one more second answer."""
        return replace(self, revisions=(*self.revisions, revision))

    def latest(self, party: str, question: str) -> Answer | None:
        """Return a party's latest second answer to a question, or None if it gave none."""
        for revision in reversed(self.revisions):
            if (revision.party, revision.question) == (party, question):
                return revision.after
        return None


NO_MINUTES = Minutes()
"""The minutes of a session without decisions and second answers."""
