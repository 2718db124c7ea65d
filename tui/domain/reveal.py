"""What a party may see of the other's answers: one rule, asked by every screen."""

from enum import StrEnum
from typing import TYPE_CHECKING

from tui.domain.questions import AnyQuestion, Privacy

if TYPE_CHECKING:
    from tui.domain.session import Session


class Reveal(StrEnum):
    """When the answers of one party are shown to the other."""

    LIVE = "live"
    """At once."""
    QUESTION = "question"
    """When both have answered the question."""
    AREA = "area"
    """When both have finished the area."""
    END = "end"
    """When both have finished every area."""


def may_see(viewer: str, owner: str, question: AnyQuestion, session: "Session") -> bool:
    """Return whether `viewer` may see what `owner` said to `question`, both being party ids.

    One's own answers always. Of the other's, a private answer never, and the rest as soon as the
    session's reveal rule allows.
    """
    if viewer == owner:
        return True
    return question.privacy is Privacy.SHARED and is_revealed(question, session)


def is_sealed(question: AnyQuestion, session: "Session") -> bool:
    """Return whether the first answers stand for ever: they were blind and have met."""
    return session.reveal is not Reveal.LIVE and is_revealed(question, session)


def is_revealed(question: AnyQuestion, session: "Session") -> bool:
    """Return whether the reveal rule lets the two answers to `question` meet."""
    if session.alone is not None:
        return False
    match session.reveal:
        case Reveal.LIVE:
            return True
        case Reveal.QUESTION:
            return all(sheet.answer(question.id).is_answered for sheet in session.sheets)
        case Reveal.AREA:
            return session.both_finished(question.area)
        case Reveal.END:
            return all(session.both_finished(area.id) for area in session.questionnaire.areas)
