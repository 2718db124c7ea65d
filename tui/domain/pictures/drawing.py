"""Making the picture of two answers; one that fits no picture makes none."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from tui.domain.localized_text import LocalizedText
from tui.domain.own_words import own_choice_text, own_words, same_choice
from tui.domain.pictures.axis import days, levels, linear, logarithmic
from tui.domain.pictures.frame import Frame
from tui.domain.pictures.shapes import (
    Absent,
    ColumnsPicture,
    Dumbbell,
    DumbbellPicture,
    LinePicture,
    Option,
    OptionsPicture,
    Pair,
    Picture,
    TextsPicture,
)
from tui.domain.questions.base import Kind
from tui.domain.questions.date import days_measure
from tui.domain.values import Plain, Range, day_number

Values = Pair[Plain | None]
"""What each party answers, as TOML holds it; None where it has no value."""
_LEVELS = 100
"""The most levels of a scale that is drawn; more are an error of a file from elsewhere."""
_DIGITS = 20
"""The most digits of a number that is drawn, before its point or behind it; more are one, too."""


def picture(kind: Kind, frame: Frame | None, values: Values, absent: Absent) -> Picture | None:
    """Return the picture of two answers that both may see.

    Args:
        kind: The type of the question.
        frame: What the picture needs to know of it; only texts need nothing.
        values: What each party answers.
        absent: Why a party has no value.

    Returns:
        The picture, or None if neither has a value, or what is told is no answer of that type.
    """
    if all(value is None for value in values):
        return None
    if kind is Kind.TEXT:
        first, second = (value if isinstance(value, str) else "" for value in values)
        return TextsPicture(texts=(first, second), absent=absent)
    if frame is None:
        return None
    return _MAKERS.get(kind, _options)(kind, frame, values, absent)


def _line(kind: Kind, frame: Frame, values: Values, absent: Absent) -> LinePicture | None:
    spans = _span(values[0]), _span(values[1])
    if _is_misfit(spans, values):
        return None
    numbers = [end for span in spans if span is not None for end in (span.low, span.high)]
    low, high = frame.bounds
    if kind is Kind.SCALE:
        if high - low > _LEVELS or not all(low <= number <= high for number in numbers):
            return None
        axis = levels(int(low), int(high))
        told = frame.levels if len(frame.levels) == len(axis.ticks) else ()
        ends = frame.low, frame.high
        return LinePicture(
            axis=axis, spans=spans, absent=absent, measure=None, ends=ends, levels=told
        )
    by_factor = frame.ratio is not None and min(numbers) > 0
    axis = logarithmic(numbers) if by_factor else linear(numbers, low, high)
    has_rulers = kind is Kind.NUMBER and by_factor is (frame.ratio is not None)
    return LinePicture(
        axis=axis,
        spans=spans,
        absent=absent,
        measure=frame.measure,
        is_range=kind is Kind.RANGE,
        rulers=_rulers(frame) if has_rulers else (None, None),
    )


def _days(_kind: Kind, frame: Frame, values: Values, absent: Absent) -> LinePicture | None:
    if any(value is not None and not isinstance(value, date) for value in values):
        return None
    numbers = [day_number(value) if isinstance(value, date) else None for value in values]
    first, second = (None if each is None else Range(each, each) for each in numbers)
    return LinePicture(
        axis=days(each for each in numbers if each is not None),
        spans=(first, second),
        absent=absent,
        measure=days_measure(frame.tolerance or Decimal(0), frame.near or Decimal(0)),
        rulers=_rulers(frame),
    )


def _rulers(frame: Frame) -> Pair[Decimal | None]:
    """Return how far apart numbers may be; nothing where only equal ones are agreed, or near."""
    least = Decimal(0) if frame.ratio is None else Decimal(1)
    tolerance, near = (
        bound if bound is not None and bound > least else None
        for bound in (frame.tolerance, frame.near)
    )
    return tolerance, None if near == tolerance else near


def _span(value: Plain | None) -> Range | None:
    """Return from where to where a number or a range goes."""
    match value:
        case {"low": int() | Decimal() as low, "high": int() | Decimal() as high}:
            span = Range(Decimal(low), Decimal(high))
        case int() | Decimal():
            span = Range(Decimal(value), Decimal(value))
        case _:
            return None
    is_drawn = _is_drawn(span.low) and _is_drawn(span.high) and span.low <= span.high
    return span if is_drawn else None


def _is_drawn(number: Decimal) -> bool:
    """Return whether a number is neither too large nor too small to be drawn."""
    return abs(number.adjusted()) <= _DIGITS


def _is_misfit(read: Pair[object | None], values: Values) -> bool:
    """Return whether a value could not be read."""
    return any(value is not None and each is None for each, value in zip(read, values, strict=True))


def _dumbbells(kind: Kind, frame: Frame, values: Values, absent: Absent) -> DumbbellPicture | None:
    is_ranking = kind is Kind.RANKING
    read = _places if is_ranking else _shares
    first, second = places = read(values[0]), read(values[1])
    _, total = frame.bounds
    if _is_misfit(places, values) or not frame.choices or not _is_drawn(total):
        return None

    def at(choice: str, told: Mapping[str, Decimal] | None) -> Decimal | None:
        return None if told is None else told.get(choice, None if is_ranking else Decimal(0))

    rows = [
        Dumbbell(label, (at(choice, first), at(choice, second)))
        for choice, label in frame.choices.items()
    ]
    axis = linear([total], Decimal(0), total)
    if is_ranking:
        longest = max(len(each) for each in places if each is not None)
        axis = levels(1, min(max(longest, 1), len(rows)))
        rows = _ranked(rows)
    behind = axis.high + 1 if is_ranking and None not in places else None
    rows.sort(key=lambda row: -_distance(row, behind))
    return DumbbellPicture(
        axis=axis,
        rows=tuple(rows),
        absent=absent,
        is_ranking=is_ranking,
        unit=frame.unit,
    )


def _ranked(rows: list[Dumbbell]) -> list[Dumbbell]:
    """Return what anybody ranked: in the first party's order, then what the other alone ranked."""
    told = [(next(filter(None, row.places), None), row) for row in rows]
    ranked = [(place, row) for place, row in told if place is not None]
    return [row for _, row in sorted(ranked, key=lambda each: each[0])]


