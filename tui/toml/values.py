"""Checks for values that TOML allows but no file of this program may hold."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Literal, NamedTuple

from tui.diagnostics.span import KeyPath
from tui.domain.message import Message
from tui.text.characters import named
from tui.text.cleaning import LONGEST_TEXT, is_clean

LARGEST = 2**53 - 1
"""The largest whole number that every program reads alike (RFC 8259, section 6)."""
MOST_DECIMALS = 20
"""Decimal places that a number may have."""

_BEYOND = Decimal("1E+1000")


class Fault(NamedTuple):
    """A key or value that a file may not hold, and why."""

    path: KeyPath
    at: Literal["key", "value"]
    message: Message


def find_faults(data: dict[str, object]) -> Iterator[Fault]:
    """Yield a fault for each key or value that is out of range, too long or not clean."""
    for path, value in _nodes(data):
        name = path[-1]
        if isinstance(name, str) and (message := _text_fault(name)):
            yield Fault(path, "key", message)
        if message := _value_fault(value):
            yield Fault(path, "value", message)


def parse_decimal(written: str) -> Decimal:
    """Return a float of a TOML text as a Decimal; far out of range if Decimal cannot hold it."""
    try:
        return Decimal(written)
    except InvalidOperation:
        return _BEYOND


def _nodes(data: dict[str, object]) -> Iterator[tuple[KeyPath, object]]:
    """Yield every value below `data` with its path, tables and arrays included."""
    # A stack instead of recursion: the depth of the data does not matter.
    waiting: list[tuple[KeyPath, object]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        if path:
            yield path, value
        if isinstance(value, dict):
            waiting.extend(((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            waiting.extend(((*path, number), inner) for number, inner in enumerate(value))


def _value_fault(value: object) -> Message | None:
    match value:
        case str():
            return _text_fault(value)
        case bool():
            return None
        case int() if abs(value) > LARGEST:
            return Message("toml.number_out_of_range", {"largest": str(LARGEST)})
        case Decimal():
            return _decimal_fault(value)
    return None


def _text_fault(text: str) -> Message | None:
    if len(text) > LONGEST_TEXT:
        values = {"length": str(len(text)), "limit": str(LONGEST_TEXT)}
        return Message("toml.text_too_long", values)
    if is_clean(text):
        return None
    unwanted = next(each for each in text.replace("\r\n", "\n") if not is_clean(each))
    return Message("toml.unwanted_character", {"code": named(unwanted)})


def _decimal_fault(number: Decimal) -> Message | None:
    if not number.is_finite():
        return Message("toml.not_finite")
    exponent = number.as_tuple().exponent
    if number.adjusted() > 16 or number.copy_abs() > LARGEST:
        return Message("toml.number_out_of_range", {"largest": str(LARGEST)})
    if isinstance(exponent, int) and exponent < -MOST_DECIMALS:
        return Message("toml.too_many_decimals", {"limit": str(MOST_DECIMALS)})
    return None
