"""Undo and redo of what was said and written during a turn."""

from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from tui.domain.answers import Answer
from tui.domain.carried import Carried
from tui.domain.meeting import Meeting
from tui.domain.minutes import Decision, Revision
from tui.domain.second_thought import SecondThought


class Topic(StrEnum):
    """What a change is about."""

    ANSWER = "answer"
    """A first answer, with its notes and its guess."""
    SECOND_THOUGHT = "second_thought"
    """A second answer in the making."""
    SECOND_ANSWER = "second_answer"
    """A second answer that was given."""
    IMPORTANCE = "importance"
    """How important an area is."""
    DECISION = "decision"
    """What was decided on a question."""
    PARKED = "parked"
    """That several questions were put off in one step."""
    MEETING = "meeting"
    """What came of the meeting itself."""
    CARRIED = "carried"
    """What came of a decision of the last meeting."""


Said = (
    Answer
    | SecondThought
    | Revision
    | Decision
    | tuple[Decision, ...]
    | Meeting
    | Carried
    | int
    | None
)
"""What a change replaces: by its topic one of these, or None where nothing was said."""


@dataclass(frozen=True, slots=True)
class Change:
    """The replacement of something that was said by something else."""

    topic: Topic
    """What it is about."""
    subject: str
    """The id of the question or of the area; of several questions the first, else none."""
    before: Said
    """What stood there before."""
    after: Said
    """What stands there now."""

    def joins(self, earlier: "Change") -> bool:
        """Return whether it only goes on with the text that an earlier change has begun."""
        if (self.topic, self.subject) != (earlier.topic, earlier.subject):
            return False
        if isinstance(self.before, Decision) and isinstance(self.after, Decision):
            changed = _changed(self.before, self.after)
            if changed <= _AGREED:  # on the way through the options of what is agreed
                return _changed(earlier.before, earlier.after) <= _AGREED
        text = _text_changed(self.before, self.after)
        if text is None:
            return False
        begins = earlier.before is None and isinstance(earlier.after, SecondThought)
        return begins or text == _text_changed(earlier.before, earlier.after)


_AGREED = {"value", "taken_from", "seconds"}
"""What the options of an agreed answer change, while the clock runs."""


def _changed(before: Said, after: Said) -> set[str]:
    """Return the names of the fields in which two differ; of one that is new its topic alone."""
    if not (is_dataclass(before) and is_dataclass(after)) or type(before) is not type(after):
        return {""}
    names = (field.name for field in fields(before))
    return {name for name in names if getattr(before, name) != getattr(after, name)}


def _text_changed(before: Said, after: Said) -> str | None:
    """Return the name of the one text in which two differ, or None if they differ otherwise."""
    if not (is_dataclass(before) and is_dataclass(after)) or type(before) is not type(after):
        return None
    pairs = {
        field.name: (getattr(before, field.name), getattr(after, field.name))
        for field in fields(before)
    }
    changed = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    changed.pop("seconds", None)  # the clock runs while one writes
    if len(changed) != 1:
        return None
    [(name, pair)] = changed.items()
    if isinstance(pair[0], Answer) and isinstance(pair[1], Answer):
        return _text_changed(pair[0], pair[1])
    return name if all(isinstance(text, str | None) for text in pair) else None


def is_of_state(change: Change) -> bool:
    """Return whether a change is one of what came of a decision."""
    match change.before, change.after:
        case Decision() as before, Decision() as after:
            return before.state is not after.state
        case _:
            return change.topic is Topic.CARRIED


@dataclass(frozen=True, slots=True)
class History:
    """The changes of one turn: those that were made, and those that were undone."""

    done: tuple[Change, ...] = ()
    """The oldest first."""
    undone: tuple[Change, ...] = ()
    """The last undone first."""
    is_writing: bool = False
    """Whether a letter more of the same text belongs to the last change."""

    def having(self, change: Change, *, is_typed: bool = False) -> "History":
        """Return the history with one more change; nothing can be redone after it.

        Args:
            change: The change.
            is_typed: Whether it may be a letter more of a text; letters that are typed one after
                the other into one text are one change.
        """
        done = self.done
        if is_typed and self.is_writing and done and change.joins(done[-1]):
            last = done[-1]
            change = Change(last.topic, last.subject, last.before, change.after)
            done = done[:-1]
        if change.before == change.after:
            return History(done)
        return History((*done, change), is_writing=is_typed)

    @property
    def settled(self) -> "History":
        """The history in which whatever is written next is a change of its own."""
        return History(self.done, self.undone)

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
