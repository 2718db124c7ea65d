"""What stands before and after the questions of a report in Word."""

from dataclasses import replace
from datetime import date

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length

from tui.exports.colours import VERDICTS
from tui.exports.document import Document, Part, Words
from tui.exports.word.area_map import add_map
from tui.exports.word.decision import days, owner_lines
from tui.exports.word.languages import Languages
from tui.exports.word.styles import (
    CELL,
    FOOTER,
    HEADER,
    LABEL,
    LEAD,
    SECTION,
    SMALL,
    STRONG,
    SUBTITLE,
    TITLE,
    add_to,
)
from tui.exports.word.text import Grid, Line, Lines, Pen, Piece, line, text_width
from tui.text.gaps import next_gap

_NORMAL = "Normal"
_BLANK = "\N{NO-BREAK SPACE}"


class Frame:
    """Writes what stands around the questions.

    Args:
        pen: Writes at the end of the Word document.
        document: What is told.
    """

    def __init__(self, pen: Pen, document: Document) -> None:
        self._pen = pen
        self._document = document
        self._languages = Languages(document)

    def add(self, words: Words, style: str = _NORMAL, *, keeps_next: bool = False) -> None:
        """Add a paragraph in each language."""
        for told in self._languages.stacked(words, style):
            self._pen.add(told, keeps_next=keeps_next)

    def add_section(self, words: Words) -> None:
        """Add a heading."""
        self._pen.add(self._languages.inline(words, SECTION))

    def begin(self) -> None:
        """Write what kind of report it is, of whom and when, and what counts most."""
        document = self._document
        self.add(document.title, TITLE)
        self._pen.add(self._languages.inline(document.questionnaire, SUBTITLE, other=""))
        self.add(document.headline, LEAD)
        self._add_facts()
        if document.areas:
            self.add_section(document.say("document.map"))
            add_map(self._pen, document)
        self._add_actions()

    def _add_facts(self) -> None:
        """Add who met, and when."""
        document, languages = self._document, self._languages
        grid = Grid(self._pen, (3.4, 13.6))
        for place, party in enumerate(document.parties):
            name = languages.party(place, CELL, STRONG)
            people = line(" · ".join(party.people)) if party.people else ()
            grid.add((languages.inline(party.role, LABEL, other=""),), (name, *people))
        when = languages.inline(days(document.day, document), other="")
        grid.add(languages.label("document.date"), (when,))
        grid.add(languages.label("document.edition"), line(document.edition))
        if document.meeting:
            told = tuple(languages.inline(words) for words in document.meeting)
            grid.add(languages.label("document.meeting"), told)
        if clauses := self._on_clauses():
            grid.add(languages.label("document.clause"), clauses)

    def _on_clauses(self) -> Lines:
        """Return what is marked in the clauses, and what to do where their languages differ."""
        document = self._document
        decisions = filter(None, (item.decision for item in document.items()))
        clauses = [clause for decision in decisions for clause in decision.clauses]
        keys = []
        if any(next_gap(text, 0) for _, text in clauses):
            keys.append("document.gaps_read")
        if len({tag for tag, _ in clauses}) > 1:
            keys.append("document.prevails")
        told = (self._languages.inline(document.say(key)) for key in keys)
        return tuple(replace(each, has_gaps=True) for each in told)

    def _add_actions(self) -> None:
        """Add who does what until when, the most urgent first."""
        document, languages = self._document, self._languages
        due = [
            (item, item.decision)
            for item in document.items(Part.CARRIED, Part.DECIDED)
            if item.decision
            and item.decision.is_open
            and (item.decision.owner or item.decision.due)
        ]
        if not due:
            return
        self.add_section(document.say("document.actions"))
        grid = Grid(self._pen, (4, 5.4, 3, 4.6))
        keys = ("document.matter", "minutes.decision", "minutes.owner", "minutes.due")
        grid.add_head(map(languages.label, keys))
        for item, said in sorted(due, key=lambda each: each[1].due or date.max):
            grid.add(
                languages.stacked(item.name, characters=STRONG),
                line(said.text) if said.text else languages.stacked(said.agreed),
                owner_lines(said, document),
                languages.stacked(days(said.due, document)) if said.due else (),
            )

    def end(self, *, tells_fingerprint: bool) -> None:
        """Write how to read the report, how far it goes, and where its readers put their names.

        All of it is on one page: nobody puts his name on a page that says nothing.
        """
        document = self._document
        if not document.parties:  # a questionnaire, which nobody signs for
            self.add(document.notice)
            return
        self.add_section(document.say("document.how_to_read"))
        if document.legend:
            for place, tag in enumerate(document.languages):
                self._pen.add(self._legend(place, tag), keeps_next=True)
        for words in (*document.reading, document.notice):
            self.add(words, keeps_next=True)
        if tells_fingerprint and document.fingerprint:
            self._pen.add(self._fingerprint(SMALL), keeps_next=True)
        self._add_readers()

    def _legend(self, place: int, tag: str) -> Line:
        """Return what the marks mean, in one language."""
        pieces: list[Piece] = []
        for verdict, mark, words in self._document.legend:
            ink, wash = VERDICTS[verdict]
            name = words[place].replace(" ", _BLANK)
            told = _BLANK.join(("", mark, name, ""))
            pieces += (Piece(told, tag, ink=ink, ground=wash), Piece("   "))
        return Line(tuple(pieces))

    def _fingerprint(self, style: str) -> Line:
        return Line((Piece(f"SHA-256  {self._document.fingerprint}"),), style)

    def _add_readers(self) -> None:
        """Add a line for each of the people, on which they note that they have read it."""
        document, languages = self._document, self._languages
        self.add_section(document.say("document.read_by"))
        parties = document.parties
        grid = Grid(self._pen, [1 for _ in parties])
        grid.add_head((languages.party(place, LABEL),) for place in range(len(parties)))
        blank = *line(""), *line("")
        day = languages.inline(document.say("document.date"), SMALL, other="")
        for number in range(max((len(party.people) for party in parties), default=0) or 1):
            cells = []
            for party in parties:
                name = party.people[number] if number < len(party.people) else ""
                cells.append((*line(name), *blank, day) if name or not number else ())
            grid.add(*cells)
        grid.keep_together()
        self._pen.add(Line((), SMALL))  # Word wants a paragraph behind the last table

    def label_pages(self) -> None:
        """Write the firms, the day and the page above each page, the fingerprint below."""
        document, file = self._document, self._pen.file
        firms = " × ".join(party.name for party in document.parties) or document.questionnaire[0]
        day = days(document.day, document)[0]
        above, below = file.sections[0].header.paragraphs[0], file.sections[0].footer.paragraphs[0]
        right = Length(text_width(file))
        self._pen.fill(above._p, Line((Piece(f"{firms}\t{day} · "),), HEADER))
        above.paragraph_format.tab_stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT)
        _add_field(above._p, "PAGE")
        self._pen.fill_on(above._p, Line((Piece(" / "),)))
        _add_field(above._p, "NUMPAGES")
        if document.fingerprint:
            self._pen.fill(below._p, self._fingerprint(FOOTER))


def _add_field(paragraph: BaseOxmlElement, code: str) -> None:
    """Add what the program that opens the file fills in, such as the number of the page."""
    run = add_to(add_to(paragraph, "fldSimple", instr=code), "r")
    add_to(run, "t").text = "1"
