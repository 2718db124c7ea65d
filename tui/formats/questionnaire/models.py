"""The questionnaire file: every table and key that it may have.

What needs more than one key to judge is left to `tui.checks`.
"""

from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from tui.domain.conditions import Operator
from tui.domain.risk_rules import Level, Source
from tui.formats.table import ById, Number, Table, Unjudged, Word

T = TypeVar("T")
FORMAT = 1
"""The newest format of questionnaires and overlays that is read; other files have their own."""
NEUTRAL = ""
"""The language of a text that is the same in all: of one that the file gives without a table."""


def _by_language(raw: object) -> object:
    """Return texts by language tag; of a plain text, under the tag `NEUTRAL`."""
    if isinstance(raw, str):
        return {NEUTRAL: raw}
    if not isinstance(raw, dict):
        raise PydanticCustomError("check.not_words", "")
    return raw


def _true(raw: object) -> object:
    if raw is not True:
        raise PydanticCustomError("check.only_true", "")
    return raw


def _several(raw: object) -> object:
    """Return a list; one text may stand without brackets."""
    return [raw] if isinstance(raw, str) else raw


Translations = Annotated[
    dict[str, str],
    BeforeValidator(_by_language),
    WithJsonSchema({"type": ["string", "object"], "additionalProperties": {"type": "string"}}),
]
"""A text by language tag, or one that is the same in every language."""
Labels = dict[str, Translations]
"""Choice id to label."""
OwnOrShared = Annotated[
    Annotated[str, Tag("shared")] | Annotated[Labels, Tag("own")],
    Discriminator(lambda raw: "shared" if isinstance(raw, str) else "own"),
]
"""The choices of a question: a table of its own, or the name of a shared list."""
Ids = Annotated[
    list[str],
    BeforeValidator(_several),
    WithJsonSchema({"type": ["string", "array"], "items": {"type": "string"}}),
]
"""Several ids; one may stand without brackets."""
NumberOrDay = Annotated[
    Annotated[Number, Tag("number")] | Annotated[date, Tag("day")],
    Discriminator(lambda raw: "day" if isinstance(raw, date) else "number"),
]
"""A number, or a day where the answer is one."""
Listed = Annotated[list[T], Field(default_factory=list)]
"""A list; an empty one where nothing stands."""
OnlyTrue = Annotated[
    bool, BeforeValidator(_true), WithJsonSchema({"type": "boolean", "const": True})
]
"""The value `true`, of a key that is left out where it does not hold."""


class RetiredTable(Table):
    """What was given up: a question, or a choice of one, whose id stays reserved."""

    since: str
    replaced_by: str | None = None


class PredicateTable(Table):
    """One test of a condition."""

    q: str | None = None
    who: str | None = None
    choice: str | None = None
    by: Number | None = None
    is_: Annotated[str | None, Field(alias="is")] = None
    is_not: str | None = None
    in_: Annotated[list[str] | None, Field(alias="in")] = None
    not_in: list[str] | None = None
    minimum: Annotated[NumberOrDay | None, Field(alias="min")] = None
    maximum: Annotated[NumberOrDay | None, Field(alias="max")] = None
    above: NumberOrDay | None = None
    below: NumberOrDay | None = None
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
    undecided: OnlyTrue | None = None
    unanswered: OnlyTrue | None = None
    differs: OnlyTrue | None = None

    @cached_property
    def operations(self) -> dict[Operator, Any]:
        """The operators that it gives, with what each compares with; rightly just one."""
        given = (name for name in _OPERATORS if name in self.model_fields_set)
        return {_OPERATORS[name]: getattr(self, name) for name in given}


_OPERATORS = {
    name: Operator(field.alias or name)
    for name, field in PredicateTable.model_fields.items()
    if (field.alias or name) in set(Operator)
}
"""The operators by the names of their fields."""


class RuleTable(Table):
    """A rule of risk."""

    if_: Annotated[list[PredicateTable], Field(alias="if")]
    level: Word[Level]
    say: Translations
    source: Word[Source] | None = None


