"""Questions of every type."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Party
from tui.domain.questions import QUESTION_TYPES, AnyQuestion, Choice, Kind
from tui.domain.questions.date import NEAR, SPAN, TOLERANCE
from tui.domain.questions.number import Measure
from tui.formats.questionnaire import build_conditions, models
from tui.formats.questionnaire.build_texts import Texts
from tui.formats.questionnaire.models import Labels

YES_AND_NO = ("yes", "no")
"""The choices of every `yesno`."""
BEYOND_THE_PARTIES = ("shared", "third_party", "nobody")
"""The choices of every `owner` that follow the two parties."""

_NEAR_PART = Decimal(10)
"""By default numbers are near up to a tenth of the span."""
_LEVELS = Decimal(0), Decimal(1)
_DAYS = TOLERANCE, NEAR
_FACTORS = Decimal("1.1"), Decimal(2)
_PERCENTS = Decimal(10), Decimal(25)
"""The defaults of `tolerance` and `near`: of a scale, of days, with `ratio`, of an allocation."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a question needs to know of its questionnaire."""

    texts: Texts
    """The languages."""
    parties: tuple[Party, ...]
    """Left and right."""
    lists: Mapping[str, Labels]
    """The shared lists of choices."""
    areas: Mapping[str, models.AreaTable]
    """The areas whose gates count."""


def question(name: str, table: models.AnyQuestionTable, around: Surroundings) -> AnyQuestion:
    """Return a question with its recommendation and the answers that need no definition.

    Raises `InvalidAnswer` where one of those is no answer to it.
    """
    record = QUESTION_TYPES[Kind(table.type)]
    told = {**_common(name, table, around), **_own(table, around)}
    bare = record(**told)
    return record(
        **told,
        recommend=None if table.recommend is None else bare.read(_advice(table)),
        hollow_except=tuple(map(bare.read, _exceptions(table))),
    )


def choices(table: models.AnyQuestionTable, around: Surroundings) -> tuple[Choice, ...]:
    """Return what a question offers; nothing for a type without choices."""
    match table:
        case models.BuiltInChoiceTable(type="yesno"):
            return tuple(map(around.texts.lent, YES_AND_NO))
        case models.BuiltInChoiceTable():
            parties = (Choice(party.id, party.name) for party in around.parties)
            return (*parties, *map(around.texts.lent, BEYOND_THE_PARTIES))
        case (
            models.ChoiceTable()
            | models.MultiTable()
            | models.AllocationTable()
            | models.RankingTable()
        ):
            given = table.choices
            labels = around.lists[given] if isinstance(given, str) else given
            return tuple(Choice(name, around.texts.line(words)) for name, words in labels.items())
        case _:
            return ()


def _own(table: models.AnyQuestionTable, around: Surroundings) -> dict[str, Any]:
    """Return what only questions of this type have."""
    own: dict[str, Any] = {}
    if offered := choices(table, around):
        own["choices"] = offered
    match table:
        case models.ChoiceTable():
            own["near_pairs"] = frozenset(map(frozenset, table.near_pairs))
            own |= {"other": table.other, "shuffle": table.shuffle}
        case models.MultiTable():
            own |= {"exclusive": frozenset(table.exclusive), "must": frozenset(table.must)}
            own |= {"most": table.most, "other": table.other, "shuffle": table.shuffle}
        case models.RankingTable():
            own["first"] = table.first
        case models.ScaleTable():
            own |= _scale(table, around.texts)
        case models.MeasureTable():
            own["measure"] = _measure(table, around.texts)
        case models.DateTable():
            own |= _days(table)
        case models.AllocationTable():
            own |= _allocation(table, around.texts)
        case models.TextTable():
            own["max_length"] = table.max_length
    return own


