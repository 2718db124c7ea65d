"""Numbers: bounds, tolerances, weights, totals, and whether a recommendation is an answer."""

from collections.abc import Container, Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from tui.checks import tolerances
from tui.checks.context import MOST_DECIMALS, CheckContext
from tui.diagnostics.problem import Problem, error, message
from tui.diagnostics.span import KeyPath
from tui.diagnostics.suggestions import Names
from tui.domain.message import Message
from tui.domain.questions import InvalidAnswer
from tui.formats.questionnaire.build import surroundings
from tui.formats.questionnaire.build_questions import question as built
from tui.formats.questionnaire.models import (
    AllocationTable,
    AnyQuestionTable,
    BuiltInChoiceTable,
    DateTable,
    MeasureTable,
    MultiTable,
    RankingTable,
    ScaleTable,
    TextTable,
)
from tui.formats.value_mends import mend_of, shown, write
from tui.text.cleaning import LONGEST_TEXT

_HEAVIEST = 5
_SHARE_DECIMALS = 4
"""Places behind the point that a share of an allocation may have."""
_WITH_OVERLAP = ("number", "range", "scale")
"""The types whose answers can be compared without being shown."""


def problems(context: CheckContext) -> Iterator[Problem]:
    """Return the numbers that are out of range or contradict each other."""
    for name, question in context.file.question.items():
        path: KeyPath = ("question", name)
        yield from _between((*path, "weight"), question.weight, 0, _HEAVIEST)
        yield from _at_least((*path, "rev"), question.rev, 1)
        if question.private == "overlap" and question.type not in _WITH_OVERLAP:
            mend = message("overlap_of_types", types=", ".join(_WITH_OVERLAP))
            yield error((*path, "private"), "overlap_unfit", type=question.type, help=mend)
        yield from _of_type(path, question, context)
        yield from tolerances.too_wide(name, question, context)


