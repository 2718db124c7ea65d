"""The bottom line: what can be done here, each hint also a button."""

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

    def hint(self, commands: Sequence[Command]) -> None:
        """Show these commands, as many as the width holds whole."""
        look, line = self.look, Line(1)
        for command in commands:
            label = look.phrases(f"command.{command.id}")
            if line.width + cell_len(command.key_label) + cell_len(label) + 1 > self.app.size.width:
                break
            line.add(command.key_label, look.ink("primary", bold=True), command.id)
            line.add(f" {label}", look.quiet, command.id).add("   ")
        self.draw([line.row()])

    def clicked(self, target: str) -> None:
        """Say which command was clicked."""
        self.post_message(self.Called(target))
