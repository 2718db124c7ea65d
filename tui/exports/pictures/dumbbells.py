"""Pictures of many rows with two marks each: shares of a total, places in a ranking."""

from tui.domain.pictures import Dumbbell, DumbbellPicture
from tui.domain.values import number_text
from tui.exports.pictures.absent import both_absent_html
from tui.exports.pictures.ink import SIDES, Ink
from tui.exports.pictures.marks import mark, mark_at, percent
from tui.exports.pictures.markup import Markup, element, together
from tui.exports.pictures.ticks import tick_numbers
from tui.phrasing.picture_words import apart_words

_PLOT, _LEAST_PLOT = 165, 60
"""Pixels of the part with the marks: beside figures of two digits, and at the least."""
_DIGIT = 9
"""Pixels of a digit of a figure."""
_BESIDE = 7
"""How far two marks on one place stand beside it, in pixels."""
_CLOSE = 9
"""Pixels between two marks below which they count as on one place."""
_HEIGHT, _MIDDLE = 22, 11
"""Pixels of a row."""


def dumbbells_html(ink: Ink, picture: DumbbellPicture) -> Markup:
    """Return a table with a row for each choice."""
    rows = (_row(ink, picture, row) for row in picture.rows)
    return element(
        "div",
        element("table", element("thead", _head(ink, picture)), element("tbody", *rows)),
        both_absent_html(ink, picture.absent),
        class_="picture dumbbells",
    )


def _plot_width(picture: DumbbellPicture) -> int:
    """Return how many pixels the figures leave for the part with the marks, at the least."""
    told = (number_text(p) for row in picture.rows for p in row.places if p is not None)
    more = max(0, max(map(len, told), default=0) - 2)
    return max(_LEAST_PLOT, _PLOT - 2 * more * _DIGIT)


def _head(ink: Ink, picture: DumbbellPicture) -> Markup:
    """Return the numbers of the axis, and which figure is whose."""
    widths = (_plot_width(picture),) * 2
    numbers = tick_numbers(picture.axis, picture.unit, ink.main.language, 13, (), widths)
    axis = element("svg", numbers, width="100%", height=18, aria_hidden="true")
    return element(
        "tr",
        element("td", class_="label"),
        element("td", axis, class_="plot"),
        *(
            element("th", mark(index, ink.name(index)), scope="col", class_="figure")
            for index in range(2)
        ),
        element("td", class_="distance"),
    )


def _row(ink: Ink, picture: DumbbellPicture, row: Dumbbell) -> Markup:
    figures = (
        element("td", "–" if place is None else number_text(place), class_=f"figure {side}")
        for place, side in zip(row.places, SIDES, strict=True)
    )
    words = ink.lines(lambda say: apart_words(say, picture, row))
    return element(
        "tr",
        element("th", ink.label(row.label), scope="row", class_="label"),
        element("td", _plot(picture, row), class_="plot"),
        *figures,
        element("td", words, class_="distance" if row.gap else "distance quiet"),
    )


def _plot(picture: DumbbellPicture, row: Dumbbell) -> Markup:
    """Return the two marks and the stretch between them; on one place they stand side by side."""
    axis = picture.axis
    parts = [element("line", class_="track", x2="100%", y1=_MIDDLE, y2=_MIDDLE)]
    for tick in axis.ticks:
        at = percent(axis.place(tick))
        parts.append(element("circle", class_="track", cx=at, cy=_MIDDLE, r="1.5"))
    places = [None if place is None else axis.place(place) for place in row.places]
    first, second = places
    beside = [0, 0]
    if first is not None and second is not None:
        low, high = sorted((first, second))
        if (high - low) * _plot_width(picture) < _CLOSE:
            beside = [-_BESIDE, _BESIDE] if first <= second else [_BESIDE, -_BESIDE]
            places = [(low + high) / 2] * 2
        elif low != high:
            ends = percent(low), percent(high)
            line = element("line", class_="apart", x1=ends[0], x2=ends[1], y1=_MIDDLE, y2=_MIDDLE)
            parts.append(line)
    for index, place in enumerate(places):
        if place is not None:
            parts.append(mark_at(index, percent(place), _MIDDLE, beside[index]))
    return element("svg", together(*parts), width="100%", height=_HEIGHT, aria_hidden="true")
