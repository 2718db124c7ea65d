"""`duiqi import`: a form of another tool (XLSForm) as a questionnaire."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli import exit_codes
from tui.cli.parser import Parser
from tui.cli.registry import Command
from tui.cli.streams import STDIO, write_output
from tui.cli.troubles import print_problems, print_trouble
from tui.i18n import Phrases

if TYPE_CHECKING:
    from tui.formats.xlsform.notes import Note

_MOST_ROWS = 12
"""Rows that are named of one note; of more, how many more there are."""


def import_form(options: Namespace, say: Phrases) -> int:
    """Write the questionnaire that a form comes to, then tell what was not carried over.

    Args:
        options: The call: the `form`, and the `output`, which is never written over a file.
        say: Says what could not be carried over, and what stands in the way.

    Returns:
        0 where a questionnaire without errors was written, else 1.
    """
    from tui.diagnostics.diagnostic import Severity  # noqa: PLC0415 - slow to import
    from tui.storage.atomic import SHARED, create_file  # noqa: PLC0415
    from tui.workspace.form_import import import_form as imported  # noqa: PLC0415
    from tui.workspace.reasons import CANNOT, unwritable  # noqa: PLC0415

    output: Path | None = None if options.output == STDIO else options.output
    try:
        found = imported(options.form, str(output or STDIO))
    except CANNOT as error:
        print_trouble(error, say)
        return exit_codes.PROBLEMS
    if output is None:
        write_output(found.content)
    else:
        try:
            create_file(output, found.content, SHARED)
        except OSError as error:
            print(say.say(unwritable(output, error)), file=sys.stderr)
            return exit_codes.PROBLEMS
        print(say("new_questionnaire.written", path=output))
    errors = [each for each in found.problems if each.severity is Severity.ERROR]
    # Where the questionnaire itself has the standard output, the list stays out of it.
    stream = sys.stderr if output is None else sys.stdout
    for line in _told(found.notes, say):
        print(line, file=stream)
    print_problems(errors, say)
    key = "xlsform.has_errors" if errors else "xlsform.is_good"
    warnings = len(found.problems) - len(errors)
    print(say(key, errors=len(errors), warnings=warnings), file=stream)
    return exit_codes.PROBLEMS if errors else exit_codes.GOOD


def _told(notes: "Sequence[Note]", say: Phrases) -> Iterator[str]:
    """Yield what was not carried over as it was, by sheet and row."""
    yield say("xlsform.notes", count=len(notes))
    for note in notes:
        yield f"  {_place(note, say)}{say.say(note.message)}"


def _place(note: "Note", say: Phrases) -> str:
    if not note.sheet:
        return ""
    if not note.rows:
        return say("xlsform.in_sheet", sheet=note.sheet)
    rows = ", ".join(map(str, note.rows[:_MOST_ROWS]))
    if (more := len(note.rows) - _MOST_ROWS) > 0:
        rows = say("xlsform.more_rows", rows=rows, count=more)
    return say("xlsform.in_rows", sheet=note.sheet, rows=rows)


def _add_arguments(parser: Parser) -> None:
    add = parser.add_argument
    add("form", type=Path, metavar="usage.word.form", help="usage.import.form")
    add("-o", "--output", type=Path, metavar="usage.word.file", help="usage.import.output")


COMMAND = Command(
    import_form,
    about="usage.import.about",
    example="duiqi import survey.xlsx -o survey.toml",
    add_arguments=_add_arguments,
    exits="usage.import.exits",
)
