"""Texts of a document as lines in Word: side by side, below each other, or on one line."""

from dataclasses import dataclass

from tui.exports.document import Document, Words, once
from tui.exports.word.styles import CELL, LABEL, OTHER
from tui.exports.word.text import Line, Lines, Piece
from tui.phrasing.marks import UNICODE
from tui.text.width import cell_width

PARTY_MARKS = UNICODE.first, UNICODE.second
"""What stands before the name of each party."""
_SHORT = 15
"""The cells that a label in two languages may take to stand on one line."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that is there in each language of a document."""

    words: Words
    """Its text."""
    style: str = CELL
    """Its style."""
    characters: str = ""
    """The style of its characters."""
    ink: str = ""
    """Its colour, where it is that of a verdict."""


class Languages:
    """Lays out what is there in each language of a document.

    Args:
        document: The document.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tags = document.languages

    def pieces(self, words: Words) -> tuple[Piece, ...]:
        """Return a text in the languages in which it differs."""
        tags: dict[str, str] = {}
        for text, tag in zip(words, self._tags, strict=False):
            tags.setdefault(text, tag)
        return tuple(Piece(text, tags[text]) for text in once(words))

    def beside(self, *blocks: Block) -> tuple[Lines, ...]:
        """Return paragraphs as cells that stand side by side, one a language.

        There is one cell alone where the languages do not differ, as in names and figures.
        """
        told = [block for block in blocks if any(block.words)]
        is_same = all(len(once(block.words)) == 1 for block in told)
        return tuple(
            tuple(
                Line((Piece(block.words[place], tag, block.characters, block.ink),), block.style)
                for block in told
            )
            for place, tag in enumerate(self._tags[:1] if is_same else self._tags)
        )

    def stacked(self, words: Words, style: str = CELL, *, characters: str = "") -> Lines:
        """Return a text with the second language below the first."""
        return tuple(
            Line((Piece(piece.text, piece.tag, characters),), style) for piece in self.pieces(words)
        )

    def inline(self, words: Words, style: str = CELL, *, other: str = OTHER) -> Line:
        """Return a text with the second language after the first.

        Args:
            words: The text.
            style: The style of the line.
            other: The style of the characters of the second language.
        """
        pieces: list[Piece] = []
        for piece in self.pieces(words):
            if pieces:
                pieces.append(Piece("  "))
            pieces.append(Piece(piece.text, piece.tag, other if pieces else ""))
        return Line(tuple(pieces), style)

    def party(self, place: int, style: str, characters: str = "") -> Line:
        """Return a party's mark and name; the mark is no sign of the script of the name."""
        name = self._document.parties[place].name
        mark = Piece(f"{PARTY_MARKS[place]} ", style=characters)
        return Line((mark, Piece(name, style=characters)), style)

    def label(self, key: str, /, **values: object) -> Lines:
        """Return a text of the catalogue as what a row is called, on one line if it is short."""
        return self.name(self._document.say(key, **values))

    def name(self, words: Words) -> Lines:
        """Return a text as what a row is called, on one line if it is short."""
        if sum(map(cell_width, once(words))) > _SHORT:
            return self.stacked(words, LABEL)
        return (self.inline(words, LABEL, other=""),)
