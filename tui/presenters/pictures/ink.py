"""What all pictures are drawn with: who the two are, the marks, colours and words."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.style import Style

from tui.domain.localized_text import LocalizedText
from tui.domain.pictures import Absence
from tui.domain.verdict import Verdict
from tui.phrasing.picture_words import absence_words
from tui.presenters.columns import SIDES
from tui.presenters.pictures.cells import joined
from tui.text.cleaning import one_line
from tui.text.width import cell_width
from tui.text.wrapping import wrap_text
from tui.widgets.appearance import Appearance


class Ink(NamedTuple):
    """What a picture is drawn with."""

    appearance: Appearance
    """The words, marks and colours."""
    names: Sequence[str]
    """The name of each party."""
    languages: Sequence[str]
    """The languages of the texts, the interface's first."""
    width: int
    """How many cells a row has."""
    verdict: Verdict
    """Where the two stand; the stretch between them has its colour."""
    sides: Sequence[str] = SIDES
    """The names of the colours of the two."""

    @property
    def marks(self) -> tuple[str, str]:
        """The mark of each party."""
        return self.appearance.marks.first, self.appearance.marks.second

    def party(self, index: int, *, bold: bool = False) -> Style:
        """Return the colour of a party."""
        return self.appearance.foreground(self.sides[index], bold=bold)

    @property
    def apart(self) -> Style:
        """The colour of what lies between the two."""
        colour = self.appearance.verdict_colour(self.verdict)
        return self.appearance.foreground("primary" if colour == "quiet" else colour, bold=True)

    def absence(self, why: Absence) -> str:
        """Return why a party has no mark."""
        return absence_words(self.appearance.phrases, why)

    def words(self, text: LocalizedText) -> str:
        """Return a text in the interface's language."""
        return one_line(text[self.languages[0]])

    def lines(self, text: LocalizedText, width: int) -> list[str]:
        """Return a text in all languages: on one line if there is room, else one after another."""
        told = list(dict.fromkeys(one_line(text[language]) for language in self.languages))
        both = joined(told)
        if cell_width(both) <= width:
            return [both]
        return [line for each in told if each for line in wrap_text(each, width)]
