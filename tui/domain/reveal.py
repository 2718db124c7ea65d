"""The reveal rule: what a party may see of the other's answers, and what may be drawn for whom.

Two people sit at one laptop, so a screen has one of two audiences, and each screen asks here what
it may draw for its own:

- **Both look.** So it is wherever answers have met: in `live` all the time, else on a question that
  is revealed, in the discussion, the minutes and the report. Whose turn it is to type changes
  nothing about who sits in front of the screen. So only what both may know is drawn
  (`may_draw_openly`): no private note and no mark that there is one, no guess, no answer to a
  private question, and nothing that would tell of these, such as a question that is asked only
  because of an answer that has not met (`SessionState.as_revealed`).
- **One party looks alone**, the others look away. That is never taken for granted: a blank screen
  has said for whom the next one is, and a key has been pressed there. The page that hands the
  laptop over is such a cover, so a party that answers blind needs no other for its private notes
  and figures. It lasts as long as the party goes through what is for it alone (`is_for_one`). With
  the first screen that both look at it is over (`still_alone`), and what is for one is covered.

A party that assesses itself has no other side at the table, and nothing to cover.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from tui.domain.privacy import Privacy
from tui.domain.questions import AnyQuestion

if TYPE_CHECKING:
    from tui.domain.session_state import SessionState


class Reveal(StrEnum):
    """When the answers of one party are shown to the other."""

    LIVE = "live"
    """Immediately."""
    QUESTION = "question"
    """When both have answered the question, and one of them has gone on from it."""
    AREA = "area"
    """When both have finished the area."""
    END = "end"
    """When both have finished every area."""


def may_see(viewer: str, owner: str, question: AnyQuestion, session: "SessionState") -> bool:
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


class Part(StrEnum):
    """What a party's sheet holds of one question."""

    ANSWER = "answer"
    """What it says, also half typed: value or non-answer, reason, firmness, contract, note."""
    PRIVATE_NOTE = "private_note"
    """What it noted for its own side, and that it did."""
    GUESS = "guess"
    """What it thinks that the other says; told to nobody else, not even after the reveal."""


def may_draw_openly(part: Part, question: AnyQuestion, session: "SessionState") -> bool:
    """Return whether a part of either party's sheet may be drawn where both look.

    Args:
        part: What is to be drawn.
        question: The question that it belongs to.
        session: The session.
    """
    if session.alone is not None:
        return True
    is_shared = part is Part.ANSWER and question.privacy is Privacy.SHARED
    return is_shared and is_revealed(question, session)


def looks_alone(party: str, session: "SessionState", alone_with: str | None) -> bool:
    """Return whether nobody but a party looks, so that all of its own sheet may be drawn.

    Args:
        party: The party's id.
        session: The session.
        alone_with: The id of the party that looks alone, as a cover made sure; None if both look.
    """
    return session.alone is not None or alone_with == party


def may_draw(
    part: Part, owner: str, question: AnyQuestion, session: "SessionState", alone_with: str | None
) -> bool:
    """Return whether a part of a party's sheet may be drawn for those who look.

    Args:
        part: What is to be drawn.
        owner: The id of the party whose sheet it is.
        question: The question that it belongs to.
        session: The session.
        alone_with: The id of the party that looks alone, or None if both look.
    """
    return looks_alone(owner, session, alone_with) or may_draw_openly(part, question, session)


def is_for_one(question: AnyQuestion, session: "SessionState") -> bool:
    """Return whether a question is answered by one party while the other looks away."""
    return not may_draw_openly(Part.ANSWER, question, session)


def still_alone(
    alone_with: str | None, party: str, question: AnyQuestion, session: "SessionState"
) -> str | None:
    """Return the id of the party that looks alone once a question is shown; None if both look.

    Args:
        alone_with: The id of the party that looked alone until then, or None.
        party: The id of the party to which the question is shown.
        question: The question.
        session: The session.
    """
    return party if alone_with == party and is_for_one(question, session) else None


def may_judge(question: AnyQuestion, session: "SessionState", alone_with: str | None) -> bool:
    """Return whether it may be drawn where the two stand on a question.

    Answers of privacy `own` are never compared. Of those of privacy `overlap` it is told only where
    both look: a party that saw it while it types could find the other's figures by trying.

    Args:
        question: The question.
        session: The session.
        alone_with: The id of the party that looks alone, or None if both look.
    """
    if question.privacy is Privacy.OWN or not have_all_answered(question, session):
        return False
    is_told = question.privacy is Privacy.SHARED or alone_with is None
    return is_told and is_revealed(question, session)


def have_all_answered(question: AnyQuestion, session: "SessionState") -> bool:
    """Return whether all who are asked have answered; practice may not be shown before that."""
    asked_of = (sheet for sheet in session.sheets if question.is_asked_of(sheet.party.id))
    return all(sheet.answer(question.id).is_answered for sheet in asked_of)


def is_sealed(question: AnyQuestion, session: "SessionState") -> bool:
    """Return whether the first answers are final, as they were blind and are revealed."""
    return session.reveal is not Reveal.LIVE and is_revealed(question, session)


def is_revealed(question: AnyQuestion, session: "SessionState") -> bool:
    """Return whether the reveal rule shows the two answers to a question to both parties."""
    if session.alone is not None:
        return False
    match session.reveal:
        case Reveal.LIVE:
            return True
        case Reveal.QUESTION:
            return question.id in session.met
        case Reveal.AREA:
            return session.both_finished(question.area)
        case Reveal.END:
            return all(session.both_finished(area.id) for area in session.questionnaire.areas)
