"""The next step of a session, for each reveal rule, independent of the screens."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tui.domain.questions import AnyQuestion
from tui.domain.reveal import Reveal, have_all_answered, is_revealed, is_sealed
from tui.domain.route import Route
from tui.domain.session import Session


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask the party at the keyboard a question."""

    question: str
    """The question's id."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Let the other party answer the same question; nothing is hidden."""

    party: str
    """The id of the party whose turn it is."""


@dataclass(frozen=True, slots=True)
class Meet:
    """Let the answers to a question meet, and stay with it."""

    question: str
    """The question's id."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Pass the laptop on, with a blank screen between the turns."""

    party: str
    """The id of the party whose turn it is."""
    question: str
    """The id of the question at which it begins."""


@dataclass(frozen=True, slots=True)
class EndArea:
    """Ask the party at the keyboard whether it has finished an area."""

    area: str
    """The area's id."""


@dataclass(frozen=True, slots=True)
class Discuss:
    """Show the result of an area, to talk about it."""

    area: str
    """The area's id."""


@dataclass(frozen=True, slots=True)
class Conclude:
    """Show the result of the whole session."""


Step = Ask | Turn | Meet | HandOver | EndArea | Discuss | Conclude
"""What comes next in a session."""


def after_question(route: Route, at: str) -> Step:
    """Return the step after the question `at`, for the party at the keyboard."""
    session, question = route.session, route.session.questionnaire[at]
    other = session.questionnaire.other(route.party)
    other_waits = question.is_asked_of(other) and not session.has_answered(other, question)
    if route.is_joint and route.party == session.questionnaire.party_ids[0] and other_waits:
        return Turn(other)
    answered = session.has_answered(route.party, question)
    if session.reveal is Reveal.QUESTION and session.alone is None and answered:
        other_route = Route(session, other)
        if question in other_route.questions and not other_route.is_met(question):
            return HandOver(other, at)
        if waits_to_meet(session, question):
            return Meet(at)
    following = route.ahead(at)
    if following is not None and following.area == question.area:
        return Ask(following.id)
    return Discuss(question.area) if _is_open(session, question.area) else EndArea(question.area)


def after_area(route: Route, area: str) -> Step:
    """Return the step after an area that the party at the keyboard has finished."""
    session = route.session
    other = Route(session, session.questionnaire.other(route.party))
    if session.reveal in (Reveal.AREA, Reveal.QUESTION) and session.alone is None:
        # Who leaves questions for later goes on: two of them would hand over for ever.
        if _waits(other, area) and not _waits(route, area):
            return _hand_over(other, _first_waiting(other, route, area))
        if _is_open(session, area):
            return Discuss(area)
    return _next_area(route, area)


def after_discussion(route: Route, area: str, left_open: Collection[str] = ()) -> Step:
    """Return the step after the talk about an area.

    Questions that the reveal has opened in the area come first, then the next area.

    Args:
        route: The way of the party at the keyboard.
        area: The id of the area.
        left_open: The ids of the questions that were left for the talk, to which it does not lead
            back.
    """
    session = route.session
    if session.answered_apart:
        return _next_discussion(route, area)
    for question in route.in_area(area):
        if not route.is_met(question) and question.id not in left_open:
            return Ask(question.id)
    other = Route(session, session.questionnaire.other(route.party))
    if not all(other.is_met(each) or each.id in left_open for each in other.in_area(area)):
        return _hand_over(other, area)
    if session.reveal is Reveal.END:
        return _next_discussion(route, area)
    return _next_area(route, area)


def is_over(session: Session) -> bool:
    """Return whether both parties may see the result of the whole session."""
    areas = dict.fromkeys(question.area for question in session.asked_at_all())
    return all(_is_open(session, area) for area in areas)


def is_finished(session: Session) -> bool:
    """Return whether nothing is left to answer, so that the session is about its result."""
    parties = [session.alone] if session.alone is not None else session.questionnaire.party_ids
    progress = [session.progress(party) for party in parties]
    is_answered = any(each.met for each in progress) and all(each.is_complete for each in progress)
    return is_answered and (session.alone is not None or is_over(session))