def _distance(row: Dumbbell, behind: Decimal | None) -> Decimal:
    """Return how far the two are apart; with `behind`, the place of what one does not rank."""
    known = [place for place in row.places if place is not None]
    if behind is not None and len(known) == 1:
        return behind - known[0]
    return row.gap or Decimal(0)


def _places(value: Plain | None) -> Mapping[str, Decimal] | None:
    """Return the place of each choice in a ranking, from 1 on."""
    if not isinstance(value, list):
        return None
    return {choice: Decimal(place) for place, choice in enumerate(value, start=1)}


def _shares(value: Plain | None) -> Mapping[str, Decimal] | None:
    """Return the share of each choice in an allocation."""
    if not isinstance(value, dict):
        return None
    return {choice: Decimal(share) for choice, share in value.items()}


def _columns(_kind: Kind, frame: Frame, values: Values, absent: Absent) -> ColumnsPicture | None:
    if any(value is not None and not isinstance(value, list) for value in values):
        return None
    first, second = (set(value) if isinstance(value, list) else set() for value in values)

    def labels(chosen: set[str]) -> tuple[LocalizedText, ...]:
        return tuple(label for choice, label in frame.choices.items() if choice in chosen)

    own = tuple({same_choice(c): c for c in chosen} for chosen in (first, second))
    both = [own[0][key] for key in sorted(own[0].keys() & own[1].keys())]
    lone = [[own[n][key] for key in sorted(own[n].keys() - own[1 - n].keys())] for n in (0, 1)]
    only = (*labels(set(lone[0])), *_own(lone[0])), (*labels(set(lone[1])), *_own(lone[1]))
    return ColumnsPicture(both=(*labels(set(both)), *_own(both)), only=only, absent=absent)


def _own(choices: Iterable[str]) -> tuple[LocalizedText, ...]:
    """Return how those of the choices are told that are in words of a party's own."""
    words = filter(None, map(own_words, choices))
    return tuple(map(own_choice_text, words))


def _options(_kind: Kind, frame: Frame, values: Values, absent: Absent) -> OptionsPicture | None:
    order, own = list(frame.choices), dict[str, str]()
    for value in values:
        if isinstance(value, str) and own_words(value) is not None:
            own.setdefault(same_choice(value), value)
        elif value is not None and value not in order:
            return None
    first, second = (same_choice(each) if isinstance(each, str) else None for each in values)
    offered = (*frame.choices.items(), *zip(own, _own(own.values()), strict=True))
    near = (
        (order.index(one), order.index(other))
        for one, other in frame.near_pairs
        if one in order and other in order
    )
    return OptionsPicture(
        options=tuple(
            Option(label, (choice == first, choice == second)) for choice, label in offered
        ),
        near=tuple(near),
        absent=absent,
    )


_MAKERS: Mapping[Kind, Callable[[Kind, Frame, Values, Absent], Picture | None]] = {
    Kind.SCALE: _line,
    Kind.NUMBER: _line,
    Kind.RANGE: _line,
    Kind.DATE: _days,
    Kind.ALLOCATION: _dumbbells,
    Kind.RANKING: _dumbbells,
    Kind.MULTI: _columns,
}
"""What makes the picture of each type; all others offer options to take one of."""
