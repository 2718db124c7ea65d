"""The page about one item of the discussion: where the two stand, and what helps to talk about it.

It never takes more room than there is: what helps least is left out first, and can be read in the
help; where the two stand never is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from textual.style import Style

from tui.domain.answers import Firmness
from tui.domain.localized_text import LocalizedText
from tui.domain.report import Report, ReportedQuestion
from tui.domain.verdict import Flag
from tui.phrasing.decision_words import last_time
from tui.phrasing.risk_words import risk_title
from tui.phrasing.verdict_words import judged, judged_after
from tui.presenters.columns import SIDES
from tui.presenters.question_page import QuestionPage, once
from tui.text.cleaning import one_line
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, PLAIN, Line, Row, wrapped

_KEPT = 0
"""The rank of what is never left out; of two other ranks, the higher one goes first."""
_WIDE, _TIGHT = 17, 10
"""Cells of the labels before what helps to talk; the second on a narrow page."""
_NARROW = 76
_LOW = 16
"""Lines of a page below which a picture is to be as low as it can."""
_OF_GUESSES = (Flag.FALSE_CONSENSUS, Flag.FALSE_CONFLICT)
"""What the guesses tell; all else that is to be noted comes of the answers."""


@dataclass(frozen=True, slots=True)
class ItemView:
    """The page as far as there is room for it."""

    rows: list[Row]
    """Its lines."""
    left_out: tuple[str, ...]
    """What there was no room for, in words."""


@dataclass(frozen=True, slots=True)
class _Section:
    rank: int
    rows: list[Row]
    told: tuple[str, ...] = ()
    """What it says, for where it is left out."""


class ItemPage(QuestionPage):
    """Draws an item for the two who talk about it, in the languages of both.

    It may be kept while report, appearance and width stay the same: a picture is drawn once.
    """

    def __init__(self, report: Report, appearance: Appearance, width: int) -> None:
        super().__init__(report, appearance, width)
        self._pictures: dict[tuple[str, bool], list[Row]] = {}
        """Question id, and whether there is little room, to the picture that was drawn."""

    def fitting(self, question: ReportedQuestion, guide: LocalizedText, height: int) -> ItemView:
        """Return the page of a question in at most so many lines, if what must stand fits.

        Args:
            question: The question.
            guide: What whoever leads the talk may ask; empty where there is nothing.
            height: The lines that there are.
        """
        sections = [each for each in self._sections(question, guide, height) if each.rows]
        left_out, quiet = list[str](), self._appearance.quiet
        for airy in (True, False):
            rows = _joined(sections, airy=airy)
            if len(rows) <= height:
                return ItemView(rows, ())
        while len(rows) > height and (rank := max(each.rank for each in sections)) > _KEPT:
            left_out += [text for each in sections if each.rank == rank for text in each.told]
            sections = [each for each in sections if each.rank != rank]
            rows = [*_joined(sections, airy=False), *self._text(self._say("item.more"), quiet)]
        return ItemView(rows, tuple(left_out))

    def _sections(
        self, question: ReportedQuestion, guide: LocalizedText, height: int
    ) -> Iterator[_Section]:
        """Yield the parts of the page, from the top."""
        yield _Section(_KEPT, list(self._question(question)))
        yield _Section(_KEPT, list(self._standing(question, height)))
        of = judged if question.verdict_after is None else judged_after
        yield _Section(_KEPT, list(self._verdict(question, of)))
        stops = any(each.firmness is Firmness.RED_LINE for each in question.answers.values())
        yield _told(_KEPT if stops else 1, self._notes(question))
        yield _told(2, self._second_answers(question))
        yield self._helping("item.last_time", self._last_time(question), 2, "quiet")
        noted = [f"flag.{flag}" for flag in question.flags if flag not in _OF_GUESSES]
        yield self._helping("item.noted", self._said(noted), 3, "quiet")
        yield self._helping("item.expected", self._expected(question), 3, "quiet")
        for risk in question.risks:
            told = tuple(
                f"{risk_title(risk, self._report.party_names, say)}: " for say in self._phrases
            )
            words = self._texts(risk.say)
            why = [head + text for head, text in zip(told, words, strict=False)] or list(words)
            yield self._helping("item.why", why, 4, "risk")
        yield self._helping("item.ask", self._texts(guide), 5, "primary")
        yield self._helping("item.reference", self._texts(question.practice), 6, "quiet")

    def _texts(self, text: LocalizedText) -> tuple[str, ...]:
        """Return a text in each language at the table."""
        words = (one_line(text[language]) for language in self._languages) if text else ()
        return tuple(filter(None, dict.fromkeys(words)))

    def _question(self, question: ReportedQuestion) -> Iterator[Row]:
        """Yield the question, strong in the language of the interface."""
        for place, text in enumerate(self._texts(question.text)):
            yield from self._text(text, PLAIN if place else self._appearance.strong)

    def _standing(self, question: ReportedQuestion, height: int) -> Iterator[Row]:
        """Yield where the two stand now; what has no picture, in words."""
        key = question.id, height < _LOW
        drawn = self._pictures.get(key)
        if drawn is None:
            picture = question.picture_after or question.picture
            verdict = question.verdict_after or question.verdict
            drawn = self._picture(picture, verdict, room=_LOW // 2 if height < _LOW else None)
            self._pictures[key] = drawn
        yield from drawn
        if not drawn or question.is_private:
            yield from self._answers(question)

    def _notes(self, question: ReportedQuestion) -> Iterator[Row]:
        """Yield what each said beside the answer: its red line, the contract, its note."""
        appearance = self._appearance
        for side, party in zip(SIDES, self._report.parties, strict=True):
            answer = question.revised.get(party.id) or question.answers.get(party.id)
            if answer is None:
                continue
            mark = appearance.marks.of_party(side)
            line = Line(1).add(mark, appearance.foreground(side)).add(" ")
            start = line.width
            if answer.firmness is Firmness.RED_LINE:
                badge = once(say("firmness.red_line") for say in self._phrases)
                line.add(f" {badge} ", appearance.badge).add("  ")
            elif answer.firmness is not None:
                told = once(say(f"firmness.{answer.firmness}") for say in self._phrases)
                line.add(told, appearance.quiet).add("  ")
            if answer.contract is not None:
                told = once(say(f"contract.{answer.contract}") for say in self._phrases)
                line.add(told, appearance.quiet).add("  ")
            note = f"“{one_line(answer.note)}”" if answer.note else ""
            # Behind a long word on firmness or contract, a note takes lines of its own.
            indent = line.width if line.width <= self._width // 2 else start
            words = wrapped(note, self._width - indent, Style(italic=True)) if note else []
            if words and line.width == indent:
                line.put(words.pop(0))
            if line.width > start:
                yield line.row()
            for each in words:
                yield Line(indent).put(each).row()

    def _last_time(self, question: ReportedQuestion) -> list[str]:
        """Return what an earlier meeting had said on the same question and left open."""
        said = (each for each in self._report.carried if each.text == question.text)
        return [last_time(each, say) for each in said for say in self._phrases]

    def _expected(self, question: ReportedQuestion) -> list[str]:
        """Return what is told of the guesses, of the pair and never of one of them."""
        if question.verdict_after is not None:  # it was about answers that hold no more
            return []
        told = [f"flag.{flag}" for flag in question.flags if flag in _OF_GUESSES]
        if question.expected is not None:
            told.insert(0, f"item.expected_{question.expected}")
        return self._said(told)

    def _said(self, keys: Iterable[str]) -> list[str]:
        """Return texts of the catalogue, in each language at the table."""
        return [say(key) for key in keys for say in self._phrases]

    def _helping(self, key: str, texts: Iterable[str], rank: int, colour: str) -> _Section:
        """Return something that helps to talk, behind its label."""
        texts = tuple(texts)
        label = self._say(key)
        width = _TIGHT if self._width < _NARROW else _WIDE
        width = max(width, cell_len(label) + 2)
        style = self._appearance.quiet if rank == 6 else PLAIN
        rows = [
            Line(width + 1).put(line).row()
            for text in texts
            for line in wrapped(text, self._width - width - 1, style)
        ]
        if rows:
            bold = colour != "quiet"
            head = Line(1).add(label, self._appearance.foreground(colour, bold=bold))
            rows[0] = head.to(width + 1).put(rows[0].content[width + 1 :]).row()
        return _Section(rank, rows, tuple(f"{label}: {text}" for text in texts))


def _told(rank: int, rows: Iterable[Row]) -> _Section:
    """Return lines that the help tells in full where there is no room for them."""
    lines = list(rows)
    return _Section(rank, lines, tuple(row.content.plain.strip() for row in lines))


def _joined(sections: list[_Section], *, airy: bool) -> list[Row]:
    """Return sections below each other; where there is room, with blank lines between."""
    rows = list[Row]()
    for before, section in zip([None, *sections], sections, strict=False):
        is_apart = before is not None and _KEPT in (section.rank, before.rank)
        rows += [BLANK, *section.rows] if airy and is_apart else section.rows
    return rows
