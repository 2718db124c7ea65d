"""What an answer to a question of a form may be, in the types of ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from tui.formats.xlsform.expressions import HERE, Compared, Joined, NotSimple, day_of, number_of
from tui.formats.xlsform.expressions import parse_condition as parsed
from tui.formats.xlsform.lists import ChoiceList
from tui.formats.xlsform.notes import Notes

Table = dict[str, object]
"""Keys of a question's table."""

_LOW, _HIGH = Decimal(0), Decimal(1_000_000)
"""The bounds of a number that has none in the form."""
_DECIMALS = 2
"""Places behind the point of a `decimal`, which says nothing of them."""
_MOST_LEVELS = 11
_LONGEST = 4000
"""Characters that a text may have at the most."""
_PARAMETER = re.compile(r"([A-Za-z_-]+)\s*=\s*(\S+?)(?=[\s,;]|$)")


@dataclass(frozen=True, slots=True)
class Source:
    """A question of a form, as far as it says what an answer may be."""

    row: int
    """Its row in the survey."""
    type: str
    """Its type, in small letters, words joined by `_`."""
    choices: ChoiceList | None
    """What it offers."""
    constraint: str
    """What an answer must meet, as it is written."""
    parameters: str
    """What else its type is told."""


def answer_table(source: Source, notes: Notes) -> Table | None:
    """Return the type of a question and its bounds; None where there is no type of ours for it."""
    match source.type:
        case "text":
            return _text(source, notes)
        case "integer" | "int" | "decimal" as kind:
            return _number(source, notes, _DECIMALS if kind == "decimal" else 0)
        case "range":
            return _slider(source, notes)
        case "date":
            return _day(source, notes)
        case "select_one" | "select_multiple" | "rank":
            return _choosing(source, notes)
        case _:
            return None


def _chosen(source: Source) -> Table:
    kind = {"select_one": "choice", "select_multiple": "multi", "rank": "ranking"}[source.type]
    assert source.choices is not None  # noqa: S101 - whoever calls has looked
    return {"type": kind, "choices": source.choices.id}


def _with_constraint_noted(table: Table, source: Source, notes: Notes) -> Table:
    if source.constraint:
        notes.add("survey", source.row, "constraint", text=source.constraint)
    return table


def _text(source: Source, notes: Notes) -> Table:
    table: Table = {"type": "text"}
    if not source.constraint:
        return table
    try:
        found = parsed(source.constraint)
    except NotSimple:
        return _with_constraint_noted(table, source, notes)
    match found:
        case Compared(".", "string-length <=" | "string-length <" as sign, operand):
            longest = number_of(operand)
            if longest is not None and longest == int(longest) and 1 < longest <= _LONGEST:
                return {**table, "max_length": int(longest) - (sign[-1] == "<")}
    return _with_constraint_noted(table, source, notes)


def _number(source: Source, notes: Notes, decimals: int) -> Table:
    low, high = _bounds(source, notes, decimals)
    if low is None or high is None:
        low = (
            min(_LOW, (high or _LOW) - _HIGH if high is not None else _LOW) if low is None else low
        )
        high = max(_HIGH, low + _HIGH) if high is None else high
        notes.add("survey", source.row, "bounds_added", low=f"{low:f}", high=f"{high:f}")
    table: Table = {"type": "number", "min": low, "max": high}
    return {**table, "decimals": decimals} if decimals else table


def _bounds(source: Source, notes: Notes, decimals: int) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds that a constraint sets; one that sets more is noted, and sets none."""
    low: Decimal | None = None
    high: Decimal | None = None
    if not source.constraint:
        return low, high
    step = Decimal(1).scaleb(-decimals)
    try:
        for sign, bound in _simple_bounds(source.constraint):
            match sign:
                case ">=" | ">":
                    least = bound + step * (sign == ">")
                    low = least if low is None else max(low, least)
                case "<=" | "<":
                    most = bound - step * (sign == "<")
                    high = most if high is None else min(high, most)
                case _:
                    raise NotSimple
        if low is not None and high is not None and low >= high:
            raise NotSimple
    except NotSimple:
        notes.add("survey", source.row, "constraint", text=source.constraint)
        return None, None
    return low, high


def _simple_bounds(constraint: str) -> Iterator[tuple[str, Decimal]]:
    """Yield each comparison of the answer with a number; all of them must hold."""
    found = parsed(constraint)
    parts = found.parts if isinstance(found, Joined) and found.is_all else (found,)
    for part in parts:
        number = number_of(part.operand) if isinstance(part, Compared) else None
        if not isinstance(part, Compared) or part.name != HERE or number is None:
            raise NotSimple
        yield part.sign, number


def _choosing(source: Source, notes: Notes) -> Table:
    most = _most(source) if source.type == "select_multiple" else None
    if most is not None:
        return {**_chosen(source), "most": most}
    return _with_constraint_noted(_chosen(source), source, notes)


def _most(source: Source) -> int | None:
    """Return how many choices may be made, where the constraint says that and no more."""
    try:
        found = parsed(source.constraint)
    except NotSimple:
        return None
    match found:
        case Compared(".", "count-selected <=" | "count-selected <" as sign, operand):
            number = number_of(operand)
            most = 0 if number is None else int(number) - (sign[-1] == "<")
            return most if most > 0 and number == int(number or 0) else None
    return None


def _day(source: Source, notes: Notes) -> Table:
    """Return the type of a day, with its bounds where they are plain days."""
    table: Table = {"type": "date"}
    try:
        found = parsed(source.constraint)
    except NotSimple:
        return _with_constraint_noted(table, source, notes)
    parts = found.parts if isinstance(found, Joined) and found.is_all else (found,)
    for part in parts:
        match part:
            case Compared(".", ">=" | ">" | "<=" | "<" as sign, str() as written) if (
                day := day_of(written)
            ) is not None:
                step = timedelta(days={">": 1, "<": -1}.get(sign, 0))
                table["min" if sign[0] == ">" else "max"] = day + step
            case _:
                return _with_constraint_noted({"type": "date"}, source, notes)
    return table


def _slider(source: Source, notes: Notes) -> Table:
    """Return a `range` of a form, which is one number on a line: few levels are a scale."""
    told = {"start": Decimal(1), "end": Decimal(10), "step": Decimal(1)}
    for name, value in _PARAMETER.findall(source.parameters):
        number = number_of(value)
        if name.lower() in told and number is not None:
            told[name.lower()] = number
        else:
            notes.add("survey", source.row, "parameter", text=f"{name}={value}")
    low, high = sorted((told["start"], told["end"]))
    step = abs(told["step"])
    if source.constraint:
        notes.add("survey", source.row, "constraint", text=source.constraint)
    is_whole = all(number == int(number) for number in (low, high, step))
    if low == high:
        notes.add("survey", source.row, "bounds_added", low=f"{low:f}", high=f"{low + 1:f}")
        high = low + 1
    if is_whole and step == 1 and high - low < _MOST_LEVELS:
        return {"type": "scale", "min": int(low), "max": int(high)}
    if step != 1:
        notes.add("survey", source.row, "step", step=f"{step:f}")
    table: Table = {"type": "number", "min": low, "max": high}
    places = max(-int(number.normalize().as_tuple().exponent) for number in (low, high, step))
    return {**table, "decimals": min(places, 6)} if places > 0 else table
