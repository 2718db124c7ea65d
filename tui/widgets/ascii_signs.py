"""The last step before a terminal that knows ASCII alone: signs become their stand-ins."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.text.ascii_signs import SIGNS


class AsciiSigns(LineFilter):
    """Replaces the signs of widgets and texts, wherever they were drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return a line with stand-ins."""
        return [segment._replace(text=segment.text.translate(SIGNS)) for segment in segments]
