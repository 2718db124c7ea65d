"""The files that people can write for themselves: reports, minutes, sheets."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.session import Session
from tui.formats.report import report_bytes
from tui.storage.atomic import SHARED, create_file, overwrite_file


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of file that can be written."""

    id: str
    """Its id; the catalogue names it as `export.kind_<id>`."""
    stem: str
    """How its proposed file name begins; nothing that a person typed stands in it."""
    make: Callable[[], bytes]
    """Makes its content."""
    caution: str = ""
    """The catalogue's key of what to know before it is sent to anyone; empty where nothing is."""


def write_export(export: Export, path: Path, *, replace: bool = False) -> None:
    """Write a file that others may read; it is complete on the disk when this returns.

    Args:
        export: What to write.
        path: Where to.
        replace: Whether a file that is there may be replaced.

    Raises:
        FileExistsError: There is a file, and it may not be replaced.
        OSError: Nothing could be written there.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if replace:
        overwrite_file(path, export.make())
    else:
        create_file(path, export.make(), SHARED)


def kickoff_exports(session: Session) -> tuple[Export, ...]:
    """Return the kinds of file that two parties may write."""

    def made(level: ReportLevel) -> bytes:
        return report_bytes(report(session, level))

    return (
        Export(ReportLevel.SHARED, "alignment", partial(made, ReportLevel.SHARED)),
        Export(ReportLevel.MINUTES, "minutes", partial(made, ReportLevel.MINUTES)),
    )


def solo_exports(session: Session) -> tuple[Export, ...]:
    """Return what a party that works alone may keep, and what it may send to the other side."""
    from tui.domain.solo_report import solo_report  # noqa: PLC0415
    from tui.formats.self_assessment import solo_report_bytes  # noqa: PLC0415
    from tui.formats.sheet import sheet_bytes  # noqa: PLC0415

    sheet = session.sheet(str(session.alone))
    questionnaire = session.questionnaire
    return (
        Export("solo", "self-assessment", lambda: solo_report_bytes(solo_report(session))),
        Export("sheet", "sheet", lambda: sheet_bytes(sheet, questionnaire), "export.sheet_travels"),
    )