def _common(name: str, table: models.AnyQuestionTable, around: Surroundings) -> dict[str, Any]:
    """Return what questions of all types have, but the recommendation."""
    texts = around.texts
    area = (around.areas[each] for each in (table.area,) if each in around.areas)
    return {
        "id": name,
        "kind": Kind(table.type),
        "area": table.area,
        "text": texts.text(table.text),
        "asked_of": table.asked_of,
        "ask": {party: texts.text(words) for party, words in table.ask.items()},
        "name": texts.line(table.name),
        "hint": texts.text(table.hint),
        "guide": texts.text(table.guide),
        "practice": texts.text(table.practice),
        "clause": texts.text(table.clause),
        "weight": table.weight,
        "core": table.core,
        "predict": table.predict and table.asked_of is None,
        "contract": table.contract,
        "display_condition": build_conditions.display_condition(table, *area),
        "defined_by": tuple(table.defined_by),
        "firmness": table.firmness,
        "was": tuple(table.was),
        "rev": table.rev,
        "privacy": Privacy(table.private or Privacy.SHARED),
        "risks": tuple(
            build_conditions.rule(rule, found, texts, name) for rule, found in table.risk.items()
        ),
    }


def _scale(table: models.ScaleTable, texts: Texts) -> dict[str, Any]:
    tolerance, near = _tolerances(table, *_LEVELS)
    levels = tuple(map(texts.line, table.labels))
    low, high = map(texts.line, (table.low, table.high))
    return {
        "minimum": table.minimum,
        "maximum": table.maximum,
        "low": levels[0] if levels else low,
        "high": levels[-1] if levels else high,
        "levels": levels,
        "tolerance": tolerance,
        "near": near,
    }


def _measure(table: models.MeasureTable, texts: Texts) -> Measure:
    """Return how numbers are held against each other, with the defaults of the format."""
    span = table.maximum - table.minimum if table.span is None else table.span
    defaults = (Decimal(0), span / _NEAR_PART) if table.ratio is None else _FACTORS
    tolerance, near = _tolerances(table, *defaults)
    return Measure(
        minimum=table.minimum,
        maximum=table.maximum,
        unit=texts.line(table.unit),
        unit_one=texts.line(table.unit_one),
        decimals=table.decimals,
        span=span,
        ratio=table.ratio,
        tolerance=tolerance,
        near=near,
    )


def _days(table: models.DateTable) -> dict[str, Any]:
    tolerance, near = _tolerances(table, *_DAYS)
    return {
        "minimum": table.minimum or date.min,
        "maximum": table.maximum or date.max,
        "tolerance": tolerance,
        "near": near,
        "span": SPAN if table.span is None else table.span,
    }


def _allocation(table: models.AllocationTable, texts: Texts) -> dict[str, Any]:
    tolerance, near = _tolerances(table, *_PERCENTS)
    unit = texts.line(table.unit)
    return {"total": table.total, "unit": unit, "tolerance": tolerance, "near": near}


def _tolerances(
    table: models.ScaleTable | models.MeasureTable | models.DateTable | models.AllocationTable,
    tolerance: Decimal,
    near: Decimal,
) -> tuple[Decimal, Decimal]:
    """Return `tolerance` and `near` as declared, else by default; a default yields to the other."""
    if table.tolerance is None:
        return (tolerance, near) if table.near is None else (min(tolerance, table.near), table.near)
    return table.tolerance, max(near, table.tolerance) if table.near is None else table.near


def _advice(table: models.AnyQuestionTable) -> object:
    """Return the recommendation in the form of an answer: a list of one stands for a choice."""
    raw: object = table.recommend
    takes_one = isinstance(table, models.ChoiceTable | models.BuiltInChoiceTable)
    if takes_one and isinstance(raw, list) and len(raw) == 1:
        return raw[0]
    return raw


def _exceptions(table: models.AnyQuestionTable) -> list[object]:
    """Return the answers that need no definition; one may stand without brackets.

    Of a question for any number of choices each is one choice, of a range it may be one number.
    """
    raw: object = table.hollow_except
    items = [] if raw is None else raw if isinstance(raw, list) else [raw]
    match table:
        case models.MultiTable():
            return [[item] for item in items]
        case models.MeasureTable(type="range"):
            return [
                item if isinstance(item, dict) else {"low": item, "high": item} for item in items
            ]
        case _:
            return items
