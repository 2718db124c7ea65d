"""`duiqi`, `duiqi open` and `duiqi demo`: the app, where this terminal can show it."""

import gc
import sys
from argparse import Namespace
from pathlib import Path

from tui.cli import exit_codes
from tui.cli.parser import Parser
from tui.cli.registry import Command
from tui.i18n import Phrases
from tui.terminal import preflight


def start(options: Namespace, say: Phrases) -> int:
    """Run the app.

    Args:
        options: What the call asks for: a `path` to open, the `demo`, or neither.
        say: Says what stands in the way.

    Returns:
        The app's exit code, or 1 where it cannot be shown.
    """
    trouble = preflight.problem()
    if trouble is not None:
        print(say.say(trouble), file=sys.stderr)
        return exit_codes.PROBLEMS
    preflight.prepare_environment()
    gc.disable()  # until the first paint: no round finds anything while all is being imported
    from tui.app import start  # noqa: PLC0415 - takes longer than all else together

    return start(options)


def open_path(options: Namespace, say: Phrases) -> int:
    """Run the app on a session's folder or a report; return its exit code, or 1."""
    if preflight.problem() is None:
        try:
            options.path.stat()
        except (FileNotFoundError, ValueError):  # a NUL is in no path
            print(say("cli.no_such_path", path=options.path), file=sys.stderr)
            return exit_codes.PROBLEMS
        except OSError as error:
            from tui.cli.troubles import print_trouble  # noqa: PLC0415 - not for a good call

            print_trouble(error, say)
            return exit_codes.PROBLEMS
    return start(options, say)


def _add_path(parser: Parser) -> None:
    parser.add_argument("path", type=Path, metavar="usage.word.path", help="usage.open.path")


APP = Command(start, about="usage.app.about", example="duiqi", exits="usage.exits_of_app")
OPEN = Command(
    open_path,
    about="usage.open.about",
    example="duiqi open report.toml",
    add_arguments=_add_path,
    exits="usage.exits_of_app",
)
DEMO = Command(
    start, about="usage.demo.about", example="duiqi demo --lang zh-CN", exits="usage.exits_of_app"
)
