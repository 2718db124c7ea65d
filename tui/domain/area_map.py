"""The map of the areas: one row an area, one tile a question, and what has been settled since.

A tile tells the verdict on the first answers, always: what was settled since is told beside it.
Whatever counts what is settled, put off or open asks `state_of` here, so that all counts agree.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from tui.domain.agenda import Tier
from tui.domain.privacy import Privacy
from tui.domain.report import Report, ReportedArea, ReportedDecision, ReportedQuestion
from tui.domain.verdict import Flag

_HARD = (Tier.BLOCKING, Tier.DIVERGENCE, Tier.OPEN)


class TileState(StrEnum):
    """What has become of a question since its answers have met."""

    UNTOUCHED = "untouched"
    """Nothing was settled yet."""
    STILL_APART = "still_apart"
    """It was answered a second time, and the second answers do not agree either."""
    PARKED = "parked"
    """It was put off to another time."""
    ANSWERED_ANEW = "answered_anew"
    """It was answered a second time, and the second answers agree."""
    DECIDED = "decided"
    """A decision was taken."""

    @property
    def is_done(self) -> bool:
        """Whether it is settled."""
        return self in (TileState.DECIDED, TileState.ANSWERED_ANEW)

    @property
    def is_waiting(self) -> bool:
        """Whether it is neither settled nor put off."""
        return self in (TileState.UNTOUCHED, TileState.STILL_APART)


class Decided(Protocol):
    """A decision on a question, in the minutes or in a report."""

    @property
    def is_parked(self) -> bool:
        """Whether it was put off."""

    @property
    def is_taken(self) -> bool:
        """Whether something is decided."""


def state_of(
    decision: Decided | None, *, is_settled_anew: bool, is_answered_anew: bool = False
) -> TileState:
    """Return what has become of a question.

    Args:
        decision: What was decided on it, if anything was said.
        is_settled_anew: Whether the second answers leave nothing to settle.
        is_answered_anew: Whether there are second answers at all, which are judged.
    """
    if decision is not None and decision.is_parked:
        return TileState.PARKED
    if decision is not None and decision.is_taken:
        return TileState.DECIDED
    if is_settled_anew:
        return TileState.ANSWERED_ANEW
    return TileState.STILL_APART if is_answered_anew else TileState.UNTOUCHED


@dataclass(frozen=True, slots=True)
class Tile:
    """One question on the map."""

    question: ReportedQuestion
    """The question, with the verdict on the first answers."""
    tier: Tier | None
    """How urgent it was before anything was settled; None if it is not on the agenda."""
    state: TileState
    """What has become of it."""

    @property
    def is_to_talk(self) -> bool:
        """Whether it is still to be talked about."""
        return self.tier is not None and self.state.is_waiting

    @property
    def is_hard(self) -> bool:
        """Whether the two differ on it, or neither knows yet, and nothing settled that."""
        return self.tier in _HARD and not self.state.is_done

    @property
    def is_blocking(self) -> bool:
        """Whether the two differ on it and both have a red line."""
        return Flag.BLOCKING in self.question.flags

    @property
    def is_risky(self) -> bool:
        """Whether a risk is told of its answers."""
        return bool(self.question.risks)

    @property
    def is_private(self) -> bool:
        """Whether its answers are told to nobody."""
        return self.question.privacy is not Privacy.SHARED


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area on the map."""

    area: ReportedArea
    """The area; how much it matters to whom is among what it tells."""
    tiles: tuple[Tile, ...]
    """Its questions, the hardest first."""

    @property
    def to_talk(self) -> int:
        """How many questions are still to be talked about."""
        return sum(tile.is_to_talk for tile in self.tiles)

    def count(self, state: TileState) -> int:
        """Return how many questions are in a state."""
        return sum(tile.state is state for tile in self.tiles)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the agenda has come."""

    agenda: int
    """How many questions are on it."""
    to_talk: int
    """How many of them are still to be talked about."""
    parked: int
    """How many were put off."""
    blocking: int
    """On how many both have a red line."""
    blocking_left: int
    """How many of these are not settled."""

    @property
    def is_untouched(self) -> bool:
        """Whether nothing has been settled or put off."""
        return self.to_talk == self.agenda


def area_rows(report: Report, areas: Collection[str] | None = None) -> tuple[AreaRow, ...]:
    """Return the rows of the map, the area with most to talk about first.

    Args:
        report: What is drawn.
        areas: The ids of the areas to draw; None for all.
    """
    tiers = {item.question: item.tier for item in report.agenda}
    urgency = {question: place for place, question in enumerate(tiers)}
    states = tile_states(report)
    rows = []
    for area in report.areas:
        told = [question for question in report.questions if question.area == area.id]
        told.sort(key=lambda question: urgency.get(question.id, len(urgency)))
        if told and (areas is None or area.id in areas):
            tiles = (Tile(each, tiers.get(each.id), states[each.id]) for each in told)
            rows.append(AreaRow(area, tuple(tiles)))
    return tuple(sorted(rows, key=lambda row: -row.to_talk))


def tile_states(report: Report) -> dict[str, TileState]:
    """Return question id to what has become of it, of all questions and agenda items."""
    settled = {item.question: item.is_settled_anew for item in report.agenda}
    settled |= {question.id: question.is_settled_anew for question in report.questions}
    answered = {q.id for q in report.questions if q.verdict_after is not None}
    decisions = {decision.question: decision for decision in report.decisions}
    return {
        question: state_of(
            decisions.get(question),
            is_settled_anew=settled.get(question, False),
            is_answered_anew=question in answered,
        )
        for question in dict.fromkeys((*settled, *decisions))
    }


def standing(report: Report) -> Standing:
    """Return how far the agenda of a report has come."""
    states = tile_states(report)
    waiting = [item for item in report.agenda if states[item.question].is_waiting]
    blocking = [item for item in report.agenda if item.tier is Tier.BLOCKING]
    return Standing(
        agenda=len(report.agenda),
        to_talk=len(waiting),
        parked=sum(states[item.question] is TileState.PARKED for item in report.agenda),
        blocking=len(blocking),
        blocking_left=sum(not states[item.question].is_done for item in blocking),
    )


def decided(report: Report) -> tuple[ReportedDecision, ...]:
    """Return the decisions that were taken, in the order of the questionnaire."""
    return tuple(each for each in report.decisions if each.is_taken and not each.is_parked)


def parked(report: Report) -> tuple[ReportedDecision, ...]:
    """Return what was put off, in the order of the questionnaire."""
    return tuple(each for each in report.decisions if each.is_parked)


def open_for_both(report: Report) -> Iterator[str]:
    """Yield the ids of the questions that neither could answer and that still wait."""
    states = tile_states(report)
    for item in report.agenda:
        if item.tier is Tier.OPEN and states[item.question].is_waiting:
            yield item.question
