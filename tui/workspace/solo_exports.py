"""What can be written of the self-assessment of one party."""

from tui.domain.solo_report import SoloReport
from tui.exports.document import Document
from tui.exports.self_assessment import self_assessment_document
from tui.formats.self_assessment import solo_report_bytes, solo_report_tables
from tui.workspace.exports import Export, Languages, fingerprint_of


def assessment_export(told: SoloReport, fingerprint: str = "") -> Export:
    """Return the self-assessment of a party, which is for itself."""

    def document(tags: Languages) -> Document:
        sha = fingerprint or fingerprint_of(solo_report_tables(told))
        return self_assessment_document(told, tags, sha)

    return Export("solo", document, lambda: solo_report_bytes(told))
