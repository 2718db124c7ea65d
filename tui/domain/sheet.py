"""An answer sheet: all that one party said, complete in itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from tui.domain.answers import NOTHING, Answer
from tui.domain.questionnaire import Edition

IMPORTANCES = (1, 2, 3)
"""The levels at which a party can rate the importance of an area."""
USUAL_IMPORTANCE = 2
"""The importance of an area that a party has not rated."""


class Length(StrEnum):
    """How many of the questions are asked."""

    CORE = "core"
    """The core questions, which take about ten minutes for each party."""
    FULL = "full"
    """All questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """A party that answers: its name, its people and its language."""

    id: str
    """The party's id in the questionnaire."""
    name: str
    """The name of the firm."""
    language: str
    """The tag of the language in which it reads and answers."""
    answered_by: tuple[str, ...] = ()
    """The names of the people who answer for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The answers of one party."""

    edition: Edition
    """The questionnaire that was answered."""
    party: Respondent
    """Whose answers they are."""
    date: date
    """The day of the session."""
    length: Length = Length.CORE
    """How many of the questions were asked."""
    importance: Mapping[str, int] = field(default_factory=dict)
    """Area id to 1, 2 or 3, as the party rated it."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Question id to answer."""

    def answer(self, question: str) -> Answer:
        """Return the answer to a question; `NOTHING` if there is none."""
        return self.answers.get(question, NOTHING)

    def with_answer(self, question: str, answer: Answer) -> "Sheet":
        """Return the sheet with an answer added or replaced; `NOTHING` removes it."""
        answers = dict(self.answers)
        if answer == NOTHING:
            answers.pop(question, None)
        else:
            answers[question] = answer
        return replace(self, answers=answers)

    def importance_of(self, area: str) -> int:
        """Return the importance of an area to the party, from 1 to 3; 2 if it is not rated."""
        return self.importance.get(area, USUAL_IMPORTANCE)
