"""The shape of questions: what all have, and what each type adds."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field

from tui.storage.shapes.conditions import RiskShape, TestShape
from tui.storage.shapes.values import Choices, Number, Shape, Words


class QuestionShape(Shape):
    """What every question may have."""

    area: str
    text: Words
    hint: Words | None = None
    guide: Words | None = None
    practice: Words | None = None
    clause: Words | None = None
    recommend: Any = None
    weight: Number = Decimal(1)
    core: bool = False
    predict: bool = False
    contract: bool = False
    show_if: list[TestShape] = Field([])
    show_if_any: list[TestShape] = Field([])
    defined_by: list[str] = Field([])
    was: list[str] = Field([])
    rev: int = 1
    private: Literal["overlap", "own"] | None = None
    risk: dict[str, RiskShape] = Field({})


class ChoiceShape(QuestionShape):
    """A question of type `choice`."""

    type: Literal["choice"]
    choices: Choices
    near_pairs: list[list[str]] = Field([])


class LentShape(QuestionShape):
    """A question whose choices the program brings along: of type `yesno` or `owner`."""

    type: Literal["yesno", "owner"]


class MultiShape(QuestionShape):
    """A question of type `multi`."""

    type: Literal["multi"]
    choices: Choices
    exclusive: list[str] = Field([])
    must: list[str] = Field([])


class ScaleShape(QuestionShape):
    """A question of type `scale`."""

    type: Literal["scale"]
    minimum: int = Field(1, alias="min")
    maximum: int = Field(5, alias="max")
    low: Words | None = None
    high: Words | None = None
    tolerance: Number | None = None
    near: Number | None = None


class MeasuredShape(QuestionShape):
    """A question answered by numbers within bounds: of type `number` or `range`."""

    type: Literal["number", "range"]
    unit: Words | None = None
    minimum: Number = Field(alias="min")
    maximum: Number = Field(alias="max")
    decimals: int = 0
    tolerance: Number | None = None
    near: Number | None = None
    span: Number | None = None
    ratio: Number | None = None


class AllocationShape(QuestionShape):
    """A question of type `allocation`."""

    type: Literal["allocation"]
    choices: Choices
    total: Number = Decimal(100)
    unit: Words | None = None
    tolerance: Number | None = None
    near: Number | None = None


class RankingShape(QuestionShape):
    """A question of type `ranking`."""

    type: Literal["ranking"]
    choices: Choices


class TextShape(QuestionShape):
    """A question of type `text`."""

    type: Literal["text"]
    max_length: int = 400


AnyQuestionShape = Annotated[
    ChoiceShape
    | LentShape
    | MultiShape
    | ScaleShape
    | MeasuredShape
    | AllocationShape
    | RankingShape
    | TextShape,
    Field(discriminator="type"),
]

TYPES: dict[str, type[AnyQuestionShape]] = {
    "choice": ChoiceShape,
    "yesno": LentShape,
    "owner": LentShape,
    "multi": MultiShape,
    "scale": ScaleShape,
    "number": MeasuredShape,
    "range": MeasuredShape,
    "allocation": AllocationShape,
    "ranking": RankingShape,
    "text": TextShape,
}
"""The shape of each type of question."""
