"""What has changed between two reports as lists under titles, for the terminal and the screen."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.domain.report_diff import ReportDiff
from tui.i18n import Phrases
from tui.phrasing.diff_words import (
    CHANGES,
    change_words,
    decision_said,
    fate_words,
    incomparable,
)
from tui.text.cleaning import one_line


class Listed(NamedTuple):
    """One item of a list."""

    name: str
    """What the matter is called; of a sentence, the sentence."""
    told: str = ""
    """What has become of it."""
    said: str = ""
    """What was decided."""


class Section(NamedTuple):
    """A list, with its title."""

    id: str
    """What is listed: a change, `decisions` or `not_comparable`."""
    title: str
    """The title."""
    items: tuple[Listed, ...]
    """The items; there is one at least."""


def diff_sections(diff: ReportDiff, say: Phrases) -> Iterator[Section]:
    """Yield the lists that have any item: the changes, the decisions, what is not comparable."""
    language = say.language
    lists: dict[str, list[Listed]] = {
        change: [
            Listed(one_line(each.name[language]), change_words(each, change, diff, say))
            for each in getattr(diff, change)
        ]
        for change in CHANGES
    }
    long = lists.pop("still_open")  # behind what has changed, which is less and says more
    lists["decisions"] = [
        Listed(
            one_line(each.said.short_name[language]),
            fate_words(each, say),
            decision_said(each, say),
        )
        for each in diff.decisions
    ]
    lists["still_open"] = long
    lists["not_comparable"] = list(map(Listed, incomparable(diff, say)))
    for name, items in lists.items():
        if items:
            yield Section(name, say(f"diff.{name}"), tuple(items))
