"""The place for a picture: it is drawn once for what it shows and the room that there is."""

from collections.abc import Callable, Sequence

from textual.strip import Strip

from tui.widgets.lines import LineView, Row

Draw = Callable[[int, int], Sequence[Row]]
"""Returns the rows of a picture for a width and a height in cells."""


class PictureView(LineView):
    """Draws when it is painted, as its size is known only then."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw: Draw | None = None
        self._is_drawn = True

    def update(self, draw: Draw | None, *data: object) -> None:
        """Show another picture.

        Args:
            draw: What draws it; None for no picture.
            *data: All that it depends on besides the appearance; the same are not drawn again.
        """
        if self.is_shown(draw is None, *data):
            return
        self._draw, self._is_drawn = draw, False
        self.refresh()

    @property
    def rows(self) -> Sequence[Row]:
        """What is drawn, from the top."""
        if not self._is_drawn:
            self._is_drawn = True
            self._rows = () if self._draw is None else self._draw(*self.size)
            self._strips.clear()
        return self._rows

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._is_drawn = False
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint a line of the picture, which is drawn now at the latest."""
        self._rows = self.rows
        return super().render_line(y)
