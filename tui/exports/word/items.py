"""The questions of a document as tables in Word: one a question, or a row a question."""

from collections.abc import Iterator

from tui.domain.area_map import TileState
from tui.exports.colours import VERDICTS
from tui.exports.document import (
    DECISIONS,
    IN_BRIEF,
    Document,
    Item,
    Said,
    Section,
    Standing,
    Words,
)
from tui.exports.word.decision import add_decision
from tui.exports.word.languages import Block, Languages
from tui.exports.word.styles import BLOCKING, ITEM, LABEL, RED_LINE, SMALL, STRONG
from tui.exports.word.text import Grid, Line, Lines, Pen, Piece, line

_SHARES = 3.6, 6.7, 6.7
"""The widths of the columns: what a row is called, and two languages."""


class Items:
    """Writes questions into a Word document.

    Args:
        pen: Writes at the end of the Word document.
        document: What is told.
    """

    def __init__(self, pen: Pen, document: Document) -> None:
        self._pen = pen
        self._document = document
        self._languages = Languages(document)
        self._label = self._languages.label
        self._say = document.say
        self._number = 0

    def write(self, section: Section) -> None:
        """Write the questions of a section."""
        if section.part in IN_BRIEF:
            self._write_brief(section)
            return
        if not any(item.said or item.first or item.decision for item in section.items):
            self._write_names(section)
            return
        for item in section.items:
            self._write_heading(item)
            grid = Grid(self._pen, _SHARES)
            grid.add_head((self._label("document.question"), *self._question(item)))
            if item.decision is None or item.second or section.part not in DECISIONS:
                self._add_answers(grid, item)
            if item.decision is not None:
                add_decision(grid, item.decision, self._document)
            grid.keep_together()

    def _write_heading(self, item: Item) -> None:
        self._number += 1
        pieces = [Piece(f"{self._number}  "), *self._languages.inline(item.name).pieces]
        if item.is_blocking:
            key = "document.was_blocking" if item.state.is_done else "map.is_blocking"
            words = " ".join(piece.text for piece in self._languages.pieces(self._say(key)))
            pieces += [Piece("   "), Piece(f" {words} ", style=BLOCKING)]
        self._pen.add(Line(tuple(pieces), ITEM))

    def _question(self, item: Item) -> tuple[Lines, ...]:
        """Return the question, and below it its area, the minutes for it and how it stands."""
        facts = [item.area]
        if item.second is not None:
            facts.append(item.state_words)
        if item.minutes is not None and item.state is TileState.UNTOUCHED:
            facts.append(self._say("map.min", count=item.minutes))
        about = tuple(" · ".join(each) for each in zip(*filter(None, facts), strict=True))
        return self._languages.beside(
            Block(item.text or item.name, characters=STRONG), Block(about, SMALL)
        )

    def _add_answers(self, grid: Grid, item: Item) -> None:
        """Add what each answered, where that leaves them, and what is to be known about it."""
        if len(self._document.languages) == 1 and len(item.said) == 2:
            self._add_both(grid, *item.said)
        else:
            for said in item.said:
                self._add_said(grid, said)
        for standing in (item.first, item.second):
            if standing is not None:
                ink, wash = VERDICTS[standing.verdict]
                told = self._languages.beside(*_standing(standing, ink))
                grid.add(self._label("document.verdict"), *told, ground=wash)
        if item.noted:
            noted = self._languages.beside(*map(Block, item.noted))
            grid.add(self._label("item.noted"), *noted)
        for title, risk in item.risks:
            told = self._languages.beside(Block(risk), Block(title, SMALL))
            grid.add(self._label("document.risk"), *told)
        if item.practice:
            told = self._languages.beside(Block(item.practice, SMALL))
            grid.add(self._label("page.practice"), *told)

    def _add_said(self, grid: Grid, said: Said) -> None:
        """Add what a party answered, first and once more, and its notes."""
        name = (self._languages.party(said.party, LABEL),)
        grid.add(name, *self._languages.beside(*_answer(said)))
        if said.note:
            grid.add(self._label("document.note"), line(said.note))
        if said.private_note:
            grid.add(self._label("document.private_note"), line(said.private_note))
        if said.second:
            again = self._languages.beside(Block(said.second, characters=STRONG))
            grid.add((*name, *self._label("document.second")), *again)
        if said.reason:
            grid.add(self._label("document.reason"), line(said.reason))

    def _add_both(self, grid: Grid, *both: Said) -> None:
        """Add what the two answered, side by side: there is but one language to tell it in."""
        names = [self._languages.party(said.party, LABEL) for said in both]
        answers = [self._side(*_answer(said)) for said in both]
        rows = (
            ("document.both_answers", [(n, *a) for n, a in zip(names, answers, strict=True)]),
            ("document.note", [_typed(said.note) for said in both]),
            ("document.private_note", [_typed(said.private_note) for said in both]),
            (
                "document.second",
                [self._side(Block(said.second, characters=STRONG)) for said in both],
            ),
            ("document.reason", [_typed(said.reason) for said in both]),
        )
        for key, cells in rows:
            if any(cells):
                grid.add(self._label(key), *cells)

    def _side(self, *blocks: Block) -> Lines:
        return self._languages.beside(*blocks)[0]

    def _write_names(self, section: Section) -> None:
        """Write a table of questions of which nothing more is told, as in minutes."""
        is_planned = any(item.minutes for item in section.items)
        grid = Grid(self._pen, (14.5, 2.5) if is_planned else (1,))
        keys = ("document.question", "document.planned")[: 1 + is_planned]
        grid.add_head(map(self._label, keys))
        for item in section.items:
            asked = self._languages.stacked(item.name, characters=STRONG)
            if item.text != item.name:
                asked += self._languages.stacked(item.text)
            minutes = self._languages.stacked(self._say("map.min", count=item.minutes or 0), SMALL)
            grid.add(asked, *((minutes if item.minutes else (),) if is_planned else ()))

    def _write_brief(self, section: Section) -> None:
        """Write a table with a row a question."""
        places = range(len(self._document.parties))
        is_judged = any(item.first for item in section.items)
        grid = Grid(self._pen, (5, *(5 for _ in places), *((4,) if is_judged else ())))
        head = [self._label("document.matter")]
        head += [(self._languages.party(place, LABEL),) for place in places]
        if is_judged:
            head.append(self._label("document.verdict"))
        grid.add_head(head)
        for item in section.items:
            cells = [self._matter(item), *(self._brief(item, place) for place in places)]
            if is_judged:
                last = item.second or item.first
                cells.append(() if last is None else self._verdict(last))
            grid.add(*cells)

    def _matter(self, item: Item) -> Lines:
        name = self._languages.stacked(item.name, characters=STRONG)
        return (*name, self._languages.inline(item.area, SMALL, other="")) if item.area else name

    def _verdict(self, standing: Standing) -> Lines:
        ink, _ = VERDICTS[standing.verdict]
        return tuple(
            Line(
                (
                    Piece(
                        f"{standing.mark} {piece.text}" if not number else piece.text,
                        piece.tag,
                        ink=ink,
                    ),
                )
            )
            for number, piece in enumerate(self._languages.pieces(standing.name))
        )

    def _brief(self, item: Item, place: int) -> Lines:
        """Return what a party answered, as far as a cell has room."""
        lines: list[Line] = []
        for said in item.said:
            if said.party == place:
                lines += self._languages.stacked(said.second or said.words)
                if said.is_red_line:
                    lines += self._languages.stacked(_badge(said), SMALL, characters=RED_LINE)
                for note in filter(None, (said.note, said.private_note)):
                    lines += line(f"“{note}”", style=SMALL)
        return tuple(lines)


def _typed(text: str) -> Lines:
    """Return what somebody typed, if it is anything."""
    return line(text) if text else ()


def _badge(said: Said) -> Words:
    """Return what marks a red line, with some room around it."""
    return tuple(f"\N{NO-BREAK SPACE}{word}\N{NO-BREAK SPACE}" for word in said.firmness)


def _answer(said: Said) -> Iterator[Block]:
    """Yield an answer, how firm it is, and where it stands in the contract."""
    yield Block(said.words, characters=STRONG)
    if said.is_red_line:
        yield Block(_badge(said), SMALL, RED_LINE)
        yield Block(said.contract, SMALL)
    else:
        facts = filter(None, (said.firmness, said.contract))
        yield Block(tuple(" · ".join(each) for each in zip(*facts, strict=True)), SMALL)


def _standing(standing: Standing, ink: str) -> Iterator[Block]:
    """Yield the name of a verdict, and why it is so."""
    yield Block(
        tuple(f"{standing.mark} {name}" for name in standing.name), characters=STRONG, ink=ink
    )
    yield Block(standing.sentence, ink=ink)
