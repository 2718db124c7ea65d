"""What pydantic has against the shape of a questionnaire file, one message a root cause.

A file whose shape is wrong has no meaning to check. So that all its problems come to light at once,
each mistake in the shape is told and then replaced by a stopgap, until the rest fits.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tui.storage.checks.damage import Damage
from tui.storage.checks.problem import Names, Problem, error
from tui.storage.checks.wrong_keys import ID_TABLES, keys_at, owners, unknown_key
from tui.storage.checks.wrong_values import stopgap, wrong_value
from tui.storage.positions import Path
from tui.storage.shapes.questionnaire import FileShape
from tui.storage.shapes.questions import TYPES
from tui.storage.shapes.values import NAME, TABLE

_MOST_ROUNDS = 12
"""Rounds of mending: each missing table and each thing missing in it takes one or two."""
_OF_A_QUESTION = 3
"""The length of the path of a question's key."""


@dataclass(slots=True)
class Mending:
    """A file's data on the way to the right shape."""

    data: dict[str, Any]
    """The data as the file has it; the first mend makes a copy."""
    damage: Damage = field(default_factory=Damage)
    """Where it has been mended."""
    problems: list[Problem] = field(default_factory=list)
    """What was wrong."""

    def shape(self) -> FileShape | None:
        """Give what the data holds, stopgaps included; None where mending leads nowhere."""
        for round_ in range(_MOST_ROUNDS):
            try:
                return FileShape.model_validate(self.data)
            except ValidationError as found:
                if round_ == 0:
                    self.data = deepcopy(self.data)
                    self._set_apart_what_has_no_id()
                else:
                    self._mend(found.errors(include_url=False))
        return None

    def _mend(self, errors: list[ErrorDetails]) -> None:
        """Tell of each mistake and mend it, misspelt keys before what is missing without them."""
        ranked = sorted(errors, key=lambda found: _ORDER.get(found["type"], len(_ORDER)))
        for found in ranked:
            path = path_of(found["loc"])
            _MENDS.get(found["type"], Mending._wrong_value)(self, path, found)

    def _set_apart_what_has_no_id(self) -> None:
        """Tell of tables such as `[question]` that should be `[question.ID]`, and empty them."""
        for name, keys in ID_TABLES.items():
            table = self.data.get(name)
            if not isinstance(table, dict):
                continue
            if any(key in keys and not isinstance(value, dict) for key, value in table.items()):
                self.problems.append(error((name,), "no_id", at="header", table=name))
                self.damage.places.add((name,))
                for key in keys & table.keys():
                    del table[key]

    def _unknown_key(self, path: Path, _: ErrorDetails) -> None:
        """Rename a misspelt key, drop any other."""
        *above, name = path
        table = self._at(tuple(above))
        known = keys_at(tuple(above), self.data)
        kind = table.get("type") if len(path) == _OF_A_QUESTION else None
        self._tell(unknown_key(path, known, kind))
        value = table.pop(name)
        meant = Names(known).nearest(str(name))
        if meant is None or (kind is not None and owners(str(name))):
            self.damage.places.add(path)
            return
        if meant not in table:
            self._move(path, (*above, meant), value)
        elif isinstance(value, dict) and isinstance(table[meant], dict):
            for inner in value.keys() - table[meant].keys():
                self._move((*path, inner), (*above, meant, inner), value[inner])

    def _missing_type(self, path: Path, found: ErrorDetails) -> None:
        """Rename what should be `type`, or give the question up."""
        table = found["input"]
        if not isinstance(table, dict):
            self._tell(error(path, "not_table"))
            self._lose(path)
            return
        strange = table.keys() - ID_TABLES["question"]
        misspelt = Names(sorted(strange)).nearest("type")
        if misspelt is None:
            self._tell(error(path, "missing_key", at="header", key="type"))
            self._lose(path)
            return
        self._tell(unknown_key((*path, misspelt), ["type"]))
        self._move((*path, misspelt), (*path, "type"), table.pop(misspelt))

    def _unknown_type(self, path: Path, found: ErrorDetails) -> None:
        """Take the type that was most likely meant, or give the question up."""
        names, given, place = Names(TYPES), str(found["input"]["type"]), (*path, "type")
        self._tell(error(place, "unknown_question_type", type=given, help=names.mend(given)))
        meant = names.nearest(given)
        if meant is None:
            self._lose(path)
        else:
            self._stop(place, meant)

    def _missing_key(self, path: Path, _: ErrorDetails) -> None:
        """Tell what is missing, unless a misspelt key has taken its place."""
        *above, name = path
        if name in self._at(tuple(above)):
            return
        if not self.damage.covers(path):
            self._tell(error(tuple(above), "missing_key", at="header", key=name))
        self._stop(path, None)

    def _wrong_value(self, path: Path, found: ErrorDetails) -> None:
        """Tell what was expected, and put something of that kind there."""
        self._tell(wrong_value(path, found))
        self._stop(path, stopgap(found))

    def _tell(self, problem: Problem) -> None:
        """Note a problem, unless it follows from one that has been told."""
        if not self.damage.covers(problem.path):
            self.problems.append(problem)

    def _stop(self, path: Path, value: object) -> None:
        """Put a stopgap at `path`."""
        self.damage.places.add(path)
        self._at(path[:-1])[path[-1]] = value

    def _move(self, path: Path, meant: Path, value: object) -> None:
        """Put a value where it was meant to stand, and remember where it does stand."""
        self.damage.moved[meant] = path
        self._at(meant[:-1])[meant[-1]] = value

    def _lose(self, path: Path) -> None:
        """Go on without a question."""
        self.damage.lost.add(str(path[-1]))
        del self._at(path[:-1])[path[-1]]

    def _at(self, path: Path) -> Any:
        """Give what stands at `path`."""
        node: Any = self.data
        for step in path:
            node = node[step]
        return node


_MENDS: Mapping[str, Callable[[Mending, Path, ErrorDetails], None]] = {
    "extra_forbidden": Mending._unknown_key,
    "union_tag_not_found": Mending._missing_type,
    "union_tag_invalid": Mending._unknown_type,
    "missing": Mending._missing_key,
}
"""What to do about a mistake, by pydantic's name for it, in this order; others are wrong values."""
_ORDER = {name: place for place, name in enumerate(_MENDS)}


def path_of(location: tuple[int | str, ...]) -> Path:
    """Give the path in the file of what pydantic names.

    Pydantic puts the type of a question behind its id, and the form of `choices` behind that key.

    >>> path_of(("question", "text", "text", "text"))
    ('question', 'text', 'text')
    >>> path_of(("question", "a", "choice", "choices", "table", "table"))
    ('question', 'a', 'choices', 'table')
    """
    match location:
        case ("question", name, _, "choices", form, *rest) if form in (NAME, TABLE):
            return ("question", name, "choices", *rest)
        case ("question", name, _, *rest):
            return ("question", name, *rest)
    return location
