"""The row of a party that has no mark in a picture."""

from collections.abc import Iterator

from tui.domain.pictures import Absent
from tui.presenters.pictures.ink import Ink
from tui.text.cleaning import one_line
from tui.widgets.lines import Line, Row, wrapped


def absent_rows(ink: Ink, absent: Absent) -> Iterator[Row]:
    """Yield, for each party without a mark, why it has none."""
    for index, why in enumerate(absent):
        if why is not None:
            told = f"{ink.absence(why)}  {one_line(ink.names[index])}"
            for place, text in enumerate(
                wrapped(told, ink.width - 2, ink.appearance.foreground("open"))
            ):
                mark = " " if place else ink.marks[index]
                yield Line().add(f"{mark} ", ink.party(index)).put(text).row()
