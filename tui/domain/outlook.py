"""What lies ahead in an area, told where both may look: no more than both may know.

How many questions a party is asked may tell what it answered blind. So the number that is told is
that of the questions of which both know that they are asked; where there may be more, it is told as
"about".
"""

from dataclasses import dataclass

from tui.domain.effort import minutes_to_answer
from tui.domain.questionnaire import Area
from tui.domain.questions import AnyQuestion
from tui.domain.session import Session
from tui.domain.session_state import SessionState
from tui.domain.sheet import Length


@dataclass(frozen=True, slots=True)
class Outlook:
    """An area before it is answered."""

    area: Area
    """The area."""
    areas: tuple[Area, ...]
    """All areas of the interview, in order."""
    questions: tuple[AnyQuestion, ...]
    """The questions of the area of which both know that they are asked."""
    is_exact: bool
    """Whether there are no others, which depend on answers."""
    is_to_end: bool = False
    """Whether the questions are those of all areas from this one to the last."""

    @property
    def place(self) -> int:
        """Which area it is, counted from 1."""
        return self.areas.index(self.area) + 1

    @property
    def minutes(self) -> int:
        """About how many minutes it takes to answer, at least 1."""
        return max(1, minutes_to_answer(self.questions))


def outlook(
    session: Session, respondents: tuple[str, ...], area: str, *, to_end: bool = False
) -> Outlook:
    """Return what lies ahead in an area, as everybody at the table may know it.

    Args:
        session: The session.
        respondents: The ids of those who answer.
        area: The area's id.
        to_end: Whether to tell of all areas from this one to the last, not only of this one.
    """
    questionnaire = session.questionnaire
    told = session if session.alone is not None else session.as_revealed
    known = {question.id for party in respondents for question in told.asked_of(party)}
    lengths = {session.sheet(party).length for party in respondents}
    possible = [
        q
        for q in questionnaire.questions
        if (q.core or Length.FULL in lengths) and any(map(q.is_asked_of, respondents))
    ]
    order = [each.id for each in questionnaire.areas]
    told_of = order[order.index(area) :] if to_end else [area]
    inside = [question for question in possible if question.area in told_of]
    shown = {question.area for question in possible} - areas_left_out(session) | {area}
    return Outlook(
        area=questionnaire.area(area),
        areas=tuple(each for each in questionnaire.areas if each.id in shown),
        questions=tuple(question for question in inside if question.id in known),
        is_exact=all(question.id in known for question in inside),
        is_to_end=to_end,
    )


def areas_left_out(session: SessionState) -> frozenset[str]:
    """Return the ids of the areas of which everybody may know that nobody is asked about them.

    While an answer that decides it has not been given, or has not met, an area may still come.
    """
    told = session if session.alone is not None else session.as_revealed
    questionnaire = session.questionnaire
    parties = questionnaire.party_ids if session.alone is None else (session.alone,)
    asked = told.tally(parties).by_area
    missing = {area.id for area in questionnaire.areas} - asked.keys()
    if not missing:  # as nearly always: screens ask at every key
        return frozenset()
    ids = {question.id for questions in asked.values() for question in questions}
    awaited: set[str] = set()
    for question in questionnaire.questions:
        if question.area not in missing and question.id not in questionnaire.openers:
            continue
        gate = question.display_condition.cited
        is_asked = question.id in ids
        if not (told.is_met_by(parties, question) if is_asked else awaited.isdisjoint(gate)):
            awaited.add(question.id)
            missing.discard(question.area)
    return frozenset(missing)
