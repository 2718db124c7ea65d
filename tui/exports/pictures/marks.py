"""The mark of each party: a circle and a diamond, which differ in black and white too."""

from decimal import Decimal

from tui.exports.pictures.ink import SIDES, Ink
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


def mark(ink: Ink, index: int) -> Markup:
    """Return a party's mark in a line of text; its name is told to those who cannot see it."""
    return element(
        "svg",
        element("title", ink.name(index)),
        _SHAPES[index],
        class_=f"mark {SIDES[index]}",
        viewBox="-8 -8 16 16",
        width="14",
        height="14",
        role="img",
    )


def dot() -> Markup:
    """Return what stands where a party has no mark."""
    return element(
        "svg",
        element("circle", r="1.5"),
        class_="mark quiet",
        viewBox="-8 -8 16 16",
        width="14",
        height="14",
        aria_hidden="true",
    )
