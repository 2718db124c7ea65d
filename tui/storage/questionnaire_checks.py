"""Everything that can be wrong in a questionnaire file, all of it at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from tui.storage.checks import conditions, identity, measures, reach, references, texts
from tui.storage.checks.damage import Damage
from tui.storage.checks.facts import Facts
from tui.storage.checks.problem import Problem, error
from tui.storage.diagnostics import Diagnostic, Severity, in_order
from tui.storage.positions import Path
from tui.storage.shapes.questionnaire import FileShape
from tui.storage.shapes.reading import Reading
from tui.storage.toml_file import TomlFile

FORMAT = 1
"""The newest format of questionnaire files that is understood."""
_OF_A_QUESTION = 3
"""The length of the path of a question's key."""
_MOST_PROBLEMS = 1000
"""Problems that are told of one file."""


@dataclass(frozen=True, slots=True)
class Examination:
    """What came of looking at a file."""

    shape: FileShape | None
    """What the file holds; a guess where there are errors, None where it is from the future."""
    diagnostics: tuple[Diagnostic, ...]
    """All that is wrong, by line."""

    @property
    def has_errors(self) -> bool:
        """Whether something is worse than a warning."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)


def check_questionnaire(file: TomlFile) -> list[Diagnostic]:
    """Give all problems of a questionnaire file, sorted by line."""
    return list(examine(file).diagnostics)


def examine(file: TomlFile) -> Examination:
    """Give what a questionnaire file holds and all that is wrong in it."""
    given = file.data.get("format")
    if isinstance(given, int) and given > FORMAT:
        newer = error(("format",), "format_from_the_future", format=given, newest=FORMAT)
        return Examination(None, _diagnostics(file, [newer], Damage()))
    reading = Reading()
    damage = reading.damage
    shape = FileShape.read(file.data, (), reading)
    found = [*reading.problems, *_sound(_problems(Facts(shape, damage)), damage)]
    return Examination(shape, _diagnostics(file, found, damage))


def _problems(facts: Facts) -> Iterator[Problem]:
    """Give what is wrong in a file of the right shape."""
    if facts.shape.format < FORMAT:
        yield error(("format",), "unknown_format", format=facts.shape.format)
    wrong: set[Path] = set()
    for check in (identity, texts, references, measures, conditions):
        for problem in check.problems(facts):
            wrong.add(problem.path[:_OF_A_QUESTION])
            yield problem
    yield from measures.unfit_advice(facts, wrong)
    yield from reach.problems(facts)


def _sound(problems: Iterable[Problem], damage: Damage) -> Iterator[Problem]:
    """Leave out what is wrong with stopgaps only."""
    return (problem for problem in problems if not damage.covers(problem.path))


def _diagnostics(
    file: TomlFile, problems: Iterable[Problem], damage: Damage
) -> tuple[Diagnostic, ...]:
    return in_order(
        problem.located(file, damage.in_file(problem.path))
        for problem in islice(problems, _MOST_PROBLEMS)
    )
