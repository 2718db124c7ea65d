"""How private a question is, and the answers to it."""

from enum import StrEnum


class Privacy(StrEnum):
    """Who may see an answer, and whether it is compared; the strictest comes last."""

    SHARED = "shared"
    """Both parties see it after the reveal."""
    OVERLAP = "overlap"
    """It is compared, but only whether the two answers overlap is ever shown."""
    OWN = "own"
    """It is for the party's own checks only, and never compared, shown or exported."""


def strictest(*levels: Privacy) -> Privacy:
    """Return the strictest of at least one level.

    >>> strictest(Privacy.SHARED, Privacy.OWN, Privacy.OVERLAP)
    <Privacy.OWN: 'own'>
    """
    return max(levels, key=list(Privacy).index)
