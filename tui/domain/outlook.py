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
    asked = [(party, question) for party in parties for question in told.asked_of(party)]
    coming = {question.area for _, question in asked}
    awaited = {question.id for party, question in asked if not told.has_answered(party, question)}
    for question in questionnaire.questions:
        if not awaited.isdisjoint(question.display_condition.cited):
            awaited.add(question.id)
            coming.add(question.area)
    return frozenset(area.id for area in questionnaire.areas if area.id not in coming)
