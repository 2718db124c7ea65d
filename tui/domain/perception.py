"""Perception: whether the parties know that they agree or disagree, judged by their guesses.

Source: the co-orientation model (McLeod and Chaffee 1973). The result is about the pair, never
about who guessed wrong. It rests on single questions, so it is a flag and never a score.
"""

from enum import StrEnum

from tui.domain.answers import Answer
from tui.domain.confirmation import must_confirm
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion, Closeness, Kind
from tui.domain.values import Value
from tui.domain.verdict import Flag


class Perception(StrEnum):
    """Whether the parties agree, and whether they know it."""

    CONSENSUS = "consensus"
    """They agree, and both know it."""
    FALSE_CONFLICT = "false_conflict"
    """They agree, but at least one of them thinks that they do not."""
    FALSE_CONSENSUS = "false_consensus"
    """They disagree, but at least one of them thinks that they agree."""
    KNOWN_CONFLICT = "known_conflict"
    """They disagree, and both know it."""

    @property
    def flag(self) -> Flag | None:
        """The flag for it, or None if there is nothing to point out."""
        match self:
            case Perception.FALSE_CONFLICT:
                return Flag.FALSE_CONFLICT
            case Perception.FALSE_CONSENSUS:
                return Flag.FALSE_CONSENSUS
            case _:
                return None


def perception(question: AnyQuestion, ours: Answer, theirs: Answer) -> Perception | None:
    """Return the perception of a question, or None if the two cannot be compared.

    That needs a shared question which asks for guesses, and a value and a guess from both.
    """
    if question.privacy is not Privacy.SHARED or question.kind is Kind.TEXT:
        return None
    if not question.predict:
        return None
    if None in (ours.value, theirs.value, ours.guess, theirs.guess):
        return None
    if must_confirm(question, ours) or must_confirm(question, theirs):
        return None

    def agree(x: Value | None, y: Value | None) -> bool:
        closeness: Closeness = question.closeness(x, y)
        return closeness is not Closeness.DIVERGENT

    thinks_so = agree(ours.value, ours.guess), agree(theirs.value, theirs.guess)
    if agree(ours.value, theirs.value):
        return Perception.CONSENSUS if all(thinks_so) else Perception.FALSE_CONFLICT
    return Perception.FALSE_CONSENSUS if any(thinks_so) else Perception.KNOWN_CONFLICT
