"""How each type of question is answered: one field a type, drawn in its party's column."""

from tui.widgets.fields.base import Canvas, Field, Given, Outcome, Redraw, Refused, WantsText
from tui.widgets.fields.registry import FIELDS, field_for

__all__ = [
    "FIELDS",
    "Canvas",
    "Field",
    "Given",
    "Outcome",
    "Redraw",
    "Refused",
    "WantsText",
    "field_for",
]
