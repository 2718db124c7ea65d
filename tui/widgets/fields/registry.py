"""Each type of question and the field that answers it: the only place that lists them."""

from collections.abc import Mapping
from typing import Any

from tui.domain.questions import (
    AllocationQuestion,
    AnyQuestion,
    ChoiceQuestion,
    DateQuestion,
    MultiQuestion,
    NumberQuestion,
    RangeQuestion,
    RankingQuestion,
    ScaleQuestion,
    TextQuestion,
)
from tui.widgets.fields.allocation import AllocationField
from tui.widgets.fields.base import Field
from tui.widgets.fields.choice import ChoiceField
from tui.widgets.fields.date import DateField
from tui.widgets.fields.multi import MultiField
from tui.widgets.fields.number import NumberField
from tui.widgets.fields.range import RangeField
from tui.widgets.fields.ranking import RankingField
from tui.widgets.fields.scale import ScaleField
from tui.widgets.fields.text import TextField

FIELDS: Mapping[type[AnyQuestion], type[Field[Any]]] = {
    ChoiceQuestion: ChoiceField,
    MultiQuestion: MultiField,
    ScaleQuestion: ScaleField,
    NumberQuestion: NumberField,
    RangeQuestion: RangeField,
    DateQuestion: DateField,
    AllocationQuestion: AllocationField,
    RankingQuestion: RankingField,
    TextQuestion: TextField,
}
"""The record of a type of question and its field."""


def field_for(question: AnyQuestion, language: str) -> Field[Any]:
    """Return a fresh field for a question, in its party's language."""
    return FIELDS[type(question)](question, language)
