"""The pages of figures that a report tells: one for an area, one for the whole."""

from collections.abc import Iterator

from rich.cells import cell_len
from textual.style import Style

from tui.domain.report import Report, ReportedArea
from tui.domain.statistics import Statistics
from tui.domain.verdict import Verdict
from tui.presenters.headline import coverage, headline
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, PLAIN, Line, Row, paragraph

_TOLD_FIRST = (
    Verdict.ALIGNED,
    Verdict.PARTIAL,
    Verdict.DIVERGENT,
    Verdict.HOLLOW,
    Verdict.OPEN,
    Verdict.UNANSWERED,
    Verdict.DISCUSS,
    Verdict.NOT_APPLICABLE,
)
_BAR = 24
"""Cells of the bar of counts."""


class StatisticsPages:
    """Draws the figures of a report for a width, in the interface's language."""

    def __init__(self, report: Report, look: Appearance, width: int) -> None:
        self._report = report
        self._look = look
        self._say = look.phrases
        self._language = look.phrases.language
        self._width = max(24, width - 3)

    def area(self, area: ReportedArea) -> list[Row]:
        """Tell what an area came to."""
        say, figures = self._say, area.statistics
        rows = [*self._text(area.title[self._language], self._look.strong), BLANK]
        rows += [self._bar(figures), BLANK, *self._counts(figures), BLANK]
        if figures.alignment is not None:
            rows += self._text(say("page.alignment", percent=f"{round(figures.alignment * 100)}"))
        rows += self._text(say.say(coverage(figures)))
        return rows

    def whole(self) -> list[Row]:
        """Tell what the whole came to; there is no figure of agreement for it."""
        report, say, look = self._report, self._say, self._look
        rows = [
            *self._text(say.say(headline(report, self._language)), look.strong),
            *self._text(say.say(coverage(report.whole))),
        ]
        rows.append(BLANK)
        widest = max(cell_len(area.title[self._language]) for area in report.areas)
        for area in report.areas:
            line = Line(1).add(area.title[self._language]).to(widest + 3)
            self._marks(line, area.statistics)
            rows.append(line.row())
        rows += [BLANK, *self._counts(report.whole), BLANK]
        return [*rows, *self._text(say("report.notice"), look.quiet)]

    def _bar(self, figures: Statistics) -> Row:
        """Draw the counts as lengths; the words beneath carry the meaning."""
        total, line = sum(figures.counts.values()) or 1, Line(1)
        for verdict in _TOLD_FIRST:
            cells = _BAR * figures.counts.get(verdict, 0) // total
            ink = self._look.foreground(self._look.verdict_colour(verdict))
            line.add(self._look.marks.bar * cells, ink)
        return line.row()

    def _marks(self, line: Line, figures: Statistics) -> None:
        """Put the counts behind a name, each with its mark."""
        there_are = [v for v in _TOLD_FIRST if self._report.whole.counts.get(v)]
        for verdict in there_are:
            count = figures.counts.get(verdict, 0)
            ink = (
                self._look.foreground(self._look.verdict_colour(verdict))
                if count
                else self._look.quiet
            )
            line.add(f"{self._look.marks.verdict(verdict)} {count}", ink).add("   ")

    def _counts(self, figures: Statistics) -> Iterator[Row]:
        """Tell the counts in words, as many to a line as fit."""
        look, say, line = self._look, self._say, Line(1)
        told = [
            (
                f"{look.marks.verdict(v)} {figures.counts[v]} {say(f'verdict.{v}')}",
                look.verdict_colour(v),
            )
            for v in _TOLD_FIRST
            if figures.counts.get(v)
        ]
        if figures.blocking:
            told.append((say("page.blocking", count=figures.blocking), "divergent"))
        if figures.agreed_risks:
            told.append((say("page.agreed_risks", count=figures.agreed_risks), "risk"))
        for text, colour in told:
            if line.width > 1 and line.width + cell_len(text) > self._width:
                yield line.row()
                line = Line(1)
            line.add(text, look.foreground(colour)).add("   ")
        yield line.row()

    def _text(self, text: str, style: Style = PLAIN) -> list[Row]:
        """Return a text in lines."""
        return paragraph(text, self._width, style)
