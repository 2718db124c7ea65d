"""Questions of every type."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tui.domain.questionnaire import Party
from tui.domain.questions import QUESTION_TYPES, AnyQuestion, Choice, Kind, Privacy
from tui.domain.questions.number import Measure
from tui.formats.questionnaire import build_conditions
from tui.formats.questionnaire.build_texts import Texts
from tui.formats.questionnaire.shapes import questions as shapes
from tui.formats.questionnaire.shapes.values import Labels

YES_AND_NO = ("yes", "no")
"""The choices of every `yesno`."""
BEYOND_THE_PARTIES = ("shared", "third_party", "nobody")
"""The choices of every `owner` that follow the two parties."""

_NEAR_PART = Decimal(10)
"""By default numbers are near up to a tenth of the span."""
_LEVELS = Decimal(0), Decimal(1)
_FACTORS = Decimal("1.1"), Decimal(2)
_PERCENTS = Decimal(10), Decimal(25)
"""The defaults of `tolerance` and `near`: of a scale, with `ratio`, of an allocation."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a question needs to know of its questionnaire."""

    texts: Texts
    """The languages."""
    parties: tuple[Party, ...]
    """Left and right."""
    lists: Mapping[str, Labels]
    """The shared lists of choices."""


def question(name: str, shape: shapes.AnyQuestionShape, around: Surroundings) -> AnyQuestion:
    """Return a question with its recommendation.

    Raises `InvalidAnswer` where that is no answer to it.
    """
    record = QUESTION_TYPES[Kind(shape.type)]
    told = {**_common(name, shape, around.texts), **_own(shape, around)}
    bare = record(**told)
    return bare if shape.recommend is None else record(**told, recommend=bare.read(_advice(shape)))


def choices(shape: shapes.AnyQuestionShape, around: Surroundings) -> tuple[Choice, ...]:
    """Return what a question offers; nothing for a type without choices."""
    match shape:
        case shapes.LentShape(type="yesno"):
            return tuple(map(around.texts.lent, YES_AND_NO))
        case shapes.LentShape():
            parties = (Choice(party.id, party.name) for party in around.parties)
            return (*parties, *map(around.texts.lent, BEYOND_THE_PARTIES))
        case (
            shapes.ChoiceShape()
            | shapes.MultiShape()
            | shapes.AllocationShape()
            | shapes.RankingShape()
        ):
            given = shape.choices
            labels = around.lists[given] if isinstance(given, str) else given
            return tuple(Choice(name, around.texts.line(words)) for name, words in labels.items())
        case _:
            return ()


def _own(shape: shapes.AnyQuestionShape, around: Surroundings) -> dict[str, Any]:
    """Return what only questions of this type have."""
    own: dict[str, Any] = {}
    if offered := choices(shape, around):
        own["choices"] = offered
    match shape:
        case shapes.ChoiceShape():
            own["near_pairs"] = frozenset(map(frozenset, shape.near_pairs))
        case shapes.MultiShape():
            own |= {"exclusive": frozenset(shape.exclusive), "must": frozenset(shape.must)}
        case shapes.ScaleShape():
            own |= _scale(shape, around.texts)
        case shapes.MeasuredShape():
            own["measure"] = _measure(shape, around.texts)
        case shapes.AllocationShape():
            own |= _allocation(shape, around.texts)
        case shapes.TextShape():
            own["max_length"] = shape.max_length
    return own


def _common(name: str, shape: shapes.AnyQuestionShape, texts: Texts) -> dict[str, Any]:
    """Return what questions of all types have, but the recommendation."""
    return {
        "id": name,
        "kind": Kind(shape.type),
        "area": shape.area,
        "text": texts.text(shape.text),
        "hint": texts.text(shape.hint),
        "guide": texts.text(shape.guide),
        "practice": texts.text(shape.practice),
        "clause": texts.text(shape.clause),
        "weight": shape.weight,
        "core": shape.core,
        "predict": shape.predict,
        "contract": shape.contract,
        "display_condition": build_conditions.gate(shape),
        "defined_by": tuple(shape.defined_by),
        "was": tuple(shape.was),
        "rev": shape.rev,
        "privacy": Privacy(shape.private or Privacy.SHARED),
        "risks": tuple(
            build_conditions.rule(rule, found, texts, name) for rule, found in shape.risk.items()
        ),
    }


def _scale(shape: shapes.ScaleShape, texts: Texts) -> dict[str, Any]:
    tolerance, near = _tolerances(shape, *_LEVELS)
    return {
        "minimum": shape.minimum,
        "maximum": shape.maximum,
        "low": texts.line(shape.low),
        "high": texts.line(shape.high),
        "tolerance": tolerance,
        "near": near,
    }


def _measure(shape: shapes.MeasuredShape, texts: Texts) -> Measure:
    """Return how numbers are held against each other, with the defaults of the format."""
    span = shape.maximum - shape.minimum if shape.span is None else shape.span
    defaults = (Decimal(0), span / _NEAR_PART) if shape.ratio is None else _FACTORS
    tolerance, near = _tolerances(shape, *defaults)
    return Measure(
        minimum=shape.minimum,
        maximum=shape.maximum,
        unit=texts.line(shape.unit),
        decimals=shape.decimals,
        span=span,
        ratio=shape.ratio,
        tolerance=tolerance,
        near=near,
    )


def _allocation(shape: shapes.AllocationShape, texts: Texts) -> dict[str, Any]:
    tolerance, near = _tolerances(shape, *_PERCENTS)
    unit = texts.line(shape.unit)
    return {"total": shape.total, "unit": unit, "tolerance": tolerance, "near": near}


def _tolerances(
    shape: shapes.ScaleShape | shapes.MeasuredShape | shapes.AllocationShape,
    tolerance: Decimal,
    near: Decimal,
) -> tuple[Decimal, Decimal]:
    """Return `tolerance` and `near` as declared, else by default; a default yields to the other."""
    if shape.tolerance is None:
        return (tolerance, near) if shape.near is None else (min(tolerance, shape.near), shape.near)
    return shape.tolerance, max(near, shape.tolerance) if shape.near is None else shape.near


def _advice(shape: shapes.AnyQuestionShape) -> object:
    """Return the recommendation in the form of an answer: a list of one stands for a choice."""
    raw: object = shape.recommend
    takes_one = isinstance(shape, shapes.ChoiceShape | shapes.LentShape)
    if takes_one and isinstance(raw, list) and len(raw) == 1:
        return raw[0]
    return raw
