"""What is settled at the table after the reveal: decisions, and second answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from tui.domain.answers import Answer
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was settled on one question, or that it was put aside."""

    question: str
    """The question's id."""
    value: Value | None = None
    """The agreed answer; None where nothing is agreed yet."""
    taken_from: str | None = None
    """The id of the party whose answer was taken; None where it is a third, or none."""
    text: str = ""
    """The decision in words."""
    owner: str = ""
    """Who sees to it."""
    due: date | None = None
    """By when."""
    clause: LocalizedText = NO_TEXT
    """Wording for the contract, in the questionnaire's languages; a prompt for counsel."""
    is_parked: bool = False
    """Whether the two put it aside for another time."""
    seconds: int = 0
    """Time spent on it."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return self == Decision(question=self.question)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One party's second answer to a question, given after the reveal."""

    question: str
    """The question's id."""
    party: str
    """The id of the party that answered anew."""
    at: datetime
    """When, with the offset from UTC."""
    before: Answer
    """What it had said."""
    after: Answer
    """What it says now."""
    reason: str = ""
    """Why."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """All that was settled."""

    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """Question id to decision."""
    revisions: tuple[Revision, ...] = ()
    """Second answers, oldest first; nothing is ever taken out."""

    def decision(self, question: str) -> Decision:
        """Return what was settled on a question; an empty decision where nothing was."""
        return self.decisions.get(question, Decision(question=question))

    def having(self, decision: Decision) -> "Minutes":
        """Return the minutes with that decision in place."""
        decisions = {**self.decisions, decision.question: decision}
        if decision.is_empty:
            del decisions[decision.question]
        return replace(self, decisions=decisions)

    def revised(self, revision: Revision) -> "Minutes":
        """Return the minutes with one more second answer."""
        return replace(self, revisions=(*self.revisions, revision))

    def latest(self, party: str, question: str) -> Answer | None:
        """Return a party's last second answer to a question; None where it gave none."""
        for revision in reversed(self.revisions):
            if (revision.party, revision.question) == (party, question):
                return revision.after
        return None


NO_MINUTES = Minutes()
"""The minutes before anything is settled."""
