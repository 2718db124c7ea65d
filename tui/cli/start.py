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
    refusal = _refusal(options.path, say)
    if refusal is None or preflight.problem() is not None:
        return start(options, say)
    print(refusal, file=sys.stderr)
    return exit_codes.PROBLEMS


def _refusal(path: Path, say: Phrases) -> str | None:
    """Return why a path cannot be opened; None where there is something at it."""
    from tui.diagnostics.rendering import visible  # noqa: PLC0415 - only for `open`

    try:
        return None if path.exists() else visible(say("cli.no_such_path", path=path))
    except OSError as error:  # such as a name that is too long for one
        return visible(say("open.failed", path=path, reason=error.strerror or error))


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
