"""The types of question, one in each module; only the table below lists them all."""

from tui.domain.questions.allocation import AllocationQuestion
from tui.domain.questions.base import (
    AnyQuestion,
    Choice,
    Closeness,
    InvalidAnswer,
    Kind,
    Question,
)
from tui.domain.questions.choice import ChoiceQuestion
from tui.domain.questions.date import DateQuestion
from tui.domain.questions.multi import MultiQuestion
from tui.domain.questions.number import NumberQuestion
from tui.domain.questions.range import RangeQuestion
from tui.domain.questions.ranking import RankingQuestion
from tui.domain.questions.scale import ScaleQuestion
from tui.domain.questions.text import TextQuestion

QUESTION_TYPES: dict[Kind, type[AnyQuestion]] = {
    Kind.CHOICE: ChoiceQuestion,
    Kind.YESNO: ChoiceQuestion,
    Kind.OWNER: ChoiceQuestion,
    Kind.MULTI: MultiQuestion,
    Kind.SCALE: ScaleQuestion,
    Kind.NUMBER: NumberQuestion,
    Kind.RANGE: RangeQuestion,
    Kind.ALLOCATION: AllocationQuestion,
    Kind.RANKING: RankingQuestion,
    Kind.DATE: DateQuestion,
    Kind.TEXT: TextQuestion,
}
"""Each type of question, by its name in files, to the class for it."""

__all__ = [
    "QUESTION_TYPES",
    "AllocationQuestion",
    "AnyQuestion",
    "Choice",
    "ChoiceQuestion",
    "Closeness",
    "DateQuestion",
    "InvalidAnswer",
    "Kind",
    "MultiQuestion",
    "NumberQuestion",
    "Question",
    "RangeQuestion",
    "RankingQuestion",
    "ScaleQuestion",
    "TextQuestion",
]
