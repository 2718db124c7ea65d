"""The first sentences of a report, for the screen and for the command line alike."""

from decimal import Decimal

from tui.domain.message import Message
from tui.domain.questions.base import join_items
from tui.domain.report import Report
from tui.domain.statistics import Statistics
from tui.domain.verdict import Verdict


def headline(report: Report, language: str) -> Message:
    """Return what is to be settled, and in which areas to begin, in that language."""
    whole = report.whole
    if not whole.coverage.judged:
        return Message("page.nothing_judged")
    if not whole.coverage.apart:
        nothing = Message("page.nothing_apart", {"judged": str(whole.coverage.judged)})
        return _with_open(nothing, whole)
    counts = {
        "divergences": str(whole.coverage.apart),
        "applying": str(whole.coverage.applying),
        "blocking": str(whole.blocking),
    }
    key = "page.to_settle_blocking" if whole.blocking else "page.to_settle"
    settle = _with_open(Message(key, counts), whole)
    titles = {area.id: area.title[language] for area in report.areas}
    weakest = [titles[area] for area in report.weakest_areas if area in titles]
    figures = [area.statistics.coverage for area in report.areas]
    is_thin = any(found.judged and not found.is_enough for found in figures)
    if not weakest:
        return Message("page.begin_anywhere", {"settle": settle}) if is_thin else settle
    key = "page.begin_with_judged" if is_thin else "page.begin_with"
    return Message(key, {"settle": settle, "areas": join_items(weakest, language)})


def _with_open(settle: Message, whole: Statistics) -> Message:
    """Return the sentence with how many questions a party could not answer yet, if there are."""
    still_open = whole.counts.get(Verdict.OPEN, 0)
    if not still_open:
        return settle
    return Message("page.still_open", {"settle": settle, "open": str(still_open)})


def coverage(statistics: Statistics) -> Message:
    """Return how many of the questions that apply were judged, and how much weight they have."""
    found = statistics.coverage
    if not found.applying:
        return Message("page.no_coverage")
    counts = {"judged": str(found.judged), "applying": str(found.applying)}
    if found.share is None:
        return Message("page.coverage_bare", counts)
    return Message("page.coverage", counts | {"percent": percent(found.share)})


def percent(share: Decimal) -> str:
    """Return a share in whole percent; 0 and 100 are said of nothing and of all only.

    >>> percent(Decimal("0.999")), percent(Decimal(1)), percent(Decimal("0.001"))
    ('99', '100', '1')
    """
    if share in (0, 1):
        return str(int(share * 100))
    return str(min(99, max(1, round(share * 100))))
