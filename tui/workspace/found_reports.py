"""What can be written of a report that lies in a file."""

from dataclasses import dataclass

from tui.domain.message import Message
from tui.formats.report import read_report
from tui.toml.reader import TomlFile
from tui.workspace.exports import Export, report_exports


@dataclass(frozen=True, slots=True)
class FoundReports:
    """What a file has to offer."""

    exports: tuple[Export, ...]
    """What can be written of it, the usual one first."""
    notices: tuple[Message, ...]
    """What its reader should know."""


def reports_in(file: TomlFile) -> FoundReports:
    """Return what can be written of a report's file.

    Raises:
        InvalidFile: It is no report; with everything that is wrong in it.
    """
    match file.data:
        case {"kind": "report", "mode": "solo"}:
            from tui.formats.self_assessment import read_solo_report  # noqa: PLC0415 - rarely read
            from tui.workspace.solo_exports import assessment_export  # noqa: PLC0415

            alone = read_solo_report(file)
            return FoundReports((assessment_export(alone.report, _sha(file)),), alone.notices)
        case _:
            both = read_report(file)
            return FoundReports(report_exports(both.report, _sha(file)), both.notices)


def _sha(file: TomlFile) -> str:
    return str(file.data["integrity"]["sha256"])
