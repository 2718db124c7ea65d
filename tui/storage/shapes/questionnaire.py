"""The shape of a whole questionnaire file."""

from pydantic import Field

from tui.storage.shapes.conditions import RiskShape
from tui.storage.shapes.questions import AnyQuestionShape
from tui.storage.shapes.values import Labels, Shape, Words


class HeadShape(Shape):
    """The table `[questionnaire]`."""

    id: str
    version: str
    languages: list[str]
    title: Words


class PartyShape(Shape):
    """A table `[party.*]`."""

    name: Words


class AreaShape(Shape):
    """A table `[area.*]`."""

    title: Words
    about: Words | None = None


class RetiredShape(Shape):
    """A table `[retired.*]`."""

    since: str
    replaced_by: str | None = None


class FileShape(Shape):
    """A whole questionnaire file."""

    format: int
    questionnaire: HeadShape
    party: dict[str, PartyShape]
    area: dict[str, AreaShape]
    choices: dict[str, Labels] = Field({})
    question: dict[str, AnyQuestionShape]
    risk: dict[str, RiskShape] = Field({})
    retired: dict[str, RetiredShape] = Field({})
