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
    recommend: Any = None
    weight: Number = Decimal(1)
    core: bool = False
    predict: bool = False
    contract: bool = False
    show_if: list[TestShape] = Field(default_factory=list)
    show_if_any: list[TestShape] = Field(default_factory=list)
    defined_by: list[str] = Field(default_factory=list)
    was: list[str] = Field(default_factory=list)
    rev: int = 1
    private: Literal["overlap", "own"] | None = None
    risk: dict[str, RiskShape] = Field(default_factory=dict)


class ChoiceShape(QuestionShape):
    """A question of type `choice`."""

    type: Literal["choice"]
    choices: Choices
    near_pairs: list[list[str]] = Field(default_factory=list)


class YesnoShape(QuestionShape):
    """A question of type `yesno`."""

    type: Literal["yesno"]


class OwnerShape(QuestionShape):
    """A question of type `owner`."""

    type: Literal["owner"]


class MultiShape(QuestionShape):
    """A question of type `multi`."""

    type: Literal["multi"]
    choices: Choices
    exclusive: list[str] = Field(default_factory=list)
    must: list[str] = Field(default_factory=list)


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
    """A question answered by numbers within bounds."""

    unit: Words | None = None
    minimum: Number = Field(alias="min")
    maximum: Number = Field(alias="max")
    decimals: int = 0
    tolerance: Number | None = None
    near: Number | None = None
    span: Number | None = None
    ratio: Number | None = None


class NumberShape(MeasuredShape):
    """A question of type `number`."""

    type: Literal["number"]


class RangeShape(MeasuredShape):
    """A question of type `range`."""

    type: Literal["range"]


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
    | YesnoShape
    | OwnerShape
    | MultiShape
    | ScaleShape
    | NumberShape
    | RangeShape
    | AllocationShape
    | RankingShape
    | TextShape,
    Field(discriminator="type"),
]

TYPES: dict[str, type[AnyQuestionShape]] = {
    "choice": ChoiceShape,
    "yesno": YesnoShape,
    "owner": OwnerShape,
    "multi": MultiShape,
    "scale": ScaleShape,
    "number": NumberShape,
    "range": RangeShape,
    "allocation": AllocationShape,
    "ranking": RankingShape,
    "text": TextShape,
}
"""The shape of each type of question."""
