"""The fields of one column: one for each question that was shown, with what is half done in it."""

from collections.abc import Callable
from typing import Any

from tui.domain.questions import AnyQuestion
from tui.widgets.answer_column import Column
from tui.widgets.fields import Field, field_for


class AnswerFields:
    """Keeps each field while others are shown, and its draft in step with the session's."""

    def __init__(self) -> None:
        self._fields: dict[tuple[str, str], Field[Any]] = {}
        self._reported: dict[tuple[str, str], list[str]] = {}
        """By field, the drafts that were reported and that no column has brought back yet."""

    def of(self, column: Column) -> Field[Any] | None:
        """Return the field of a column's question; None where there is none yet."""
        return self._fields.get(_key(column))

    @property
    def unfinished(self) -> list[str]:
        """The ids of questions whose answer is half done."""
        return [question for (question, _), field in self._fields.items() if field.unfinished]

    def update(self, column: Column) -> None:
        """Show a column's answer and draft, but no older draft than the person has made since."""
        key = _key(column)
        is_new = key not in self._fields
        if is_new:
            self._fields[key] = field_for(column.question, column.language)
        field, reported = self._fields[key], self._reported.setdefault(key, [])
        field.update(column.answer.value)
        if column.draft in reported:
            del reported[: reported.index(column.draft) + 1]
        elif reported or column.draft == field.draft:
            return
        elif is_new or column.answer.value is None:
            field.restore(column.draft)

    def report(self, column: Column, draft: str) -> None:
        """Remember that the session is being told of a draft."""
        self._reported.setdefault(_key(column), []).append(draft)

    def forget(self, column: Column) -> None:
        """Let go of a column's field."""
        self._drop(_key(column))

    def keep(self, stays: Callable[[AnyQuestion], bool]) -> None:
        """Let go of all fields but those of certain questions.

        Args:
            stays: Returns whether the field of a question is kept.
        """
        for key in [key for key, own in self._fields.items() if not stays(own.question)]:
            self._drop(key)

    def _drop(self, key: tuple[str, str]) -> None:
        self._fields.pop(key, None)
        self._reported.pop(key, None)


def _key(column: Column) -> tuple[str, str]:
    return column.question.id, column.language
