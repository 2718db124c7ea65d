"""What an area and the whole come to, as a report tells it."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainSerializer

from tui.domain.report import ReportedArea, rounded
from tui.domain.statistics import Coverage, Statistics
from tui.domain.values import plain_number
from tui.domain.verdict import Verdict
from tui.formats.table import Amount, Line, Table, Whole, Word, Words

Figure = Annotated[Amount, PlainSerializer(lambda number: plain_number(rounded(number)))]
"""A figure in [0, 1], written with four places."""
Counts = dict[Word[Verdict], Whole]
"""How many questions have each verdict."""


class CoverageTable(Table):
    """How much was compared."""

    compared: Amount
    shown: Amount
    share: Figure | None = None

    @classmethod
    def of(cls, coverage: Coverage) -> "CoverageTable":
        """Return the table of a coverage; where nothing was shown it has no share."""
        return cls.holding(compared=coverage.compared, shown=coverage.shown, share=coverage.share)


class SummaryTable(Table):
    """The figures of all areas together; the alignment of the whole is not among them."""

    weakest_area: Line = ""
    blocking: Whole
    agreed_risks: Whole
    counts: Counts
    coverage: CoverageTable

    @classmethod
    def of(cls, statistics: Statistics, weakest_area: str | None) -> "SummaryTable":
        """Return the table of the whole."""
        return cls.holding(weakest_area=weakest_area, **_figures(statistics))

    def statistics(self) -> Statistics:
        """Return the figures of the whole."""
        return _statistics(self, None)


class ReportedAreaTable(Table):
    """The figures of one area."""

    id: Line
    alignment: Figure | None = None
    title: Words
    blocking: Whole
    agreed_risks: Whole
    counts: Counts
    coverage: CoverageTable

    @classmethod
    def of(cls, area: ReportedArea) -> "ReportedAreaTable":
        """Return the table of an area."""
        alignment, figures = area.statistics.alignment, _figures(area.statistics)
        return cls.holding(id=area.id, alignment=alignment, title=area.title, **figures)

    def to_domain(self) -> ReportedArea:
        """Return the area."""
        figures = _statistics(self, self.alignment)
        return ReportedArea(id=self.id, title=self.title, statistics=figures)


def _figures(statistics: Statistics) -> dict[str, Any]:
    """Return what the tables of an area and of the whole have in common."""
    return {
        "blocking": statistics.blocking,
        "agreed_risks": statistics.agreed_risks,
        "counts": {verdict: statistics.counts.get(verdict, 0) for verdict in Verdict},
        "coverage": CoverageTable.of(statistics.coverage),
    }


def _statistics(table: SummaryTable | ReportedAreaTable, alignment: Decimal | None) -> Statistics:
    """Return the figures; verdicts that none has are left out."""
    return Statistics(
        counts={verdict: n for verdict in Verdict if (n := table.counts.get(verdict))},
        blocking=table.blocking,
        agreed_risks=table.agreed_risks,
        alignment=alignment,
        coverage=Coverage(table.coverage.compared, table.coverage.shown),
    )