def may_rate(session: Session, area: str) -> bool:
    """Return whether it may still be said how important an area is: until all of it has met."""
    questions = (question for question in session.asked_at_all() if question.area == area)
    return not all(is_sealed(question, session) for question in questions)


def waits_to_meet(session: Session, question: AnyQuestion) -> bool:
    """Return whether both have answered a question, and nobody has let the answers meet yet."""
    is_apart = session.reveal is Reveal.QUESTION and session.alone is None
    return is_apart and have_all_answered(question, session) and question.id not in session.met


def finished(session: Session, parties: Iterable[str], area: str) -> Session:
    """Return the session in which these parties are done with an area.

    Where answers meet question by question, those meet that both have given there.
    """
    for party in parties:
        session = session.declared_finished(party, [area])
    return session.let_meet(
        question.id
        for question in session.questionnaire.questions
        if question.area == area and waits_to_meet(session, question)
    )


def reveals(before: Session, after: Session) -> bool:
    """Return whether answers are revealed by the step from one session to the other."""
    return any(
        is_revealed(question, after) and not is_revealed(question, before)
        for question in after.questionnaire.questions
    )


def _next_discussion(route: Route, area: str) -> Step:
    """Return the talk about the next area, where all areas were answered before the first talk."""
    areas = _to_discuss(route)
    following = areas[areas.index(area) + 1 :] if area in areas else areas
    return Discuss(following[0]) if following else Conclude()


def _to_discuss(route: Route) -> list[str]:
    """Return the ids of the areas that are talked about once all is answered, in order.

    Those are the ones with questions on the route, and those that only the other party can be
    asked about.
    """
    own = {question.id for question in route.questions}
    asked = (q for q in route.session.asked_at_all() if q.id in own or q.asked_of is not None)
    return list(dict.fromkeys(question.area for question in asked))


def _is_open(session: Session, area: str) -> bool:
    """Return whether both parties may see the result of an area."""
    if session.reveal is Reveal.QUESTION and session.alone is None:
        routes = [Route(session, party) for party in session.questionnaire.asked_in[area]]
        asked = [q for q in session.asked_at_all() if q.area == area]
        is_complete = all(
            route.in_area(area) and route.progress(area).is_complete for route in routes
        )
        return is_complete and not any(waits_to_meet(session, question) for question in asked)
    questions = (q for q in session.questionnaire.questions if q.area == area)
    return all(is_revealed(question, session) for question in questions)


def _waits(route: Route, area: str) -> bool:
    """Return whether the reveal of an area must wait for this party."""
    session = route.session
    if session.reveal is Reveal.QUESTION:
        apart = (waits_to_meet(session, question) for question in route.in_area(area))
        return not route.progress(area).is_complete or any(apart)
    return bool(route.in_area(area)) and not route.session.has_finished(route.party, area)


def _first_waiting(other: Route, route: Route, area: str) -> str:
    """Return the first area that waits for the other party alone; it did not come to its turn."""
    areas = (each.id for each in route.session.questionnaire.areas)
    waiting = (each for each in areas if _waits(other, each) and not _waits(route, each))
    return next(waiting, area)


def _next_area(route: Route, area: str) -> Step:
    """Return the first question of the next area; after the last, what still waits, or the end."""
    following = route.area_after(area)
    if following is not None:
        return Ask(route.in_area(following)[0].id)
    session = route.session
    if session.alone is not None or route.is_joint:
        return Conclude()
    areas = [found.id for found in session.questionnaire.areas]
    waiting = next((each for each in areas if _waits(route, each)), None)
    if waiting is not None:
        unmet = [question.id for question in route.in_area(waiting) if not route.is_met(question)]
        return Ask(unmet[0]) if unmet else EndArea(waiting)
    other = Route(session, session.questionnaire.other(route.party))
    waiting = next((each for each in areas if _waits(other, each)), None)
    if waiting is not None:
        return _hand_over(other, waiting)
    areas = _to_discuss(route)
    return Discuss(areas[0]) if session.reveal is Reveal.END and areas else Conclude()


def _hand_over(route: Route, area: str) -> HandOver:
    """Return the hand-over to a party, at its first question in an area that is not answered."""
    questions = route.in_area(area)
    waiting = [question for question in questions if not route.is_met(question)]
    return HandOver(route.party, (waiting or questions)[0].id)
