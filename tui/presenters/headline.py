"""The first sentences of a report, for the screen and for the command line alike."""

from tui.domain.message import Message
from tui.domain.report import Report
from tui.domain.statistics import Statistics


def headline(report: Report, language: str) -> Message:
    """Return which area is weakest, in that language, and how much is to be talked about."""
    weakest = next((area for area in report.areas if area.id == report.weakest_area), None)
    values = {
        "area": weakest.title[language] if weakest is not None else "",
        "divergences": str(report.whole.divergences),
        "blocking": str(report.whole.blocking),
    }
    return Message("page.headline" if values["area"] else "page.headline_bare", values)


def coverage(statistics: Statistics) -> Message:
    """Return how much of the weight was compared, or that there is nothing to compare."""
    share = statistics.coverage.share
    if share is None:
        return Message("page.no_coverage")
    return Message("page.coverage", {"percent": str(round(share * 100))})
