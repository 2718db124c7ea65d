"""A text that is shown as it is: no markup, no links, no actions."""

from textual.content import Content
from textual.widgets import Static

from tui.text.visible import visible_lines
from tui.text.wrapping import wrap_text


class PlainText(Static):
    """Shows any text literally; every text that is not drawn line by line is shown by it."""

    def __init__(
        self, text: str = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        self._text = visible_lines(text)
        self._drawn = self._text
        super().__init__(Content(self._text), id=id, classes=classes, markup=False)

    def set_content(self, text: str) -> None:
        """Show another text, broken into lines as its language asks for."""
        self._text = visible_lines(text)
        self._draw()

    def on_resize(self) -> None:
        """Break the text anew for the new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        text = "\n".join(wrap_text(self._text, width)) if width else self._text
        if text != self._drawn:
            self._drawn = text
            # Whoever has a fixed size takes no other room: nothing else need be laid out anew.
            self.update(Content(text), layout=self.styles.auto_dimensions)
