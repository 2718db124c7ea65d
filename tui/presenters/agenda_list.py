"""The list of a discussion: which items it shows, and what has become of each."""

from enum import StrEnum

from tui.domain.area_map import state_of
from tui.domain.report import ReportedQuestion
from tui.domain.session import Session
from tui.domain.verdict import Verdict

_TALKED = 20
"""Seconds after which an item counts as talked about."""


class Filter(StrEnum):
    """Which questions are listed."""

    ALL = "all"
    DIVERGING = "diverging"
    RISKY = "risky"
    OPEN = "open"

    def includes(self, question: ReportedQuestion) -> bool:
        """Return whether a question is listed."""
        match self:
            case Filter.ALL:
                return True
            case Filter.DIVERGING:
                return question.verdict in (Verdict.DIVERGENT, Verdict.HOLLOW)
            case Filter.RISKY:
                return bool(question.risks)
            case Filter.OPEN:
                return question.verdict in (Verdict.OPEN, Verdict.UNANSWERED)


class ItemState(StrEnum):
    """What has become of an item since the answers have met."""

    DECIDED = "decided"
    PARKED = "parked"
    ANSWERED_ANEW = "anew"
    TALKED_ABOUT = "talked"


def item_state(session: Session, question: ReportedQuestion) -> ItemState | None:
    """Return what has become of an item, or None if nothing has."""
    decision = session.minutes.decision(question.id)
    if decision.is_parked:
        return ItemState.PARKED
    if decision.is_taken:
        return ItemState.DECIDED
    if any(revision.question == question.id for revision in session.minutes.revisions):
        return ItemState.ANSWERED_ANEW
    return ItemState.TALKED_ABOUT if decision.seconds >= _TALKED else None


def is_done(session: Session, question: ReportedQuestion) -> bool:
    """Return whether an item needs no more talk: it is decided, or second answers agree."""
    decision = session.minutes.decision(question.id)
    return state_of(decision, is_settled_anew=question.is_settled_anew).is_done
