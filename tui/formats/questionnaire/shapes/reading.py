"""How the tables of a questionnaire file are read: each mistake is told and leaves a stopgap.

A file whose shape is wrong has no meaning to check. So that all its problems come to light at once,
reading never fails: what does not fit is told and replaced by a guess, whose place is remembered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tui.diagnostics.problem import Problem, error
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.formats.damage import Damage
from tui.formats.questionnaire.wrong_keys import unknown_key

Raw = Mapping[str, object]
"""A table as the file has it."""


@dataclass(slots=True)
class Reading:
    """What came to light while a file was read."""

    damage: Damage = field(default_factory=Damage)
    """Where the file has been mended."""
    problems: list[Problem] = field(default_factory=list)
    """What was wrong."""

    def wrong(self, problem: Problem) -> None:
        """Tell what is wrong with the value at a path, in whose place goes a stopgap."""
        self.tell(problem)
        self.damage.places.add(problem.path)

    def missing(self, path: KeyPath) -> None:
        """Tell that the key at `path` is not there; in its place goes a stopgap."""
        *above, name = path
        self.tell(error(tuple(above), "missing_key", at="header", key=name))
        self.damage.places.add(path)

    def no_id(self, path: KeyPath) -> None:
        """Tell that a table holds what belongs into a table of its own, one for each id."""
        name = ".".join(map(str, path))
        self.tell(error(path, "no_id", at="header", table=name))
        self.damage.places.add(path)

    def tell(self, problem: Problem) -> None:
        """Note a problem, unless it follows from one that has been told."""
        if not self.damage.covers(problem.path):
            self.problems.append(problem)

    def known(
        self, table: Raw, path: KeyPath, keys: Sequence[str], owners: Mapping[str, list[str]]
    ) -> Raw:
        """Return a table without the keys that it may not have; misspelt ones come under their own.

        `owners` names the types of question to which a key belongs, where that may be the mistake.
        """
        strange = [key for key in table if key not in keys]
        if not strange:
            return table
        mended = {key: value for key, value in table.items() if key in keys}
        for name in strange:
            place = (*path, name)
            self.tell(unknown_key(place, keys, table.get("type"), owners.get(name, [])))
            meant = None if name in owners else Names(keys).nearest(name)
            if meant is None:
                self.damage.places.add(place)
            else:
                mended[meant] = self._moved(place, (*path, meant), table[name], mended)
        return mended

    def _moved(self, place: KeyPath, meant: KeyPath, value: object, table: Raw) -> object:
        """Return what stands at `meant` now that what stands at `place` belongs there."""
        name = str(meant[-1])
        if name not in table:
            self.damage.moved[meant] = place
            return value
        other = table[name]
        if not isinstance(value, dict) or not isinstance(other, dict):
            return other
        new = value.keys() - other.keys()
        self.damage.moved |= {(*meant, inner): (*place, inner) for inner in new}
        return other | {inner: value[inner] for inner in value if inner in new}
