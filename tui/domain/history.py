"""Undo and redo of one party's own changes, within its own turn."""

from dataclasses import dataclass

from tui.domain.answers import Answer


@dataclass(frozen=True, slots=True)
class Change:
    """One answer put in the place of another."""

    question: str
    """The question's id."""
    before: Answer
    """What stood there."""
    after: Answer
    """What stands there now."""


@dataclass(frozen=True, slots=True)
class History:
    """The changes of one turn: those made, and those taken back."""

    done: tuple[Change, ...] = ()
    """Oldest first."""
    undone: tuple[Change, ...] = ()
    """Last taken back first."""

    def having(self, change: Change) -> "History":
        """Return the history with one more change; what was taken back is forgotten."""
        return History((*self.done, change))

    def undo(self) -> "tuple[Change, History] | None":
        """Return the change to take back and what remains; None where there is none."""
        if not self.done:
            return None
        return self.done[-1], History(self.done[:-1], (self.done[-1], *self.undone))

    def redo(self) -> "tuple[Change, History] | None":
        """Return the change to make again and what follows; None where there is none."""
        if not self.undone:
            return None
        return self.undone[0], History((*self.done, self.undone[0]), self.undone[1:])


EMPTY = History()
"""The history at the start of a turn."""
