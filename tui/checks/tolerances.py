"""Tolerances so wide that a question can no longer tell two answers apart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tui.checks.context import CheckContext
from tui.diagnostics.problem import Problem, message, warning
from tui.domain.questions.date import NEAR, SPAN
from tui.domain.values import number_text
from tui.formats.questionnaire.models import (
    AllocationTable,
    AnyQuestionTable,
    DateTable,
    MeasureTable,
    ScaleTable,
)

_PERCENT = Decimal(100)
"""How much of a total can be in other places at the most."""
_NEAR_LEVELS, _NEAR_FACTOR = Decimal(1), Decimal(2)
"""What `near` is where it is not given: of a scale, and of numbers compared as a ratio."""
_FACTOR = "× {}"
_DECIDING = ("min", "max", "tolerance", "near", "span", "ratio", "private")


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far apart two answers can be, and up to where they count as close."""

    widest: Decimal | None
    """The greatest distance (with `ratio`: factor) of two answers; None where there is none."""
    unlike: Decimal | None = None
    """The distance (factor) at which they have nothing in common, where the file gives it."""
    tolerance: Decimal | None = None
    """Up to where they are aligned; None where it is not given, or decides nothing."""
    near: Decimal | None = None
    """Up to where they are partly aligned; None where that is the usual, or decides nothing."""
    near_key: str = "near"
    """The key by which `near` is what it is."""
    told: str = "{}"
    """How a distance is written: as it is, as a factor or as a percentage."""


def too_wide(name: str, question: AnyQuestionTable, context: CheckContext) -> Iterator[Problem]:
    """Return a warning where answers with nothing in common count as close: the worst one only."""
    reach = _reach(name, question, context)
    if reach is None:
        return
    tolerance, near, widest, unlike = reach.tolerance, reach.near, reach.widest, reach.unlike
    if tolerance is not None and _reaches(tolerance, widest):
        yield _warned(name, "tolerance", "tolerance_covers_all", reach, tolerance, widest)
    elif tolerance is not None and _reaches(tolerance, unlike):
        yield _warned(name, "tolerance", "tolerance_beyond_span", reach, tolerance, unlike)
    elif near is not None and _reaches(near, widest):
        yield _warned(name, reach.near_key, "near_covers_all", reach, near, widest)
    elif near is not None and near != unlike and _reaches(near, unlike):
        yield _warned(name, reach.near_key, "near_beyond_span", reach, near, unlike)


def _reaches(distance: Decimal, bound: Decimal | None) -> bool:
    return bound is not None and distance >= bound


def _warned(
    name: str, key: str, why: str, reach: _Reach, given: Decimal, bound: Decimal | None
) -> Problem:
    """Return the warning of one claim; its key may be another than the one that is to be mended."""
    shown = _shown(bound)
    mend = message("keep_below", key=why.partition("_")[0], bound=shown)
    path, told = ("question", name, key), reach.told.format(shown)
    return warning(path, why, given=_shown(given), bound=told, help=mend)


def _shown(number: Decimal | None) -> str:
    """Return a number as a person writes it: four decimals of a factor say enough."""
    return "" if number is None else number_text(Decimal(f"{number:.4f}"))


def _reach(name: str, question: AnyQuestionTable, context: CheckContext) -> _Reach | None:
    """Return what is known of a question whose answers have a distance and are compared."""
    is_sound = context.sound(*(("question", name, key) for key in _DECIDING))
    if question.private == "own" or not is_sound:
        return None
    match question:
        case ScaleTable():
            reach = _levels(question, context.bounds(name))
        case MeasureTable():
            reach = _measure(question, context.bounds(name))
        case DateTable():
            reach = _days(question, context.bounds(name))
        case AllocationTable():
            reach = _Reach(_PERCENT, None, question.tolerance, question.near, told="{}%")
        case _:
            return None
    tolerance, near = reach.tolerance, reach.near
    if tolerance is not None and near is not None and near < tolerance:
        return replace(reach, near=None)  # told where both are held against each other
    return reach


def _levels(question: ScaleTable, bounds: tuple[Decimal, Decimal] | None) -> _Reach:
    """Return the reach of a scale, whose `near` is one level unless it is given."""
    widest = None if bounds is None else bounds[1] - bounds[0]
    tolerance = _telling(question)
    if question.near is None and tolerance is None and widest == _NEAR_LEVELS:
        key = "max" if "maximum" in question.model_fields_set else "min"
        return _Reach(widest, None, None, _NEAR_LEVELS, key)
    return _Reach(widest, None, tolerance, question.near)


def _days(question: DateTable, bounds: tuple[Decimal, Decimal] | None) -> _Reach:
    """Return the reach of days, which lie apart as far as they like unless both ends are given."""
    if not _is_above(question.span, 0):
        return _Reach(None)
    is_bounded = question.minimum is not None and question.maximum is not None
    widest = bounds[1] - bounds[0] if bounds is not None and is_bounded else None
    if question.near is None and question.tolerance is None:
        return _Reach(widest, question.span, None, NEAR, "max" if is_bounded else "span")
    return _Reach(widest, question.span or SPAN, question.tolerance, question.near)


def _measure(question: MeasureTable, bounds: tuple[Decimal, Decimal] | None) -> _Reach:
    """Return the reach of numbers; ranges go by `tolerance` alone, and private ones by neither."""
    if not _is_above(question.span, 0) or not _is_above(question.ratio, 1):
        return _Reach(None)  # told where they are held against their bounds
    widest = None if bounds is None else _widest(question, bounds)
    if question.type == "range":
        told = "{}" if question.ratio is None else _FACTOR
        return _Reach(widest, None, None if question.private else question.tolerance, told=told)
    tolerance, near = _telling(question), question.near
    if question.ratio is None:
        return _Reach(widest, question.span, tolerance, near)
    if near is None:
        near = max(_NEAR_FACTOR, tolerance or _NEAR_FACTOR)
        return _Reach(widest, question.ratio, tolerance, near, "ratio", _FACTOR)
    return _Reach(widest, question.ratio, tolerance, near, told=_FACTOR)


def _widest(question: MeasureTable, bounds: tuple[Decimal, Decimal]) -> Decimal | None:
    """Return how far apart two numbers can be, as `ratio` or the difference counts it."""
    least, most = bounds
    if question.ratio is None:
        return most - least
    return most / least if least > 0 else None  # nothing is near zero


def _telling(question: ScaleTable | MeasureTable) -> Decimal | None:
    """Return `tolerance` where it decides something: two private numbers meet within `near`."""
    return None if question.private and question.near is not None else question.tolerance


def _is_above(number: Decimal | None, bound: int) -> bool:
    """Return whether a number lies above its bound, or is not given."""
    return number is None or number > bound
