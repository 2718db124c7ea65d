"""The reveal rule: what a party may see of the other's answers, asked by every screen."""

from enum import StrEnum
from typing import TYPE_CHECKING

from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion

if TYPE_CHECKING:
    from tui.domain.session import Session


class Reveal(StrEnum):
    """When the answers of one party are shown to the other."""

    LIVE = "live"
    """Immediately."""
    QUESTION = "question"
    """When both have answered the question."""
    AREA = "area"
    """When both have finished the area."""
    END = "end"
    """When both have finished every area."""


def may_see(viewer: str, owner: str, question: AnyQuestion, session: "Session") -> bool:
    """Return whether one party may see an answer.

    A party always sees its own answers. It never sees a private answer of the other, and sees the
    rest as soon as the reveal rule of the session allows.

    Args:
        viewer: The id of the party that wants to see it.
        owner: The id of the party that gave it.
        question: The question that it answers.
        session: The session.
    """
    if viewer == owner:
        return True
    return question.privacy is Privacy.SHARED and is_revealed(question, session)


def is_sealed(question: AnyQuestion, session: "Session") -> bool:
    """Return whether the first answers are final, as they were blind and are revealed."""
    return session.reveal is not Reveal.LIVE and is_revealed(question, session)


def is_revealed(question: AnyQuestion, session: "Session") -> bool:
    """Return whether the reveal rule shows the two answers to a question to both parties."""
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
