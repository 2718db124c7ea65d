"""What a list of sessions tells of one: where it stands in words, and how much is decided."""

from dataclasses import dataclass

from tui.domain.area_map import TileState, state_of
from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.position import Stage
from tui.domain.privacy import Privacy
from tui.domain.report_builder import reported_decisions, settled_anew
from tui.domain.reveal import Reveal
from tui.domain.session import Session

_TOGETHER = {Stage.DISCUSSION, Stage.MINUTES}
"""Where a question is talked about, after its answers have met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What both may know of a session at a glance."""

    area: LocalizedText = NO_TEXT
    """The title of the area that it is at."""
    item: LocalizedText = NO_TEXT
    """What the question that it is at is called."""
    decided: int = 0
    """Questions that are settled: decided, or answered anew so that nothing is left to settle."""
    parked: int = 0
    """Questions that were put off."""
    ended: bool = False
    """Whether the meeting was closed."""


def glance(session: Session) -> Glance:
    """Return what home tells of a session; nothing of what one party alone has seen."""
    area, item = _place(session)
    decisions = {decision.question: decision for decision in reported_decisions(session)}
    anew = settled_anew(session)
    states = [
        state_of(decisions.get(question), is_settled_anew=question in anew)
        for question in decisions.keys() | anew
    ]
    return Glance(
        area=area,
        item=item,
        decided=sum(state.is_done for state in states),
        parked=states.count(TileState.PARKED),
        ended=session.minutes.meeting.closed_on is not None,
    )


def _place(session: Session) -> tuple[LocalizedText, LocalizedText]:
    """Return the area and the question at which a session stands.

    Of blind answers no question is named, and no area that a party is asked about only after an
    answer that has not met: either could tell what was answered.
    """
    asked, position = session.questionnaire, session.position
    if position is None:
        return NO_TEXT, NO_TEXT
    subject = position.subject
    if position.stage is Stage.QUESTION:
        subject = session.sheet(position.turn).at or ""
    is_open = session.alone is not None or session.reveal is Reveal.LIVE
    if subject in asked:
        question = asked[subject]
        may_name = position.stage in _TOGETHER or is_open
        name = question.short_name.format(session.names)
        is_named = may_name and question.privacy is Privacy.SHARED
        subject, item = question.area, name if is_named else NO_TEXT
    else:
        item = NO_TEXT
    told = session if is_open else session.as_revealed
    known = {question.area for party in asked.party_ids for question in told.asked_of(party)}
    titles = {area.id: area.title for area in asked.areas if area.id in known}
    return titles.get(subject, NO_TEXT), item