def _of_type(path: KeyPath, question: AnyQuestionTable, context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with the numbers that only questions of this type have."""
    match question:
        case MeasureTable():
            yield from _measure(path, question, context)
        case ScaleTable():
            yield from _bounds(path, question, context)
            yield from _tolerances(path, question, 0)
            yield from _labels(path, question, context)
        case DateTable():
            yield from _days(path, question, context)
        case RankingTable():
            if question.first is not None:
                yield from _at_least((*path, "first"), question.first, 1)
        case MultiTable():
            if question.most is not None:
                yield from _at_least((*path, "most"), question.most, 1)
        case AllocationTable():
            yield from _total((*path, "total"), question.total)
            yield from _tolerances(path, question, 0)
        case TextTable():
            yield from _between((*path, "max_length"), question.max_length, 1, LONGEST_TEXT)


def unfit_advice(context: CheckContext, wrong: Container[KeyPath]) -> Iterator[Problem]:
    """Return what should be an answer to its question and is none.

    Not where what decides that is `wrong` itself: `wrong` holds the paths of keys of questions.
    """
    around = replace(surroundings(context.file), areas={})
    for name, question in context.file.question.items():
        for key in _ANSWERS:
            given = getattr(question, key)
            if given is None or not _is_decidable(name, question, context, wrong):
                continue
            alone = dict.fromkeys(_ANSWERS) | {key: given}
            try:
                built(name, question.model_copy(update=_UNCONDITIONAL | alone), around)
            except InvalidAnswer as unfit:
                path: KeyPath = ("question", name, key)
                mend = _answer_mend(path, given, question, context) or unfit.message
                yield error(path, f"{key}_unfit", type=question.type, help=mend)


def _answer_mend(
    path: KeyPath, given: object, question: AnyQuestionTable, context: CheckContext
) -> Message | None:
    """Return how to write an answer, where it is known better than what an answer is."""
    known = Names(context.offered.get(str(path[1]), ()))
    if isinstance(given, bool) and question.type == "yesno":
        return write(path, shown("yes" if given else "no"))
    if isinstance(given, str) and question.type in ("number", "scale"):
        return mend_of(path, "check.not_number", given)
    if isinstance(given, str) and question.type == "date":
        return mend_of(path, "check.not_date", given)
    if isinstance(given, str) and known.known and given not in known.known:
        return known.mend(given)
    return None


_ANSWERS = ("recommend", "hollow_except")
"""The keys that hold answers to their question."""
_UNCONDITIONAL: dict[str, object] = {"show_if": [], "show_if_any": [], "risk": {}}
_DECIDING = (
    "choices",
    "exclusive",
    "most",
    "first",
    "min",
    "max",
    "decimals",
    "total",
    "max_length",
)
"""The keys that decide what an answer is."""


def _is_decidable(
    name: str, question: AnyQuestionTable, context: CheckContext, wrong: Container[KeyPath]
) -> bool:
    """Return whether all that an answer depends on is right."""
    has_choices = hasattr(question, "choices") or isinstance(question, BuiltInChoiceTable)
    paths: list[KeyPath] = [("question", name, key) for key in _DECIDING]
    if any(path in wrong or context.damage.touches(path) for path in paths):
        return False
    return not has_choices or name in context.offered


def _measure(path: KeyPath, question: MeasureTable, context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with the bounds and tolerances of a number or range."""
    yield from _bounds(path, question, context)
    yield from _between((*path, "decimals"), question.decimals, 0, MOST_DECIMALS)
    yield from _tolerances(path, question, 0 if question.ratio is None else 1)
    yield from _above((*path, "span"), question.span, 0)
    yield from _above((*path, "ratio"), question.ratio, 1)
    if question.ratio is None:
        return
    if question.span is not None:
        yield error((*path, "span"), "ratio_and_span", at="key")
    if question.minimum < 0:
        yield error((*path, "min"), "ratio_with_negative")


def _bounds(
    path: KeyPath, question: MeasureTable | ScaleTable, context: CheckContext
) -> Iterator[Problem]:
    """Return an error for bounds with no number between them."""
    if not context.sound((*path, "min"), (*path, "max")):
        return
    if question.minimum >= question.maximum:
        key = "min" if "minimum" in question.model_fields_set else "max"
        least, most = question.minimum, question.maximum
        yield error((*path, key), "min_not_below_max", min=least, max=most)
    elif isinstance(question, MeasureTable) and 0 <= question.decimals <= MOST_DECIMALS:
        step = Decimal(1).scaleb(-question.decimals)
        first = question.minimum.quantize(step, ROUND_CEILING)
        if first > question.maximum.quantize(step, ROUND_FLOOR):
            yield error((*path, "max"), "no_number_between", decimals=question.decimals)


def _days(path: KeyPath, question: DateTable, context: CheckContext) -> Iterator[Problem]:
    """Return what is wrong with the bounds and tolerances of a date."""
    yield from _tolerances(path, question, 0)
    yield from _above((*path, "span"), question.span, 0)
    first, last = question.minimum, question.maximum
    if not context.sound((*path, "min"), (*path, "max")) or first is None or last is None:
        return
    if first >= last:
        yield error((*path, "min"), "min_not_below_max", min=first, max=last)


def _labels(path: KeyPath, question: ScaleTable, context: CheckContext) -> Iterator[Problem]:
    """Return an error for the texts of a scale if each level has not one of its own."""
    place, labels = (*path, "labels"), question.labels
    bounds = context.bounds(str(path[-1]))
    if "labels" in question.model_fields_set and not labels:
        yield error(place, "empty_list")
    if not labels or bounds is None or context.damage.touches(place):
        return
    levels = int(bounds[1] - bounds[0]) + 1
    if len(labels) != levels:
        mend = None
        if len(labels) > 1:
            mend = message("write_as", example=f"max = {question.minimum + len(labels) - 1}")
        yield error(place, "labels_count", levels=levels, count=len(labels), help=mend)
        return
    seen: dict[tuple[str, str], int] = {}
    for level, words in enumerate(labels, question.minimum):
        said = [(tag, text.strip()) for tag, text in words.items() if text.strip()]
        first = next((each for each in said if each in seen), None)
        if first is not None:
            where: KeyPath = (*place, level - question.minimum)
            where = (*where, first[0]) if first[0] else where
            yield error(where, "same_label", choice=seen[first])
        seen |= {each: level for each in said if each not in seen}


def _tolerances(
    path: KeyPath,
    question: ScaleTable | MeasureTable | DateTable | AllocationTable,
    least: int,
) -> Iterator[Problem]:
    """Return an error for tolerances below `least`, and for `near` below `tolerance`."""
    tolerance, near = question.tolerance, question.near
    told = "below_least" if least == 0 else "factor_below_one"
    for key, number in (("tolerance", tolerance), ("near", near)):
        if number is not None and number < least:
            yield error((*path, key), told, key=key, min=least)
    if near is not None and tolerance is not None and least <= near < tolerance:
        mend = message("near_at_least", tolerance=tolerance)
        place = (*path, "near")
        yield error(place, "near_below_tolerance", near=near, tolerance=tolerance, help=mend)


def _total(path: KeyPath, total: Decimal) -> Iterator[Problem]:
    """Return an error for a total that no shares can sum to."""
    exponent = total.normalize().as_tuple().exponent
    if total <= 0:
        yield error(path, "total_not_above_zero", total=total)
    elif isinstance(exponent, int) and -exponent > _SHARE_DECIMALS:
        yield error(path, "total_unreachable", total=total, decimals=_SHARE_DECIMALS)


def _between(path: KeyPath, number: Decimal | int, least: int, most: int) -> Iterator[Problem]:
    if not least <= number <= most:
        yield error(path, "not_between", key=path[-1], min=least, max=most)


def _at_least(path: KeyPath, number: Decimal | int | None, least: int) -> Iterator[Problem]:
    if number is not None and number < least:
        yield error(path, "below_least", key=path[-1], min=least)


def _above(path: KeyPath, number: Decimal | None, bound: int) -> Iterator[Problem]:
    if number is not None and number <= bound:
        yield error(path, "not_above", key=path[-1], bound=bound)
