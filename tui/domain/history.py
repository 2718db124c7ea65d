"""Undo and redo of a party's changes during its turn."""

from dataclasses import dataclass

from tui.domain.answers import Answer


@dataclass(frozen=True, slots=True)
class Change:
    """The replacement of one answer by another."""

    question: str
    """The question's id."""
    before: Answer
    """The answer before."""
    after: Answer
    """The answer after."""


@dataclass(frozen=True, slots=True)
class History:
    """The changes of one turn: those that were made, and those that were undone."""

    done: tuple[Change, ...] = ()
    """The oldest first."""
    undone: tuple[Change, ...] = ()
    """The last undone first."""

    def having(self, change: Change) -> "History":
        """Return the history with one more change; nothing can be redone after it."""
        return History((*self.done, change))

    def undo(self) -> "tuple[Change, History] | None":
        """Return the change to undo and the history after that, or None if there is none."""
        if not self.done:
            return None
        return self.done[-1], History(self.done[:-1], (self.done[-1], *self.undone))

    def redo(self) -> "tuple[Change, History] | None":
        """Return the change to redo and the history after that, or None if there is none."""
        if not self.undone:
            return None
        return self.undone[0], History((*self.done, self.undone[0]), self.undone[1:])


EMPTY = History()
"""The history at the start of a turn."""
