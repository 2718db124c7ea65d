"""The question itself, in the language of each party."""

from collections.abc import Sequence

from textual.content import Content

from tui.widgets.lines import BLANK, Line, LineView, Row, wrapped

_LINES = 3
"""Lines that the question may take in each language, in the lowest terminal that is drawn whole."""
_LOW = 24
"""Rows of that terminal. Of what a higher one has more, half may go to a longer question."""


class QuestionText(LineView):
    """A line that says where we are, then the question in one language or two."""

    is_cut = False
    """Whether there is more of the question than is shown."""

    @property
    def growth(self) -> int:
        """How many rows it is about to grow, as its text wants another height than it has."""
        wanted = self.styles.height
        return 0 if wanted is None else int(wanted.value) - self.size.height

    def update(self, place: str, texts: Sequence[str], *, airy: bool) -> None:
        """Show a question, and be as high as it needs.

        Args:
            place: Where in the questionnaire the question stands.
            texts: The question, once in each language.
            airy: Whether blank lines surround it.
        """
        appearance, width = self.appearance, max(20, self.size.width - 4)
        rows: list[Row] = [Line(2).add(place, appearance.quiet).row()]
        wanted = [len(wrapped(text, width)) for text in texts]
        self.is_cut = False
        spare = max(0, self.screen.size.height - _LOW) // 2
        for position, text in enumerate(texts):
            style = appearance.strong if position == 0 else appearance.plain
            most = _LINES + min(spare, max(0, wanted[position] - _LINES))
            spare -= most - _LINES
            self.is_cut = self.is_cut or wanted[position] > most
            lines = wrapped(text, width, style, most) or [Content("")]
            rows += [Line(2).put(line).row() for line in lines]
        if airy:
            rows = [BLANK, *rows, BLANK]
        if self.styles.height is None or self.styles.height.value != len(rows):
            self.styles.height = len(rows)
        self.set_rows(rows)
