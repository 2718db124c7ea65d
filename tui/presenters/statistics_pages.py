"""The pages of figures in a report: one for an area, one for the whole."""

from collections.abc import Iterator

from rich.cells import cell_len
from textual.style import Style

from tui.domain.report import Report, ReportedArea
from tui.domain.statistics import Statistics
from tui.domain.verdict import JUDGING, Verdict
from tui.presenters.columns import phrases_at_table
from tui.presenters.headline import coverage, headline, percent
from tui.presenters.verdict_counts import verdict_counts
from tui.text.cleaning import one_line
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, PLAIN, Line, Row, paragraph

_ORDER = (
    Verdict.ALIGNED,
    Verdict.PARTIAL,
    Verdict.DIVERGENT,
    Verdict.HOLLOW,
    Verdict.OPEN,
    Verdict.UNANSWERED,
    Verdict.NOT_ASKED,
    Verdict.DISCUSS,
    Verdict.NOT_APPLICABLE,
)
_BAR = 24
"""Cells of the bar of counts."""


class StatisticsPages:
    """Draws the figures of a report, in the interface's language.

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
        self._width = max(24, width - 3)

    def area(self, area: ReportedArea) -> list[Row]:
        """Return what an area came to."""
        say, statistics = self._say, area.statistics
        rows = [*self._text(area.title[self._language], self._appearance.strong), BLANK]
        rows += [self._bar(statistics), BLANK, *self._counts(statistics), BLANK]
        if statistics.alignment is not None:
            told = say("page.alignment", percent=percent(statistics.alignment))
            if statistics.private.get(Verdict.ALIGNED):
                told = f"{told} {say('page.alignment_private')}"
            rows += self._text(told)
        rows += self._text(say.say(coverage(statistics)))
        return [*rows, *self._one_sided(area.id)]

    def whole(self) -> list[Row]:
        """Return what the whole came to; there is no figure of agreement for it."""
        report, say, appearance = self._report, self._say, self._appearance
        rows = [
            row
            for each in phrases_at_table((party.language for party in report.parties), say)
            for row in self._text(each.say(headline(report, each.language)), appearance.strong)
        ]
        rows += self._text(say.say(coverage(report.whole)))
        rows += [*self._one_sided(), BLANK]
        widest = max(cell_len(area.title[self._language]) for area in report.areas)
        for area in report.areas:
            line = Line(1).add(area.title[self._language]).to(widest + 3)
            self._marks(line, area.statistics)
            rows.append(line.row())
        rows += [BLANK, *self._counts(report.whole), BLANK]
        return [*rows, *self._text(say("report.notice"), appearance.quiet)]

    def _one_sided(self, area: str | None = None) -> Iterator[Row]:
        """Return the follow-ups of one side only, in one area or in all."""
        one_sided = [
            question.text[self._language]
            for question in self._report.questions
            if question.verdict is Verdict.NOT_ASKED and area in (None, question.area)
        ]
        if one_sided:
            yield from self._text(self._say("page.one_sided"), self._appearance.quiet)
            for text in one_sided:
                dot = f"{self._appearance.marks.dot} {one_line(text)}"
                yield from paragraph(dot, self._width, self._appearance.quiet, 3)

    def _bar(self, statistics: Statistics) -> Row:
        """Return the counts as lengths; the words beneath carry the meaning."""
        total, line = sum(statistics.counts.values()) or 1, Line(1)
        for verdict in _ORDER:
            cells = _BAR * statistics.counts.get(verdict, 0) // total
            style = self._appearance.foreground(self._appearance.verdict_colour(verdict))
            line.add(self._appearance.marks.bar * cells, style)
        return line.row()

    def _marks(self, line: Line, statistics: Statistics) -> None:
        """Put the counts behind a name, each with its mark."""
        appearance = self._appearance
        here = {(c.verdict, c.is_private): c.number for c in verdict_counts(statistics, self._say)}
        for column in verdict_counts(self._report.whole, self._say):
            count = here.get((column.verdict, column.is_private), 0)
            colour = appearance.verdict_colour(column.verdict) if count else "quiet"
            # Nothing judged is not "none different".
            is_said = count or statistics.coverage.judged or column.verdict not in JUDGING
            mark = appearance.marks.verdict(column.verdict, is_private=column.is_private)
            told = f"{mark} {count if is_said else appearance.marks.less}"
            told = f"({told})" if column.is_private else told
            line.add(told, appearance.foreground(colour)).add("   ")

    def _counts(self, statistics: Statistics) -> Iterator[Row]:
        """Return the counts in words, as many to a line as fit."""
        appearance, say, line = self._appearance, self._say, Line(1)
        counts = [
            (
                f"{appearance.marks.verdict(found.verdict, is_private=found.is_private)} "
                f"{found.number} {found.name}",
                appearance.verdict_colour(found.verdict),
            )
            for found in verdict_counts(statistics, say)
        ]
        if statistics.blocking:
            counts.append((say("page.blocking", count=statistics.blocking), "divergent"))
        if statistics.agreed_risks:
            counts.append((say("page.agreed_risks", count=statistics.agreed_risks), "risk"))
        for text, colour in counts:
            if line.width > 1 and line.width + cell_len(text) > self._width:
                yield line.row()
                line = Line(1)
            line.add(text, appearance.foreground(colour)).add("   ")
        yield line.row()

    def _text(self, text: str, style: Style = PLAIN) -> list[Row]:
        """Return a text in lines."""
        return paragraph(text, self._width, style)
