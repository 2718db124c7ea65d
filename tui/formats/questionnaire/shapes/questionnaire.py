"""The shape of a whole questionnaire file."""

from tui.formats.questionnaire.shapes.conditions import RiskShape
from tui.formats.questionnaire.shapes.forms import LABELS, TEXT, TEXTS, WHOLE, WORDS, MapOf
from tui.formats.questionnaire.shapes.questions import QUESTIONS
from tui.formats.questionnaire.shapes.retired import RetiredShape
from tui.formats.questionnaire.shapes.table import ById, Shape, Table, due, free


class HeadShape(Shape):
    """The table `[questionnaire]`."""

    id = due(TEXT)
    version = due(TEXT)
    languages = due(TEXTS)
    title = due(WORDS)


class PartyShape(Shape):
    """A table `[party.*]`."""

    name = due(WORDS)


class AreaShape(Shape):
    """A table `[area.*]`."""

    title = due(WORDS)
    about = free(WORDS)


class FileShape(Shape):
    """A whole questionnaire file."""

    format = due(WHOLE)
    questionnaire = due(Table(HeadShape))
    party = due(ById(PartyShape))
    area = due(ById(AreaShape))
    choices = free(MapOf(LABELS), {})
    question = due(QUESTIONS)
    risk = free(ById(RiskShape), {})
    retired = free(ById(RetiredShape), {})
