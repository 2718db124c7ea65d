"""An answer sheet: all that one party said, readable on its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from tui.domain.answers import NOTHING, Answer
from tui.domain.questionnaire import Edition

IMPORTANCES = (1, 2, 3)
"""What a party may say of an area's importance."""
USUAL_IMPORTANCE = 2
"""What counts for an area that a party has not rated."""


class Length(StrEnum):
    """How many of the questions are asked."""

    CORE = "core"
    """Those marked as core: about ten minutes a party."""
    FULL = "full"
    """All of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """A party at the table: its names and its language."""

    id: str
    """The party's id in the questionnaire."""
    name: str
    """The name of the firm."""
    language: str
    """The language in which it reads and answers."""
    answered_by: tuple[str, ...] = ()
    """Who answers for it."""


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
    """How much of the questionnaire was asked."""
    importance: Mapping[str, int] = field(default_factory=dict)
    """Area id to 1, 2 or 3, as the party rated it."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Question id to answer."""

    def answer(self, question: str) -> Answer:
        """Return what the party said to a question; `NOTHING` where it said nothing."""
        return self.answers.get(question, NOTHING)

    def with_answer(self, question: str, answer: Answer) -> "Sheet":
        """Return the sheet with that answer in place; one that holds nothing is taken out."""
        answers = dict(self.answers)
        if answer == NOTHING:
            answers.pop(question, None)
        else:
            answers[question] = answer
        return replace(self, answers=answers)

    def importance_of(self, area: str) -> int:
        """Return the importance of an area to the party, the usual one where it did not say."""
        return self.importance.get(area, USUAL_IMPORTANCE)
