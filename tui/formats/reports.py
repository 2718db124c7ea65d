"""Reports as files: written, and opened again with every problem at its place."""

from pathlib import Path
from typing import NamedTuple

from tui.domain.message import Message
from tui.domain.report import Report
from tui.formats.records import opened
from tui.formats.report_tables import KICKOFF, report_tables
from tui.toml.reader import TomlFile
from tui.toml.writer import dump_toml

__all__ = ["OpenReport", "read_report", "report_bytes", "report_tables"]


class OpenReport(NamedTuple):
    """A report as it was found."""

    report: Report
    """What it tells."""
    notices: tuple[Message, ...]
    """What its reader should know: that it is not what was once written."""


def report_bytes(report: Report) -> bytes:
    """Return a report as the bytes of a file; the same report gives the same bytes."""
    return dump_toml(report_tables(report))


def read_report(file: TomlFile | Path) -> OpenReport:
    """Return the report in a file.

    Raises:
        InvalidFile: It is no report; with everything that is wrong in it.
    """
    from tui.formats.kickoff_shape import ReportShape  # noqa: PLC0415 - pydantic is slow to load
    from tui.formats.report_reading import read_shape  # noqa: PLC0415

    shape, notices = read_shape(opened(file), KICKOFF, ReportShape)
    return OpenReport(shape.record(), notices)
