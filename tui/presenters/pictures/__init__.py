"""Drawing pictures of where two parties stand, in cells."""

from tui.domain.pictures import (
    ColumnsPicture,
    DumbbellPicture,
    LinePicture,
    OptionsPicture,
    Picture,
    PrivatePicture,
    TextsPicture,
)
from tui.presenters.pictures.dumbbells import dumbbell_rows
from tui.presenters.pictures.ink import Ink
from tui.presenters.pictures.lines import line_rows
from tui.presenters.pictures.lists import column_rows, option_rows, private_rows, text_rows
from tui.widgets.lines import Line, Row

__all__ = ["WIDEST", "Ink", "picture_rows"]

WIDEST = 80
"""The most cells of a picture; in a wider one, distances are hard to compare."""
_NARROWEST = 24


def picture_rows(
    picture: Picture, ink: Ink, *, indent: int = 0, room: int | None = None
) -> list[Row]:
    """Return the rows of a picture.

    Args:
        picture: Where the two stand.
        ink: Who they are, and what to draw with; at most `WIDEST` cells of its width are used.
        indent: Blank cells before each row, part of the width.
        room: The most rows in which texts stand in all languages; with more it is the first alone.
    """
    ink = ink._replace(width=max(_NARROWEST, min(WIDEST, ink.width - indent)))
    rows = _drawn(ink, picture)
    if room is not None and len(rows) > room and len(ink.languages) > 1:
        rows = _drawn(ink._replace(languages=ink.languages[:1]), picture)
    return [Line(indent).put(row.content).row() for row in rows] if indent else rows


def _drawn(ink: Ink, picture: Picture) -> list[Row]:
    match picture:
        case LinePicture():
            return line_rows(ink, picture)
        case DumbbellPicture():
            return dumbbell_rows(ink, picture)
        case ColumnsPicture():
            return column_rows(ink, picture)
        case OptionsPicture():
            return option_rows(ink, picture)
        case TextsPicture():
            return text_rows(ink, picture)
        case PrivatePicture():
            return private_rows(ink, picture)
