"""The kinds of value that a questionnaire file holds: texts, ids, numbers, lists of choices."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Tag
from pydantic.json_schema import WithJsonSchema

NEUTRAL = ""
"""The language of a text that is the same in all: of one that the file gives without a table."""
TABLE, NAME = "table", "name"
"""How `choices` are given; pydantic puts the word into the path of what is wrong in them."""


def _in_a_table(raw: object) -> object:
    """Give a plain text the form of a translated one."""
    return {NEUTRAL: raw} if isinstance(raw, str) else raw


def _in_a_list(raw: object) -> object:
    """Give a single id the form of a list."""
    return [raw] if isinstance(raw, str) else raw


def _exact(raw: object) -> object:
    """Give a whole number the type of all numbers."""
    return Decimal(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw


def _form_of_choices(raw: object) -> str:
    return NAME if isinstance(raw, str) else TABLE


_TEXT: dict[str, object] = {"type": "string"}
_TEXTS: dict[str, object] = {"type": "object", "additionalProperties": _TEXT}
_TEXT_LIST: dict[str, object] = {"type": "array", "items": _TEXT}

Words = Annotated[
    dict[str, str], BeforeValidator(_in_a_table), WithJsonSchema({"anyOf": [_TEXT, _TEXTS]})
]
"""A text by language tag; a plain text has the tag `NEUTRAL`."""
Ids = Annotated[
    list[str], BeforeValidator(_in_a_list), WithJsonSchema({"anyOf": [_TEXT, _TEXT_LIST]})
]
"""Several ids; one may stand without brackets."""
Number = Annotated[Decimal, BeforeValidator(_exact), WithJsonSchema({"type": "number"})]
"""A number, exact, whole or not."""
Labels = dict[str, Words]
"""Choice id to label."""
Choices = Annotated[
    Annotated[str, Tag(NAME)] | Annotated[Labels, Tag(TABLE)], Discriminator(_form_of_choices)
]
"""The choices of a question: a table of its own or the name of a shared list."""


class Shape(BaseModel):
    """A table of the file: no other keys, no conversion."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)
