"""The first sentences of a report, for the screen and for the command line alike."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from tui.domain.area_map import Standing, standing
from tui.domain.message import Message
from tui.domain.questions.base import join_items
from tui.domain.report import Report
from tui.domain.statistics import Statistics


def headline(report: Report, language: str) -> Message:
    """Return what is still to be talked over, and before that in which areas to begin.

    Args:
        report: The report.
        language: The language in which areas are named.
    """
    found, judged = standing(report), report.whole.coverage.judged
    if not judged and found.is_untouched:
        return Message("page.nothing_judged")
    if not found.agenda:
        return Message("page.nothing_apart", {"judged": str(judged)})
    sentences = [*_stopping(found), _left(found, _asked(report, found))]
    if found.is_untouched:
        sentences += _where_to_begin(report, language)
    return _after_each_other(sentences)


def _stopping(found: Standing) -> Iterator[Message]:
    """Yield what the points come to on which both have a red line."""
    if not found.blocking:
        return
    counts = {"count": str(found.blocking), "left": str(found.blocking_left)}
    is_one = _if_one(found.blocking)
    if not found.blocking_left:
        yield Message(f"page.stopped{is_one}", counts)
    elif found.blocking_left == found.blocking:
        yield Message(f"page.stops{is_one}", counts)
    else:
        yield Message("page.stops_still", counts)


def _asked(report: Report, found: Standing) -> int:
    """Return how many questions there are; in minutes, which tell none, as far as is counted."""
    counted = max(sum(report.whole.counts.values()), found.agenda)
    return len(report.questions) or counted


def _left(found: Standing, asked: int) -> Message:
    """Return how much of what was asked is to be talked over, and what was put off of it."""
    counts = {"left": str(found.to_talk), "agenda": str(found.agenda), "parked": str(found.parked)}
    if found.is_untouched:
        return Message(f"page.to_talk{_if_one(found.to_talk)}", counts | {"asked": str(asked)})
    if found.to_talk:
        left = Message(f"page.left{_if_one(found.to_talk)}", counts)
        return Message("page.and_parked", counts | {"left": left}) if found.parked else left
    return Message("page.all_but_parked" if found.parked else "page.all_settled", counts)


def _if_one(number: int) -> str:
    return "_one" if number == 1 else ""


def _where_to_begin(report: Report, language: str) -> Iterator[Message]:
    """Yield the areas that are least aligned, or that too little was judged to name any."""
    if not report.whole.coverage.apart:
        return
    titles = {area.id: area.title[language] for area in report.areas}
    weakest = [titles[area] for area in report.weakest_areas if area in titles]
    figures = [area.statistics.coverage for area in report.areas]
    is_thin = any(found.judged and not found.is_enough for found in figures)
    if weakest:
        key = "page.begin_with_judged" if is_thin else "page.begin_with"
        yield Message(key, {"areas": join_items(weakest, language)})
    elif is_thin:
        yield Message("page.begin_anywhere")


def _after_each_other(sentences: Sequence[Message]) -> Message:
    """Return several sentences as one message."""

    def then(first: Message, following: Message) -> Message:
        return Message("page.then", {"first": first, "then": following})

    return reduce(then, sentences)


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
