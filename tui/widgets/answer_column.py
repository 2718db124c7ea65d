"""What a party's column shows: the data that presenters make and `AnswerBox` draws."""

from dataclasses import dataclass

from tui.domain.answers import Answer
from tui.domain.questions import AnyQuestion
from tui.i18n import Phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a party's column is to show."""

    side: str
    """`left` or `right`: the party's colour."""
    role: str
    """What the questionnaire calls the party."""
    name: str
    """The firm's name."""
    language: str
    """The party's language."""
    phrases: Phrases
    """The program's words in the party's language."""
    question: AnyQuestion
    """The question at hand."""
    answer: Answer
    """What the party has said."""
    draft: str = ""
    """What the party has begun to answer and not finished, as the session keeps it."""
    active: bool
    """Whether it is this party's turn to type."""
    brief: bool = False
    """Whether there is only room for the answer in a line."""
    hidden: str = ""
    """Why the answer is not shown; empty where it is."""
    is_joint: bool = False
    """Whether both parties type at once, so that a click in either column answers."""
    is_guess: bool = False
    """Whether it is a value alone, with nothing beside it: a guess, or what both agree on."""
