"""The values that stand in a report file, as pydantic has to find them: nothing is converted.

Where pydantic would tell several things of one value, or none that a person could act on, the
value's type names the one message of ours that is told instead.
"""

from decimal import Decimal
from typing import Annotated, Any, LiteralString, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    Strict,
    TypeAdapter,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.values import Plain
from tui.text.cleaning import clean, one_line

T = TypeVar("T")


def told_as(*, message: LiteralString, **values: str) -> WrapValidator:
    """Return what says one message, which names the value's key, of whatever is wrong in it."""

    def checked(value: object, check: ValidatorFunctionWrapHandler) -> object:
        try:
            return check(value)
        except ValidationError:
            raise PydanticCustomError(message, message, values) from None

    return WrapValidator(checked)


def _cleaned(text: str) -> str:
    return clean(text).strip()


def _in_languages(raw: Any) -> LocalizedText:
    return LocalizedText(_BY_LANGUAGE.validate_python(raw))


def _without_point(raw: object) -> object:
    """Return a whole number as a Decimal, and all else as it is."""
    return Decimal(raw) if type(raw) is int else raw


Text = Annotated[str, AfterValidator(_cleaned)]
"""A text of several lines."""
Title = Annotated[str, AfterValidator(one_line)]
"""A text of one line: a name, an id, a language."""
_BY_LANGUAGE = TypeAdapter(dict[str, Text], config=ConfigDict(strict=True))
Words = Annotated[LocalizedText, PlainValidator(_in_languages), Field(default=NO_TEXT)]
"""A text by language; none where nothing stands."""
Word = Annotated[T, Strict(False)]
"""One of our own words, by the enum that has them: in a file it is a text."""
Many = Annotated[tuple[T, ...], Strict(False), Field(default=())]
"""An array; an empty one where nothing stands."""
ById = Annotated[dict[str, T], Field(default_factory=dict)]
"""Tables or texts by id; none where nothing stands."""
Whole = Annotated[int, Field(ge=0), told_as(message="record.not_whole", least="0")]
"""A whole number that is not negative."""
Number = Annotated[
    Decimal, Field(ge=0), BeforeValidator(_without_point), told_as(message="record.not_number")
]
"""A number that is not negative, exactly as it is written."""
Said = Annotated[Plain, told_as(message="report.no_answer")]
"""An answer to a question of any type."""
