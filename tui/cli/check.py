"""`duiqi check`: every problem of the files that are named, each at its place."""

import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

from tui.checks.check_file import problems_against, problems_in, problems_of
from tui.cli import exit_codes
from tui.cli.parser import Parser
from tui.cli.registry import Command
from tui.cli.streams import STDIO, read_file
from tui.cli.troubles import print_problems
from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity
from tui.diagnostics.rendering import as_json
from tui.domain.questionnaire import Edition, Questionnaire
from tui.i18n import Phrases


def check(options: Namespace, say: Phrases) -> int:
    """Check files; tell what is wrong on stderr, or as data on stdout.

    Args:
        options: The call: `files`, the former edition `against`, and whether `json` is wanted.
        say: Says what is wrong.

    Returns:
        0 where nothing is wrong or only warnings were found, 1 where a file has errors, 2 where
        a former edition is given for anything but one file.
    """
    if options.against is not None and len(options.files) != 1:
        print(say("check_result.against_one"), file=sys.stderr)
        return exit_codes.USAGE
    if [*options.files, options.against].count(STDIO) > 1:
        print(say("check_result.one_stdin"), file=sys.stderr)
        return exit_codes.USAGE
    found = [(path, _problems(path, options)) for path in options.files]
    if options.json:
        _print_json([problem for _, problems in found for problem in problems], say)
    else:
        for path, problems in found:
            _print_text(path, problems, say)
    has_errors = any(_count(problems, Severity.ERROR) for _, problems in found)
    return exit_codes.PROBLEMS if has_errors else exit_codes.GOOD


def _problems(path: Path, options: Namespace) -> list[Diagnostic]:
    """Return all that is wrong in one file, also in view of a former edition."""
    try:
        if options.against is not None:
            return problems_against(read_file(path), read_file(options.against))
        find = partial(_find, options)
        return problems_in(read_file(path), find) if path == STDIO else problems_of(path, find)
    except InvalidFile as invalid:
        return list(invalid.diagnostics)


def _find(options: Namespace, edition: Edition, beside: Path) -> Questionnaire:
    """Find a questionnaire among the bundled ones, beside a file, and among the user's own."""
    from tui.storage.library import find  # noqa: PLC0415 - only sheets ask for it
    from tui.storage.paths import data_folder  # noqa: PLC0415

    return find(edition, beside, data_folder(options.data).questionnaires).questionnaire


def _print_json(problems: list[Diagnostic], say: Phrases) -> None:
    """Print what is wrong as data: an array, empty where nothing is."""
    import json  # noqa: PLC0415 - only where it is asked for

    told = [as_json(problem, say.say) for problem in problems]
    print(json.dumps(told, ensure_ascii=False, indent=2))


def _print_text(path: Path, problems: list[Diagnostic], say: Phrases) -> None:
    """Print what is wrong in one file, and how much that is; of a good one, that it is good."""
    print_problems(problems, say)
    if problems:
        errors, warnings = (_count(problems, severity) for severity in Severity)
        told = say("check_result.counts", file=path, errors=errors, warnings=warnings)
        print(told, file=sys.stderr)
    else:
        print(say("check_result.good", file=path))


def _count(problems: list[Diagnostic], severity: Severity) -> int:
    return sum(problem.severity is severity for problem in problems)


def _add_arguments(parser: Parser) -> None:
    add, a_file = parser.add_argument, "usage.word.file"
    add("files", type=Path, nargs="+", metavar=a_file, help="usage.check.files")
    add("--against", type=Path, metavar=a_file, help="usage.check.against")
    add("--json", action="store_true", help="usage.check.json")


COMMAND = Command(
    check,
    about="usage.check.about",
    example="duiqi check brand.toml agency.toml",
    add_arguments=_add_arguments,
    exits="usage.check.exits",
)
