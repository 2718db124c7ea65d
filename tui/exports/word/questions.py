"""The questions of a questionnaire in Word, each as a table with room for comments."""

from tui.exports.document import Document, Item, Section
from tui.exports.word.languages import Block, Languages
from tui.exports.word.styles import CELL, ITEM, OTHER, STRONG
from tui.exports.word.text import Grid, Line, Pen, Piece, line

_SHARES = 3.4, 6.8, 6.8
"""The widths of the columns: what a row is called, and two languages."""
_LINES_TO_WRITE_ON = 3


class Questions:
    """Writes questions as their author put them down.

    Args:
        pen: Writes at the end of the Word document.
        document: What is told.
    """

    def __init__(self, pen: Pen, document: Document) -> None:
        self._pen = pen
        self._languages = Languages(document)
        self._number = 0

    def write(self, section: Section) -> None:
        """Write what is said of a section, and its questions."""
        for words in section.about:
            for told in self._languages.stacked(words, CELL):
                self._pen.add(told)
        for item in section.items:
            self._write_heading(item)
            self._write(item)

    def _write_heading(self, item: Item) -> None:
        self._number += 1
        name = self._languages.inline(item.name).pieces
        pieces = Piece(f"{self._number}  "), *name, Piece(f"  [{item.id}]", style=OTHER)
        self._pen.add(Line(pieces, ITEM))

    def _write(self, item: Item) -> None:
        label, beside = self._languages.label, self._languages.beside
        grid = Grid(self._pen, _SHARES)
        grid.add_head((label("document.question"), *beside(Block(item.text, characters=STRONG))))
        for fact in item.facts:
            name = self._languages.name(fact.label)
            grid.add(name, *beside(*map(Block, fact.lines)))
        grid.add(label("printed.comment"), line("") * _LINES_TO_WRITE_ON)
