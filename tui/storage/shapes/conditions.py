"""The shape of conditions: the tests that open questions and fire rules of risk."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from tui.domain.conditions import Operator
from tui.storage.shapes.values import Ids, Number, Shape, Words


class TestShape(Shape):
    """One test of a condition."""

    __test__ = False  # not a test of pytest's

    q: str | None = None
    who: str | None = None
    choice: str | None = None
    by: Number | None = None
    is_: str | None = Field(None, alias="is")
    is_not: str | None = None
    in_: list[str] | None = Field(None, alias="in")
    not_in: list[str] | None = None
    minimum: Number | None = Field(None, alias="min")
    maximum: Number | None = Field(None, alias="max")
    above: Number | None = None
    below: Number | None = None
    low_min: Number | None = None
    low_max: Number | None = None
    high_min: Number | None = None
    high_max: Number | None = None
    has: Ids | None = None
    has_not: Ids | None = None
    only: Ids | None = None
    count_max: Number | None = None
    over: str | None = None
    apart_from: str | None = None
    undecided: Literal[True] | None = None
    unanswered: Literal[True] | None = None
    differs: Literal[True] | None = None

    @property
    def operations(self) -> dict[Operator, str | list[str] | Decimal | bool]:
        """The operators that it gives, with what each compares with; rightly just one."""
        given = self.model_fields_set
        return {
            operator: getattr(self, name) for name, operator in _OPERATORS.items() if name in given
        }


_OPERATORS = {
    name: Operator(field.alias or name)
    for name, field in TestShape.model_fields.items()
    if (field.alias or name) in set(Operator)
}


class RiskShape(Shape):
    """A rule of risk."""

    if_: list[TestShape] = Field(alias="if")
    level: Literal["high", "medium", "low"]
    say: Words
    source: Literal["article", "court", "market", "judgement"] | None = None
