"""Perception: whether the parties know that they agree or disagree, judged by their guesses.

Source: the co-orientation model (McLeod and Chaffee 1973). The result is about the pair, never
about who guessed wrong. It rests on single questions, so it is a flag and never a score.
"""

from enum import StrEnum

from tui.domain.answers import Answer
from tui.domain.confirmation import must_confirm
from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion, Closeness
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


class Expectation(StrEnum):
    """How many of the two knew whether they agree; told of the pair, never who of them did."""

    BOTH = "both"
    """Both knew."""
    ONE = "one"
    """One of them was surprised."""
    NEITHER = "neither"
    """Neither expected it."""


def perception(question: AnyQuestion, ours: Answer, theirs: Answer) -> Perception | None:
    """Return the perception of a question, or None if the two cannot be compared.

    That needs a shared question which asks for guesses, and a value and a guess from both.
    """
    if not _are_guessed(question, ours, theirs):
        return None
    thinks_so = _think_so(question, ours, theirs)
    if _agree(question, ours.value, theirs.value):
        return Perception.CONSENSUS if all(thinks_so) else Perception.FALSE_CONFLICT
    return Perception.FALSE_CONSENSUS if any(thinks_so) else Perception.KNOWN_CONFLICT


def expectation(question: AnyQuestion, ours: Answer, theirs: Answer) -> Expectation | None:
    """Return how many of the two knew whether they agree, or None if that cannot be told."""
    if not _are_guessed(question, ours, theirs):
        return None
    are_near = _agree(question, ours.value, theirs.value)
    knew = [thinks is are_near for thinks in _think_so(question, ours, theirs)]
    if all(knew):
        return Expectation.BOTH
    return Expectation.ONE if any(knew) else Expectation.NEITHER


def _are_guessed(question: AnyQuestion, ours: Answer, theirs: Answer) -> bool:
    """Return whether answers and guesses can be compared."""
    if question.privacy is not Privacy.SHARED:
        return False
    if not question.predict or None in (ours.value, theirs.value, ours.guess, theirs.guess):
        return False
    if question.is_for_people(ours.value, theirs.value):
        return False
    return not (must_confirm(question, ours) or must_confirm(question, theirs))


def _think_so(question: AnyQuestion, ours: Answer, theirs: Answer) -> tuple[bool, bool]:
    """Return of each of the two whether it thinks, by its guess, that they agree."""
    return (
        _agree(question, ours.value, ours.guess),
        _agree(question, theirs.value, theirs.guess),
    )


def _agree(question: AnyQuestion, x: Value | None, y: Value | None) -> bool:
    """Return whether two values are not apart."""
    closeness: Closeness = question.closeness(x, y)
    return closeness is not Closeness.DIVERGENT
