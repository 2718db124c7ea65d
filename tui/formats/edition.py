"""What every file of answers says of its questionnaire: which it is, and what matters in it."""

from typing import Annotated

from pydantic import Field

from tui.domain.sheet import IMPORTANCES
from tui.formats.table import Line, Table, told_as

Importance = Annotated[
    int, Field(ge=min(IMPORTANCES), le=max(IMPORTANCES)), told_as("sheet.wrong_importance")
]
"""How important an area is to a party."""


class EditionTable(Table):
    """Which questionnaire a file is about."""

    id: Line
    version: Line
    digest: Line
