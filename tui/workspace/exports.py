"""The files that people can write for themselves, and where they go."""

import errno
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.domain.message import Message
from tui.domain.report import Report
from tui.domain.report_level import ReportLevel
from tui.domain.report_reduction import reduced, tells
from tui.exports.document import Document
from tui.exports.formats import Format, written
from tui.exports.kickoff import kickoff_document
from tui.exports.naming import file_name
from tui.formats.report import report_bytes, report_tables
from tui.formats.report_parts import CHANGED
from tui.storage.atomic import SHARED, create_file, overwrite_file

if TYPE_CHECKING:  # most reports are written without any before them
    from tui.domain.report_diff import Former

Languages = tuple[str, ...]
"""The tags of the languages to write in; empty for those that the parties read."""
_LEVELS = (ReportLevel.SHARED, ReportLevel.MINUTES, ReportLevel.OWN)
"""The levels in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Export:
    """Something that can be written, in one format or in several."""

    id: str
    """Its id; the catalogue names it as `export.kind_<id>`."""
    document: Callable[[Languages], Document]
    """Returns what it says in some languages."""
    record: Callable[[], bytes]
    """Returns it as TOML, which is what duiqi and other programs read."""
    formats: tuple[Format, ...] = tuple(Format)
    """What it can be written as."""
    caution: str = ""
    """The catalogue's key of what to know before it is sent to anyone; empty where nothing is."""

    def name(self, to: Format, languages: Languages = ()) -> str:
        """Return what its file is called."""
        return file_name(self.document(languages), to)

    def content(self, to: Format, languages: Languages = (), template: Path | None = None) -> bytes:
        """Return it as the content of a file.

        Args:
            to: The format.
            languages: The languages to write in.
            template: A Word document to begin with, whose styles are used.

        Raises:
            ExportFailed: It cannot be written in that format here.
        """
        if to is Format.RECORD:
            return self.record()
        return written(self.document(languages), to, template)


def write_export(content: bytes, path: Path, *, replace: bool = False) -> None:
    """Write a file that others may read; it is complete on the disk when this returns.

    Args:
        content: What to write.
        path: Where to.
        replace: Whether a file that is there may be replaced.

    Raises:
        FileExistsError: There is a file, and it may not be replaced.
        OSError: Nothing could be written there.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if replace:
        overwrite_file(path, content)
    else:
        create_file(path, content, SHARED)


def targets(
    export: Export, formats: Sequence[Format], languages: Languages, where: Path
) -> tuple[Path, ...]:
    """Return where the files of an export go.

    Args:
        export: What is to be written.
        formats: As what.
        languages: In which languages.
        where: The folder; for one format perhaps the file itself, with that format's ending.
    """
    if len(formats) == 1 and where.suffix.lower() == f".{formats[0]}" and not where.is_dir():
        return (where,)
    return tuple(where / export.name(to, languages) for to in formats)


def missing_folder(paths: Sequence[Path]) -> Path | None:
    """Return the folder that must be made before files can be written to it; None if it is there.

    Args:
        paths: The files, all in one folder.
    """
    folder = paths[0].absolute().parent
    return None if folder.exists() else folder


def documents_folder() -> Path:
    """Return the folder for documents, or where we are if there is none."""
    from platformdirs import user_documents_path  # noqa: PLC0415 - slow to import

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.cwd()


def report_exports(
    told: Report,
    fingerprint: str = "",
    earlier: Sequence[Report] = (),
    was: "Former | None" = None,
    *,
    is_changed: bool = False,
) -> tuple[Export, ...]:
    """Return a report at each level at which it tells enough, the usual one first.

    Args:
        told: The report.
        fingerprint: The SHA-256 that its file bears; what it would bear if empty.
        earlier: Earlier reports of the same two, to tell what has changed since.
        was: The ids that questions had in former editions.
        is_changed: Whether its file was changed after it was written: then each export says so, and
            none bears the SHA-256 of what was written first.
    """

    def at(level: ReportLevel) -> Export:
        less = reduced(told, level)
        sha = fingerprint if level is told.level and not is_changed else ""

        def document(tags: Languages) -> Document:
            found = kickoff_document(less, tags, sha or fingerprint_of(report_tables(less)))
            if is_changed:
                warning = zip(found.say(CHANGED), found.notice, strict=True)
                found = replace(found, notice=tuple(map(" ".join, warning)))
            if not earlier:
                return found
            from tui.exports.over_time import over_time  # noqa: PLC0415 - rarely told

            before = [reduced(each, level) if tells(each, level) else each for each in earlier]
            return replace(found, over_time=over_time((*before, less), found.phrases, was))

        # Names, previews and all formats are made of one.
        return Export(level, cache(document), lambda: report_bytes(less))

    return tuple(at(level) for level in _LEVELS if tells(told, level))


def was_changed(notices: Iterable[Message]) -> bool:
    """Return whether what is told of a report's file says that it is not what was written."""
    return any(notice.key == CHANGED for notice in notices)


def fingerprint_of(tables: dict[str, object]) -> str:
    """Return the SHA-256 that the tables of a report bear."""
    match tables:
        case {"integrity": {"sha256": str() as sha}}:
            return sha
        case _:
            return ""


def wanted(exports: Sequence[Export], name: str) -> Export | None:
    """Return the export with an id, if it is offered."""
    return next((export for export in exports if export.id == name), None)
