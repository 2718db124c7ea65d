"""How to write what stands in a file in the wrong form: without its quotes, brackets, as a word."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from tui.diagnostics.problem import message
from tui.diagnostics.span import KeyPath
from tui.domain.message import Message
from tui.toml.likely_values import likely_number, truth_of

_LONGEST = 60
"""Characters of an example; a longer one says no more."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def mend_of(path: KeyPath, key: str, found: object) -> Message | None:
    """Return how to write a value, where its wrong form leaves no doubt.

    Args:
        path: Where it stands.
        key: The message that it gets.
        found: What stands there.
    """
    mend = _MENDS.get(key.removeprefix("check."))
    written = None if mend is None else mend(found)
    if written is not None and len(written) <= _LONGEST:
        return write(path, written)
    if key == "check.only_true" and found is False:
        return message("leave_key_out", key=path[-1])
    if key == "check.not_table" and is_list_of_tables(found):
        return message("single_brackets", table=".".join(map(str, path)))
    return None


def write(path: KeyPath, written: str) -> Message:
    """Return help that says how a value is written, with its key where it has one of its own."""
    key = path[-1]
    example = written if isinstance(key, int) else f"{key} = {written}"
    return message("write_as", example=example)


def shown(value: object) -> str:
    """Return a value as a TOML file has it.

    >>> print(shown(["a", True, {"q": Decimal("1.50")}]))
    ["a", true, { q = 1.50 }]
    """
    match value:
        case str() | bool():
            return json.dumps(value, ensure_ascii=False)
        case list():
            return f"[{', '.join(map(shown, value))}]"
        case dict():
            inner = ", ".join(f"{key} = {shown(each)}" for key, each in value.items())
            return f"{{ {inner} }}"
        case _:
            return str(value)


def is_list_of_tables(value: object) -> bool:
    """Return whether a value is what double brackets make."""
    return isinstance(value, list) and bool(value) and all(isinstance(e, dict) for e in value)


def _text(found: object) -> str | None:
    """Return a text: the only one of a list, or what stands there without quotes."""
    match found:
        case [str() as only]:
            return shown(only)
        case bool() | int() | Decimal() | date():
            return f'"{shown(found)}"'
        case _:
            return None


def _number(found: object) -> str | None:
    return likely_number(found) if isinstance(found, str) else None


def _whole(found: object) -> str | None:
    number = _number(found)
    if isinstance(found, Decimal) and found == found.to_integral_value():
        number = str(found.to_integral_value())
    return number if number is not None and "." not in number else None


def _true_or_false(found: object) -> str | None:
    truth = truth_of(found) if isinstance(found, str) else None
    if found in (0, 1):
        truth = found == 1
    return None if truth is None else shown(truth)


def _day(found: object) -> str | None:
    return found if isinstance(found, str) and _DAY.fullmatch(found) else None


def _only_true(found: object) -> str | None:
    return "true" if _true_or_false(found) == "true" else None


_MENDS: Mapping[str, Callable[[object], str | None]] = {
    "not_text": _text,
    "not_texts": lambda found: shown([found]) if isinstance(found, str) else _text(found),
    "not_tables": lambda found: shown([found]) if isinstance(found, dict) else None,
    "not_number": _number,
    "not_number_from_zero": _number,
    "not_whole": _whole,
    "not_whole_from": _whole,
    "not_true_or_false": _true_or_false,
    "only_true": _only_true,
    "not_date": _day,
}
"""What stands in the wrong form, to the right one; by message."""
