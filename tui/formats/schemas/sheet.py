"""The JSON Schema of answer sheets."""

from tui.domain.answers import ContractState, Firmness, NonAnswer
from tui.domain.sheet import Length
from tui.formats.questionnaire.shapes.forms import ANYTHING, TEXT, TEXTS, WHOLE, MapOf, OneOf
from tui.formats.questionnaire.shapes.table import ById, Shape, Table, due, free
from tui.formats.schemas.making import DAY, LEFTOVER, Definitions, Schema


class EditionShape(Shape):
    """Which questionnaire was answered."""

    id = due(TEXT)
    version = due(TEXT)
    digest = due(TEXT)


class RespondentShape(Shape):
    """Whose answers they are."""

    id = due(TEXT)
    name = due(TEXT)
    language = free(TEXT)
    answered_by = free(TEXTS)


class AnswerShape(Shape):
    """What was said to one question."""

    value = free(ANYTHING)
    state = free(OneOf(*NonAnswer))
    reason = free(TEXT)
    rev = free(WHOLE, 1)
    firmness = free(OneOf(*Firmness))
    contract = free(OneOf(*ContractState))
    note = free(TEXT)
    private_note = free(TEXT)
    guess = free(ANYTHING)


class SheetShape(Shape):
    """A whole answer sheet."""

    format = due(WHOLE)
    kind = due(OneOf("sheet"))
    length = free(OneOf(*Length))
    date = due(DAY)
    questionnaire = due(Table(EditionShape))
    party = due(Table(RespondentShape))
    importance = free(MapOf(WHOLE))
    answers = free(ById(AnswerShape))
    former = free(LEFTOVER)


def schema() -> Schema:
    """Return the schema of an answer sheet."""
    names: dict[type[Shape], str] = {
        SheetShape: "sheet",
        EditionShape: "edition",
        RespondentShape: "respondent",
        AnswerShape: "answer",
    }
    return Definitions(names, {}).schema(SheetShape, "duiqi answer sheet")
