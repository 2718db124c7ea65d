"""Everything that can be wrong in a questionnaire file, and the questionnaire in a good one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tui.checks import (
    conditions,
    idle_keys,
    ids,
    names,
    numbers,
    privacy,
    reachability,
    references,
    respondents,
    texts,
)
from tui.checks.context import CheckContext
from tui.checks.overlay import merge
from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity, in_order
from tui.diagnostics.problem import MOST_PROBLEMS, Problem, error
from tui.diagnostics.span import KeyPath
from tui.domain.questionnaire import Questionnaire
from tui.formats.damage import Damage
from tui.formats.questionnaire.build import build
from tui.formats.questionnaire.edition import digest
from tui.formats.questionnaire.models import FORMAT, QuestionnaireFile
from tui.formats.questionnaire.overlay import read_beside
from tui.formats.questionnaire.recovery import parse_questionnaire
from tui.toml.reader import TomlFile, read_toml

_OF_A_QUESTION = 3
"""The length of the path of a question's key."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What came of looking at a file."""

    content: QuestionnaireFile | None
    """What the file holds; a guess where there are errors, None where it is from the future."""
    diagnostics: tuple[Diagnostic, ...]
    """All that is wrong, by line."""

    @property
    def has_errors(self) -> bool:
        """Whether something is worse than a warning."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)


def check_questionnaire(file: TomlFile) -> list[Diagnostic]:
    """Return all problems of a questionnaire file, sorted by line."""
    return list(check(file).diagnostics)


def check(file: TomlFile) -> CheckResult:
    """Return what a questionnaire file holds and all that is wrong in it."""
    given = file.data.get("format")
    if isinstance(given, int) and given > FORMAT:
        newer = error(("format",), "format_from_the_future", format=given, newest=FORMAT)
        return CheckResult(None, _diagnostics(file, [newer], Damage()))
    parsed = parse_questionnaire(file)
    content, damage, found = parsed.value, parsed.damage, parsed.problems
    if content is not None:
        found += _sound(_problems(CheckContext(content, damage)), damage)
    return CheckResult(content, _diagnostics(file, found, damage))


def _problems(context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong in a file of the right form."""
    if context.file.format < FORMAT:
        yield error(("format",), "unknown_format", format=context.file.format)
    wrong: set[KeyPath] = set()
    for check in (
        ids,
        texts,
        names,
        references,
        numbers,
        idle_keys,
        conditions,
        privacy,
        respondents,
    ):
        for problem in check.problems(context):
            if problem.severity is Severity.ERROR:
                wrong.add(problem.path[:_OF_A_QUESTION])
            yield problem
    yield from numbers.unfit_advice(context, wrong)
    yield from reachability.problems(context)


def _sound(problems: Iterable[Problem], damage: Damage) -> Iterator[Problem]:
    """Leave out what is wrong with stopgaps only."""
    return (problem for problem in problems if not damage.covers(problem.path))


def _diagnostics(
    file: TomlFile, problems: Iterable[Problem], damage: Damage
) -> tuple[Diagnostic, ...]:
    return in_order(
        file.locate(problem, damage.in_file(problem.path))
        for problem in islice(problems, MOST_PROBLEMS)
    )


def load(path: Path, *, follow_links: bool = True) -> Questionnaire:
    """Read the questionnaire at `path`, with the further languages that lie beside it.

    Args:
        path: The file.
        follow_links: Whether it and what lies beside it may be links.

    Raises:
        InvalidFile: It or one of its overlays has errors; holds all problems of that file.
    """
    file = read_toml(path, follow_links=follow_links)
    return questionnaire_of(file, read_beside(path, follow_links=follow_links))


def questionnaire_of(file: TomlFile, overlays: Iterable[TomlFile] = ()) -> Questionnaire:
    """Return the questionnaire in a file that has been read, with the languages of `overlays`.

    Its edition is that of the file alone, so that sheets fit in whichever language they were
    answered.

    Raises:
        InvalidFile: It or an overlay has errors; holds all problems of that file.
    """
    found = check(file)
    if found.content is None or found.has_errors:
        raise InvalidFile(found.diagnostics)
    for overlay in overlays:
        merge(found.content, overlay)
    return build(found.content, digest(file))
