"""What the last meeting of the same two left open, and the next one begins with."""

from dataclasses import dataclass, replace
from datetime import date

from tui.domain.decision_state import DecisionState
from tui.domain.localized_text import NO_TEXT, LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What an earlier meeting had decided or put off, and was open when the next one began."""

    day: date
    """The day of its meeting."""
    text: LocalizedText
    """The question that it is about."""
    name: LocalizedText = NO_TEXT
    """What the matter is called in lists."""
    words: LocalizedText | None = None
    """The agreed answer in words; None if there is none or it is private."""
    decision: str = ""
    """The decision in words."""
    owner: str = ""
    """Who is responsible for it."""
    due: date | None = None
    """The day by which it must be done."""
    clause: LocalizedText = NO_TEXT
    """Wording for the contract."""
    is_parked: bool = False
    """Whether it was put off."""
    state: DecisionState = DecisionState.OPEN
    """What has come of it."""

    @property
    def short_name(self) -> LocalizedText:
        """What to call it in a list: its name, or the question itself where it has none."""
        return self.name or self.text

    def is_same_as(self, other: "Carried") -> bool:
        """Return whether another is the same decision, whatever has come of it."""
        return replace(self, state=other.state) == other
