"""The bottom line: what can be done here; each hint can also be clicked."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.message import Message

from tui.commands import Command
from tui.widgets.lines import Line, LineView


class HintBar(LineView):
    """Names at most six commands; a click carries one out."""

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
        labels = [appearance.phrases(f"command.{command.id}") for command in commands]
        taken = sum(
            cell_len(f"{command.key_label} {label}")
            for command, label in zip(commands, labels, strict=True)
        )
        spare = self.app.size.width - 1 - taken
        gap = " " * max(1, min(3, spare // max(1, len(labels))))  # one stands behind the last, too
        for command, label in zip(commands, labels, strict=True):
            line.add(command.key_label, appearance.foreground("primary", bold=True), command.id)
            line.add(f" {label}", appearance.quiet, command.id).add(gap)
        self.set_rows([line.row()])

    def tell(self, text: str) -> None:
        """Show a text in place of the commands, until those are shown again."""
        self.is_telling = True
        self.is_shown(text)
        style = self.appearance.foreground("partial", bold=True)
        self.set_rows([Line(1).add(text, style).row()])

    def clicked(self, target: str) -> None:
        """Say which command was clicked."""
        self.post_message(self.Called(target))
