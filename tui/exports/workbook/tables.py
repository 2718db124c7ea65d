"""The tables of a workbook: what their columns hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.exports.document import Decision, Document, Item, Part, Said, Section, Words, once
from tui.exports.workbook.cells import Cell, Column
from tui.phrasing.marks import UNICODE

_NOTHING = Decision()


@dataclass(frozen=True, slots=True)
class Told:
    """A question as a row."""

    item: Item
    """The question."""
    section: Section
    """The section in which it is told first."""
    number: int
    """Its place in the document, from 1."""

    @property
    def decision(self) -> Decision:
        """What was decided on it; an empty decision if nothing was."""
        return self.item.decision or _NOTHING

    def said(self, party: int) -> Said | None:
        """Return what a party answered; None if that is not told."""
        return next((said for said in self.item.said if said.party == party), None)


def joined(words: Words) -> str:
    """Return a text in the languages in which it differs, below each other."""
    return "\n".join(once(words))


class Tables:
    """What the tables of a document hold.

    Args:
        document: The document.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        told: dict[str, Told] = {}
        for section in document.sections:
            for item in section.items:
                if item.id:
                    told.setdefault(item.id, Told(item, section, len(told) + 1))
        self.items = tuple(told.values())
        self.decisions = tuple(
            Told(item, section, 0)
            for section in document.sections
            if section.part in (Part.CARRIED, Part.DECIDED, Part.PARKED)
            for item in section.items
            if item.decision is not None
        )

    def areas(self) -> Iterator[tuple[Words, Sequence[Told]]]:
        """Yield the name and the questions of each area, in the order of the document."""
        named = {area.id: area.title for area in self._document.areas}
        named |= {told.item.area_id: told.item.area for told in self.items if told.item.area_id}
        for area, title in named.items():
            if items := [told for told in self.items if told.item.area_id == area]:
                yield title, items

    def summary(self) -> Iterator[Column[Told]]:
        """Yield the columns of the table of all questions."""
        yield self._column("document.number", 6, lambda told: Cell(told.number))
        yield self._matter()
        yield self._words("map.area", 16, lambda told: told.item.area)
        yield self._words("document.question", 36, lambda told: told.item.text)
        for party, title in enumerate(self._parties()):
            yield Column(title, 30, _answer(party))
        yield self._column("document.verdict", 20, _verdict)
        yield self._words("document.standing", 20, lambda told: told.section.title)
        yield from self._decided()
        yield self._column("document.planned", 12, lambda told: Cell(told.item.minutes or ""))

    def decided(self) -> Iterator[Column[Told]]:
        """Yield the columns of the table of decisions."""
        yield self._matter()
        yield self._words("document.standing", 20, lambda told: told.section.title)
        yield from self._decided()
        yield self._column(
            "decisions.meeting_of", 14, lambda told: Cell(told.decision.taken_on or "")
        )
        yield from self._clauses(self.decisions)

    def details(self) -> Iterator[Column[Told]]:
        """Yield the columns of the table of an area, which tells all."""
        yield self._matter()
        yield self._words("document.question", 36, lambda told: told.item.text)
        for party, title in enumerate(self._parties()):
            yield Column(title, 30, _answer(party))
            for key, fact in (
                ("document.firmness", _firmness),
                ("document.contract", _contract),
                ("document.note", _note),
                ("document.private_note", _private_note),
                ("document.first", _first),
            ):
                yield Column(f"{title}\n{self._title(key)}", 26, _of(party, fact))
        yield self._column("document.verdict", 34, _reasoned)
        yield self._text("item.noted", 34, lambda told: _lines(map(joined, told.item.noted)))
        yield self._text("document.risk", 40, _risks)
        yield from self._decided()
        yield from self._clauses(self.items)

    def _matter(self) -> Column[Told]:
        return self._column(
            "document.matter", 22, lambda told: Cell(joined(told.item.name), is_bold=True)
        )

    def _decided(self) -> Iterator[Column[Told]]:
        """Yield what was agreed and decided, by whom it is done and when, and what came of it."""
        yield self._words("minutes.agreed", 30, lambda told: told.decision.agreed)
        yield self._text("minutes.decision", 44, lambda told: told.decision.text)
        yield self._text("minutes.owner", 18, lambda told: told.decision.owner)
        yield self._column("minutes.due", 13, lambda told: Cell(told.decision.due or ""))
        yield self._words("decisions.state", 12, lambda told: told.decision.state)

    def _clauses(self, rows: Iterable[Told]) -> Iterator[Column[Told]]:
        """Yield a column for each language in which there is a clause."""
        order = {tag: place for place, tag in enumerate(self._document.languages)}
        there = dict.fromkeys(tag for told in rows for tag, _ in told.decision.clauses)
        for tag in sorted(there, key=lambda tag: order.get(tag, len(order))):
            name = self._document.phrases[0].language_name(tag)
            yield Column(f"{self._title('document.clause')}\n{name}", 50, _clause(tag))

    def _parties(self) -> Iterator[str]:
        """Yield the mark and the name of each party."""
        for mark, party in zip(
            (UNICODE.first, UNICODE.second), self._document.parties, strict=False
        ):
            yield f"{mark} {party.name}"

    def _title(self, key: str) -> str:
        return joined(self._document.say(key))

    def _column(self, key: str, widest: int, cell: Callable[[Told], Cell]) -> Column[Told]:
        return Column(self._title(key), widest, cell)

    def _words(self, key: str, widest: int, of: Callable[[Told], Words]) -> Column[Told]:
        return self._column(key, widest, lambda told: Cell(joined(of(told))))

    def _text(self, key: str, widest: int, of: Callable[[Told], str]) -> Column[Told]:
        return self._column(key, widest, lambda told: Cell(of(told)))


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _answer(party: int) -> Callable[[Told], Cell]:
    """Return what tells a party's answer, and what it changed it to."""
    return _of(party, lambda said: said.changed or said.words)


def _of(party: int, fact: Callable[[Said], Words]) -> Callable[[Told], Cell]:
    """Return what tells something of a party's answer."""

    def cell(told: Told) -> Cell:
        said = told.said(party)
        return Cell(joined(fact(said))) if said is not None else Cell()

    return cell


def _firmness(said: Said) -> Words:
    return said.firmness


def _contract(said: Said) -> Words:
    return said.contract


def _note(said: Said) -> Words:
    return (said.note,)


def _private_note(said: Said) -> Words:
    return (said.private_note,)


def _first(said: Said) -> Words:
    """Return the first answer, if there is a second, and why it was changed."""
    return (joined(said.words), said.reason) if said.second else ()


def _clause(tag: str) -> Callable[[Told], Cell]:
    """Return what tells the clause in a language."""
    return lambda told: Cell(dict(told.decision.clauses).get(tag, ""))


def _risks(told: Told) -> str:
    return _lines(f"{joined(risk)}\n({joined(title)})" for title, risk in told.item.risks)


def _verdict(told: Told) -> Cell:
    """Return the verdict on the last answers; the same in each row, so that it can be filtered."""
    standing = told.item.second or told.item.first
    if standing is None:
        return Cell()
    before = f"{told.item.first.mark} → " if told.item.second and told.item.first else ""
    return Cell(f"{before}{standing.mark} {joined(standing.name)}", standing.verdict)


def _reasoned(told: Told) -> Cell:
    """Return the verdict on the last answers, and why it is so."""
    standing = told.item.second or told.item.first
    if standing is None:
        return Cell()
    told_why = _lines((f"{standing.mark} {joined(standing.name)}", joined(standing.sentence)))
    return Cell(told_why, standing.verdict)
