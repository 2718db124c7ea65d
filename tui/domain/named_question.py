"""A question as it is asked in a session: with the parties' names in its texts."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from tui.domain.localized_text import LocalizedText
from tui.domain.questions import AnyQuestion, Choice
from tui.domain.questions.number import Measure

R = TypeVar("R", AnyQuestion, Choice, Measure)


def named_question(question: R, names: Mapping[str, str]) -> R:
    """Return a question with each `{party}` in its texts replaced by the party's name.

    Args:
        question: The question, or a part of it with texts of its own; it is returned itself where
            no text names a party.
        names: The name of each party, by its id.
    """
    changed: dict[str, Any] = {}
    for field in fields(question):
        before = getattr(question, field.name)
        after = _named(before, names)
        if after is not before:
            changed[field.name] = after
    return replace(question, **changed) if changed else question


def _named(value: object, names: Mapping[str, str]) -> object:
    match value:
        case LocalizedText(words):
            return value.format(names) if any("{" in text for text in words.values()) else value
        case Choice():
            return named_question(value, names)
        case Measure():
            return named_question(value, names)
        case (Choice() | LocalizedText(), *_):
            named = tuple(_named(each, names) for each in value)
            return value if named == value else named
        case _:
            return value
