"""`duiqi table`: many reports become one table, a row a report and question."""

import os
import secrets
import sys
from argparse import Namespace
from collections.abc import Iterator
from hashlib import blake2b
from mmap import ACCESS_READ, mmap
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile

from tui.cli import exit_codes
from tui.cli.misuse import Missing
from tui.cli.misuse_message import misuse_message
from tui.cli.parser import Parser, parser_of
from tui.cli.registry import Command
from tui.cli.streams import STDIO, binary_output, read_file
from tui.cli.troubles import print_trouble
from tui.diagnostics.diagnostic import InvalidFile
from tui.exports.table_columns import COLUMNS, Told
from tui.i18n import Phrases
from tui.storage.atomic import SHARED, create_file, overwrite_file
from tui.text.visible import visible
from tui.text.width import cell_width
from tui.text.wrapping import wrap_text
from tui.workspace.reasons import unwritable

_WIDTH = 80
"""Cells of a line in which the columns are told."""


def table(options: Namespace, say: Phrases) -> int:
    """Write the table of some reports, all of them or nothing: a gap would not be seen in it.

    Args:
        options: The call: the `reports`, the `output` and whether to `force` it, whether it is to
            be `anonymous` or has a `salt`, which implies that, or whether to tell the `columns`.
        say: Says what was written, or what stands in the way.

    Returns:
        0 where it was done, 1 where a file stood in the way, 2 where the call makes no sense.
    """
    if options.columns:
        print("\n".join(_columns(say)))
        return exit_codes.GOOD
    if not options.reports:
        missing = Missing(options.command, parser_of(options.command).places[0], 1)
        print(misuse_message(missing, say), file=sys.stderr)
        return exit_codes.USAGE
    if options.reports.count(STDIO) > 1:
        print(say("check_result.one_stdin"), file=sys.stderr)
        return exit_codes.USAGE
    output, is_file = options.output, options.output not in (None, STDIO)
    try:
        if is_file and not options.force and os.path.lexists(output):
            raise FileExistsError(output)  # before all is read, which may take long
        return _written(_Reader(options, say), output if is_file else None, options.force, say)
    except OSError as error:
        if not is_file:
            raise
        print(say.say(unwritable(output, error)), file=sys.stderr)
        return exit_codes.PROBLEMS


class _Reader:
    """Reads one report after the other, and keeps none."""

    def __init__(self, options: Namespace, say: Phrases) -> None:
        self._reports = options.reports
        self._key = _key(options)
        self._say = say
        self.bad = 0
        """How many reports cannot be used."""
        self.rows = 0
        """How many rows the good ones have."""

    def rows_of_all(self) -> Iterator[list[str]]:
        """Yield the rows of all reports; tell what is wrong with those that cannot be used."""
        for path in self._reports:
            try:
                yield from self._rows(path)
            except InvalidFile as invalid:
                self.bad += 1
                print_trouble(invalid, self._say)

    def _rows(self, path: Path) -> Iterator[list[str]]:
        from tui.exports.kickoff import kickoff_document  # noqa: PLC0415 - slow to import
        from tui.exports.table import rows  # noqa: PLC0415
        from tui.formats.report import read_report  # noqa: PLC0415

        file = read_file(path)
        found = read_report(file)
        for notice in found.notices:
            print(f"{visible(str(path))}: {self._say.say(notice)}", file=sys.stderr)
        bears = str(file.data["integrity"]["sha256"])
        told = kickoff_document(found.report, (self._say.language.value,), bears)
        for row in rows(told, self._key):
            self.rows += 1
            yield row


def _written(reader: _Reader, output: Path | None, force: bool, say: Phrases) -> int:
    """Write what is read to a file or to the standard output, once all of it is good."""
    from tui.exports.table import lines  # noqa: PLC0415

    with TemporaryFile() as aside:  # thousands of reports need not fit into the memory
        aside.writelines(lines(reader.rows_of_all()))
        if reader.bad:
            print(say("document.table_nothing", count=reader.bad), file=sys.stderr)
            return exit_codes.PROBLEMS
        aside.flush()
        if output is None:
            aside.seek(0)
            copyfileobj(aside, binary_output())
            return exit_codes.GOOD
        with mmap(aside.fileno(), 0, access=ACCESS_READ) as content:
            if force:
                overwrite_file(output, content)
            else:
                create_file(output, content, SHARED)
    print(say("document.table_written", rows=reader.rows, path=output))
    return exit_codes.GOOD


def _key(options: Namespace) -> bytes | None:
    """Return what names are hashed with, the same for the same word; None where they are told."""
    if options.salt is not None:
        return blake2b(options.salt.encode("utf-8", "surrogateescape")).digest()
    return secrets.token_bytes(32) if options.anonymous else None


def _columns(say: Phrases) -> Iterator[str]:
    """Yield what each column holds: its name, its type, and what it means."""
    heads = [f"{column.name:<15}{column.type:<9}" for column in COLUMNS]
    for head, column in zip(heads, COLUMNS, strict=True):
        meaning = say(f"document.column_{column.name}") + _without_names(column.told, say)
        first, *more = wrap_text(meaning, _WIDTH - cell_width(head))
        yield head + first
        yield from (" " * cell_width(head) + line for line in more)
    yield ""
    yield from wrap_text(say("document.table_cells"), _WIDTH)


def _without_names(told: Told, say: Phrases) -> str:
    """Return what becomes of a column where names are not told; nothing where nothing does."""
    return "" if told is Told.AS_IS else say(f"document.table_{told}")


def _add_arguments(parser: Parser) -> None:
    add, a_file = parser.add_argument, "usage.word.file"
    add("reports", type=Path, nargs="*", metavar="usage.word.report", help="usage.table.reports")
    add("-o", "--output", type=Path, metavar=a_file, help="usage.table.output")
    add("--force", action="store_true", help="usage.table.force")
    add("--anonymous", action="store_true", help="usage.table.anonymous")
    add("--salt", metavar="usage.word.word", help="usage.table.salt")
    add("--columns", action="store_true", help="usage.table.columns")


COMMAND = Command(
    table,
    about="usage.table.about",
    example="duiqi table kickoff.toml -o table.csv",
    add_arguments=_add_arguments,
)
