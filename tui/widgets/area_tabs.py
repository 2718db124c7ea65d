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
    """Shows how far each area of the interview has come."""

    class Called(Message):
        """An area was clicked."""

        def __init__(self, area: str) -> None:
            super().__init__()
            self.area = area

    def update(self, areas: Sequence[AreaProgress]) -> None:
        """Show these areas; a second line, where there is room for it, is a bar of progress."""
        if not areas or self.is_shown(areas, self.size.width):
            return
        appearance, names, bars = self.appearance, Line(1), Line(1)
        labels = self._labels(areas)
        spare = self.size.width - 2 - sum(cell_len(label) + 1 for label in labels)
        for area, label in zip(areas, labels, strict=True):
            room = cell_len(label) + 1 + max(0, spare) // len(areas)
            style = self._style(area)
            names.add(label, style, area.id)
            length = room - 2
            filled = length * area.met // area.asked if area.asked else 0
            bars.add(appearance.marks.bar * filled, style, area.id)
            bars.add(appearance.marks.track * (length - filled), appearance.quiet, area.id)
            names.to(bars.width + 2)
            bars.add("  ")
        self.set_rows([names.row(), bars.row()])

    def _labels(self, areas: Sequence[AreaProgress]) -> list[str]:
        """Return the labels; where they do not fit side by side, the longest titles are cut."""
        titles = [area.title for area in areas]
        while True:
            labels = [self._label(*pair) for pair in zip(areas, titles, strict=True)]
            longest = max(range(len(titles)), key=lambda i: cell_len(titles[i]))
            fits = sum(cell_len(label) + 1 for label in labels) < self.size.width
            if fits or len(titles[longest]) <= 1:
                return labels
            titles[longest] = titles[longest][:-1]

    def _label(self, area: AreaProgress, title: str) -> str:
        marks = self.appearance.marks
        mark = marks.here if area.here else marks.done if area.is_done else " "
        return f"{mark} {title} {area.met}/{area.asked}"

    def _style(self, area: AreaProgress) -> Style:
        if area.here:
            return self.appearance.strong
        return self.appearance.foreground("aligned") if area.is_done else self.appearance.quiet

    def clicked(self, target: str) -> None:
        """Say which area was clicked."""
        self.post_message(self.Called(target))
