"""The agenda against the clock: which items fit into the time that there is, and which wait."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from tui.domain.agenda import Tier
from tui.domain.area_map import TileState, state_of
from tui.domain.minutes import Minutes
from tui.domain.outlook import areas_left_out
from tui.domain.reveal import is_revealed
from tui.domain.session_state import SessionState
from tui.domain.sheet import Length


class ToTalkAbout(Protocol):
    """An item of the agenda of a report."""

    @property
    def question(self) -> str:
        """The question's id."""

    @property
    def tier(self) -> Tier:
        """How urgent it is."""

    @property
    def is_settled_anew(self) -> bool:
        """Whether second answers to it leave nothing to settle."""


class Standing(Enum):
    """How an item stands to the time that there is."""

    SETTLED = auto()
    """It is decided, or second answers to it agree."""
    PARKED = auto()
    """It was put off to another time."""
    FITS = auto()
    """There is time for it."""
    WAITS = auto()
    """It stands below the line: the time is used up before it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The time of one item."""

    question: str
    """The question's id."""
    minutes: int
    """Minutes that are planned for it."""
    seconds: int
    """Seconds that were spent on it."""
    standing: Standing
    """How it stands to the time that there is."""

    @property
    def is_over(self) -> bool:
        """Whether more time was spent on it than is planned."""
        return self.seconds > self.minutes * 60

    @property
    def seconds_left(self) -> int:
        """Seconds that it still wants: of the plan, what was not spent; 0 where it is settled."""
        is_to_come = self.standing in (Standing.FITS, Standing.WAITS)
        return max(0, self.minutes * 60 - self.seconds) if is_to_come else 0


@dataclass(frozen=True, slots=True)
class Timetable:
    """All items of an agenda, in its order, held against the time that there is."""

    slots: tuple[Slot, ...]
    """One for each item; none is ever left out."""
    limit: int | None
    """Minutes that there are for the whole meeting; None where there is no limit."""
    seconds: int
    """Seconds that were spent altogether."""
    lacking: int = 0
    """Seconds of what the item at hand wants for which there is no time; it is talked about now."""

    def slot(self, question: str) -> Slot | None:
        """Return the slot of a question, or None if it is not on the agenda."""
        return next((slot for slot in self.slots if slot.question == question), None)

    @property
    def waiting(self) -> tuple[Slot, ...]:
        """The items below the line."""
        return tuple(slot for slot in self.slots if slot.standing is Standing.WAITS)

    @property
    def minutes(self) -> int:
        """The sum of what is planned for all items, settled or not."""
        return sum(slot.minutes for slot in self.slots)

    @property
    def minutes_waiting(self) -> int:
        """The sum of what the items below the line want, in full minutes."""
        return -(-sum(slot.seconds_left for slot in self.waiting) // 60)

    @property
    def minutes_lacking(self) -> int:
        """How much longer the item at hand takes than there is time, in full minutes."""
        return -(-self.lacking // 60)

    @property
    def is_over(self) -> bool:
        """Whether more time was spent than there was."""
        return self.limit is not None and self.seconds > self.limit * 60


def timetable(
    session: SessionState, agenda: Iterable[ToTalkAbout], at: str | None = None
) -> Timetable:
    """Return an agenda held against the time that is planned for the meeting.

    Items fit in the order of the agenda, until one does not; that and all behind it wait. What is
    settled or parked needs no more time, and never waits.

    Args:
        session: The session, whose minutes tell what is settled and how long it took.
        agenda: The items, the most urgent first; those that nobody has answered yet are left out,
            as there is nothing to talk about before they are asked.
        at: The id of the question that is talked about just now: it is never below the line, and
            what of it goes beyond the time is told by itself.
    """
    minutes = session.minutes
    items = [item for item in agenda if _is_answered(session, item.question)]
    free, lacking = seconds_to_talk(session), 0
    at_hand = next((item for item in items if item.question == at), None)
    if free is not None:
        free -= minutes.meeting.seconds
        if at_hand is not None and _state(minutes, at_hand).is_waiting:
            wanted = _wanted(minutes, at_hand)
            lacking = wanted - max(0, min(wanted, free))
            free -= wanted
    slots = []
    for item in items:
        question, state = item.question, _state(minutes, item)
        if state.is_done:
            standing = Standing.SETTLED
        elif state is TileState.PARKED:
            standing = Standing.PARKED
        elif free is None or item is at_hand:
            standing = Standing.FITS
        else:
            wanted = _wanted(minutes, item)
            standing = Standing.FITS if wanted <= free else Standing.WAITS
            # After the first that does not fit there is no time at all: no item may overtake it.
            free = free - wanted if standing is Standing.FITS else -1
        seconds = minutes.decision(question).seconds
        slots.append(Slot(question, item.tier.minutes, seconds, standing))
    return Timetable(tuple(slots), session.planned, minutes.meeting.seconds, lacking)


def seconds_to_talk(session: SessionState) -> int | None:
    """Return the time for what can be talked about by now; None where there is no limit.

    Where areas are revealed one after the other, each gets its part of the meeting, by the number
    of its questions: the first one must not use up the time of those behind it.
    """
    if session.planned is None:
        return None
    is_short = all(sheet.length is Length.CORE for sheet in session.sheets)
    left_out = areas_left_out(session)
    possible = (q for q in session.questionnaire.questions if q.core or not is_short)
    questions = [question for question in possible if question.area not in left_out]
    begun = {q.area for q in questions if is_revealed(q, session) and _is_answered(session, q.id)}
    part = sum(question.area in begun for question in questions)
    return session.planned * 60 * part // (len(questions) or 1)


def first_open(minutes: Minutes, agenda: Iterable[ToTalkAbout]) -> str | None:
    """Return the id of the first question that is neither settled nor put off; None if all are."""
    return next((item.question for item in agenda if _state(minutes, item).is_waiting), None)


def _state(minutes: Minutes, item: ToTalkAbout) -> TileState:
    """Return what has become of an item, by the minutes as they are now."""
    decision = minutes.decision(item.question)
    return state_of(decision, is_settled_anew=item.is_settled_anew)


def _wanted(minutes: Minutes, item: ToTalkAbout) -> int:
    """Return the seconds that an item still wants: of what is planned, what was not spent."""
    return max(0, item.tier.minutes * 60 - minutes.decision(item.question).seconds)


def _is_answered(session: SessionState, question: str) -> bool:
    """Return whether at least one party has answered a question."""
    return any(sheet.answer(question).is_answered for sheet in session.sheets)
