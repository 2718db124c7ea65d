"""The top line: what is open, how far it has come, and whether it is saved."""

from rich.cells import cell_len
from textual.content import Content

from tui.text.visible import visible
from tui.widgets.lines import Line, LineView


class StatusBar(LineView):
    """A title on the left, a state on the right."""

    def update(self, title: str, state: str = "") -> None:
        """Show a title and a state."""
        appearance = self.appearance
        room = self.app.size.width - cell_len(state) - 1
        line = Line(1).add("duiqi", appearance.foreground("primary", bold=True)).add("  ")
        line.put(Content(visible(title)).truncate(max(1, room - line.width - 1), ellipsis=True))
        line.to(room).add(state, appearance.quiet)
        self.set_rows([line.row(appearance.plain)])
