"""What can be written of what lies in files: reports, and questionnaires."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.domain.message import Message
from tui.exports.formats import ExportFailed
from tui.formats.report import OpenReport, read_report
from tui.text.cleaning import one_line
from tui.toml.reader import TomlFile
from tui.workspace.exports import Export, report_exports, was_changed


@dataclass(frozen=True, slots=True)
class FoundReports:
    """What files have to offer."""

    exports: tuple[Export, ...]
    """What can be written of them, the usual one first."""
    notices: tuple[Message, ...]
    """What their reader should know."""


def reports_in(files: Sequence[TomlFile], *folders: Path | None) -> FoundReports:
    """Return what can be written of a report, or of the latest of several with what has changed.

    Of a questionnaire that is what its author's colleagues are to comment on.

    Args:
        files: The files of the reports; several are of kickoffs.
        folders: Where to look for the questionnaire, for the former ids of its questions.

    Raises:
        InvalidFile: One is no report; with everything that is wrong in it.
        ExportFailed: Several are about different questionnaires.
    """
    match [file.data for file in files]:
        case [{"kind": "report", "mode": "solo"}]:
            from tui.formats.self_assessment import read_solo_report  # noqa: PLC0415 - rarely read
            from tui.workspace.solo_exports import assessment_export  # noqa: PLC0415

            alone = read_solo_report(files[0])
            return FoundReports((assessment_export(alone.report, _sha(files[0])),), alone.notices)
        case [{"question": _, **others}] if "kind" not in others:
            from tui.workspace.questionnaire_exports import (  # noqa: PLC0415 - rarely written
                questionnaire_export,
            )

            return FoundReports((questionnaire_export(files[0]),), ())
        case _:
            return _of_two([(read_report(file), _sha(file)) for file in files], folders)


def _of_two(
    found: Sequence[tuple[OpenReport, str]], folders: Sequence[Path | None]
) -> FoundReports:
    """Return what can be written of reports of two parties."""
    notices = tuple(notice for opened, _ in found for notice in opened.notices)
    if len(found) == 1:
        ((opened, sha),) = found
        is_changed = was_changed(notices)
        return FoundReports(report_exports(opened.report, sha, is_changed=is_changed), notices)
    from tui.domain.trend import in_order  # noqa: PLC0415 - slow to import, and rarely needed
    from tui.workspace.former_ids import former_ids  # noqa: PLC0415

    reports = in_order([opened.report for opened, _ in found])
    names = dict.fromkeys(one_line(report.edition.id) for report in reports)
    if len(names) > 1:
        told = {"names": ", ".join(names)}
        raise ExportFailed(Message("diff.other_questionnaires", told))
    *earlier, latest = reports
    sha = next(sha for opened, sha in found if opened.report is latest)
    was = former_ids(reports, *folders)
    is_changed = was_changed(notices)
    return FoundReports(report_exports(latest, sha, earlier, was, is_changed=is_changed), notices)


def _sha(file: TomlFile) -> str:
    match file.data:
        case {"integrity": {"sha256": str() as sha}}:
            return one_line(sha)
        case _:
            return ""
