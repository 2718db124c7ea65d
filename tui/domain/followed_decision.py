"""What a later report tells of the decisions of an earlier one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.report import Report


class Fate(StrEnum):
    """What has become of a decision."""

    DONE = "done"
    """It was done."""
    DROPPED = "dropped"
    """It will not be done."""
    OPEN = "open"
    """It is still to be done."""
    PARKED = "parked"
    """It is still put off."""
    DECIDED_ANEW = "decided_anew"
    """The later meeting has decided on the same question, and otherwise."""
    NOT_TOLD = "not_told"
    """The later report does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedDecision:
    """A decision of the earlier meeting, and what became of it."""

    said: Carried
    """What was decided, with its state in the earlier report."""
    fate: Fate
    """What has become of it."""
    is_private: bool
    """Whether it is about a private question, so that no agreed answer is told."""
    told_on: date
    """The day of the later report, from which on it counts as late."""

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been done before the later meeting."""
        due = self.said.due
        return self.fate is Fate.OPEN and due is not None and due < self.told_on


def followed(
    old: Report, new: Report, later_ids: Mapping[str, str]
) -> tuple[FollowedDecision, ...]:
    """Return what became of what a report has decided, and of what it still had to do.

    Args:
        old: The earlier report.
        new: The later one.
        later_ids: Question id in the earlier report to that in the later one.
    """
    private = {each.id for each in (*old.questions, *new.questions) if each.is_private}
    private_texts = [each.text for each in old.questions if each.is_private]
    left = [(None, each) for each in old.carried if each.state is DecisionState.OPEN]
    taken = [(d.question, d.of(old.date)) for d in old.decisions if d.is_taken or d.is_parked]
    return tuple(
        FollowedDecision(
            said=said,
            fate=_fate(said, new, None if question is None else later_ids.get(question)),
            is_private=question in private or said.text in private_texts,
            told_on=new.date,
        )
        for question, said in (*left, *taken)
    )


def _fate(said: Carried, new: Report, question: str | None) -> Fate:
    """Return what a report tells of a decision, by what it says or by its question."""
    told = next((each for each in new.carried if _is_same(each, said)), None)
    if told is not None:
        return _of_state(told.state, is_parked=told.is_parked)
    anew = next((d for d in new.decisions if d.question == question), None)
    if anew is not None and (anew.is_taken or anew.is_parked):
        is_same = (anew.words, anew.decision) == (said.words, said.decision)
        return _of_state(anew.state, is_parked=anew.is_parked) if is_same else Fate.DECIDED_ANEW
    is_over = said.state is not DecisionState.OPEN
    return _of_state(said.state, is_parked=False) if is_over else Fate.NOT_TOLD


def _of_state(state: DecisionState, *, is_parked: bool) -> Fate:
    if state is DecisionState.OPEN and is_parked:
        return Fate.PARKED
    return Fate(state.value)


def _is_same(one: Carried, other: Carried) -> bool:
    """Return whether two are the same decision, whoever sees to it by now and until when."""

    def what(said: Carried) -> tuple[object, ...]:
        return said.day, said.text, said.words, said.decision

    return what(one) == what(other)
