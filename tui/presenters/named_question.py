"""A question as it is asked in a session: with the parties' names in its texts."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from tui.domain.localized_text import LocalizedText
from tui.domain.questions import AnyQuestion


def named_question(question: AnyQuestion, names: Mapping[str, str]) -> AnyQuestion:
    """Return a question with each `{party}` in its texts and labels replaced by the party's name.

    Args:
        question: The question, which is returned itself where no text names a party.
        names: The name of each party, by its id.
    """
    values = {field.name: getattr(question, field.name) for field in fields(question)}
    named: dict[str, Any] = {
        name: text.format(names)
        for name, text in values.items()
        if isinstance(text, LocalizedText) and _has_placeholders(text)
    }
    if any(_has_placeholders(choice.label) for choice in question.labels):
        named["choices"] = tuple(
            replace(choice, label=choice.label.format(names)) for choice in question.labels
        )
    return replace(question, **named) if named else question


def _has_placeholders(text: LocalizedText) -> bool:
    return any("{" in words for words in text.words.values())
