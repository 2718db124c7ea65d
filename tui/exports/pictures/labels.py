"""Words beside a mark, as many as have room.

A browser alone knows how wide words are, so this reckons with more than they take.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.exports.pictures.marks import percent
from tui.exports.pictures.markup import Markup, element
from tui.text.width import cell_width

NARROW, WIDE = 270, 450
"""Pixels of an axis: at the least, and from where on a picture is wide."""
_CELL, _BOLD_CELL = Decimal("7.5"), Decimal("8.8")
"""Pixels of a letter, and of a figure in bold; a Chinese character takes two."""


class Part(NamedTuple):
    """Some of the words."""

    text: str
    """The words."""
    name: str | None = None
    """Their class."""
    language: str | None = None
    """The tag of their language."""
    is_bold: bool = False
    """Whether they stand out."""

    @property
    def pixels(self) -> Decimal:
        """How long they are at the most, with the blank before them."""
        return (cell_width(self.text) + 1) * (_BOLD_CELL if self.is_bold else _CELL)


def in_languages(told: Mapping[str, str], *, is_bold: bool = False) -> tuple[Part, ...]:
    """Return what is told in each language as parts, the main one first, and perhaps bold."""
    return tuple(
        Part(words, "other" if place else None, tag, is_bold and not place)
        for place, (tag, words) in enumerate(told.items())
    )


class Side(NamedTuple):
    """A side of a mark."""

    at: Decimal
    """The share of the axis at which the mark is."""
    room: Decimal
    """The share of the axis that the words may take."""
    is_left: bool = False
    """Whether the words are left of the mark."""

    def has_room(self, parts: Sequence[Part], width: int) -> bool:
        """Return whether there is room for words on an axis of so many pixels."""
        return sum(part.pixels for part in parts) <= self.room * width


def words_beside(
    sides: Sequence[Side], wanted: Sequence[Sequence[Part]], dx: int, y: int, name: str | None
) -> Markup | None:
    """Return the words beside a mark: more of them where the picture is wide.

    Args:
        sides: Where they may stand, the best first.
        wanted: What to tell, and what if it has no room, and so on; the last is the least, for
            which any side will do.
        dx: Pixels between the mark and the words.
        y: The line that they stand on.
        name: Their class.

    Returns:
        The words, or None if not even the last of what is wanted has room.
    """
    tries = [(parts, side) for side in sides for parts in wanted[:-1]]
    tries += [(wanted[-1], side) for side in sides]
    narrow, side = next((try_ for try_ in tries if try_[1].has_room(try_[0], NARROW)), ((), None))
    if side is None:
        return None
    wide = next(parts for parts in wanted if side.has_room(parts, WIDE))
    told = dict.fromkeys(part for parts in (wide, narrow) for part in parts)
    return element(
        "text",
        *(_part(part, part in narrow, part in wide, part in (wide[0], narrow[0])) for part in told),
        class_=name,
        x=percent(side.at),
        dx=-dx if side.is_left else dx,
        y=y,
        text_anchor="end" if side.is_left else None,
    )


def _part(part: Part, is_narrow: bool, is_wide: bool, is_first: bool) -> Markup:
    """Return a part of the words, hidden where it has no room."""
    shown = None if is_narrow and is_wide else "wide" if is_wide else "narrow"
    classes = " ".join(filter(None, (part.name, shown)))
    text = part.text if is_first else f" {part.text}"
    return element("tspan", text, class_=classes or None, lang=part.language)
