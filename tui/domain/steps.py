"""What comes next in a session: one rule for each way of revealing, no screen needed to know it."""

from dataclasses import dataclass

from tui.domain.questions import AnyQuestion
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.walk import Walk


@dataclass(frozen=True, slots=True)
class Ask:
    """Put a question to the party at the keyboard."""

    question: str
    """The question's id."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Let the other party type; nothing is hidden."""

    party: str
    """The id of the party whose turn it is."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Pass the laptop on, with a blank screen between the turns."""

    party: str
    """The id of the party whose turn it is."""
    question: str
    """Where it begins."""


@dataclass(frozen=True, slots=True)
class EndArea:
    """Ask the party at the keyboard whether it is done with an area."""

    area: str
    """The area's id."""


@dataclass(frozen=True, slots=True)
class Discuss:
    """Show what an area came to, and talk about it."""

    area: str
    """The area's id."""


@dataclass(frozen=True, slots=True)
class Conclude:
    """Show what the whole came to."""


Step = Ask | Turn | HandOver | EndArea | Discuss | Conclude
"""What comes next."""


def onward(walk: Walk, at: str) -> Step:
    """Give what comes when the party at the keyboard goes on from the question `at`."""
    session, question = walk.session, walk.session.questionnaire[at]
    other = session.questionnaire.other(walk.party)
    other_waits = not session.answer(other, at).is_given
    if walk.is_joint and walk.party == session.questionnaire.party_ids[0] and other_waits:
        return Turn(other)
    answered = session.answer(walk.party, at).is_given
    if session.reveal is Reveal.QUESTION and session.alone is None and answered and other_waits:
        return HandOver(other, at)
    following = walk.ahead(at)
    if following is not None and following.area == question.area:
        return Ask(following.id)
    return Discuss(question.area) if _is_open(session, question) else EndArea(question.area)


def _is_open(session: Session, question: AnyQuestion) -> bool:
    """Tell whether the end of the question's area is for both to see."""
    if session.alone is not None:
        return False
    if session.reveal is Reveal.QUESTION:
        questions = Walk(session, session.questionnaire.party_ids[0]).in_area(question.area)
        return all(s.answer(q.id).is_given for s in session.sheets for q in questions)
    return session.reveal is Reveal.LIVE or session.both_finished(question.area)


def after_area(walk: Walk, area: str) -> Step:
    """Give what comes when the party at the keyboard is done with an area."""
    session = walk.session
    other = session.questionnaire.other(walk.party)
    waits_for_other = session.alone is None and not session.has_finished(other, area)
    if session.reveal in (Reveal.AREA, Reveal.QUESTION) and waits_for_other:
        return _hand_over(session, other, area)
    if session.reveal is Reveal.AREA and session.alone is None:
        return Discuss(area)
    following = walk.area_after(area)
    if following is not None:
        return Ask(walk.in_area(following)[0].id)
    if session.alone is not None or session.reveal is not Reveal.END:
        return Conclude()
    unfinished = (
        a.id for a in session.questionnaire.areas if not session.has_finished(other, a.id)
    )
    waiting = next(unfinished, None)
    return Conclude() if waiting is None else _hand_over(session, other, waiting)


def after_discussion(walk: Walk, area: str) -> Step:
    """Give what comes when an area has been talked about: what it opened, then the next area."""
    for question in walk.in_area(area):
        if not walk.is_met(question):
            return Ask(question.id)
    following = walk.area_after(area)
    return Ask(walk.in_area(following)[0].id) if following is not None else Conclude()


def _hand_over(session: Session, party: str, area: str) -> HandOver:
    """Let a party begin where an area of its own still waits."""
    walk = Walk(session, party)
    waiting = [q.id for q in walk.in_area(area) if not walk.is_met(q)]
    return HandOver(party, waiting[0] if waiting else walk.in_area(area)[0].id)
