"""The command line. It imports the app only when the app is needed."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from tui import __version__
from tui.domain.report_level import ReportLevel
from tui.i18n import LANGUAGES, Phrases, language_of_locale

GOOD, PROBLEMS, USAGE = 0, 1, 2
"""Exit codes: good, problems in the input, wrong usage."""


class _Misused(Exception):
    """The words of the call do not fit."""


class _Parser(argparse.ArgumentParser):
    """Leaves it to us to say what is wrong, since argparse speaks one language only."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing."""
        raise _Misused(message)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit with its code."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        options = _parser(given).parse_args(given)
    except _Misused:
        say = Phrases(language_of_locale())
        print(say("cli.misused", words=" ".join(given)), file=sys.stderr)
        sys.exit(USAGE)
    say = Phrases(options.lang or language_of_locale())
    try:
        sys.exit(_run(options, say))
    except BrokenPipeError:
        # Nobody reads on, as behind `| head`: no reason for a traceback at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PROBLEMS)


def _run(options: argparse.Namespace, say: Phrases) -> int:
    """Do what was asked for and give the exit code."""
    if options.help:
        print(say("cli.help"), end="")
        return GOOD
    if options.version:
        print(f"duiqi {__version__}")
        return GOOD
    return _run_command(options, say)


def _run_command(options: argparse.Namespace, say: Phrases) -> int:
    """Run what works without a screen, or else the app, and give the exit code."""
    if options.command == "compare":
        from tui.cli.compare import compare  # noqa: PLC0415 - the app must not pay for it

        return compare(options, say)
    if options.command == "check":
        from tui.cli.check import check  # noqa: PLC0415

        return check(options, say)
    if options.command == "schema":
        from tui.cli.schema import schema  # noqa: PLC0415

        return schema(options)
    if options.command == "new-questionnaire":
        from tui.cli.new_questionnaire import new_questionnaire  # noqa: PLC0415

        return new_questionnaire(options, say)
    return _show(options, say)


def _show(options: argparse.Namespace, say: Phrases) -> int:
    """Start the app, if this terminal can show it."""
    from tui.terminal import preflight  # noqa: PLC0415

    trouble = preflight.problem()
    if trouble is None and options.command == "open" and not options.path.exists():
        print(say("cli.no_such_path", path=options.path), file=sys.stderr)
        return PROBLEMS
    if trouble is not None:
        print(say.say(trouble), file=sys.stderr)
        return PROBLEMS
    preflight.prepare_environment()
    gc.disable()  # until the first paint: no round finds anything while all is being imported
    _import_asyncio()
    from tui.app import start  # noqa: PLC0415 - takes longer than all else together

    return start(options)


def _import_asyncio() -> None:
    """Import asyncio without `ssl`, which it can do without: 3 % of the start, and no network."""
    sys.modules["ssl"] = None  # type: ignore[assignment]
    import asyncio  # noqa: F401, PLC0415

    del sys.modules["ssl"]


def _parser(given: Sequence[str]) -> _Parser:
    """Return the parser for a call; what it would say of itself is in the catalogue.

    It knows the commands that are among the words `given`: each takes longer to make than to run.
    """
    parser = _Parser(prog="duiqi")
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)
    for name, add_arguments in _COMMANDS.items():
        if name in given:
            command = commands.add_parser(name)
            add_arguments(command)
            _add_common(command, repeated=True)
    _add_common(parser)
    return parser


def _add_nothing(_: _Parser) -> None:
    """Add no argument."""


def _add_open(parser: _Parser) -> None:
    parser.add_argument("path", type=Path)


def _add_compare(parser: _Parser) -> None:
    parser.add_argument("sheets", type=Path, nargs=2)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--questionnaire", type=Path)
    parser.add_argument(
        "--level", choices=list(ReportLevel), default=ReportLevel.SHARED, type=ReportLevel
    )


def _add_check(parser: _Parser) -> None:
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--against", type=Path)
    parser.add_argument("--json", action="store_true")


def _add_schema(parser: _Parser) -> None:
    parser.add_argument("kind", choices=("questionnaire", "sheet", "report"))


def _add_new_questionnaire(parser: _Parser) -> None:
    parser.add_argument("name", type=Path)


_COMMANDS: Mapping[str, Callable[[_Parser], None]] = {
    "open": _add_open,
    "demo": _add_nothing,
    "compare": _add_compare,
    "check": _add_check,
    "schema": _add_schema,
    "new-questionnaire": _add_new_questionnaire,
}


def _add_common(parser: _Parser, *, repeated: bool = False) -> None:
    """Add what every command takes, before or behind its name."""
    otherwise: dict[str, Any] = {"default": argparse.SUPPRESS} if repeated else {}
    parser.add_argument("--lang", choices=[str(language) for language in LANGUAGES], **otherwise)
    parser.add_argument("--data", type=Path, **otherwise)
    parser.add_argument("--theme", choices=["dark", "light"], **otherwise)
    for flag in ("--ascii", "--version", "--help"):
        short = ["-h"] if flag == "--help" else []
        parser.add_argument(flag, *short, action="store_true", **otherwise)


if __name__ == "__main__":
    main()
