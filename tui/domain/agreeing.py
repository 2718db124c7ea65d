"""What two parties can agree on: one's answer, what both can live with, or another."""

from dataclasses import dataclass, replace

from tui.domain.contrast import Relation
from tui.domain.minutes import Decision
from tui.domain.questions import AnyQuestion, InvalidAnswer
from tui.domain.reveal import Part, may_draw_openly
from tui.domain.session import Session
from tui.domain.values import Range, Value

BOTH, IN_COMMON, OTHER, NOTHING_YET = "=", "&", "+", ""
"""Ways to agree beside those named by a party's id, which none of these can be."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer that the two may agree on."""

    way: str
    """The id of the party whose answer it is, `BOTH` or `IN_COMMON`."""
    value: Value
    """The answer."""
    taken_from: str | None = None
    """The id of the party whose answer it is; None if it is not one party's alone."""


def proposals(session: Session, question: AnyQuestion) -> tuple[Proposal, ...]:
    """Return the answers that the two may agree on, from what they say now.

    Of a private question none is offered, as that would tell it.
    """
    if not may_draw_openly(Part.ANSWER, question, session):
        return ()
    given = {
        party: value
        for party in session.questionnaire.party_ids
        if (value := session.latest(party, question.id).value) is not None
    }
    values = list(given.values())
    if len(values) == 2 and values[0] == values[1]:
        return (Proposal(BOTH, values[0]),)
    own = tuple(Proposal(party, value, party) for party, value in given.items())
    common = _in_common(question, values) if len(values) == 2 else None
    return own if common is None else (*own, Proposal(IN_COMMON, common))


def _in_common(question: AnyQuestion, values: list[Value]) -> Value | None:
    """Return what two different answers have in common, where that is an answer too."""
    common: Value | None = None
    match values:
        case [Range() as ours, Range() as theirs] if question.overlaps(ours, theirs):
            common = Range(max(ours.low, theirs.low), min(ours.high, theirs.high))
        case [tuple(), tuple()]:
            contrast = question.contrast(*values)
            common = contrast.shared if contrast.relation is Relation.PICKS else None
    if common is None or common in values:
        return None
    try:
        question.read(question.plain(common))
    except InvalidAnswer:  # such as fewer choices than the question asks for
        return None
    return common


def way_agreed(decision: Decision, offered: tuple[Proposal, ...]) -> str:
    """Return in which way something was agreed on.

    Args:
        decision: What was decided.
        offered: What could be agreed on.
    """
    if decision.value is None:
        return NOTHING_YET
    found = (
        each.way
        for each in offered
        if (each.value, each.taken_from) == (decision.value, decision.taken_from)
    )
    return next(found, OTHER)


def agreed_on(
    decision: Decision, way: str, offered: tuple[Proposal, ...], other: Value | None
) -> Decision:
    """Return a decision with what is agreed on.

    Args:
        decision: What was decided before.
        way: In which way they agree now.
        offered: What can be agreed on.
        other: The answer that is neither's, for `OTHER`.
    """
    found = next((each for each in offered if each.way == way), None)
    if found is not None:
        return replace(decision, value=found.value, taken_from=found.taken_from)
    return replace(decision, value=other if way == OTHER else None, taken_from=None)
