"""Keys that may not stand where they stand, and what may stand there instead."""

from collections.abc import Mapping
from typing import Any

from tui.domain.message import Message
from tui.storage.checks.problem import Names, Problem, error, message
from tui.storage.positions import Path
from tui.storage.shapes.conditions import RiskShape, TestShape
from tui.storage.shapes.questionnaire import (
    AreaShape,
    FileShape,
    HeadShape,
    PartyShape,
    RetiredShape,
)
from tui.storage.shapes.questions import TYPES
from tui.storage.shapes.values import Shape

_BESIDE_OPERATORS = {"q", "who", "choice", "by"}


def keys_of(shape: type[Shape]) -> list[str]:
    """Give the keys that a table may have, as the file writes them."""
    return [field.alias or name for name, field in shape.model_fields.items()]


ID_TABLES: Mapping[str, frozenset[str]] = {
    "party": frozenset(keys_of(PartyShape)),
    "area": frozenset(keys_of(AreaShape)),
    "question": frozenset(key for shape in TYPES.values() for key in keys_of(shape)),
    "risk": frozenset(keys_of(RiskShape)),
    "retired": frozenset(keys_of(RetiredShape)),
}
"""The tables that hold one table for each id, and the keys that belong one level below."""


_SHAPES: Mapping[Path, type[Shape]] = {
    (): FileShape,
    ("questionnaire",): HeadShape,
    ("party",): PartyShape,
    ("area",): AreaShape,
    ("retired",): RetiredShape,
    ("risk",): RiskShape,
    ("question", "risk"): RiskShape,
}
"""The shape of a table by the fixed names of its path; any other is a test."""


def keys_at(path: Path, data: Any) -> list[str]:
    """Give the keys that the table at `path` may have; a question's depend on its type."""
    fixed = path[::2]
    if fixed == ("question",):
        return keys_of(TYPES[data["question"][path[1]]["type"]])
    return keys_of(_SHAPES.get(fixed, TestShape))


def owners(name: str) -> list[str]:
    """Give the types of question that have a key."""
    return [kind for kind, shape in TYPES.items() if name in keys_of(shape)]


def unknown_key(path: Path, known: list[str], kind: object = None) -> Problem:
    """Tell that the key at `path` is none of the `known` ones; `kind` is the question's type."""
    name = str(path[-1])
    if kind is not None and (having := owners(name)):
        owned = message("key_of_types", types=", ".join(having))
        return error(path, "key_of_other_type", at="key", key=name, type=kind, help=owned)
    if "q" in known and Names(known).nearest(name) not in _BESIDE_OPERATORS:
        operators = [key for key in known if key not in _BESIDE_OPERATORS]
        meant = _mend(name, known, operators)
        return error(path, "unknown_operator", at="key", operator=name, help=meant)
    return error(path, "unknown_key", at="key", key=name, help=_mend(name, known, known))


def _mend(name: str, known: list[str], offered: list[str]) -> Message | None:
    """Give the known key that was meant, else those to offer where they are few."""
    if (meant := Names(known).nearest(name)) is not None:
        return message("did_you_mean", name=meant)
    return Names(offered).mend(name)
