"""Report files read by their shape; what pydantic has against one becomes messages of ours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from inspect import isclass
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tui.diagnostics.span import KeyPath
from tui.domain.message import Message
from tui.formats.records import MOST_NOTED, Problems, document, nearest
from tui.formats.report_shape import BESIDE, SealedShape, Shape
from tui.formats.report_tables import KICKOFF, SOLO, integrity
from tui.text.cleaning import one_line
from tui.toml.reader import TomlFile

S = TypeVar("S", bound=SealedShape)

_KEY_ITSELF = "[key]"
"""What pydantic adds to the path of a value whose key is wrong."""
_WRONG_VALUES = {
    "string_type": "record.not_text",
    "bool_type": "record.not_truth",
    "date_type": "record.not_date",
    "model_type": "record.not_table",
    "dict_type": "record.not_table",
    "tuple_type": "record.not_texts",
    "less_than_equal": "report.unknown_tier",  # nothing else has a bound of its own
}
"""What pydantic finds wrong, and what we say of it."""
_WRONG_ARRAYS = {
    "string_type": "record.not_texts",
    "model_type": "record.not_tables",
    "tuple_type": "record.not_tables",
}
"""The same of an array of tables, and of one item of any array: the message names its key."""


def read_shape(file: TomlFile, mode: str, shape: type[S]) -> tuple[S, tuple[Message, ...]]:
    """Return the report of that `mode` in a file, and what its reader should know of the file.

    Raises:
        InvalidFile: It is no such report; with everything that is wrong in it.
    """
    problems = _expected(file, mode)
    try:
        found = shape.model_validate(file.data, context=_languages(file.data))
    except ValidationError as invalid:
        for error in _root_causes(shape, invalid):
            _note(problems, shape, error)
        problems.raise_any()
        raise
    is_as_written = found.integrity.sha256 == integrity(file.data)
    return found, () if is_as_written else (Message("report.changed"),)


def _expected(file: TomlFile, mode: str) -> Problems:
    """Raise `InvalidFile` at once where a file is no report of that `mode`."""
    root = document(file, "report")
    found = root.title("mode")
    if found and found != mode:
        known = found in (KICKOFF, SOLO)
        root.note(Message(f"report.is_{found}" if known else "report.unknown_mode"), "mode")
    root.problems.raise_any()
    return root.problems


def _languages(data: Mapping[str, object]) -> frozenset[str] | None:
    """Return the languages in which a report has its wording; None where that cannot be known."""
    match data:
        case {"questionnaire": {"languages": [*tags]}} if all(isinstance(t, str) for t in tags):
            return frozenset(map(one_line, tags))
    return None


def _root_causes(shape: type[Shape], invalid: ValidationError) -> Iterator[ErrorDetails]:
    """Return what is wrong, without the keys that are missing only because they are misspelt."""
    errors = invalid.errors(include_url=False)[:MOST_NOTED]
    misspelt = set[KeyPath]()
    for error in errors:
        if error["type"] == "extra_forbidden":
            *table, key = error["loc"]
            misspelt.add((*table, nearest(str(key), _keys(_form(shape, table))) or ""))
    for error in errors:
        if error["type"] != "missing" or error["loc"] not in misspelt:
            yield error


def _note(problems: Problems, shape: type[Shape], error: ErrorDetails) -> None:
    """Note one thing that is wrong, at its place and in our words."""
    kind, loc = error["type"], error["loc"]
    way = tuple(step for step in loc if step != BESIDE)
    key = next(step for step in reversed(way) if isinstance(step, str))
    match kind:
        case "missing":
            problems.add(way[:-1], Message("record.missing_key", {"key": key}), "header", None)
        case "extra_forbidden":
            _note_unknown_key(problems, way, _keys(_form(shape, loc[:-1])))
        case "enum" if key == _KEY_ITSELF:
            by_word, _ = get_args(_form(shape, loc[:-2]))
            _note_unknown_key(problems, way[:-1], _words(_bare(by_word)))
        case "enum":
            found, known = str(error["input"]), _words(_form(shape, loc))
            values = {"key": key, "found": found, "known": ", ".join(known)}
            problems.add(way, Message("record.unknown_word", values), "value", (found, known))
        case _:
            is_of_tables = kind == "tuple_type" and _is_shape(get_args(_form(shape, loc))[0])
            if is_of_tables or key != way[-1]:
                kind = _WRONG_ARRAYS.get(kind, kind)
            values = {"key": key} | error.get("ctx", {})
            problems.add(way, Message(_WRONG_VALUES.get(kind, kind), values), "value", None)


def _note_unknown_key(problems: Problems, way: KeyPath, known: Sequence[str]) -> None:
    key = str(way[-1])
    problems.add(way, Message("record.unknown_key", {"key": key}), "key", (key, known))


def _form(shape: type[Shape], way: Iterable[str | int]) -> Any:
    """Return the type of what is due at `way`: a shape, an enum, or an array or mapping of them."""
    form: Any = shape
    for step in way:
        if _is_shape(form):
            form = form.model_fields[step].annotation
        else:
            form = get_args(form)[-1 if get_origin(form) is dict else 0]
        form = _bare(form)
    return form


def _bare(form: Any) -> Any:
    """Return a type without what is said beside it, and without None."""
    while get_origin(form) in (Annotated, UnionType, Union):
        form = get_args(form)[0]
    return form


def _is_shape(form: object) -> bool:
    return isclass(form) and issubclass(form, Shape)


def _keys(shape: type[Shape]) -> Sequence[str]:
    """Return the keys that a table may have."""
    return [name for name, field in shape.model_fields.items() if field.validation_alias is None]


def _words(options: type[StrEnum]) -> Sequence[str]:
    return [str(option) for option in options]
