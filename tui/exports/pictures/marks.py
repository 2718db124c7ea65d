"""The mark of each party: a circle and a diamond, which differ in black and white too."""

from decimal import Decimal

from tui.exports.pictures.ink import SIDES
from tui.exports.pictures.markup import Markup, element

_SHAPES = (
    element("circle", r="6"),
    element("path", d="M0-7.5 7.5 0 0 7.5-7.5 0z"),
)
"""Both around the point 0, 0."""


def percent(share: Decimal) -> str:
    """Return a share of the width as a coordinate."""
    return f"{round(share * 100, 2).normalize():f}%"


def mark_at(index: int, x: str, y: int, dx: int = 0) -> Markup:
    """Return a party's mark at a place in a drawing, perhaps some pixels beside it."""
    shape = _SHAPES[index]
    if dx:
        shape = element("g", shape, transform=f"translate({dx})")
    return element("svg", shape, class_=f"mark {SIDES[index]}", x=x, y=y)


def mark(index: int, name: str | None = None) -> Markup:
    """Return a party's mark in a line of text.

    Args:
        index: Which party's.
        name: Its name, for those who cannot see the mark, where the name does not stand beside it.
    """
    title = "" if name is None else element("title", name)
    told = {"aria_hidden": "true"} if name is None else {"role": "img"}
    name = f"mark {SIDES[index]}"
    return element("svg", title, _SHAPES[index], class_=name, viewBox="-8 -8 16 16", **told)
