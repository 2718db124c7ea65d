"""The minutes of a kickoff: decisions and second answers, made after the reveal."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from tui.domain.answers import Answer
from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.meeting import NO_MEETING, Meeting
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
    state: DecisionState = DecisionState.OPEN
    """What has come of it; it says nothing where nothing else is said."""

    @property
    def is_told(self) -> bool:
        """Whether there is more to tell than how long it was talked about."""
        silent = Decision(question=self.question, seconds=self.seconds, state=self.state)
        return self != silent

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing but the question's id."""
        return self == Decision(question=self.question, state=self.state)

    @property
    def is_taken(self) -> bool:
        """Whether something is decided: an answer is agreed, or a decision stands in words."""
        return self.value is not None or bool(self.text)


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
    meeting: Meeting = NO_MEETING
    """The meeting itself: the time that was spent, and when the two meet again."""
    carried: tuple[Carried, ...] = ()
    """What the last meeting of the same two had left open."""

    def decision(self, question: str) -> Decision:
        """Return the decision on a question; it is empty if there is none."""
        return self.decisions.get(question, Decision(question=question))

    def having(self, decision: Decision) -> "Minutes":
        """Return the minutes with a decision added or replaced; an empty one is removed."""
        decisions = {**self.decisions, decision.question: decision}
        if decision.is_empty:
            del decisions[decision.question]
        return replace(self, decisions=decisions)

    def saying(self, said: Decision | tuple[Decision, ...] | Meeting | Carried) -> "Minutes":
        """Return the minutes in which something is said, anew or by undo: never less time spent.

        Args:
            said: A decision; of several decisions whether each is put off; the meeting; or what
                came of a decision that was carried over.
        """
        match said:
            case Carried():
                carried = (said if each.is_same_as(said) else each for each in self.carried)
                return replace(self, carried=tuple(carried))
            case Decision():
                spent = self.decision(said.question).seconds
                return self.having(replace(said, seconds=max(spent, said.seconds)))
            case Meeting():
                return replace(self, meeting=replace(said, seconds=self.meeting.seconds))
        minutes = self
        for decision in said:
            now = minutes.decision(decision.question)
            minutes = minutes.having(replace(now, is_parked=decision.is_parked))
        return minutes

    def spent(self, seconds: int, question: str = "") -> "Minutes":
        """Return the minutes after the two have talked for longer, maybe about one question."""
        meeting = replace(self.meeting, seconds=self.meeting.seconds + seconds)
        minutes = replace(self, meeting=meeting)
        if not question:
            return minutes
        decision = self.decision(question)
        return minutes.having(replace(decision, seconds=decision.seconds + seconds))

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
