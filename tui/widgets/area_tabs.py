"""The areas in a row, each with how far it has come; a click goes there."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.message import Message
from textual.style import Style

from tui.widgets.lines import Line, LineView


@dataclass(frozen=True, slots=True)
class AreaProgress:
    """One area among the tabs."""

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

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to answer in it."""
        return 0 < self.asked == self.met


class AreaTabs(LineView):
    """Shows the way of the interview."""

    class Called(Message):
        """An area was clicked."""

        def __init__(self, area: str) -> None:
            super().__init__()
            self.area = area

    def update(self, stations: Sequence[AreaProgress]) -> None:
        """Show these areas; the second line, where there is room for one, is a bar of progress."""
        if not stations or self.is_shown(stations, self.size.width):
            return
        look, names, bars = self.look, Line(1), Line(1)
        labels = self._labels(stations)
        spare = self.size.width - 2 - sum(cell_len(label) + 1 for label in labels)
        for station, label in zip(stations, labels, strict=True):
            room = cell_len(label) + 1 + max(0, spare) // len(stations)
            ink = self._ink(station)
            names.add(label, ink, station.id)
            length = room - 2
            filled = length * station.met // station.asked if station.asked else 0
            bars.add(look.marks.bar * filled, ink, station.id)
            bars.add(look.marks.track * (length - filled), look.quiet, station.id)
            names.to(bars.width + 2)
            bars.add("  ")
        self.set_rows([names.row(), bars.row()])

    def _labels(self, stations: Sequence[AreaProgress]) -> list[str]:
        """Return the labels; where they do not fit side by side, the longest titles are cut."""
        titles = [station.title for station in stations]
        while True:
            labels = [self._label(*pair) for pair in zip(stations, titles, strict=True)]
            longest = max(range(len(titles)), key=lambda i: cell_len(titles[i]))
            fits = sum(cell_len(label) + 1 for label in labels) < self.size.width
            if fits or len(titles[longest]) <= 1:
                return labels
            titles[longest] = titles[longest][:-1]

    def _label(self, station: AreaProgress, title: str) -> str:
        marks = self.look.marks
        mark = marks.here if station.here else marks.done if station.is_done else " "
        return f"{mark} {title} {station.met}/{station.asked}"

    def _ink(self, station: AreaProgress) -> Style:
        if station.here:
            return self.look.strong
        return self.look.foreground("aligned") if station.is_done else self.look.quiet

    def clicked(self, target: str) -> None:
        """Say which area was clicked."""
        self.post_message(self.Called(target))
