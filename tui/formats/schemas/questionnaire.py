"""The JSON Schema of questionnaires."""

from tui.formats.questionnaire.shapes.conditions import RiskShape, TestShape
from tui.formats.questionnaire.shapes.questionnaire import (
    AreaShape,
    FileShape,
    HeadShape,
    PartyShape,
)
from tui.formats.questionnaire.shapes.questions import TYPES, QuestionShape
from tui.formats.questionnaire.shapes.retired import RetiredShape
from tui.formats.schemas.making import Definitions, Schema, describe

_DEFINITIONS = Definitions(
    {
        FileShape: "file",
        HeadShape: "questionnaire",
        PartyShape: "party",
        AreaShape: "area",
        RetiredShape: "retired",
        RiskShape: "rule",
        TestShape: "test",
    },
    {},
)


def schema() -> Schema:
    """Return the schema of a questionnaire file."""
    whole = _DEFINITIONS.schema(FileShape, "duiqi questionnaire")
    whole["properties"]["question"] = {
        "type": "object",
        "description": describe("file", "question"),
        "additionalProperties": {"$ref": "#/definitions/question"},
    }
    whole["definitions"]["question"] = _question()
    return whole


def _question() -> Schema:
    """Return a question: all keys that any type has, then what each type wants of them."""
    keys = {name: key for shape in TYPES.values() for name, key in shape.keys.items()}
    properties = _DEFINITIONS.properties(keys.values(), "question")
    properties["type"]["enum"] = list(TYPES)
    for key in ("min", "max", "tolerance", "near"):
        properties[key].pop("default", None)
        properties[key]["type"] = "number"
    return {
        "type": "object",
        "properties": properties,
        "required": [key.name for key in QuestionShape.keys.values() if key.is_due],
        "additionalProperties": False,
        "allOf": [_of_type(kind, set(keys)) for kind in TYPES],
    }


def _of_type(kind: str, keys: set[str]) -> Schema:
    """Return what holds for questions of one type: what is due, and what may not stand there."""
    own = TYPES[kind].keys
    due = [key.name for key in own.values() if key.is_due and key.name not in QuestionShape.keys]
    then: Schema = {"properties": dict.fromkeys(sorted(keys - own.keys()), False)}
    if due:
        then["required"] = due
    return {"if": {"properties": {"type": {"const": kind}}, "required": ["type"]}, "then": then}
