"""What pydantic means by the place of an error, and which type is due there."""

from collections.abc import Sequence
from enum import StrEnum
from inspect import isclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import Tag

from tui.diagnostics.span import KeyPath
from tui.formats.table import BESIDE, Table

KEY_ITSELF = "[key]"
"""What pydantic adds to the path of a value whose key is wrong."""


def is_table(form: object) -> bool:
    """Return whether a type is a table of ours."""
    return isclass(form) and issubclass(form, Table)


def resolve(model: Any, loc: Sequence[str | int]) -> tuple[KeyPath, Any]:
    """Return the path in the file that pydantic means, and the type that is due there.

    The steps that choose among the members of a union are no keys of the file.
    """
    path: list[str | int] = []
    form, holder = model, None
    for step in loc:
        bare = stripped(form)
        if len(members := members_of(bare)) > 1:
            form = next(each for each in members if step in _tags(each))
            continue
        if step == KEY_ITSELF and get_origin(holder) is dict:
            form = get_args(holder)[0]
            continue
        if step != BESIDE:
            path.append(step)
        if is_table(bare):
            form = bare.by_key()[step].annotation
        else:
            arguments = get_args(bare) or (str,)
            form = arguments[-1 if get_origin(bare) is dict else 0]
        holder = bare
    return tuple(path), form


def stripped(form: Any) -> Any:
    """Return a type without what is said beside it, and without None."""
    while True:
        members = members_of(form)
        if get_origin(form) is Annotated:
            form = get_args(form)[0]
        elif len(members) == 1 and members[0] is not form:
            form = members[0]
        else:
            return form


def members_of(form: Any) -> tuple[Any, ...]:
    """Return the members of a union but None; of any other type, itself."""
    if get_origin(form) not in (Union, UnionType):
        return (form,)
    return tuple(each for each in get_args(form) if each is not type(None))


def _tags(member: Any) -> set[object]:
    """Return the words by which pydantic chooses a member of a union."""
    given = {each.tag for each in getattr(member, "__metadata__", ()) if isinstance(each, Tag)}
    fields = stripped(member).model_fields.values() if is_table(stripped(member)) else ()
    literals = (f.annotation for f in fields if get_origin(f.annotation) is Literal)
    return given.union(*map(get_args, literals))


def words_of(form: Any) -> list[str]:
    """Return the words that may stand where one of a few is due."""
    bare = stripped(form)
    if get_origin(bare) is Literal:
        return list(map(str, get_args(bare)))
    return list(map(str, bare)) if isclass(bare) and issubclass(bare, StrEnum) else []
