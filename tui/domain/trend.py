"""How many questions of each area are to be settled, from report to report.

Numbers of questions only: a share or an alignment of the whole would say more than is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tui.domain.area_map import tile_states
from tui.domain.localized_text import LocalizedText
from tui.domain.report import Report


@dataclass(frozen=True, slots=True)
class Count:
    """What one report tells of an area."""

    to_settle: int
    """How many questions are on the agenda and not settled: they wait, or were put off."""
    asked: int
    """How many questions were asked."""


@dataclass(frozen=True, slots=True)
class AreaTrend:
    """One area, over all reports."""

    id: str
    """The area's id."""
    title: LocalizedText
    """Its name, as the latest report with it tells it."""
    counts: tuple[Count | None, ...]
    """Of each report; None where it asked nothing of the area, or tells no answers."""


@dataclass(frozen=True, slots=True)
class Trend:
    """The areas over all reports."""

    days: tuple[date, ...]
    """The day of each report."""
    areas: tuple[AreaTrend, ...]
    """The areas in the order of the latest report, then those that it has no more."""


def in_order(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return reports by their dates; those of one day stay as they were given."""
    return tuple(sorted(reports, key=lambda report: report.date))


def trend(reports: Sequence[Report]) -> Trend:
    """Return what each report tells of each area, in the order of the reports' dates."""
    told = in_order(reports)
    titles = {area.id: area.title for report in reversed(told) for area in report.areas}
    latest = {area.id: area.title for report in told for area in report.areas}
    counts = [_counts(report) for report in told]
    return Trend(
        days=tuple(report.date for report in told),
        areas=tuple(
            AreaTrend(area, latest[area], tuple(each.get(area) for each in counts))
            for area in titles
        ),
    )


def _counts(report: Report) -> dict[str, Count]:
    """Return area id to what a report tells of it."""
    states = tile_states(report)
    waiting = {item.question for item in report.agenda if not states[item.question].is_done}
    asked: dict[str, list[str]] = {}
    for question in report.questions:
        asked.setdefault(question.area, []).append(question.id)
    return {
        area: Count(sum(each in waiting for each in ids), len(ids)) for area, ids in asked.items()
    }
