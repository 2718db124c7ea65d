"""The bottom line: what can be done here; each hint can also be clicked."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.message import Message

from tui.commands import Command
from tui.widgets.lines import Line, LineView


class HintBar(LineView):
    """Names at most six commands, as many as there is room for; a click carries one out."""

    class Called(Message):
        """A command was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    is_telling = False
    """Whether a text stands in the place of the commands."""

    def update(self, commands: Sequence[Command]) -> None:
        """Show these commands, as far apart as the width lets them stand."""
        self.is_telling = False
        if self.is_shown(commands, self.app.size.width):
            return
        appearance, line = self.appearance, Line(1)
        fitting = self._fitting(commands)
        spare = self.app.size.width - 1 - sum(map(self._cells, fitting))
        gap = " " * max(1, min(3, spare // max(1, len(fitting))))  # one stands behind the last, too
        for command in fitting:
            line.add(command.key_label, appearance.foreground("primary", bold=True), command.id)
            line.add(f" {self._label(command)}", appearance.quiet, command.id).add(gap)
        self.set_rows([line.row()])

    def _fitting(self, commands: Sequence[Command]) -> list[Command]:
        """Return the commands that there is room for; the last go first, but never the help.

        All that can be done stands in the help.
        """
        fitting = list(commands)
        while len(fitting) > 1 and sum(map(self._cells, fitting)) + len(fitting) > (
            self.app.size.width - 1
        ):
            fitting.remove([each for each in fitting if each.id != "help"][-1])
        return fitting

    def _label(self, command: Command) -> str:
        return self.appearance.phrases(f"command.{command.id}")

    def _cells(self, command: Command) -> int:
        """Return the cells of a command with its key."""
        return cell_len(f"{command.key_label} {self._label(command)}")

    def tell(self, text: str) -> None:
        """Show a text in place of the commands, until those are shown again."""
        self.is_telling = True
        self.is_shown(text)
        style = self.appearance.foreground("partial", bold=True)
        self.set_rows([Line(1).add(text, style).row()])

    def clicked(self, target: str) -> None:
        """Say which command was clicked."""
        self.post_message(self.Called(target))
