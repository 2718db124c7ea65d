"""A file read by the models of its format, with every problem at its place.

Pydantic finds what is wrong. Each problem is told in words of ours, and a guess is put in its
place, so that validating once more gives a value on which the checks of a format can go on: all
that is wrong in a file comes to light at once, and nothing that only follows from a guess.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tui.diagnostics.diagnostic import InvalidFile
from tui.diagnostics.problem import MOST_PROBLEMS, Problem, error, message
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.domain.localized_text import LocalizedText
from tui.domain.message import Message
from tui.formats.annotations import KEY_ITSELF, is_table, members_of, resolve, stripped, words_of
from tui.formats.damage import Damage
from tui.formats.table import BESIDE, FORMAT, Table
from tui.formats.value_mends import mend_of, shown
from tui.toml.reader import TomlFile, read_toml

T = TypeVar("T", bound=Table)
FUTURE_FORMAT = "check.future_format"
"""The message of a file that a later program wrote: it is not broken, and is left alone."""
_MOST_ROUNDS = 8
"""How often a file is mended: stand-ins for tables lack keys of their own, a few levels deep."""
_MESSAGES = {
    "string_type": "not_text",
    "int_type": "not_whole",
    "bool_type": "not_true_or_false",
    "is_instance_of": "not_number",
    "date_type": "not_date",
    "model_type": "not_table",
    "model_attributes_type": "not_table",
    "dict_type": "not_table",
}
"""What pydantic finds wrong, and what we say of it."""
_IN_LISTS = {"not_text": "not_texts", "not_table": "not_tables"}
"""The same of one item of a list: the message names the key of the list."""
_STAND_INS: Mapping[Any, Any] = {
    int: 1,
    Decimal: Decimal(1),
    bool: False,
    date: date.min,
    datetime: datetime.min.replace(tzinfo=UTC),
}
"""What stands for a value of a type where a file has none that fits; for all else an empty text."""


@dataclass(slots=True)
class Parsed(Generic[T]):
    """What came of reading a file."""

    value: T | None
    """What the file says, with guesses where it is wrong; None where it is beyond mending."""
    problems: list[Problem]
    """What is wrong with its form."""
    damage: Damage
    """Where the value is a guess."""


def opened(file: TomlFile | Path) -> TomlFile:
    """Return the file, read if it is only named; raise `InvalidFile`."""
    return read_toml(file) if isinstance(file, Path) else file


def check_head(file: TomlFile, kind: str) -> None:
    """Raise `InvalidFile` where a file is of another kind or comes from the future.

    Then nothing else that could be said of it would be true.
    """
    found, number = file.data.get("kind"), file.data.get("format")
    problems = []
    if found is None and "question" in file.data:
        found = "questionnaire"  # which needs no kind to be known
    if found is None:
        problems.append(error((), "check.missing_key", at="header", key="kind"))
    elif found != kind:
        problems.append(error(("kind",), "check.wrong_kind", found=found, kind=kind))
    if type(number) is int and number > FORMAT:
        problems.append(error(("format",), FUTURE_FORMAT, found=number, known=FORMAT))
    if problems:
        raise InvalidFile(map(file.locate, problems))


def parse(model: type[T], file: TomlFile, languages: Iterable[str] | None = None) -> Parsed[T]:
    """Return what a file says, as `read_as` does, with all that is wrong with its form."""
    return Mending(model, file.data, languages).parsed()


def read_as(
    model: type[T],
    file: TomlFile,
    judge: Callable[[T], Iterable[Problem]] = lambda _: (),
    languages: Iterable[str] | None = None,
) -> T:
    """Return what a file says by the model of its format, once nothing is wrong with it.

    Args:
        model: The whole file's model.
        file: The file.
        judge: Tells what else is wrong; what follows from a guess is left out.
        languages: The keys that may hold wording beside a value; any, where not told.

    Raises:
        InvalidFile: Something is wrong; holds all of it.
    """
    parsed = parse(model, file, languages)
    damage, found = parsed.damage, judge(parsed.value) if parsed.value else ()
    problems = [*parsed.problems, *(each for each in found if not damage.covers(each.path))]
    if problems or parsed.value is None:
        raise InvalidFile(
            file.locate(each, damage.in_file(each.path)) for each in problems[:MOST_PROBLEMS]
        )
    return parsed.value


def keys_of(table: type[Table]) -> list[str]:
    """Return the keys that a table may have."""
    return [key for key in table.by_key() if key != BESIDE]


@dataclass(slots=True)
class Mending(Generic[T]):
    """A file's data being read, told about and mended, until it fits its model."""

    model: type[T]
    data: Any
    languages: Iterable[str] | None = None
    damage: Damage = field(default_factory=Damage)
    problems: list[Problem] = field(default_factory=list)
    is_copy: bool = False
    word_mends: ClassVar[Mapping[str, Message]] = {}
    """What the words of a key mean, where a list of them does not say enough."""

    def parsed(self) -> Parsed[T]:
        """Read, tell and mend until nothing is wrong any more."""
        context = None if self.languages is None else frozenset(self.languages)
        for _ in range(_MOST_ROUNDS):
            self.prepare()
            try:
                value = self.model.model_validate(self.data, context=context)
            except ValidationError as invalid:
                self.copy()
                self._mend(invalid.errors(include_url=False))
            else:
                return Parsed(value, self.problems, self.damage)
            if len(self.problems) > MOST_PROBLEMS:
                break
        return Parsed(None, self.problems, self.damage)

    def copy(self) -> None:
        """Leave the file's own data alone from now on."""
        if not self.is_copy:
            self.data, self.is_copy = deepcopy(self.data), True

    def prepare(self) -> None:
        """Mend what pydantic would tell in a way that nobody could act on; nothing by default."""

    def unknown_key(self, path: KeyPath, table: type[Table]) -> tuple[Problem, KeyPath | None]:
        """Return what to tell of a key that may not stand there, and the path that was meant."""
        name, names = str(path[-1]), Names(keys_of(table))
        problem = error(path, "check.unknown_key", at="key", key=name, help=names.mend(name))
        meant = names.nearest(name)
        return problem, None if meant is None else (*path[:-1], meant)

    def value_mend(self, path: KeyPath, key: str, found: object) -> Message | None:
        """Return how to write a value of the wrong form.

        Args:
            path: Where it stands.
            key: The message that it gets.
            found: What stands there.
        """
        return mend_of(path, key, found)

    def tell(self, problem: Problem) -> None:
        """Note a problem, unless it follows from one that has been told."""
        if not self.damage.covers(problem.path):
            self.problems.append(problem)

    def _mend(self, errors: list[ErrorDetails]) -> None:
        """Tell and mend each error; misspelt keys first, since others only lack what they hold."""
        errors.sort(key=lambda each: each["type"] != "extra_forbidden")
        told = set[tuple[KeyPath, str]]()
        for each in errors[: MOST_PROBLEMS + 1]:
            if each["type"] == "extra_forbidden":
                path, form = resolve(self.model, each["loc"][:-1])
                self._move((*path, each["loc"][-1]), stripped(form))
                continue
            path, form = resolve(self.model, each["loc"])
            if each["type"] == "missing":
                self._add(path, form)
            elif not isinstance(path[-1], int):
                self._replace(path, form, each)
            else:  # items that are wrong in the same way are one mistake
                is_first = (path[:-1], each["type"]) not in told
                told.add((path[:-1], each["type"]))
                self._replace(path, form, each, is_told=not is_first)

    def _add(self, path: KeyPath, form: Any) -> None:
        """Tell a key that is missing, and put a stand-in there."""
        if path[-1] in self.at(path[:-1]):
            return
        holder, key = path[:-1], path[-1]
        bare = stripped(form)
        if not holder and (is_table(bare) or get_origin(bare) is dict):  # it is missing nowhere
            table = f"[{key}]" if is_table(bare) else f"[{key}.ID]"
            help_ = message("add_table", table=table)
            self.tell(error(path, "check.missing_key", at="file", key=key, help=help_))
        else:
            self.tell(error(holder, "check.missing_key", at="header", key=key))
        self._put(path, form)

    def _move(self, path: KeyPath, table: type[Table]) -> None:
        """Tell a key that may not stand there; put what it holds where it was meant to."""
        problem, meant = self.unknown_key(path, table)
        self.tell(problem)
        value = self.at(path[:-1]).pop(path[-1])
        if meant is None or not isinstance(self.data, dict):
            self.damage.places.add(path)
            return
        holder = self.at(meant[:-1])
        other = holder.get(meant[-1])
        if other is None:
            self.damage.moved[meant] = path
            holder[meant[-1]] = value
        elif isinstance(value, dict) and isinstance(other, dict):
            new = {key: each for key, each in value.items() if key not in other}
            self.damage.moved |= {(*meant, key): (*path, key) for key in new}
            other |= new
        else:
            self.damage.places.add(path)

    def _replace(
        self, path: KeyPath, form: Any, details: ErrorDetails, *, is_told: bool = False
    ) -> None:
        """Tell a value that does not fit, and put a stand-in in its place."""
        name = next(step for step in reversed(path) if isinstance(step, str))
        kind, words, found = details["type"], words_of(form), details["input"]
        if KEY_ITSELF in details["loc"]:
            mend = Names(words).mend(name)
            self.tell(error(path, "check.unknown_key", at="key", key=name, help=mend))
            self.at(path[:-1]).pop(name)
            return
        if path in self.damage.moved or is_told:
            pass  # it only follows from a guess, or has been said
        elif kind in ("enum", "literal_error") and words and isinstance(found, str):
            mend = self.word_mends.get(name) or Names(words).mend(found)
            self.tell(error(path, "check.unknown_word", key=name, found=found, help=mend))
        elif kind in ("enum", "literal_error") and words:
            listed = message("one_of", names=", ".join(map(shown, words)))
            mend = self.word_mends.get(name, listed)
            self.tell(error(path, "check.not_a_word", key=name, help=mend))
        else:
            key = kind if "." in kind else f"check.{_message(kind, path, form)}"
            values = details.get("ctx", {}) if "." in kind else {}
            place = path
            if key == "check.not_lists" and isinstance(path[-1], int):
                place, found = path[:-1], self.at(path[:-1])
            mend = self.value_mend(place, key, found)
            self.tell(error(place, key, key=name, help=mend, **values))
        self._put(path, form)

    def at(self, path: KeyPath) -> Any:
        """Return what stands at a path by now."""
        holder = self.data
        for step in path:
            holder = holder[step]
        return holder

    def _put(self, path: KeyPath, form: Any) -> None:
        """Put a stand-in of the type that is due at a path."""
        self.damage.places.add(path)
        self.at(path[:-1])[path[-1]] = self._stand_in(form)

    def _stand_in(self, form: Any) -> Any:
        bare = stripped(members_of(stripped(form))[-1])
        if words := words_of(bare):
            return words[0]
        if is_table(bare) or get_origin(bare) is dict or bare is LocalizedText:
            return {}
        return [] if get_origin(bare) in (list, tuple) else _STAND_INS.get(bare, "")


def _message(kind: str, path: KeyPath, form: Any) -> str:
    """Return the message for what pydantic found."""
    if kind in ("list_type", "tuple_type"):
        item = stripped(get_args(stripped(form))[0])
        if isinstance(path[-1], int) or get_origin(item) is list:
            return "not_lists"
        if is_table(item):
            return "not_tables"
        return "not_texts" if item is str or words_of(item) else "not_list"
    found = _MESSAGES.get(kind, "wrong_value")
    return _IN_LISTS.get(found, found) if isinstance(path[-1], int) else found
