"""Values of the wrong kind: what was expected instead, and what to go on with."""

import re
from decimal import Decimal

from pydantic_core import ErrorDetails

from tui.storage.checks.problem import Names, Problem, error
from tui.storage.positions import Path

_EXPECTED = {
    "string_type": ("not_text", ""),
    "int_type": ("not_whole", 0),
    "bool_type": ("not_true_or_false", False),
    "list_type": ("not_list", []),
    "dict_type": ("not_table", {}),
    "model_type": ("not_table", {}),
    "model_attributes_type": ("not_table", {}),
    "is_instance_of": ("not_number", Decimal(0)),
    "decimal_type": ("not_number", Decimal(0)),
    "finite_number": ("not_number", Decimal(0)),
}
"""Pydantic's kinds of mistake: the message for each, and a value of the kind that is due."""

_TEXTS = {
    "about", "clause", "guide", "high", "hint", "low", "name", "practice", "say", "text", "title",
    "unit",
}  # fmt: skip
"""The keys that hold a text in each language."""


def wrong_value(path: Path, found: ErrorDetails) -> Problem:
    """Tell what the value at `path` should have been."""
    if found["type"] == "literal_error":
        return _unknown_value(path, found)
    key, _ = _EXPECTED.get(found["type"], ("wrong_value", None))
    return error(path, "not_words" if key == "not_table" and _is_text(path) else key)


def _is_text(path: Path) -> bool:
    """Tell whether a text in each language stands at `path`."""
    match path:
        case ("choices", _, _) | ("question", _, "choices", _):
            return True
        case (_, *_, name):
            return name in _TEXTS
        case _:
            return False


def stopgap(found: ErrorDetails) -> object:
    """Give a value of the kind that was expected."""
    if found["type"] == "literal_error":
        options = _options(found)
        return options[0] if options else True
    _, value = _EXPECTED.get(found["type"], ("", None))
    return type(value)() if isinstance(value, list | dict) else value


def _unknown_value(path: Path, found: ErrorDetails) -> Problem:
    options = _options(found)
    if not options:
        return error(path, "only_true", key=path[-1])
    given = str(found["input"])
    return error(path, "unknown_value", value=given, key=path[-1], help=Names(options).mend(given))


def _options(found: ErrorDetails) -> list[str]:
    """Give the texts that pydantic would have taken, from its own list of them."""
    return re.findall(r"'([^']*)'", str(found.get("ctx", {}).get("expected", "")))
