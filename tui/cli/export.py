"""`duiqi export`: what people open, made of a report or of a questionnaire."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from tui.cli import exit_codes
from tui.cli.one_run import without_tidying
from tui.cli.parser import Parser
from tui.cli.registry import Command
from tui.cli.streams import STDIO, read_file, write_output
from tui.cli.troubles import print_trouble
from tui.diagnostics.system_errors import reason_of
from tui.domain.report_level import ReportLevel
from tui.exports.formats import ExportFailed, Format
from tui.i18n import LANGUAGES, Phrases
from tui.storage.paths import data_folder

_BOTH = "both"
"""The word for all languages of the interface."""
_ENDINGS = {f".{each}": each for each in Format}


class _Misused(Exception):
    """The call does not fit; it says why."""


def export(options: Namespace, say: Phrases) -> int:
    """Write a report, or the latest of several with what has changed, in one format or more.

    Args:
        options: The call: the `reports`, the formats `to`, the `output`, the `level`, the
            `language`, a `template`, and whether to `force`.
        say: Says what was written, and what stands in the way.

    Returns:
        0 where all is written, 1 where something stood in the way and nothing was, 2 where the
        formats and the output do not fit together, or not what is to be written.
    """
    try:
        if options.reports.count(STDIO) > 1:
            raise _Misused(say("check_result.one_stdin"))
        formats = _formats(options, say)
    except _Misused as misused:
        print(misused, file=sys.stderr)
        return exit_codes.USAGE
    from tui.workspace.reasons import CANNOT  # noqa: PLC0415 - slow to import

    try:
        return _write(options, formats, say)
    except ExportFailed as failed:
        print(say.say(failed.message), file=sys.stderr)
    except CANNOT as error:
        print_trouble(error, say)
    return exit_codes.PROBLEMS


def _formats(options: Namespace, say: Phrases) -> list[Format]:
    """Return what is wanted: by name, else by the output's ending, else a page."""
    output: Path | None = options.output
    ending = "" if output is None or output.is_dir() else output.suffix
    by_ending = _ENDINGS.get(ending.lower())
    if options.to is None:
        if ending and by_ending is None:
            raise _Misused(say("export.unknown_ending", path=output, formats=_known()))
        return [by_ending or Format.PAGE]
    names = [name.strip().lower().removeprefix(".") for name in options.to.split(",")]
    for name in names:
        if name not in set(Format):
            raise _Misused(say("export.unknown_format", format=name, formats=_known()))
    formats = list(dict.fromkeys(map(Format, names)))
    if output == STDIO and len(formats) > 1:
        raise _Misused(say("export.one_to_output"))
    if by_ending is not None and formats != [by_ending]:
        raise _Misused(say("export.other_ending", path=output))
    return formats


def _known() -> str:
    return ", ".join(Format)


def _write(options: Namespace, formats: list[Format], say: Phrases) -> int:
    """Write all of the files, or none of them."""
    from tui.workspace.exports import (  # noqa: PLC0415 - slow to import
        documents_folder,
        targets,
        wanted,
    )
    from tui.workspace.found_reports import reports_in  # noqa: PLC0415

    beside = [path.parent for path in options.reports]
    files = [read_file(path) for path in options.reports]
    found = reports_in(files, data_folder(options.data).questionnaires, *beside)
    for notice in found.notices:
        print(say.say(notice), file=sys.stderr)
    unfit = [to for to in formats if to not in found.exports[0].formats]
    if unfit:
        known = ", ".join(found.exports[0].formats)
        print(say("printed.formats", formats=known, unfit=", ".join(unfit)), file=sys.stderr)
        return exit_codes.USAGE
    level = options.level or found.exports[0].id
    chosen = wanted(found.exports, level)
    if chosen is None:
        print(say("export.tells_less", level=say(f"export.kind_{level}")), file=sys.stderr)
        return exit_codes.PROBLEMS
    languages = _languages(options, say)
    if options.output == STDIO:
        write_output(chosen.content(formats[0], languages, options.template))
        return exit_codes.GOOD
    where = documents_folder() if options.output is None else options.output
    paths = targets(chosen, formats, languages, where)
    taken = [path for path in paths if path.exists()] if not options.force else []
    for path in taken:
        print(say("export.taken", path=path), file=sys.stderr)
    if taken:
        return exit_codes.PROBLEMS
    contents = [chosen.content(to, languages, options.template) for to in formats]
    return _put(dict(zip(paths, contents, strict=True)), say, replace=options.force)


def _put(contents: Mapping[Path, bytes], say: Phrases, *, replace: bool) -> int:
    """Write files into their folder, which is made if it is missing."""
    from tui.workspace.exports import missing_folder, write_export  # noqa: PLC0415 - slow to import

    path = folder = missing_folder(tuple(contents))
    try:
        if folder is not None:
            folder.mkdir(parents=True)
            print(say("export.folder_made", folder=folder))
        for path, content in contents.items():
            write_export(content, path, replace=replace)
            print(say("export.written", path=path.absolute()))
    except OSError as error:
        reason = say.say(reason_of(error))
        print(say("compare.unwritable", path=path, reason=reason), file=sys.stderr)
        return exit_codes.PROBLEMS
    return exit_codes.GOOD


def _languages(options: Namespace, say: Phrases) -> tuple[str, ...]:
    if options.language is None:
        return ()
    if options.language == _BOTH:
        return tuple(dict.fromkeys((say.language, *LANGUAGES)))
    return (options.language,)


def _choices() -> Iterator[str]:
    yield from map(str, LANGUAGES)
    yield _BOTH


def _add_arguments(parser: Parser) -> None:
    add, a_file = parser.add_argument, "usage.word.file"
    add("reports", type=Path, nargs="+", metavar="usage.word.report", help="usage.export.report")
    add("--to", metavar="usage.word.formats", help="usage.export.to")
    add("-o", "--output", type=Path, metavar=a_file, help="usage.export.output")
    add("--level", choices=[*map(str, ReportLevel)], help="usage.export.level")
    add("--language", choices=[*_choices()], help="usage.export.language")
    add("--template", type=Path, metavar=a_file, help="usage.export.template")
    add("--force", action="store_true", help="usage.export.force")


COMMAND = Command(
    without_tidying(export),
    about="usage.export.about",
    example="duiqi export kickoff.toml --to html,docx,ics -o .",
    add_arguments=_add_arguments,
)
