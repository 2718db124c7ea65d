"""How a format is declared: its tables as pydantic models, and the values that stand in them.

A field is a key of the file, in the order in which the file is written. Nothing is converted on the
way in: a number in quotes is a mistake to tell, not a number.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, LiteralString, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    Strict,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapSerializer,
    WrapValidator,
    model_serializer,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from tui.domain.localized_text import NO_TEXT, LocalizedText
from tui.domain.values import Plain, plain_number
from tui.text.cleaning import LONGEST_TEXT, clean, one_line

FORMAT = 1
"""The format of every file of ours that this program writes, and the newest that it reads."""
Tables = dict[str, object]
"""What a TOML file says, in plain values."""
BESIDE = "\0words"
"""Where `WordedTable` gathers what stands beside a value; no key of a file can be spelt so."""
T = TypeVar("T")
R = TypeVar("R")


class Table(BaseModel):
    """A table that holds what its fields say and nothing else."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)

    @classmethod
    @cache
    def by_key(cls) -> dict[str, FieldInfo]:
        """Return the fields by the keys that they have in a file."""
        return {field.alias or name: field for name, field in cls.model_fields.items()}

    @classmethod
    def holding(cls, **values: object) -> Self:
        """Return the table that says these values.

        What is None or empty is left out, unless it is due or an empty list.
        """
        cleaned = {k: clean(v).strip() if isinstance(v, str) else v for k, v in values.items()}
        empty: tuple[object, ...] = (None, "", {}, NO_TEXT)
        due = {key for key, field in cls.by_key().items() if field.is_required()}
        return cls(**{k: each for k, each in cleaned.items() if k in due or each not in empty})

    @classmethod
    def from_record(cls, record: object, **others: object) -> Self:
        """Return the table of a record of the domain.

        Args:
            record: Its attributes that bear the name of a key are taken as they are.
            **others: The keys that it has under another name, or in another form.
        """
        same = {
            field.alias or name: getattr(record, name)
            for name, field in cls.model_fields.items()
            if hasattr(record, name)
        }
        return cls.holding(**same | others)

    def to_record(self, record: type[R], **others: object) -> R:
        """Return a record of the domain.

        Args:
            record: Its class, a dataclass; what bears the name of a key takes what stands there.
            **others: The fields that have another name, or another form.
        """
        names = type(self).model_fields.keys() & getattr(record, "__dataclass_fields__", {}).keys()
        return record(**{name: getattr(self, name) for name in names} | others)

    def tables(self) -> Tables:
        """Return what is to be written: the keys that were given, in the order of the fields."""
        return self.model_dump(by_alias=True, exclude_unset=True)


class WordedTable(Table):
    """A value, with its wording beside it under the questionnaire's languages: `words: Beside`."""

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, raw: Any, info: ValidationInfo) -> Any:
        """Bring the wording together; where no languages are known, any other key may be one."""
        if not isinstance(raw, dict):
            return raw
        beside = raw.keys() - cls.by_key().keys()
        words = {
            key: word
            for key, word in raw.items()
            if key in beside and (info.context is None or key in info.context)
        }
        rest = {key: each for key, each in raw.items() if key not in words}
        return rest | {BESIDE: words} if words else raw

    @model_serializer(mode="wrap")
    def _spread(self, dump: Any) -> Tables:
        """Write the wording beside the value again."""
        spread: Tables = {}
        for key, each in dump(self).items():
            spread |= each if key == BESIDE else {key: each}
        return spread


def told_as(message: LiteralString, **values: str) -> WrapValidator:
    """Return what tells one message, instead of pydantic's, of whatever is wrong in a value.

    Args:
        message: A key of the catalogue; its `{key}` is the name of the value's key.
        values: What else the message names.
    """

    def check(value: object, validate: ValidatorFunctionWrapHandler) -> object:
        try:
            return validate(value)
        except ValidationError:
            raise PydanticCustomError(message, message, values) from None

    return WrapValidator(check)


def writable(text: str) -> str:
    """Return a text as a file of ours may hold it: clean and not too long."""
    return clean(text)[:LONGEST_TEXT]


def _by_language(raw: Any) -> LocalizedText:
    texts = raw.words if isinstance(raw, LocalizedText) else raw
    return LocalizedText(_TEXTS.validate_python(texts))


def _in_languages(text: LocalizedText) -> Mapping[str, str]:
    return {tag: writable(word) for tag, word in text.words.items()}


def _with_offset(moment: datetime) -> datetime:
    """Return a time of a known offset; raise `ValueError` where the offset is not told."""
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _exact(raw: object) -> object:
    """Return a whole number as a Decimal, and all else as it is."""
    return Decimal(raw) if type(raw) is int else raw


Text = Annotated[str, AfterValidator(lambda text: clean(text).strip()), PlainSerializer(writable)]
"""A text of several lines."""
Line = Annotated[str, AfterValidator(one_line), PlainSerializer(writable)]
"""A text of one line: a name, an id, a language."""
_TEXTS = TypeAdapter(dict[str, Text], config=ConfigDict(strict=True, defer_build=True))
Words = Annotated[
    LocalizedText,
    PlainValidator(_by_language, json_schema_input_type=dict[str, str]),
    PlainSerializer(_in_languages),
]
"""A text by language."""
OptionalWords = Annotated[Words, Field(default_factory=lambda: NO_TEXT)]
"""A text by language; none where nothing stands."""
Beside = Annotated[Words | None, Field(default=None, alias=BESIDE)]
"""The wording that stands beside a value; see `WordedTable`."""
Word = Annotated[T, Strict(False), PlainSerializer(str)]
"""One of our own words, by the enum that has them: in a file it is a text."""
Many = Annotated[
    tuple[T, ...], Strict(False), WrapSerializer(lambda items, dump: list(dump(items)))
]
"""A list."""
ById = Annotated[dict[str, T], Field(default_factory=dict)]
"""Tables or texts by id; none where nothing stands."""
Whole = Annotated[int, Field(ge=0), told_as("check.not_whole_from", least="0")]
"""A whole number that is not negative."""
Positive = Annotated[int, Field(ge=1), told_as("check.not_whole_from", least="1")]
"""A whole number of at least 1."""
Number = Annotated[
    Decimal,
    BeforeValidator(_exact),
    PlainSerializer(plain_number),
    WithJsonSchema({"type": "number"}),
]
"""A number, exactly as it is written."""
Amount = Annotated[
    Number,
    Field(ge=0),
    told_as("check.not_number_from_zero"),
    WithJsonSchema({"type": "number", "minimum": 0}),
]
"""A number that is not negative."""
Moment = Annotated[datetime, AfterValidator(_with_offset), told_as("check.not_moment")]
"""A date and time with its offset from UTC."""
_ANY_ANSWER = WithJsonSchema(
    {
        "type": ["string", "number", "array", "object"],
        "items": {"type": "string"},
        "additionalProperties": {"type": "number"},
    }
)
Said = Annotated[Plain, told_as("report.no_answer"), _ANY_ANSWER]
"""An answer to a question of any type."""
Unjudged = Annotated[object, _ANY_ANSWER]
"""An answer that only its question can judge."""
