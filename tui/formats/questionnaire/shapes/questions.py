"""The shape of questions: what all have, and what each type adds."""

from decimal import Decimal

from tui.diagnostics.problem import error
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.formats.questionnaire.shapes.conditions import TESTS, RiskShape
from tui.formats.questionnaire.shapes.forms import (
    ANYTHING,
    CHOICES,
    FLAG,
    NUMBER,
    PAIRS,
    TEXT,
    TEXTS,
    WHOLE,
    WORDS,
    Form,
    OneOf,
)
from tui.formats.questionnaire.shapes.reading import Reading
from tui.formats.questionnaire.shapes.retired import RetiredShape
from tui.formats.questionnaire.shapes.table import ById, Shape, due, free, with_ids
from tui.formats.questionnaire.wrong_keys import unknown_key


class QuestionShape(Shape):
    """What every question may have."""

    type = due(TEXT)
    area = due(TEXT)
    text = due(WORDS)
    hint = free(WORDS)
    guide = free(WORDS)
    practice = free(WORDS)
    clause = free(WORDS)
    recommend = free(ANYTHING)
    weight = free(NUMBER, Decimal(1))
    core = free(FLAG, False)
    predict = free(FLAG, False)
    contract = free(FLAG, False)
    show_if = free(TESTS, [])
    show_if_any = free(TESTS, [])
    defined_by = free(TEXTS, [])
    was = free(TEXTS, [])
    rev = free(WHOLE, 1)
    private = free(OneOf("overlap", "own"))
    risk = free(ById(RiskShape), {})


class OfferingShape(QuestionShape):
    """A question that has choices of its own."""

    choices = due(CHOICES)
    retired = free(ById(RetiredShape), {})


class ChoiceShape(OfferingShape):
    """A question of type `choice`."""

    near_pairs = free(PAIRS, [])


class LentShape(QuestionShape):
    """A question whose choices the program brings along: of type `yesno` or `owner`."""


class MultiShape(OfferingShape):
    """A question of type `multi`."""

    exclusive = free(TEXTS, [])
    must = free(TEXTS, [])


class ScaleShape(QuestionShape):
    """A question of type `scale`."""

    minimum = free(WHOLE, 1, name="min")
    maximum = free(WHOLE, 5, name="max")
    low = free(WORDS)
    high = free(WORDS)
    tolerance = free(NUMBER)
    near = free(NUMBER)


class MeasuredShape(QuestionShape):
    """A question answered by numbers within bounds: of type `number` or `range`."""

    unit = free(WORDS)
    minimum = due(NUMBER, "min")
    maximum = due(NUMBER, "max")
    decimals = free(WHOLE, 0)
    tolerance = free(NUMBER)
    near = free(NUMBER)
    span = free(NUMBER)
    ratio = free(NUMBER)


class AllocationShape(OfferingShape):
    """A question of type `allocation`."""

    total = free(NUMBER, Decimal(100))
    unit = free(WORDS)
    tolerance = free(NUMBER)
    near = free(NUMBER)


class RankingShape(OfferingShape):
    """A question of type `ranking`."""


class TextShape(QuestionShape):
    """A question of type `text`."""

    max_length = free(WHOLE, 400)


AnyQuestionShape = (
    ChoiceShape
    | LentShape
    | MultiShape
    | ScaleShape
    | MeasuredShape
    | AllocationShape
    | RankingShape
    | TextShape
)

TYPES: dict[str, type[AnyQuestionShape]] = {
    "choice": ChoiceShape,
    "yesno": LentShape,
    "owner": LentShape,
    "multi": MultiShape,
    "scale": ScaleShape,
    "number": MeasuredShape,
    "range": MeasuredShape,
    "allocation": AllocationShape,
    "ranking": RankingShape,
    "text": TextShape,
}
"""The shape of each type of question."""
_OWNERS: dict[str, list[str]] = {}
"""The types of question that have a key."""
for _kind, _shape in TYPES.items():
    for _key in _shape.keys:
        _OWNERS.setdefault(_key, []).append(_kind)


class Questions(Form[dict[str, AnyQuestionShape]]):
    """The table that holds a question for each id; one of which nothing is known is lost."""

    __slots__ = ()

    def read(self, raw: object, path: KeyPath, reading: Reading) -> dict[str, AnyQuestionShape]:
        """Return the questions by id."""
        if not isinstance(raw, dict):
            reading.wrong(error(path, "not_table"))
            return {}
        found = {}
        for name, table in with_ids(raw, _OWNERS.keys(), path, reading).items():
            question = _question(table, (*path, name), reading)
            if question is None:
                reading.damage.lost.add(name)
            else:
                found[name] = question
        return found

    def stopgap(self, path: KeyPath, reading: Reading) -> dict[str, AnyQuestionShape]:  # noqa: ARG002
        """Return no questions."""
        return {}


QUESTIONS = Questions()


def _question(table: object, path: KeyPath, reading: Reading) -> AnyQuestionShape | None:
    """Return a question; None where not even its type can be guessed."""
    if not isinstance(table, dict):
        reading.tell(error(path, "not_table"))
        return None
    place = (*path, "type")
    if "type" not in table:
        misspelt = Names(sorted(table.keys() - _OWNERS.keys())).nearest("type")
        if misspelt is None:
            reading.tell(error(path, "missing_key", at="header", key="type"))
            return None
        reading.tell(unknown_key((*path, misspelt), ["type"]))
        reading.damage.moved[place] = (*path, misspelt)
        table = {"type" if key == misspelt else key: each for key, each in table.items()}
    kind = table["type"]
    if not isinstance(kind, str) or kind not in TYPES:
        known = Names(TYPES)
        mend = known.mend(str(kind))
        reading.tell(error(place, "unknown_question_type", type=kind, help=mend))
        kind = known.nearest(str(kind))
        if kind is None:
            return None
        reading.damage.places.add(place)
        table = {**table, "type": kind}
    return TYPES[kind].read(table, path, reading, _OWNERS)
