"""The picture of private answers: nothing in it depends on anything but whether the two meet."""

from tui.domain.pictures import PrivatePicture
from tui.exports.pictures.ink import SIDES, Ink
from tui.exports.pictures.marks import mark_at
from tui.exports.pictures.markup import Markup, element, together

_FIRST, _OVERLAP, _SECOND = 12, (84, 148), 220
"""Pixels: where the first bar begins, what both or neither cover, where the second ends."""
_YS, _MIDDLE = (10, 34), 22


def private_html(ink: Ink, picture: PrivatePicture) -> Markup:
    """Return a drawing of two bars that always looks the same, for meeting and for not meeting."""
    key = "picture.meet" if picture.meets else "picture.apart"
    low, high = _OVERLAP
    if picture.meets:
        bars = (_FIRST, high), (low, _SECOND)
        shade = element(
            "rect", class_="overlap", x=low, y=2, width=high - low, height=2 * _MIDDLE - 4
        )
        edges = (
            element("line", class_="overlap", x1=x, x2=x, y1=2, y2=2 * _MIDDLE - 2)
            for x in _OVERLAP
        )
        between = together(shade, *edges)
    else:
        bars = (_FIRST, low), (high, _SECOND)
        between = element("line", class_="gap", x1=low, x2=high, y1=_MIDDLE, y2=_MIDDLE)
    drawn = element(
        "svg",
        element("title", ink.main(key)),
        between,
        *(_bar(index, *ends) for index, ends in enumerate(bars)),
        width=232,
        height=2 * _MIDDLE,
        role="img",
    )
    words = element("p", ink.lines(lambda say: say(key)))
    note = element("p", ink.lines(lambda say: say("picture.fixed")), class_="note quiet")
    return element("div", drawn, words, note, class_="picture private")


def _bar(index: int, low: int, high: int) -> Markup:
    y = _YS[index]
    line = element("line", class_=f"bar {SIDES[index]}", x1=low, x2=high, y1=y, y2=y)
    return together(line, *(mark_at(index, str(x), y) for x in (low, high)))
