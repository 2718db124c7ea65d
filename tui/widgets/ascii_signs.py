"""The last step before a terminal that knows ASCII alone: signs become their stand-ins."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_BLOCKS = "▁▂▃▄▅▆▇█▔▏▎▍▌▋▊▉▐"
"""Textual draws the ends of its scroll bars with them; beside the bar's colour a blank will do."""
_SIGNS = str.maketrans(
    "·•–—−─━│┃“”‘’…×→←↑↓" + _BLOCKS, "-------||\"\"''~x><^v" + " " * len(_BLOCKS)
)
"""Each for a sign as wide as itself. Letters and the punctuation of wide scripts stay."""


class AsciiSigns(LineFilter):
    """Replaces the signs of widgets and texts, wherever they were drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return a line with stand-ins."""
        return [segment._replace(text=segment.text.translate(_SIGNS)) for segment in segments]
