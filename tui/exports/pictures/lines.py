"""Pictures with one axis: of a number, a range and a scale.

One party's marks stand above the axis and the other's below it, so that they never collide.
"""

from decimal import Decimal

from tui.domain.localized_text import NO_TEXT
from tui.domain.pictures import LinePicture
from tui.domain.values import Range
from tui.exports.pictures.absent import absent_html
from tui.exports.pictures.ink import SIDES, Ink
from tui.exports.pictures.labels import Part, Side, in_languages, words_beside
from tui.exports.pictures.marks import mark, mark_at, percent
from tui.exports.pictures.markup import Markup, element, together
from tui.exports.pictures.rulers import rulers_html
from tui.exports.pictures.ticks import tick_numbers
from tui.i18n import Phrases
from tui.phrasing.picture_words import absence_words, figures

_MARGIN = 10
"""Pixels above the upper mark."""
_APART = 22
"""Pixels from a mark to the axis."""
_BESIDE = 12
"""Pixels from a mark to the words beside it."""
_RIGHT = Decimal("0.4")
"""The share of the axis with which words stand right of their mark, whatever is left of it."""
_BASE = 5
"""Pixels from the middle of a line of words to its foot."""
_TICKS = 26
"""Pixels from what is above the numbers to their foot."""
_STROKES = 21
"""The most ticks that all have a stroke."""


def line_html(ink: Ink, picture: LinePicture) -> Markup:
    """Return a picture with one axis."""
    absent = picture.absent
    return element(
        "div",
        absent_html(ink, 0, absent[0]),
        *_apart(ink, picture, 0),
        _drawing(ink, picture),
        *_apart(ink, picture, 1),
        rulers_html(ink, picture),
        _ends(ink, picture),
        absent_html(ink, 1, absent[1]),
        class_="picture line",
    )


def _drawing(ink: Ink, picture: LinePicture) -> Markup:
    """Return the first party, the axis, the second party, and the numbers below."""
    first, second = picture.spans
    axis = _MARGIN + _APART if first is not None else _MARGIN
    ys = axis - _APART, axis + _APART
    foot = axis + (_APART if second is not None else 0) + _TICKS
    unit = NO_TEXT if picture.measure is None else picture.measure.unit
    chosen = [s.low for s in picture.spans if s is not None] if picture.is_scale else []
    return element(
        "svg",
        element("title", _title(ink, picture)),
        _common(picture, ys),
        _axis(picture, axis),
        *(
            _party(ink, picture, index, span, ys[index], axis)
            for index, span in enumerate(picture.spans)
            if span is not None
        ),
        tick_numbers(picture.axis, unit, ink.main.language, foot, chosen),
        class_="axis",
        width="100%",
        height=foot + 4,
        role="img",
    )


def _title(ink: Ink, picture: LinePicture) -> str:
    """Return where each party stands, in words."""
    said = list[str]()
    for span, why in zip(picture.spans, picture.absent, strict=True):
        if span is not None:
            said.append(figures(span, picture, ink.main.language)[0])
        else:
            said.append("" if why is None else absence_words(ink.main, why))
    return ink.sentence(said)


def _axis(picture: LinePicture, y: int) -> Markup:
    """Return the line with a stroke at each tick, and what lies between the two on it."""
    axis, between = picture.axis, picture.between
    ticks = axis.ticks if len(axis.ticks) <= _STROKES else (axis.low, axis.high)
    parts = [element("line", class_="track", x2="100%", y1=y, y2=y)]
    parts += [_upright("track", axis.place(tick), y - 5, y + 5) for tick in ticks]
    if between is not None:
        name = "gap" if picture.is_range else "apart"
        parts.append(_along(name, axis.place(between.low), axis.place(between.high), y))
    return together(*parts)


def _common(picture: LinePicture, ys: tuple[int, int]) -> Markup:
    """Return the shade over what two ranges have in common."""
    common = picture.common
    if common is None:
        return Markup()
    low, high = picture.axis.place(common.low), picture.axis.place(common.high)
    top, foot = ys[0] - 8, ys[1] + 8
    shade = element(
        "rect",
        class_="overlap",
        x=percent(low),
        y=top,
        width=percent(high - low),
        height=foot - top,
    )
    return together(
        shade, _upright("overlap", low, top, foot), _upright("overlap", high, top, foot)
    )


def _party(ink: Ink, picture: LinePicture, index: int, span: Range, y: int, axis: int) -> Markup:
    """Return a party's mark, or its bar with a mark at each end, and the words beside it."""
    ends = sorted({picture.axis.place(span.low), picture.axis.place(span.high)})
    side = SIDES[index]
    parts = [_upright(f"stem {side}", end, y, axis) for end in ends]
    if len(ends) > 1:
        parts.append(_along(f"bar {side}", ends[0], ends[-1], y))
    parts += [mark_at(index, percent(end), y) for end in ends]
    return together(*parts, _label(ink, picture, index, span, y + _BASE) or "")


def _label(ink: Ink, picture: LinePicture, index: int, span: Range, y: int) -> Markup | None:
    """Return figure and name beside a mark or bar; None if not even the bare figure has room."""
    side, main = SIDES[index], ink.main.language

    def tell(say: Phrases) -> str:
        return figures(span, picture, say.language)[0]

    units = in_languages(ink.told(tell), is_bold=True)
    bare = Part(figures(span, picture, main)[1], is_bold=True)
    name = Part(ink.name(index), f"name {side}")
    wanted = (*units, name), (units[0], name), units, units[:1], (bare,)
    first, last = picture.axis.place(span.low), picture.axis.place(span.high)
    right, left = Side(last, 1 - last), Side(first, first, is_left=True)
    is_right_first = right.room >= min(left.room, _RIGHT)
    sides = (right, left) if is_right_first else (left, right)
    return words_beside(sides, wanted, _BESIDE, y, f"figure {side}")


def _apart(ink: Ink, picture: LinePicture, index: int) -> list[Markup]:
    """Return the figures of a party that have no room beside its mark, on a line of their own."""
    span = picture.spans[index]
    if span is None or _label(ink, picture, index, span, 0) is not None:
        return []
    words = ink.spans(lambda say: figures(span, picture, say.language)[0])
    name = element("span", ink.name(index), class_="name", dir="auto")
    return [element("p", mark(index), " ", words, " ", name, class_=f"figure {SIDES[index]}")]


def _ends(ink: Ink, picture: LinePicture) -> Markup:
    """Return what the ends of a scale mean."""
    if not any(picture.ends):
        return Markup()
    return element("div", *(ink.label(end) for end in picture.ends), class_="ends quiet")


def _along(name: str, low: Decimal, high: Decimal, y: int) -> Markup:
    return element("line", class_=name, x1=percent(low), x2=percent(high), y1=y, y2=y)


def _upright(name: str, at: Decimal, top: int, foot: int) -> Markup:
    return element("line", class_=name, x1=percent(at), x2=percent(at), y1=top, y2=foot)
