"""Where a session stands: whose turn it is, and on which of its screens; kept to come back to."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What a session is at. The names are those of the file."""

    QUESTION = "question"
    """A question is answered; which one stands in the sheet of the party whose turn it is."""
    AREA_START = "area_start"
    """A party is asked how much an area matters."""
    AREA_END = "area_end"
    """A party looks over an area before it declares it finished."""
    GUESSES = "guesses"
    """A party guesses what the other said."""
    HANDOVER = "handover"
    """The laptop is on its way to the party whose turn it is."""
    REVEAL = "reveal"
    """Both are in; everyone is called before the answers meet."""
    DISCUSSION = "discussion"
    """An area is talked about."""
    MINUTES = "minutes"
    """What is decided on a question is taken down."""
    MEETING_END = "meeting_end"
    """The meeting is summed up and closed."""
    RESULT = "result"
    """The report is read, or the self-assessment."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a session stands. It tells nothing of answers: both may read it."""

    turn: str
    """The id of the party at the keyboard, or of the one that the laptop goes to."""
    stage: Stage = Stage.QUESTION
    """What is on the screen."""
    subject: str = ""
    """The id of the area that it is about; of the question in the guesses and in the talk."""
