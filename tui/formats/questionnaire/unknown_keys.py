"""A key that may not stand where it does: what it is likely meant to be, and where it belongs."""

from collections.abc import Mapping
from typing import Any, get_args

from tui.diagnostics.problem import Problem, error, message
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names, meant_by
from tui.domain.conditions import Operator
from tui.domain.message import Message
from tui.formats.questionnaire.foreign_words import key_meant
from tui.formats.questionnaire.models import (
    AnyQuestionTable,
    AreaTable,
    HeadTable,
    PartyTable,
    PredicateTable,
    QuestionnaireFile,
    QuestionTable,
    RetiredTable,
    RuleTable,
)
from tui.formats.reading import keys_of
from tui.formats.table import Table

Judged = tuple[Problem, KeyPath | None]
"""What to tell of a key, and the path at which its value was meant to stand."""
TYPES: dict[str, type[QuestionTable]] = {
    kind: table
    for table in get_args(AnyQuestionTable)
    for kind in get_args(table.model_fields["type"].annotation)
}
"""The table of each type of question."""
OWNERS: dict[str, list[str]] = {}
"""The types of question that have a key."""
for _kind, _table in TYPES.items():
    for _key in keys_of(_table):
        OWNERS.setdefault(_key, []).append(_kind)
EXAMPLES = {
    "show_if": '[{ q = "…", is = "…" }]',
    "show_if_any": '[{ q = "…", is = "…" }]',
    "if": '[{ q = "…", is = "…" }]',
    "near_pairs": '[["…", "…"]]',
}
"""How a key is written that nobody guesses."""
_OPERATORS = tuple(map(str, Operator))
_SMALL = (HeadTable, PartyTable, AreaTable, RuleTable, RetiredTable)
"""The tables of which none has a table within."""
_WHOLE_QUESTION = 2
"""The length of the path of a question."""


def judged(path: KeyPath, table: type[Table], data: Mapping[str, Any]) -> Judged | None:
    """Return what to tell of an unknown key; None where only its spelling can tell what it means.

    Args:
        path: Where it stands.
        table: What it stands in.
        data: The whole file as it is by now.
    """
    return (
        _of_other_type(path, table, data)
        or _of_other_table(path, table, data)
        or _foreign(path, table, data)
        or _operator(path, table, data)
    )


def _of_other_type(path: KeyPath, table: type[Table], data: Mapping[str, Any]) -> Judged | None:
    """Return what to tell of a key that only other types of question have."""
    if not issubclass(table, QuestionTable):
        return None
    name, foreign = str(path[-1]), key_meant(table, str(path[-1]))
    own = name if name in OWNERS else foreign
    if own not in OWNERS or own in keys_of(table):
        return None
    kind = data["question"][path[1]]["type"]
    mend = message("key_of_types", types=", ".join(OWNERS[own]))
    return error(path, "key_of_other_type", at="key", key=own, type=kind, help=mend), None


def _of_other_table(path: KeyPath, table: type[Table], data: Mapping[str, Any]) -> Judged | None:
    """Return what to tell of a key that stands under the wrong header."""
    name = str(path[-1])
    if name == "format" and type(_at(data, path)) is int:
        return _misplaced(path, ("format",), message("format_first"))
    if table is QuestionnaireFile and name in keys_of(HeadTable):
        meant = ("questionnaire", name) if isinstance(data.get("questionnaire"), dict) else None
        return _misplaced(path, meant, message("write_under", table="questionnaire"))
    if name in keys_of(QuestionnaireFile) and table in _SMALL and not key_meant(table, name):
        return _misplaced(path, None, message("write_header", table=f"{name}.ID"))
    if table is RuleTable and path[0] == "question" and name in OWNERS:
        foreign, question = key_meant(table, name), path[:_WHOLE_QUESTION]
        is_due = foreign is not None and foreign not in _at(data, path[:-1])
        if not is_due:
            return _misplaced(path, (*question, name), above(question))
    return None


def _misplaced(path: KeyPath, meant: KeyPath | None, mend: Message) -> Judged:
    return error(path, "misplaced_key", at="key", key=path[-1], help=mend), meant


def above(question: KeyPath) -> Message:
    """Return help for a key of a question that stands under one of the question's inner tables."""
    return message("write_above", table=".".join(map(str, question)))


def _foreign(path: KeyPath, table: type[Table], data: Mapping[str, Any]) -> Judged | None:
    """Return what to tell of a word of another form system."""
    name = str(path[-1])
    found = key_meant(table, name)
    if found is None:
        return None
    if "." in found:
        return error(path, "check.unknown_key", at="key", key=name, help=message(found)), None
    key = "unknown_operator" if found in _OPERATORS and table is PredicateTable else "unknown_key"
    example = EXAMPLES.get(found)
    mend = message("here_it_is", name=found)
    if example is not None and not isinstance(_at(data, path), list):
        mend = message("here_it_is_written", example=f"{found} = {example}")
    return error(path, key, at="key", key=name, operator=name, help=mend), (*path[:-1], found)


def _operator(path: KeyPath, table: type[Table], data: Mapping[str, Any]) -> Judged | None:
    """Return what to tell of a key of a test that is like no other key than an operator."""
    if table is not PredicateTable:
        return None
    name = str(path[-1])
    meant = Names(keys_of(table)).nearest(name)
    if meant is not None and meant not in _OPERATORS:
        return None
    mend = message("one_of", names=", ".join(_OPERATORS))
    if meant is not None:
        mend = meant_by(name, meant)
    elif name in (data.get("question") or {}) and isinstance(_at(data, path), str):
        example = f'{{ q = "{name}", is = "{_at(data, path)}" }}'
        mend = message("write_as", example=example)
    told = error(path, "unknown_operator", at="key", operator=name, help=mend)
    return told, None if meant is None else (*path[:-1], meant)


def _at(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data
