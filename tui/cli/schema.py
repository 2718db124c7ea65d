"""`duiqi schema`: a JSON Schema on the standard output."""

import json
from argparse import Namespace

from tui.formats.schemas import questionnaire, report, sheet

_SCHEMAS = {
    "questionnaire": questionnaire.schema,
    "sheet": sheet.schema,
    "report": report.schema,
}


def schema(options: Namespace) -> int:
    """Print the schema of one kind of file; give 0."""
    print(json.dumps(_SCHEMAS[options.kind](), ensure_ascii=False, indent=2))
    return 0
