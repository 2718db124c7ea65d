"""`duiqi compare`: two answer sheets become a report, without a screen."""

import gc
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from tui.cli import exit_codes
from tui.cli.one_run import without_tidying
from tui.cli.parser import Parser
from tui.cli.registry import Command
from tui.cli.streams import STDIO, is_in_ascii, read_file, write_output
from tui.cli.troubles import print_trouble
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.i18n import Phrases
from tui.phrasing.headline import coverage, headline
from tui.phrasing.tier_words import timed_tier
from tui.phrasing.verdict_counts import verdict_counts
from tui.storage.atomic import SHARED, create_file
from tui.storage.paths import data_folder
from tui.text.ascii_signs import SIGNS
from tui.workspace.migration import account
from tui.workspace.pairing import pair_sheets
from tui.workspace.reasons import CANNOT, unwritable


def compare(options: Namespace, say: Phrases) -> int:
    """Compare two sheets without a pause for garbage, of which a comparison leaves none behind."""
    gc.disable()  # a third of the time that ten thousand questions take
    try:
        return _compare(options, say)
    finally:
        gc.enable()


def _compare(options: Namespace, say: Phrases) -> int:
    """Compare two sheets; write the report where it is wanted, and a summary for people.

    Args:
        options: The call: the `sheets`, the `questionnaire`, the `level`, and the `output`.
        say: Says the summary, and what stands in the way.

    Returns:
        0 where it was done, 1 where a file stood in the way, 2 where the report's file is none of
        TOML; both are told on stderr.
    """
    if not _is_toml(options.output):
        print(say("compare.only_toml", path=options.output), file=sys.stderr)
        return exit_codes.USAGE
    try:
        first, second = (read_file(path) for path in options.sheets)
        user = data_folder(options.data).questionnaires
        pair = pair_sheets(first, second, options.questionnaire, user)
        session = pair.session
        for sheet in pair.migrated:
            head, *rest = map(say.say, account(sheet, session))
            print("\n  ".join((head, *rest)), file=sys.stderr)
        own = first.data["party"]["id"] if options.level is ReportLevel.OWN else None
        told = report(session, options.level, own)
        if options.output is not None:
            from tui.formats.report import report_bytes  # noqa: PLC0415 - slow to import

            content = report_bytes(told)
    except CANNOT as error:
        print_trouble(error, say)
        return exit_codes.PROBLEMS
    if options.output == STDIO:
        write_output(content)
    elif options.output is not None:
        try:
            create_file(options.output, content, SHARED)
        except OSError as error:
            print(say.say(unwritable(options.output, error)), file=sys.stderr)
            return exit_codes.PROBLEMS
    out = sys.stderr if options.output == STDIO else sys.stdout
    text = "\n".join(summary(told, say))
    print(text.translate(SIGNS) if is_in_ascii(options) else text, file=out)
    return exit_codes.GOOD


def _is_toml(output: Path | None) -> bool:
    """Return whether a report can be written there: as TOML, or not to a file at all."""
    return output is None or output == STDIO or output.suffix.lower() == ".toml"


def summary(told: Report, say: Phrases) -> Iterator[str]:
    """Return the report's gist in lines: the weakest area, the counts, and what to talk about."""
    language = say.language
    yield " × ".join(party.name for party in told.parties)
    yield say.say(headline(told, language))
    if told.whole.coverage.share is not None:
        yield say.say(coverage(told.whole))
    yield ""
    for area in told.areas:
        counts = [f"{found.name} {found.number}" for found in verdict_counts(area.statistics, say)]
        if counts:  # nothing of an area may have been asked, or nothing that two answers meet in
            yield f"{area.title[language]}: {' · '.join(counts)}"
    tier = None
    for item in told.agenda:
        if item.tier is not tier:
            tier = item.tier
            yield f"\n{timed_tier(tier, item.minutes, say)}"
        yield f"  - {item.text[language]}"
    yield f"\n{say('report.notice')}"


def _add_arguments(parser: Parser) -> None:
    add, a_file = parser.add_argument, "usage.word.file"
    add("sheets", type=Path, nargs=2, metavar="usage.word.sheet", help="usage.compare.sheets")
    add("-o", "--output", type=Path, metavar=a_file, help="usage.compare.output")
    add("--questionnaire", type=Path, metavar=a_file, help="usage.compare.questionnaire")
    add(
        "--level",
        choices=list(ReportLevel),
        default=ReportLevel.SHARED,
        type=ReportLevel,
        help="usage.compare.level",
    )


COMMAND = Command(
    without_tidying(compare),
    about="usage.compare.about",
    example="duiqi compare brand.toml agency.toml -o report.toml",
    add_arguments=_add_arguments,
)
