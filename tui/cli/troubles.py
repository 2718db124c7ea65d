"""What stands in the way of a command, on the standard error: told alike by every command."""

import sys
from collections.abc import Iterator, Sequence

from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity
from tui.diagnostics.rendering import as_text
from tui.i18n import Phrases

MOST_LINES = 50
"""Lines that are printed of what is wrong in one file; nobody reads thousands."""


def print_trouble(error: Exception, say: Phrases) -> None:
    """Tell an error of `tui.workspace.reasons.CANNOT`: of a file every problem, else a sentence."""
    from tui.workspace.reasons import told  # noqa: PLC0415 - not for a good call

    if isinstance(error, InvalidFile):
        print_problems(error.diagnostics, say)
    else:
        print(say.say(told(error)), file=sys.stderr)


def print_problems(problems: Sequence[Diagnostic], say: Phrases) -> None:
    """Tell what is wrong in a file, up to `MOST_LINES`, and how much more there is."""
    for line in _lines(problems, say):
        print(line, file=sys.stderr)


def _lines(problems: Sequence[Diagnostic], say: Phrases) -> Iterator[str]:
    lines = [as_text(problem, say.say).splitlines() for problem in problems]
    if sum(map(len, lines)) > MOST_LINES:  # then an error must not hide behind warnings
        in_order = sorted(problems, key=lambda problem: problem.severity is Severity.WARNING)
        lines = [as_text(problem, say.say).splitlines() for problem in in_order]
    room = MOST_LINES
    for place, told in enumerate(lines):
        room -= len(told)
        if room < 0:
            yield say("check_result.more", count=len(lines) - place)
            return
        yield from told
