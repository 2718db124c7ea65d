"""The line of a party that has no mark in a picture."""

from tui.domain.pictures import Absence
from tui.exports.pictures.ink import SIDES, Ink
from tui.exports.pictures.marks import mark
from tui.exports.pictures.markup import Markup, element, together
from tui.phrasing.picture_words import absence_words


def absent_html(ink: Ink, index: int, why: Absence | None) -> Markup:
    """Return why a party has no mark; nothing if it has one."""
    if why is None:
        return Markup()
    return element(
        "p",
        mark(index),
        " ",
        ink.spans(lambda say: absence_words(say, why)),
        " ",
        element("span", ink.name(index), class_=f"name {SIDES[index]}", dir="auto"),
        class_="absent",
    )


def absence_lines(ink: Ink, why: Absence) -> Markup:
    """Return why a party has no mark, a line for each language."""
    return ink.lines(lambda say: absence_words(say, why))


def both_absent_html(ink: Ink, absent: tuple[Absence | None, Absence | None]) -> Markup:
    """Return why parties have no mark."""
    return together(*(absent_html(ink, index, why) for index, why in enumerate(absent)))
