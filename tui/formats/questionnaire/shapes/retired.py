"""The shape of what was given up: a question, or a choice of one, whose id stays reserved."""

from tui.formats.questionnaire.shapes.forms import TEXT
from tui.formats.questionnaire.shapes.table import Shape, due, free


class RetiredShape(Shape):
    """A table `[retired.*]` or `[question.*.retired.*]`."""

    since = due(TEXT)
    replaced_by = free(TEXT)
