"""What can be written into a file of one's own: reports, minutes, sheets."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.session import Session
from tui.formats.report import report_bytes


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of file that can be written."""

    id: str
    """`export.kind_<id>` in the catalogue names it."""
    stem: str
    """How its proposed name begins; no name is made from what a person typed."""
    make: Callable[[], bytes]
    """Returns its content."""
    caution: str = ""
    """The catalogue's entry of what to know before it is sent to anyone."""


def kickoff_exports(session: Session) -> tuple[Export, ...]:
    """Return what two parties may take home."""

    def made(detail: ReportLevel) -> bytes:
        return report_bytes(report(session, detail))

    return (
        Export(ReportLevel.SHARED, "alignment", partial(made, ReportLevel.SHARED)),
        Export(ReportLevel.MINUTES, "minutes", partial(made, ReportLevel.MINUTES)),
    )


def solo_exports(session: Session) -> tuple[Export, ...]:
    """Return what a party working alone may keep, and what it may send to the other side."""
    from tui.domain.solo_report import solo_report  # noqa: PLC0415
    from tui.formats.self_assessment import solo_report_bytes  # noqa: PLC0415
    from tui.formats.sheet import sheet_bytes  # noqa: PLC0415

    sheet = session.sheet(str(session.alone))
    questionnaire = session.questionnaire
    return (
        Export("solo", "self-assessment", lambda: solo_report_bytes(solo_report(session))),
        Export("sheet", "sheet", lambda: sheet_bytes(sheet, questionnaire), "export.sheet_travels"),
    )
