"""A text that is shown as it is: no markup, no links, no actions."""

from textual.content import Content
from textual.widgets import Static


class Literal(Static):
    """Shows foreign text literally; the one door for texts that are not drawn line by line."""

    def __init__(
        self, text: str = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(Content(text), id=id, classes=classes, markup=False)

    def say(self, text: str) -> None:
        """Show another text."""
        self.update(Content(text))
