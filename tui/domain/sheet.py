"""An answer sheet: all that one party said, complete in itself."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from tui.domain.answers import NOTHING, Answer
from tui.domain.privacy import Privacy, strictest
from tui.domain.questionnaire import Edition, Questionnaire
from tui.domain.second_thought import SecondThought

IMPORTANCES = (1, 2, 3)
"""The levels at which a party can rate the importance of an area."""
USUAL_IMPORTANCE = 2
"""The importance of an area that a party has not rated."""


_GUESS = ".guess"
"""What a draft of a guess has behind the question's id, in which there is no point."""


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
    drafts: Mapping[str, str] = field(default_factory=dict)
    """Question id to what is half answered, as its field writes it down; see `guess_draft`."""
    second_thoughts: Mapping[str, SecondThought] = field(default_factory=dict)
    """Question id to a second answer that is not given yet."""
    at: str = ""
    """The id of the question that the party was at last; empty before its first."""

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

    def with_draft(self, question: str, draft: str) -> "Sheet":
        """Return the sheet with what is half answered to a question; an empty text removes it."""
        if draft == self.drafts.get(question, ""):
            return self
        others = {name: text for name, text in self.drafts.items() if name != question}
        return replace(self, drafts={**others, question: draft} if draft else others)

    def with_second_thought(self, question: str, thought: SecondThought | None) -> "Sheet":
        """Return the sheet with a second answer in the making, or without one."""
        if thought == self.second_thoughts.get(question):
            return self
        others = {name: each for name, each in self.second_thoughts.items() if name != question}
        kept = others if thought is None else {**others, question: thought}
        return replace(self, second_thoughts=kept)

    def with_importance(self, area: str, importance: int | None) -> "Sheet":
        """Return the sheet with how important an area is to the party; None takes that back."""
        others = {name: each for name, each in self.importance.items() if name != area}
        kept = others if importance is None else {**others, area: importance}
        return replace(self, importance=kept)

    def without(self, questions: AbstractSet[str]) -> "Sheet":
        """Return the sheet without the answers to these questions, nor what is half answered."""
        kept = {name: said for name, said in self.answers.items() if name not in questions}
        drafts = {
            name: text
            for name, text in self.drafts.items()
            if drafted_question(name) not in questions
        }
        is_same = (len(kept), len(drafts)) == (len(self.answers), len(self.drafts))
        return self if is_same else replace(self, answers=kept, drafts=drafts)

    def importance_of(self, area: str) -> int:
        """Return the importance of an area to the party, from 1 to 3; 2 if it is not rated."""
        return self.importance.get(area, USUAL_IMPORTANCE)


def guess_draft(question: str) -> str:
    """Return the key among the drafts of a guess that is half done."""
    return f"{question}{_GUESS}"


def drafted_question(draft: str) -> str:
    """Return the id of the question that a draft is about, be it of an answer or of a guess."""
    return draft.removesuffix(_GUESS)


def guarded(questionnaire: Questionnaire, sheets: Iterable[Sheet]) -> Questionnaire:
    """Return the questionnaire in which every question is as private as the answers to it.

    A private answer stays private, also where a later edition makes its question a shared one.
    """
    stricter: dict[str, Privacy] = {}
    for sheet in sheets:
        for name, answer in sheet.answers.items():
            if answer.privacy is not None and name in questionnaire:
                known = stricter.get(name, questionnaire[name].privacy)
                stricter[name] = strictest(known, answer.privacy)
    changed = {name for name, level in stricter.items() if level is not questionnaire[name].privacy}
    if not changed:
        return questionnaire
    questions = tuple(
        replace(question, privacy=stricter[question.id]) if question.id in changed else question
        for question in questionnaire.questions
    )
    return replace(questionnaire, questions=questions)
