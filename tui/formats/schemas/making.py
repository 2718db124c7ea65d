"""From the shapes of tables to a JSON Schema: flat, without nulls, described in both languages."""

import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from tui.formats.questionnaire.shapes import forms
from tui.formats.questionnaire.shapes.table import Key, Shape, Table

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""
DRAFT = "http://json-schema.org/draft-07/schema#"
_WORDS = Path(__file__).with_name("words.toml")
_ID = "^[a-z][a-z0-9_]*$"


class Day(forms.Anything):
    """A date of TOML."""


class Leftover(forms.Anything):
    """A table of which nothing is known."""


DAY = Day()
LEFTOVER = Leftover()


class Definitions:
    """The tables of a file, each defined once, under the names of their descriptions."""

    def __init__(
        self, names: Mapping[type[Shape], str], others: Mapping[type[Shape], forms.Form[Any]]
    ) -> None:
        self._names = names
        self._others = others

    def schema(self, shape: type[Shape], title: str) -> Schema:
        """Return the schema of a whole file."""
        definitions = {
            name: self.table(each) for each, name in self._names.items() if each is not shape
        }
        return {
            "$schema": DRAFT,
            "title": title,
            **self.table(shape),
            "definitions": {**definitions, "texts": TEXTS},
        }

    def table(self, shape: type[Shape]) -> Schema:
        """Return what one table may hold."""
        keys, other = shape.keys.values(), self._others.get(shape)
        return {
            "type": "object",
            "properties": self.properties(keys, self._names[shape]),
            "required": [key.name for key in keys if key.is_due],
            "additionalProperties": False if other is None else self.of(other),
        }

    def properties(self, keys: Iterable[Key[Any]], table: str) -> Schema:
        """Return what may stand at each key, and what it is for."""
        return {key.name: self._described(key, table) for key in keys}

    def _described(self, key: Key[Any], table: str) -> Schema:
        words = {"description": describe(table, key.name)}
        found = self.of(key.form)
        if "$ref" in found:
            return {"allOf": [found], **words}
        default = int(key.default) if isinstance(key.default, Decimal) else key.default
        return found | words | ({"default": default} if isinstance(default, int) else {})

    def of(self, form: forms.Form[Any]) -> Schema:
        """Return what a value of that form is in JSON Schema."""
        match form:
            case forms.Plain():
                return {"type": _TYPES[type(form.blank)]}
            case forms.OneOf():
                return {"type": "string", "enum": list(form.words)}
            case forms.ListOf():
                types: object = ["string", "array"] if form.takes_one else "array"
                return {"type": types, "items": self.of(form.item)}
            case Table():
                return {"$ref": f"#/definitions/{self._names[form.shape]}"}
            case forms.MapOf():
                return _by_id(self.of(form.item))
            case _:
                return dict(_FORMS.get(type(form), {"type": "object"}))


def _by_id(inner: Schema) -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": _ID},
        "additionalProperties": inner,
    }


TEXTS: Schema = {"type": ["string", "object"], "additionalProperties": {"type": "string"}}
"""A text by language tag, or one that is the same in every language."""


_TYPES: Mapping[type, str] = {str: "string", int: "integer", bool: "boolean"}
_FORMS: Mapping[type[forms.Form[Any]], Schema] = {
    forms.Number: {"type": "number"},
    forms.OnlyTrue: {"type": "boolean", "const": True},
    forms.InEachLanguage: {"$ref": "#/definitions/texts"},
    forms.OwnOrShared: _by_id({"$ref": "#/definitions/texts"}) | {"type": ["string", "object"]},
    forms.Anything: {
        "type": ["string", "number", "array", "object"],
        "items": {"type": "string"},
        "additionalProperties": {"type": "number"},
    },
    Day: {"type": "string", "format": "date"},
    Leftover: {"type": "object", "additionalProperties": True},
}
"""What the forms are that hold no other; anything is an answer, of whichever question."""


def describe(table: str, key: str) -> str:
    """Return what a key is for, in both languages."""
    words = _words()[table][key]
    return f"{words['zh-CN']}\n\n{words['en']}"


@cache
def _words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(_WORDS.read_text(encoding="utf-8"))
