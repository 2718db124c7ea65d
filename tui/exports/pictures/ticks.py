"""The numbers below an axis: as many as have room."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from tui.domain.localized_text import LocalizedText
from tui.domain.pictures import Axis
from tui.exports.pictures.labels import NARROW, WIDE
from tui.exports.pictures.marks import percent
from tui.exports.pictures.markup import Markup, element, together
from tui.phrasing.picture_words import tick_text
from tui.text.width import cell_width

_CELL = Decimal("8.4")
"""Pixels of a digit, or a little less than those of a percent sign."""
_APART = 6
"""Pixels between two numbers, at the least."""
_MARGIN = 12
"""Pixels beyond the ends of the axis into which numbers may reach."""


def tick_numbers(
    axis: Axis,
    unit: LocalizedText,
    language: str,
    y: int,
    chosen: Sequence[Decimal] = (),
    widths: tuple[int, int] = (NARROW, WIDE),
) -> Markup:
    """Return the numbers of an axis, those for which only a wide picture has room marked so.

    Args:
        axis: The axis.
        unit: The unit of its numbers.
        language: The language to tell it in.
        y: The line that they stand on.
        chosen: Numbers to make stand out.
        widths: Pixels of the axis, narrow and wide.
    """
    texts = {tick: tick_text(axis, tick, unit, language) for tick in axis.ticks}
    narrow, wide = (_fitting(axis, texts, width) for width in widths)
    drawn = list[Markup]()
    for tick in axis.ticks:
        if tick not in narrow and tick not in wide:
            continue
        anchor, dx = _anchor(axis, tick, texts[tick])
        classes = ["tick", "strong" if tick in chosen else "quiet"]
        if tick not in narrow:
            classes.append("wide")
        if tick not in wide:
            classes.append("narrow")
        drawn.append(
            element(
                "text",
                texts[tick],
                class_=" ".join(classes),
                x=percent(axis.place(tick)),
                dx=dx,
                y=y,
                text_anchor=anchor,
            )
        )
    return together(*drawn)


def _anchor(axis: Axis, tick: Decimal, text: str) -> tuple[str | None, int | None]:
    """Return how a number stands at its tick: at the ends, it must not leave the picture."""
    if cell_width(text) * _CELL / 2 > _MARGIN:
        if tick == axis.low:
            return None, -_MARGIN
        if tick == axis.high:
            return "end", _MARGIN
    return "middle", None


def _fitting(axis: Axis, texts: dict[Decimal, str], width: int) -> set[Decimal]:
    """Return every tick, else every second one, and so on, until they do not collide.

    Ticks that end with the axis are better than more of them that leave a hole before its end.
    """
    *others, last = axis.ticks
    steps = range(1, len(others) + 1)
    even = [step for step in steps if len(others) % step == 0 and step < len(others)]
    for step in (*even, *steps):
        found = [*others[::step], last]
        if step not in even:
            found = [t for t in found[:-1] if not _collide(axis, texts, t, last, width)] + [last]
        if not any(_collide(axis, texts, one, other, width) for one, other in pairwise(found)):
            return set(found)
    return {axis.ticks[0], last}


def _collide(
    axis: Axis, texts: dict[Decimal, str], one: Decimal, other: Decimal, width: int
) -> bool:
    return _extent(axis, texts, one, width)[1] + _APART > _extent(axis, texts, other, width)[0]


def _extent(
    axis: Axis, texts: dict[Decimal, str], tick: Decimal, width: int
) -> tuple[Decimal, Decimal]:
    """Return from which to which pixel a number goes."""
    at, long = axis.place(tick) * width, cell_width(texts[tick]) * _CELL
    match _anchor(axis, tick, texts[tick]):
        case None, _:
            return at - _MARGIN, at - _MARGIN + long
        case "end", _:
            return at + _MARGIN - long, at + _MARGIN
        case _:
            return at - long / 2, at + long / 2
