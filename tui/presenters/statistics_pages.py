"""The pages of a report about more than one question: one for an area, one for the whole."""

from collections.abc import Iterator
from datetime import date

from textual.style import Style

from tui.domain.report import Report, ReportedArea
from tui.domain.verdict import Verdict
from tui.phrasing.headline import coverage, headline
from tui.phrasing.spoken import phrases_at_table
from tui.presenters.area_map import area_map_page
from tui.presenters.meeting_page import meeting_rows
from tui.presenters.report_sections import (
    ReportSections,
    column_widths,
    side_by_side,
    stacked,
)
from tui.presenters.tiles import INDENT
from tui.text.cleaning import one_line
from tui.widgets.appearance import Appearance
from tui.widgets.area_map import MapPage
from tui.widgets.lines import BLANK, PLAIN, Row, paragraph

_TWO_COLUMNS = 100
"""The width in cells from which sections stand in two columns."""
_MEASURE = 110
"""The most cells of a line of running text."""


class StatisticsPages:
    """Draws what a report comes to, in the interface's language.

    Args:
        report: The report that holds the figures.
        appearance: The words, marks and colours to draw with.
        width: The width of the page in cells.
    """

    def __init__(self, report: Report, appearance: Appearance, width: int) -> None:
        self._report = report
        self._appearance = appearance
        self._say = appearance.phrases
        self._language = appearance.phrases.language
        self._width = max(24, width)

    def area(self, area: ReportedArea) -> list[Row]:
        """Return on how much of an area its map rests."""
        told = self._text(self._say.say(coverage(area.statistics)), self._appearance.quiet)
        return [*told, *self._one_sided(area.id)]

    def whole(self, *, has_sections: bool = True) -> MapPage:
        """Return what the whole came to; there is no figure of agreement for it.

        Args:
            has_sections: Whether what was settled and what is left stands below the map; else it
                stands beside it.
        """
        return area_map_page(
            self._report,
            self._appearance,
            self._width - INDENT,
            above=[*self._headline(), *[BLANK] * bool(self._report.questions)],
            below=[BLANK, *self._below()] if has_sections else (),
        )

    def sections(self) -> list[Row]:
        """Return what was settled and what is left, in one column."""
        told = self._told(self._width - 2 * INDENT, INDENT)
        order = (
            told.decided,
            told.blockers,
            told.parked,
            told.waiting,
            told.following,
            told.carried,
        )
        return stacked([*(section() for section in order), self._reading()])

    def _headline(self) -> Iterator[Row]:
        """Yield the sentence that counts, in each language at the table."""
        styles = iter((self._appearance.strong,))
        languages = (party.language for party in self._report.parties)
        for each in phrases_at_table(languages, self._say):
            sentence = each.say(headline(self._report, each.language))
            yield from self._text(sentence, next(styles, PLAIN))

    def _below(self) -> list[Row]:
        """Return the sections in as many columns as there is room for, and how to read it all."""
        room = self._width - 2 * INDENT
        if room < _TWO_COLUMNS:
            return self.sections()
        here, there = column_widths(room)
        left, right = self._told(here, INDENT), self._told(there, 0)
        done = stacked([left.decided(), left.waiting()])
        if not done:  # then there is no column for the others to stand beside
            return self.sections()
        ahead = stacked([right.blockers(), right.parked(), right.following(), right.carried()])
        columns = side_by_side(done, ahead, INDENT + room - there)
        return stacked([columns, self._reading()])

    def _told(self, width: int, indent: int) -> ReportSections:
        return ReportSections(self._report, self._appearance, width, indent)

    def _reading(self) -> list[Row]:
        """Return on how much it all rests, and how far it goes."""
        quiet = self._appearance.quiet
        meeting, rows = self._report.meeting, list[Row]()
        if meeting is not None:
            rows = [*meeting_rows(meeting, self._appearance, self._width, date.today()), BLANK]
        rows += self._text(self._say.say(coverage(self._report.whole)), quiet)
        rows += [*self._one_sided(), BLANK]
        return [*rows, *self._text(self._say("report.notice"), quiet)]

    def _one_sided(self, area: str | None = None) -> Iterator[Row]:
        """Yield the follow-ups of one side only, in one area or in all."""
        one_sided = [
            question.text[self._language]
            for question in self._report.questions
            if question.verdict is Verdict.NOT_ASKED and area in (None, question.area)
        ]
        if one_sided:
            yield from self._text(self._say("page.one_sided"), self._appearance.quiet)
            for text in one_sided:
                dot = f"{self._appearance.marks.dot} {one_line(text)}"
                yield from self._text(dot, self._appearance.quiet, INDENT + 2)

    def _text(self, text: str, style: Style = PLAIN, indent: int = INDENT) -> list[Row]:
        """Return a text in lines."""
        return paragraph(text, min(self._width - INDENT, _MEASURE), style, indent)
