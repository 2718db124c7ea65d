"""What can be written of a session: its report, or a self-assessment and the sheet to send."""

from collections.abc import Mapping
from types import MappingProxyType

from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.session import Session
from tui.domain.solo_report import solo_report
from tui.exports.formats import Format
from tui.formats.attached import attached
from tui.formats.sheet import sheet_bytes
from tui.storage.library import is_bundled
from tui.workspace.exports import Export, report_exports
from tui.workspace.solo_exports import assessment_export

NO_COPIES: Mapping[str, bytes] = MappingProxyType({})


def kickoff_exports(session: Session) -> tuple[Export, ...]:
    """Return what two parties may write."""
    return report_exports(report(session, ReportLevel.SHARED))


def solo_exports(session: Session, copies: Mapping[str, bytes] = NO_COPIES) -> tuple[Export, ...]:
    """Return what a party that works alone may keep, and what it may send to the other side.

    Args:
        session: The session.
        copies: The files of its questionnaire, by name; that travels with the sheet, unless it
            comes with the program and everybody has it.
    """
    sheet, questionnaire = session.sheet(str(session.alone)), session.questionnaire
    assessment = assessment_export(solo_report(session))
    sent = Export(
        "sheet",
        assessment.document,
        lambda: sheet_bytes(
            sheet, questionnaire, None if is_bundled(sheet.edition) else attached(copies)
        ),
        (Format.RECORD,),
        "export.sheet_travels",
    )
    return assessment, sent
