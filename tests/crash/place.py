"""Where a session must open again: at the place that its files tell."""

from tests.crash.kickoffs import read
from tests.crash.typist import Typist
from tests.crash.words import Spot
from tui.domain.position import Stage
from tui.domain.session import Session
from tui.domain.steps import is_finished, is_over

STAGES = {
    Spot.INTERVIEW: Stage.QUESTION,
    Spot.COVER: Stage.HANDOVER,
    Spot.REVEAL: Stage.REVEAL,
    Spot.AREA_END: Stage.AREA_END,
    Spot.GUESSES: Stage.GUESSES,
    Spot.DISCUSSION: Stage.DISCUSSION,
    Spot.MINUTES: Stage.MINUTES,
    Spot.MEETING_END: Stage.MEETING_END,
    Spot.REPORT: Stage.RESULT,
}
"""What a session that is seen at a place is at."""
_OPENED = {
    Stage.QUESTION: {Spot.INTERVIEW, Spot.AREA_START},
    Stage.HANDOVER: {Spot.INTERVIEW, Spot.AREA_START},
    Stage.REVEAL: {Spot.AREA_END},
    Stage.AREA_END: {Spot.AREA_END},
    Stage.GUESSES: {Spot.GUESSES},
    Stage.DISCUSSION: {Spot.DISCUSSION},
    Stage.MINUTES: {Spot.MINUTES},
    Stage.MEETING_END: {Spot.MEETING_END},
    Stage.RESULT: {Spot.REPORT},
}
"""Where it opens, once a hand-over page is passed where answers are blind."""
_OF_BOTH = {Spot.DISCUSSION, Spot.MINUTES, Spot.MEETING_END, Spot.REPORT}
"""What is looked at without a hand-over before it."""


def misplaced(typist: Typist) -> list[str]:
    """Return what is wrong with where the session has opened, just now, in the program."""
    session, _ = read_beside(typist)
    position = session.position
    stage = Stage.QUESTION if position is None else position.stage
    typist.window.settle()
    wanted = _OPENED[stage]
    talking = (Stage.DISCUSSION, Stage.MINUTES, Stage.MEETING_END)
    if stage not in talking and is_finished(session):
        wanted = {Spot.REPORT}
    elif stage is Stage.RESULT and not is_over(session) and session.alone is None:
        wanted = _OPENED[Stage.QUESTION]
    faults = []
    is_blind = session.alone is None and typist.rule != "live"
    if is_blind and not wanted & _OF_BOTH:
        faults += _handed_to_another(typist, session)
        if typist.spot is Spot.COVER:
            typist.press("ctrl+r")
    if typist.spot not in wanted:
        faults.append(f"stood at {stage}, opened on {typist.spot.name}:\n{typist.text}")
    elif typist.spot is Spot.INTERVIEW and position is not None:
        faults += _at_another(typist, session)
    elif typist.spot in _OF_BOTH:
        faults += _no_way_on(typist)
    return faults


def read_beside(typist: Typist) -> tuple[Session, list[str]]:
    """Read a session as it was left; the program that has it open now holds its lock."""
    return read(typist.folder, read_only=True)


def _handed_to_another(typist: Typist, session: Session) -> list[str]:
    """Return a fault where the laptop is not handed to the party whose turn it was."""
    if typist.spot is not Spot.COVER:
        return [f"opened on {typist.spot.name}, before anybody was asked to look away"]
    turn = session.position and session.position.turn
    if turn and session.names[turn] not in typist.text:
        return [f"it was {turn}'s turn, and the laptop goes to the other"]
    return []


def _at_another(typist: Typist, session: Session) -> list[str]:
    """Return what is wrong with the question at hand, and with what is half answered there."""
    assert session.position is not None
    sheet = session.sheet(session.position.turn)
    if sheet.at and typist.question != sheet.at:
        return [f"stood at {sheet.at}, opened at {typist.question}"]
    draft = sheet.drafts.get(sheet.at, "").split()
    if draft and draft[0] not in typist.text:
        return [f"half of {sheet.at} is not there: {draft[0]!r}\n{typist.text}"]
    return []


def _no_way_on(typist: Typist) -> list[str]:
    """Return a fault where no question can be seen behind a result or a talk."""
    if typist.spot is Spot.MINUTES:
        typist.leave()
        typist.window.settle()
    typist.leave()
    typist.window.settle()
    return [] if typist.spot is Spot.INTERVIEW else [f"leads to no question:\n{typist.text}"]