class QuestionTable(Table):
    """What every question may have."""

    type: str
    area: str
    text: Translations
    ask: ById[Translations]
    asked_of: str | None = None
    name: Translations | None = None
    hint: Translations | None = None
    guide: Translations | None = None
    practice: Translations | None = None
    clause: Translations | None = None
    recommend: Unjudged = None
    weight: Number = Decimal(1)
    core: bool = False
    predict: bool = False
    contract: bool = False
    show_if: Listed[PredicateTable]
    show_if_any: Listed[PredicateTable]
    defined_by: Listed[str]
    hollow_except: Unjudged = None
    firmness: bool = True
    was: Listed[str]
    rev: int = 1
    private: Literal["overlap", "own"] | None = None
    risk: ById[RuleTable]


class BuiltInChoiceTable(QuestionTable):
    """A question whose choices the program brings along."""

    type: Literal["yesno", "owner"]


class OfferingTable(QuestionTable):
    """A question that has choices of its own."""

    choices: OwnOrShared
    retired: ById[RetiredTable]


class ChoiceTable(OfferingTable):
    """One of several choices."""

    type: Literal["choice"]
    near_pairs: Listed[list[str]]
    other: bool = False
    shuffle: bool = False


class MultiTable(OfferingTable):
    """Any number of several choices."""

    type: Literal["multi"]
    exclusive: Listed[str]
    must: Listed[str]
    other: bool = False
    shuffle: bool = False
    most: int | None = None


class ScaleTable(QuestionTable):
    """A level between two ends."""

    type: Literal["scale"]
    minimum: Annotated[int, Field(alias="min")] = 1
    maximum: Annotated[int, Field(alias="max")] = 5
    low: Translations | None = None
    high: Translations | None = None
    labels: Listed[Translations]
    tolerance: Number | None = None
    near: Number | None = None


class MeasureTable(QuestionTable):
    """A number within bounds, or a lower and an upper one."""

    type: Literal["number", "range"]
    unit: Translations | None = None
    unit_one: Translations | None = None
    minimum: Annotated[Number, Field(alias="min")]
    maximum: Annotated[Number, Field(alias="max")]
    decimals: int = 0
    tolerance: Number | None = None
    near: Number | None = None
    span: Number | None = None
    ratio: Number | None = None


class DateTable(QuestionTable):
    """A day."""

    type: Literal["date"]
    minimum: Annotated[date | None, Field(alias="min")] = None
    maximum: Annotated[date | None, Field(alias="max")] = None
    tolerance: Number | None = None
    near: Number | None = None
    span: Number | None = None


class AllocationTable(OfferingTable):
    """A total divided among choices."""

    type: Literal["allocation"]
    total: Number = Decimal(100)
    unit: Translations | None = None
    tolerance: Number | None = None
    near: Number | None = None


class RankingTable(OfferingTable):
    """All choices, or the first few, in order of importance."""

    type: Literal["ranking"]
    first: int | None = None


class TextTable(QuestionTable):
    """Words of one's own."""

    type: Literal["text"]
    max_length: int = 400


AnyQuestionTable = (
    ChoiceTable
    | BuiltInChoiceTable
    | MultiTable
    | ScaleTable
    | MeasureTable
    | DateTable
    | AllocationTable
    | RankingTable
    | TextTable
)


class HeadTable(Table):
    """Which questionnaire it is."""

    id: str
    version: str
    languages: list[str]
    title: Translations
    when: Translations | None = None


class PartyTable(Table):
    """One of the two parties."""

    name: Translations


class AreaTable(Table):
    """A failure area."""

    title: Translations
    about: Translations | None = None
    show_if: Listed[PredicateTable]
    show_if_any: Listed[PredicateTable]


class QuestionnaireFile(Table):
    """A whole questionnaire file."""

    format: int
    questionnaire: HeadTable
    party: dict[str, PartyTable]
    area: dict[str, AreaTable]
    choices: ById[Labels]
    question: dict[str, Annotated[AnyQuestionTable, Field(discriminator="type")]]
    risk: ById[RuleTable]
    retired: ById[RetiredTable]
