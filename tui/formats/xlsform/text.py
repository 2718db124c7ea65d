"""A questionnaire as an author would write it: short texts on one line, a blank between tables."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import tomli_w

from tui.domain.values import number_text

_LINE = 100
"""Cells up to which a table stands on one line."""
_IN_GROUPS = ("party", "area", "choices", "question")
"""The tables of tables."""


def questionnaire_text(tables: Mapping[str, object]) -> str:
    """Return a questionnaire as TOML."""
    return "\n".join(_lines(tables)) + "\n"


def _lines(tables: Mapping[str, object]) -> Iterator[str]:
    yield f"format = {tables['format']}"
    yield from _table("questionnaire", tables["questionnaire"])
    for group in _IN_GROUPS:
        found = tables.get(group, {})
        assert isinstance(found, Mapping)  # noqa: S101 - tables are made by us
        for name, table in found.items():
            yield from _table(f"{group}.{name}", table)


def _table(name: str, table: object) -> Iterator[str]:
    assert isinstance(table, Mapping)  # noqa: S101
    yield ""
    yield f"[{name}]"
    for key, value in table.items():
        line = f"{key} = {_written(value)}"
        if isinstance(value, Mapping) and len(line) > _LINE:
            yield from (f"{key}.{tag} = {_written(text)}" for tag, text in value.items())
        else:
            yield line


def _written(value: object) -> str:
    match value:
        case Mapping():
            return (
                "{ " + ", ".join(f"{key} = {_written(each)}" for key, each in value.items()) + " }"
            )
        case list() | tuple():
            return "[" + ", ".join(map(_written, value)) + "]"
        case Decimal():
            return number_text(value)
        case _:
            return tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")
