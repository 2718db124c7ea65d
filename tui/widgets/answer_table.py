"""Both columns, as high as their content, where the two stand right below, and the rest."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container

from tui.widgets.answer_box import AnswerBox
from tui.widgets.picture_view import PictureView
from tui.widgets.verdict_line import VerdictLine

_BRIEF = 4
"""Rows of a column that shows its answer in a line, where columns stand one above the other."""


class AnswerTable(Container):
    """Lays out the columns of a question; what is left at the foot is for the picture.

    Args:
        sides: The names of the columns.
    """

    def __init__(self, sides: Sequence[str]) -> None:
        super().__init__(id="table")
        self._sides = sides
        self._tallest: tuple[object, int] = None, 0
        """How high the columns of a question were at the most, so that nothing jumps."""

    def compose(self) -> ComposeResult:
        """Mount the columns and what stands below them."""
        with Container(id="columns"):
            for side in self._sides:
                yield AnswerBox(side)
        yield VerdictLine(id="verdict-line")
        yield PictureView(id="picture")

    def on_resize(self) -> None:
        """Fit the columns to the size."""
        self.fit()

    def fit(self, less: int = 0) -> None:
        """Make the columns as high as they need to be, and not higher than there is room.

        Args:
            less: How many rows the table is about to lose to what stands above it.
        """
        boxes = [box for box in self.query(AnswerBox) if box.column is not None]
        if not boxes or not self.size.height:
            return
        verdict = self.query_one(VerdictLine).size.height
        most = max(_BRIEF, self.size.height - less - verdict)
        if is_stacked := self.screen.has_class("-narrow"):
            above = [box for box in boxes if box.has_class("-active")]
            most -= _BRIEF * (len(boxes) - len(above))
            boxes = above or boxes[:1]
        known, tallest = self._tallest
        key = tuple((box.column and box.column.question.id, box.size.width) for box in boxes), most
        wanted = max(box.fit(box.size.width, most, beside=not is_stacked) for box in boxes)
        wanted = max(wanted, tallest if known == key else 0)
        self._tallest = key, wanted
        rows = min(wanted, most) + (_BRIEF if is_stacked else 0)
        columns = self.query_one("#columns")
        if columns.styles.height is None or columns.styles.height.value != rows:
            columns.styles.height = rows
