"""The list of decisions: those of the last meeting, then those of this one, the earliest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len
from textual.content import Content

from tui.domain.carried import Carried
from tui.domain.decision_state import DecisionState
from tui.domain.report import ReportedDecision
from tui.i18n import Phrases
from tui.phrasing.decision_words import state_word
from tui.phrasing.marks import Marks
from tui.text.cleaning import one_line
from tui.text.dates import brief_day, near_day
from tui.widgets.appearance import Appearance
from tui.widgets.menu import Entry

NAME_CELLS = 20
"""Cells of a row before what came of it."""
_STATE_CELLS, _OWNER_CELLS = 9, 18


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """A decision in the list."""

    id: str
    """What it is called in the list."""
    said: Carried
    """The decision."""
    question: str | None
    """The id of the question of this meeting that it is about; None if it was carried over."""

    @property
    def is_awaited(self) -> bool:
        """Whether somebody should see to it until some day."""
        return self.said.state is DecisionState.OPEN and not self.said.is_parked

    @property
    def is_put_off(self) -> bool:
        """Whether it waits for another time."""
        return self.said.state is DecisionState.OPEN and self.said.is_parked

    def is_overdue(self, today: date) -> bool:
        """Return whether it should have been done before `today`."""
        return self.is_awaited and self.said.due is not None and self.said.due < today


def listed(
    carried: Iterable[Carried], decisions: Iterable[ReportedDecision], day: date
) -> list[ListedDecision]:
    """Return the decisions of the last meeting, then those of this one; in each the earliest first.

    Args:
        carried: What the last meeting left open.
        decisions: What this one has decided.
        day: The day of this meeting.
    """
    before = [ListedDecision(f"*{place}", each, None) for place, each in enumerate(carried)]
    now = [ListedDecision(each.question, each.of(day), each.question) for each in decisions]
    return [*sorted(before, key=_when), *sorted(now, key=_when)]


def _when(decision: ListedDecision) -> date:
    return decision.said.due or date.max


def decision_entries(
    decisions: Sequence[ListedDecision], appearance: Appearance, today: date
) -> list[Entry]:
    """Return the rows of the list, in groups under their headings."""
    say, entries = appearance.phrases, list[Entry]()
    for heading, is_carried in (("decisions.last_time", True), ("decisions.this_time", False)):
        group = [each for each in decisions if (each.question is None) is is_carried]
        if group:
            entries += [Entry("", "")] if entries else []
            entries += [Entry("", say(heading))]
            entries += [_entry(each, appearance, today) for each in group]
    return entries


def _entry(decision: ListedDecision, appearance: Appearance, today: date) -> Entry:
    """Return the row of a decision: what came of it, whose it is and by when."""
    say, said = appearance.phrases, decision.said
    nobody = say("decisions.no_owner") if decision.is_awaited else ""
    told = (
        _padded(state_word(said, say), _STATE_CELLS),
        _padded(one_line(said.owner) or nobody, _OWNER_CELLS),
        due_words(decision, say, today),
    )
    colour = "quiet"
    if decision.is_awaited:
        colour = "risk" if decision.is_overdue(today) else "primary"
    return Entry(
        decision.id,
        one_line(said.short_name[say.language]),
        "".join(told),
        state_mark(decision, appearance.marks, today),
        colour,
    )


def due_words(decision: ListedDecision, say: Phrases, today: date) -> str:
    """Return by when a decision is to be done, and whether that is over."""
    due = decision.said.due
    if due is None:
        return say("decisions.no_due") if decision.is_awaited else ""
    if decision.is_overdue(today):
        return say("decisions.overdue", day=brief_day(due, say.language, today.year))
    return near_day(due, say.language, today)


def state_mark(decision: ListedDecision, marks: Marks, today: date) -> str:
    """Return the sign of what came of a decision; all are of one width."""
    match decision.said.state:
        case DecisionState.DONE:
            sign = marks.done
        case DecisionState.DROPPED:
            sign = marks.times
        case DecisionState.OPEN if decision.is_put_off:
            sign = marks.parked
        case _:
            sign = marks.risk if decision.is_overdue(today) else marks.free
    return _padded(sign, cell_len(marks.free) + 1)[:-1]


def _padded(text: str, cells: int) -> str:
    """Return a text in so many cells, a blank at least behind it."""
    short = Content(text).truncate(cells - 1, ellipsis=True).plain
    return short + " " * (cells - cell_len(short))
