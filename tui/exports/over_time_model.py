"""What has changed over several reports, in words: a part of a document."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the document has it as a part
    from tui.exports.document import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A question or a decision, and what became of it."""

    name: "Words"
    """What the matter is called."""
    told: "Words"
    """What became of it; empty where there is nothing to tell."""
    said: "Words" = ()
    """Of a decision, what was decided; empty where that is not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaOverTime:
    """One area, over all reports."""

    title: "Words"
    """Its name."""
    to_settle: tuple[int | None, ...]
    """How many questions each report has to settle; None where it asked none, or tells none."""
    asked: tuple[int | None, ...]
    """How many questions each report asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTime:
    """What has changed between the last two of some reports, and the trend over all of them."""

    days: tuple[date, ...]
    """The day of each report, the latest last."""
    headline: "Words"
    """How many questions closed, opened, moved and stayed, between the last two."""
    closed: tuple[Changed, ...]
    """What was open and is no more."""
    opened: tuple[Changed, ...]
    """What is open and was not."""
    moved: tuple[Changed, ...]
    """What is open still, and has changed."""
    still_open: tuple[Changed, ...]
    """What is open still, without a change that is told."""
    decisions: tuple[Changed, ...]
    """What became of the decisions."""
    trend: tuple[AreaOverTime, ...]
    """The areas, in the order of the latest report."""
    not_comparable: tuple["Words", ...]
    """What cannot be compared, a sentence each."""
