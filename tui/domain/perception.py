"""Whether the two know where they stand: their guesses held against the answers.

Source: co-orientation (McLeod and Chaffee 1973). It is told of the pair, never as who guessed
wrong, and it rests on single items: so it is a flag and never a score.
"""

from enum import StrEnum

from tui.domain.answers import Answer
from tui.domain.questions import AnyQuestion, Closeness, Kind, Privacy
from tui.domain.values import Value
from tui.domain.verdict import Flag


class Perception(StrEnum):
    """What the two make of where they stand."""

    CONSENSUS = "consensus"
    FALSE_CONFLICT = "false_conflict"
    """A quarrel is feared that is not there."""
    FALSE_CONSENSUS = "false_consensus"
    """At least one side thinks that they agree, and they do not."""
    KNOWN_CONFLICT = "known_conflict"

    @property
    def flag(self) -> Flag | None:
        """The flag that it raises, if any."""
        match self:
            case Perception.FALSE_CONFLICT:
                return Flag.FALSE_CONFLICT
            case Perception.FALSE_CONSENSUS:
                return Flag.FALSE_CONSENSUS
            case _:
                return None


def perception(question: AnyQuestion, ours: Answer, theirs: Answer) -> Perception | None:
    """Return what the two make of `question`; None unless it asks to guess and both did both."""
    if question.privacy is not Privacy.SHARED or question.kind is Kind.TEXT:
        return None
    if not question.predict:
        return None
    if None in (ours.value, theirs.value, ours.guess, theirs.guess):
        return None

    def agree(x: Value | None, y: Value | None) -> bool:
        closeness: Closeness = question.closeness(x, y)
        return closeness is not Closeness.DIVERGENT

    thinks_so = agree(ours.value, ours.guess), agree(theirs.value, theirs.guess)
    if agree(ours.value, theirs.value):
        return Perception.CONSENSUS if all(thinks_so) else Perception.FALSE_CONFLICT
    return Perception.FALSE_CONSENSUS if any(thinks_so) else Perception.KNOWN_CONFLICT
