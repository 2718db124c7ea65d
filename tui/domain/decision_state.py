"""What came of a decision."""

from enum import StrEnum


class DecisionState(StrEnum):
    """Whether something that was decided still has to be done."""

    OPEN = "open"
    """It has to be done."""
    DONE = "done"
    """It was done."""
    DROPPED = "dropped"
    """It will not be done."""

    @property
    def next(self) -> "DecisionState":
        """The state after this one, and the first after the last.

        >>> [state.next.value for state in DecisionState]
        ['done', 'dropped', 'open']
        """
        states = list(DecisionState)
        return states[(states.index(self) + 1) % len(states)]
