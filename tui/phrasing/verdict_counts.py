"""The counts of verdicts in words; private questions are counted apart, as near or apart only."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.domain.statistics import Statistics
from tui.domain.verdict import Verdict
from tui.i18n import Phrases


class Counted(NamedTuple):
    """How many questions have a verdict."""

    verdict: Verdict
    """The verdict, for its mark and its colour."""
    number: int
    """How many questions have it."""
    name: str
    """What it is called."""
    is_private: bool = False
    """Whether these are private questions."""


def verdict_counts(statistics: Statistics, say: Phrases) -> Iterator[Counted]:
    """Yield the verdicts that any question has, with their counts."""
    for verdict in Verdict:
        private = statistics.private.get(verdict, 0)
        shared = statistics.counts.get(verdict, 0) - private
        if shared:
            yield Counted(verdict, shared, say(f"verdict.{verdict}"))
        if private:
            yield Counted(verdict, private, say(f"stand.private_{verdict}"), is_private=True)
