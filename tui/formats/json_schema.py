"""JSON Schemas (draft-07) of our files, for editors and other TOML tools, made from the models.

They are flat, as such tools want them: no unions, no nulls, each table defined once, each key
described in both languages (`descriptions.toml`).
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tui.formats.table import BESIDE, Table

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""
_DRAFT = "http://json-schema.org/draft-07/schema#"
_REFERENCE = "#/definitions/"
_DESCRIPTIONS = Path(__file__).with_name("descriptions.toml")
_ID: Schema = {"pattern": "^[a-z][a-z0-9_]*$"}
_TEXT: Schema = {"type": "string"}


def schema_of(model: type[Table]) -> Schema:
    """Return the schema of a whole file."""
    raw = model.model_json_schema(ref_template=_REFERENCE + "{model}")
    flattener = _Flattener(raw.pop("$defs", {}))
    name = table_name(model.__name__)
    whole = flattener.table(raw, name)
    definitions = dict(sorted(flattener.tables.items()))
    return {"$schema": _DRAFT, "title": f"duiqi {name}", **whole, "definitions": definitions}


def table_name(model: str) -> str:
    """Return the name under which the table of a model is defined and described.

    >>> table_name("ReportedAnswerTable"), table_name("SheetFile")
    ('reported_answer', 'sheet')
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", re.sub("(Table|File)$", "", model)).lower()


def describe(table: str, key: str) -> str:
    """Return what a key is for, in both languages."""
    words = descriptions()[table][key]
    return f"{words['zh-CN']}\n\n{words['en']}"


@cache
def descriptions() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return what each key of each table is for, by language."""
    return tomllib.loads(_DESCRIPTIONS.read_text(encoding="utf-8"))


class _Flattener:
    """Brings what pydantic makes of models into a form that simple tools read."""

    def __init__(self, raw: Mapping[str, Schema]) -> None:
        self._raw = raw
        self.tables: dict[str, Schema] = {}
        """The tables met so far, by name."""

    def table(self, raw: Schema, name: str) -> Schema:
        """Return what one table may hold."""
        keys = {key: each for key, each in raw["properties"].items() if key != BESIDE}
        return {
            "type": "object",
            "properties": {key: self._key(each, name, key) for key, each in keys.items()},
            "required": raw.get("required", []),
            "additionalProperties": _TEXT if BESIDE in raw["properties"] else False,
        }

    def _key(self, raw: Schema, table: str, key: str) -> Schema:
        """Return what may stand at a key, and what it is for."""
        found, words = self._value(raw), {"description": describe(table, key)}
        if "$ref" in found:
            return {"allOf": [found], **words}
        default = raw.get("default")
        if isinstance(default, str) and found.get("type") == "number":
            default = int(default)
        return found | words | ({"default": default} if isinstance(default, int) else {})

    def _value(self, raw: Schema) -> Schema:
        """Return what a value may be."""
        raw = {key: each for key, each in raw.items() if key not in ("title", "default")}
        either = [*raw.get("anyOf", ()), *raw.get("oneOf", ())]
        options = [each for each in either if each != {"type": "null"}]
        if "discriminator" in raw:
            return self._one_of(raw["discriminator"]["mapping"])
        if len(options) == 1:
            return self._value(options[0])
        if options:
            merged = {key: each for option in options for key, each in self._value(option).items()}
            return merged | {"type": [self._value(option)["type"] for option in options]}
        if "$ref" in raw:
            return self._reference(raw["$ref"])
        for inner in ("items", "additionalProperties", "propertyNames"):
            if isinstance(raw.get(inner), dict):
                raw[inner] = self._value(raw[inner])
        more = raw.get("additionalProperties")
        is_by_id = raw.get("type") == "object" and isinstance(more, dict) and more != _TEXT
        return {"propertyNames": _ID} | raw if is_by_id else raw

    def _reference(self, reference: str) -> Schema:
        """Return a reference to a table; what is no table is put in its place."""
        model = reference.removeprefix(_REFERENCE)
        raw, name = self._raw[model], table_name(model)
        if "properties" not in raw:
            return {key: each for key, each in raw.items() if key in ("type", "enum")}
        if name not in self.tables:
            self.tables[name] = {}
            self.tables[name] = self.table(raw, name)
        return {"$ref": _REFERENCE + name}

    def _one_of(self, mapping: Mapping[str, str]) -> Schema:
        """Return a reference to one table for all types of question, with what each type wants."""
        raw = {kind: self._raw[ref.removeprefix(_REFERENCE)] for kind, ref in mapping.items()}
        tables = {kind: self.table(each, "question") for kind, each in raw.items()}
        keys: Schema = {}
        for table in tables.values():
            for key, each in table["properties"].items():
                keys[key] = each if keys.get(key, each) == each else _common(keys[key], each)
        due = [set(table["required"]) for table in tables.values()]
        always = [key for key in keys if all(key in each for each in due)]
        self.tables["question"] = {
            "type": "object",
            "properties": keys | {"type": keys["type"] | {"enum": list(mapping)}},
            "required": always,
            "additionalProperties": False,
            "allOf": [_of_type(kind, table, keys, always) for kind, table in tables.items()],
        }
        return {"$ref": f"{_REFERENCE}question"}


def _common(one: Schema, other: Schema) -> Schema:
    """Return what holds of a key in two tables that differ in it: numbers, whole or not; days."""
    shared = {key: each for key, each in one.items() if other.get(key) == each}
    if "type" in shared:
        return shared
    types = set[str]()
    for each in (one["type"], other["type"]):
        types |= {each} if isinstance(each, str) else set(each)
    if "number" in types:
        types.discard("integer")
    elif "string" not in types:
        types = {"number"}
    told = sorted(types)
    return shared | {"type": told[0] if len(told) == 1 else told}


def _of_type(kind: str, table: Schema, keys: Mapping[str, Schema], always: Sequence[str]) -> Schema:
    """Return what holds for questions of one type: what is due and what may stand there."""
    own = table["properties"]
    narrower = {
        key: {word: each[word] for word in ("type", "format") if word in each}
        for key, each in own.items()
        if "type" in each and each["type"] != keys[key]["type"]
    }
    then: Schema = {"properties": dict.fromkeys(sorted(keys.keys() - own.keys()), False) | narrower}
    if due := [key for key in table["required"] if key not in always]:
        then["required"] = due
    return {"if": {"properties": {"type": {"const": kind}}, "required": ["type"]}, "then": then}
