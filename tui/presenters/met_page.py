"""What stands below the columns of a question that has met: its picture, and the reference."""

from dataclasses import dataclass

from tui.domain.pictures import TextsPicture
from tui.domain.report import ReportedQuestion
from tui.presenters.pictures import WIDEST, Ink, picture_rows
from tui.text.cleaning import one_line
from tui.text.width import cell_width
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, Line, Row, wrapped

_INDENT = 2
_LABEL = 16
"""Cells of the column of labels, at the least."""
_GAP = 2
"""Cells behind a label."""


@dataclass(frozen=True, slots=True)
class MetPage:
    """A question whose answers both may see."""

    question: ReportedQuestion
    """The question, with both answers."""
    names: tuple[str, ...]
    """The names of the parties."""
    languages: tuple[str, ...]
    """Their languages."""

    def rows(self, appearance: Appearance, width: int, height: int) -> list[Row]:
        """Return what of it has room, the picture first; nothing is cut.

        Args:
            appearance: The words, marks and colours to draw with.
            width: The cells of a row.
            height: The rows that there are.
        """
        rows = list[Row]()
        for block in (self._picture(appearance, width, height), self._practice(appearance, width)):
            more = [BLANK, *block] if rows else block
            if block and len(rows) + len(more) <= height:
                rows += more
        return rows

    def _picture(self, appearance: Appearance, width: int, height: int) -> list[Row]:
        """Return the picture; two texts stand in the columns already."""
        picture = self.question.picture
        if picture is None or isinstance(picture, TextsPicture):
            return []
        tags = tuple(dict.fromkeys((appearance.phrases.language, *self.languages)))
        ink = Ink(appearance, self.names, tags, width - _INDENT, self.question.verdict)
        return picture_rows(picture, ink, indent=_INDENT, room=height)

    def _practice(self, appearance: Appearance, width: int) -> list[Row]:
        """Return the recommended practice, in each language at the table."""
        practice = self.question.practice
        tags = dict.fromkeys((appearance.phrases.language, *self.languages))
        texts = dict.fromkeys(filter(None, (one_line(practice[tag]) for tag in tags)))
        label = appearance.phrases("page.practice")
        begin = _INDENT + max(_LABEL, cell_width(label) + _GAP)
        room = min(width - begin - _INDENT, WIDEST)
        lines = [line for text in texts for line in wrapped(text, room, appearance.quiet)]
        rows = list[Row]()
        for place, content in enumerate(lines):
            line = Line(_INDENT).add("" if place else label, appearance.quiet).to(begin)
            rows.append(line.put(content).row())
        return rows
