"""`duiqi compare`: two answer sheets become a report, without a screen."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from tui.diagnostics.diagnostic import InvalidFile
from tui.diagnostics.rendering import as_text
from tui.domain.questionnaire import NoSuchQuestionnaire
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.verdict import Verdict
from tui.formats.reports import report_bytes
from tui.i18n import Phrases
from tui.presenters.headline import coverage, headline
from tui.storage.atomic import create_file
from tui.storage.paths import data_folder
from tui.toml.reader import TomlFile, parse_toml, read_toml
from tui.workspace.migration import account
from tui.workspace.pairing import Unpaired, pair_sheets

_STDIO = Path("-")


def compare(options: Namespace, say: Phrases) -> int:
    """Compare two sheets; write the report where it is wanted, and a summary for people.

    Returns:
        0 where it was done, 1 where a file stood in the way, which is told on stderr.
    """
    try:
        first, second = (_read(path) for path in options.sheets)
        user = data_folder(options.data).questionnaires
        pair = pair_sheets(first, second, options.questionnaire, user)
        session = pair.session
        for sheet in pair.migrated:
            head, *rest = map(say.say, account(sheet, session))
            print("\n  ".join((head, *rest)), file=sys.stderr)
        own = first.data["party"]["id"] if options.level is ReportLevel.OWN else None
        told = report(session, options.level, own)
        if options.output is not None:
            _write(options.output, report_bytes(told))
    except InvalidFile as invalid:
        for problem in invalid.diagnostics:
            print(as_text(problem, say.say), file=sys.stderr)
        return 1
    except (Unpaired, NoSuchQuestionnaire) as unfit:
        print(say.say(unfit.message), file=sys.stderr)
        return 1
    except FileExistsError:
        print(say("compare.exists", path=options.output), file=sys.stderr)
        return 1
    except OSError as error:
        print(say("open.failed", reason=error.strerror or error), file=sys.stderr)
        return 1
    out = sys.stderr if options.output == _STDIO else sys.stdout
    print("\n".join(summary(told, say)), file=out)
    return 0


def _read(path: Path) -> TomlFile:
    """Read a sheet; `-` is the standard input."""
    return parse_toml(sys.stdin.buffer.read(), "-") if path == _STDIO else read_toml(path)


def _write(path: Path, content: bytes) -> None:
    """Write a report, never over a file that is there; `-` is the standard output."""
    if path == _STDIO:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    else:
        create_file(path, content)


def summary(told: Report, say: Phrases) -> Iterator[str]:
    """Return the report's gist in lines: the weakest area, the counts, and what to talk about."""
    language = say.language
    yield " × ".join(party.name for party in told.parties)
    yield say.say(headline(told, language))
    if told.whole.coverage.share is not None:
        yield say.say(coverage(told.whole))
    yield ""
    for area in told.areas:
        counts = (
            f"{say(f'verdict.{verdict}')} {area.statistics.counts[verdict]}"
            for verdict in Verdict
            if area.statistics.counts.get(verdict)
        )
        yield f"{area.title[language]}: {' · '.join(counts)}"
    tier = None
    for item in told.agenda:
        if item.tier is not tier:
            tier = item.tier
            yield f"\n{say(f'tier.{tier.name.lower()}', minutes=item.minutes)}"
        yield f"  - {item.text[language]}"
    yield f"\n{say('report.notice')}"
