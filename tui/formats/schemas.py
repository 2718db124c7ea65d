"""The JSON Schema of each kind of file."""

from collections.abc import Mapping

from tui.formats.json_schema import Schema, schema_of
from tui.formats.minutes import MinutesFile
from tui.formats.questionnaire.models import QuestionnaireFile
from tui.formats.report import ReportFile
from tui.formats.self_assessment import SelfAssessmentFile
from tui.formats.session import SessionFile
from tui.formats.sheet import SheetFile
from tui.formats.table import Table

FILES: Mapping[str, type[Table]] = {
    "questionnaire": QuestionnaireFile,
    "sheet": SheetFile,
    "session": SessionFile,
    "minutes": MinutesFile,
    "report": ReportFile,
    "self-assessment": SelfAssessmentFile,
}
"""The model of each kind of file, as `duiqi schema` calls them."""


def schema(kind: str) -> Schema:
    """Return the schema of a kind of file."""
    return schema_of(FILES[kind])
