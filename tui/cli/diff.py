"""`duiqi diff`: what has changed from report to report of the same two."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.cli import exit_codes
from tui.cli.one_run import without_tidying
from tui.cli.parser import Parser
from tui.cli.registry import Command
from tui.cli.streams import STDIO, is_in_ascii, read_file
from tui.cli.troubles import print_trouble
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.report import Report
from tui.domain.report_diff import Former, report_diff
from tui.domain.trend import Trend, in_order, trend
from tui.i18n import Phrases
from tui.phrasing.diff_sections import Listed, diff_sections
from tui.phrasing.diff_words import diff_headline, other_firms, trend_asked, trend_numbers
from tui.phrasing.marks import ASCII, UNICODE, Marks
from tui.phrasing.titles import parties_title
from tui.storage.paths import data_folder
from tui.text.ascii_signs import SIGNS
from tui.text.cleaning import one_line
from tui.text.visible import visible
from tui.text.width import cell_width
from tui.workspace.former_ids import former_ids

_MOST_CELLS = 30
"""Cells of a name in a list, before what is told of it."""


def diff(options: Namespace, say: Phrases) -> int:
    """Compare the last two of some reports, and count what all of them have left to settle.

    Args:
        options: The call: the `reports`.
        say: Says what has changed, and what stands in the way.

    Returns:
        0 where it was done, 1 where a file stood in the way or the reports are about different
        questionnaires, 2 where the standard input is to be read twice; told on stderr.
    """
    if options.reports.count(STDIO) > 1:
        print(say("check_result.one_stdin"), file=sys.stderr)
        return exit_codes.USAGE
    try:
        told = in_order([_read(path, say) for path in options.reports])
    except InvalidFile as error:
        print_trouble(error, say)
        return exit_codes.PROBLEMS
    names = dict.fromkeys(one_line(report.edition.id) for report in told)
    if len(names) > 1:
        print(say("diff.other_questionnaires", names=", ".join(names)), file=sys.stderr)
        return exit_codes.PROBLEMS
    if firms := other_firms(told, say):
        print(firms, file=sys.stderr)
    beside = [path.parent for path in options.reports]
    was = former_ids(told, data_folder(options.data).questionnaires, *beside)
    is_ascii = is_in_ascii(options)
    text = "\n".join(lines(told, was, ASCII if is_ascii else UNICODE, say))
    print(text.translate(SIGNS) if is_ascii else text)
    return exit_codes.GOOD


def _read(path: Path, say: Phrases) -> Report:
    """Read a report; on stderr, tell that it was changed since it was written."""
    from tui.formats.report import read_report  # noqa: PLC0415 - slow to import

    found = read_report(read_file(path))
    for notice in found.notices:
        print(f"{visible(str(path))}: {say.say(notice)}", file=sys.stderr)
    return found.report


def lines(reports: Sequence[Report], was: Former, marks: Marks, say: Phrases) -> Iterator[str]:
    """Yield what has changed between the last two reports, then the trend over all of them."""
    *_, old, new = reports
    found = report_diff(old, new, was)
    yield parties_title((one_line(party.name) for party in new.parties), marks)
    yield f"{old.date.isoformat()} {marks.then} {new.date.isoformat()}"
    yield diff_headline(found, say)
    for section in diff_sections(found, say):
        yield f"\n{section.title}"
        yield from _listed(section.items)
    yield from _trend(trend(reports), marks, say)


def _listed(items: Sequence[Listed]) -> Iterator[str]:
    """Yield a line an item: its name, and at one cell in all lines what is told of it."""
    width = min(_MOST_CELLS, max(cell_width(item.name) for item in items))
    for name, told, said in items:
        yield f"  - {_padded(name, width)}  {told}".rstrip()
        if said:
            yield f"    {said}"


def _trend(found: Trend, marks: Marks, say: Phrases) -> Iterator[str]:
    """Yield an area a line, with the number of each report, under the days of the reports."""
    days = f" {marks.then} ".join(day.isoformat() for day in found.days)
    yield f"\n{say('diff.trend')}   {days}"
    titles = [one_line(area.title[say.language]) for area in found.areas]
    numbers = [trend_numbers(area, marks) for area in found.areas]
    width = max(map(cell_width, titles), default=0)
    columns = [max(map(cell_width, column)) for column in zip(*numbers, strict=True)]
    for area, title, told in zip(found.areas, titles, numbers, strict=True):
        aligned = (n.rjust(cells) for n, cells in zip(told, columns, strict=True))
        row = f" {marks.then} ".join(aligned)
        yield f"  {_padded(title, width)}  {row}  {trend_asked(area, marks, say)}".rstrip()


def _padded(text: str, cells: int) -> str:
    return text + " " * max(0, cells - cell_width(text))


def _add_arguments(parser: Parser) -> None:
    words = {"metavar": "usage.word.report", "help": "usage.diff.reports"}
    parser.add_argument("reports", type=Path, nargs="+", least=2, **words)


COMMAND = Command(
    without_tidying(diff),
    about="usage.diff.about",
    example="duiqi diff spring.toml autumn.toml",
    add_arguments=_add_arguments,
)
