"""The published schemas are current, and of one mind with what reads the files."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker
from pydantic import ValidationError

from tui.formats.json_schema import descriptions, table_name
from tui.formats.kinds import KINDS
from tui.formats.questionnaire.unknown_keys import TYPES
from tui.formats.schemas import FILES, schema

FOLDER = Path(__file__).parents[2] / "questionnaires" / "schemas"
DAY, MOMENT = date(2026, 11, 23), datetime(2026, 11, 23, 10, tzinfo=UTC)
STRANGE: tuple[object, ...] = (
    True,
    -1,
    3,
    Decimal("0.5"),
    "x",
    [],
    [1],
    ["x"],
    [{}],
    {},
    {"a": {}},
)
"""Values of which each is wrong somewhere."""


def _is_moment(text: object) -> bool:
    """Return whether a text is a date with a time; other values are no matter of the format."""
    return not isinstance(text, str) or bool(datetime.fromisoformat(text))


FORMATS = FormatChecker(["date"])
FORMATS.checks("date-time", ValueError)(_is_moment)
JUDGED_BY_QUESTION = {"value", "guess", "recommend", "hollow_except"}
"""Keys whose values only a question can judge: the reader of a file takes them as they are."""
OF_A_QUESTION = 3
"""The length of the path to a key of a question."""
Path_ = tuple[str | int, ...]


@pytest.mark.parametrize("kind", KINDS)
def test_the_published_schema_is_current(kind: str) -> None:
    """Anew: `duiqi schema KIND > questionnaires/schemas/KIND.schema.json` for each kind."""
    published = (FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert published == json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def test_nothing_is_published_or_described_that_is_not_there() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{kind}.schema.json" for kind in KINDS}
    assert tuple(FILES) == KINDS
    told = {
        (name, key)
        for kind in KINDS
        for name, table in tables(schema(kind), table_name(FILES[kind].__name__))
        for key in table["properties"]
    }
    assert {(name, key) for name, keys in descriptions().items() for key in keys} == told


def tables(whole: dict[str, Any], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the tables of a schema by name."""
    yield name, whole
    yield from whole["definitions"].items()


class Maker:
    """Makes the fullest file that a schema allows, and remembers which keys it has used."""

    def __init__(self, whole: dict[str, Any], question_type: str | None = None) -> None:
        self._whole = whole
        self._type = question_type
        self.used: set[tuple[str, str]] = set()

    def file(self) -> dict[str, Any]:
        """Return the whole file."""
        return self._table(self._whole, "")

    def _table(self, node: dict[str, Any], name: str) -> dict[str, Any]:
        forbidden, narrower = set[str](), dict[str, Any]()
        for rule in node.get("allOf", ()):
            if rule["if"]["properties"]["type"]["const"] == self._type:
                then = rule["then"]["properties"]
                forbidden = {key for key, allowed in then.items() if allowed is False}
                narrower = {key: each for key, each in then.items() if each is not False}
        keys = {key: each for key, each in node["properties"].items() if key not in forbidden}
        self.used |= {(name, key) for key in keys}
        made = {key: self._value(each | narrower.get(key, {})) for key, each in keys.items()}
        if name == "question":
            made["type"] = self._type
        return made

    def _value(self, node: dict[str, Any]) -> Any:
        if "allOf" in node and "properties" not in node:
            node = node["allOf"][0]
        if "$ref" in node:
            name = node["$ref"].rpartition("/")[2]
            return self._table(self._whole["definitions"][name], name)
        for key in ("const", "enum"):
            if key in node:
                return node[key] if key == "const" else node[key][0]
        kind = node["type"] if isinstance(node["type"], str) else node["type"][0]
        match kind, node.get("format"):
            case "string", "date":
                return DAY
            case "string", "date-time":
                return MOMENT
            case "array", _:
                return [self._value(node["items"])]
            case "object", _:
                inner = node["additionalProperties"]
                names = node.get("propertyNames", {}).get("enum", ["a"])
                return {name: self._value(inner) for name in names}
        return {"string": "x", "integer": 1, "number": 1, "boolean": True}[kind]


def fullest() -> Iterator[tuple[str, str]]:
    """Yield each kind of file; the questionnaire once for each type of question."""
    for kind in KINDS:
        yield from ((kind, each) for each in (TYPES if kind == "questionnaire" else ("",)))


def is_read(kind: str, data: dict[str, Any]) -> bool:
    """Return whether the models of a kind of file have nothing against its form."""
    try:
        FILES[kind].model_validate(data)
    except ValidationError:
        return False
    return True


def plain(value: object) -> Any:
    """Return a value as JSON has it."""
    match value:
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case list():
            return [plain(each) for each in value]
        case Decimal():
            return float(value)
        case date():
            return value.isoformat()
    return value


def places(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the path of everything below a value."""
    if not isinstance(value, dict | list):
        return
    for key, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield (*path, key)
        yield from places(inner, (*path, key))


@pytest.mark.parametrize(("kind", "type_"), list(fullest()))
def test_reader_and_schema_agree_on_every_key(kind: str, type_: str) -> None:
    whole = schema(kind)
    made = Maker(whole, type_ or None).file()
    validator = Draft7Validator(whole, format_checker=FORMATS)
    assert [error.message for error in validator.iter_errors(plain(made))] == []
    assert is_read(kind, made)
    differ = []
    for path in list(places(made)):
        if type_ not in ("", "choice") and (
            path[:1] != ("question",) or len(path) != OF_A_QUESTION
        ):
            continue  # what all types of question share was tried with the first
        holder: Any = made
        for step in path[:-1]:
            holder = holder[step]
        former = holder[path[-1]]
        judged = bool(JUDGED_BY_QUESTION & set(path))
        for value in () if judged else STRANGE:
            holder[path[-1]] = value
            if is_read(kind, made) != validator.is_valid(plain(made)):
                differ.append((path, value))
        holder[path[-1]] = former
        if isinstance(holder, dict):
            del holder[path[-1]]
            if is_read(kind, made) != validator.is_valid(plain(made)):
                differ.append((path, None))
            holder[path[-1]] = former
    assert differ == []


def test_every_key_of_every_table_was_tried() -> None:
    for kind in KINDS:
        whole = schema(kind)
        used = set[tuple[str, str]]()
        for each, type_ in fullest():
            if each == kind:
                maker = Maker(whole, type_ or None)
                maker.file()
                used |= maker.used
        assert used == {(n, key) for n, t in tables(whole, "") for key in t["properties"]}
