"""The areas in a row, each with how far it has come; a click goes there."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.message import Message

from tui.widgets.lines import Line, LineView


@dataclass(frozen=True, slots=True)
class Station:
    """One area on the rail."""

    id: str
    """The area's id."""
    title: str
    """Its name."""
    met: int
    """Questions that have been answered."""
    asked: int
    """Questions that are asked."""
    here: bool = False
    """Whether the interview stands there."""


class AreaRail(LineView):
    """Shows the way of the interview."""

    class Called(Message):
        """An area was clicked."""

        def __init__(self, area: str) -> None:
            super().__init__()
            self.area = area

    def travel(self, stations: Sequence[Station]) -> None:
        """Show these areas; the second line, where there is room for one, is a bar of progress."""
        if not stations:
            return
        look, names, bars = self.look, Line(1), Line(1)
        room = (self.size.width - 2) // len(stations)
        for station in stations:
            done = 0 < station.asked == station.met
            mark = look.marks.here if station.here else look.marks.done if done else " "
            ink = look.strong if station.here else look.ink("aligned") if done else look.quiet
            count = f" {station.met}/{station.asked}"
            label = _cut(f"{mark} {station.title}", room - cell_len(count) - 1) + count
            start = names.width
            names.add(label, ink, station.id).to(start + room)
            length = room - 2
            filled = length * station.met // station.asked if station.asked else 0
            bars.add(look.marks.bar * filled, ink, station.id)
            bars.add(look.marks.track * (length - filled), look.quiet, station.id).add("  ")
        self.draw([names.row(), bars.row()])

    def clicked(self, target: str) -> None:
        """Say which area was clicked."""
        self.post_message(self.Called(target))


def _cut(text: str, width: int) -> str:
    """Give as much of `text` as fits into `width` cells."""
    while cell_len(text) > width:
        text = text[:-1]
    return text
