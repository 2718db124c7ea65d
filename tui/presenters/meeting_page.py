"""The end of a meeting on a page: what was decided, by whom, until when, and what is left."""

from collections.abc import Iterable, Iterator
from datetime import date

from textual.style import Style

from tui.domain.area_map import TileState, decided, parked, tile_states
from tui.domain.report import Report, ReportedDecision, ReportedMeeting
from tui.phrasing.meeting_words import time_words
from tui.text.cleaning import one_line
from tui.text.dates import told_day
from tui.widgets.appearance import Appearance
from tui.widgets.lines import BLANK, Line, Row, paragraph, wrapped

_WIDEST = 80
"""Cells of a line at most."""


class MeetingPage:
    """Draws what came of a meeting, in the interface's language.

    Args:
        report: The report of what has met.
        appearance: The words, marks and colours to draw with.
        width: The width of the page in cells.
        today: What days are counted from.
    """

    def __init__(self, report: Report, appearance: Appearance, width: int, today: date) -> None:
        self._report = report
        self._states = tile_states(report)
        # A decision stays, also on what is not asked any more.
        self._names = {each.question: each.short_name for each in report.decisions}
        self._names |= {each.id: each.short_name for each in report.questions}
        self._appearance = appearance
        self._width = max(24, min(_WIDEST, width - 3))
        self._today = today

    @property
    def open_items(self) -> tuple[str, ...]:
        """The ids of what is neither settled nor parked."""
        items = (item.question for item in self._report.agenda)
        return tuple(item for item in items if self._states[item].is_waiting)

    def rows(self) -> list[Row]:
        """Return the page."""
        say, appearance = self._appearance.phrases, self._appearance
        taken = decided(self._report)
        anew = [q for q, state in self._states.items() if state is TileState.ANSWERED_ANEW]
        put_off = [decision.question for decision in parked(self._report)]
        settled = len(taken) + len(anew)
        counts = {"decided": settled, "parked": len(put_off), "open": len(self.open_items)}
        rows = self._text(say("meeting.headline", **counts), appearance.strong)
        if self._report.meeting is not None:
            rows += self._text(time_words(self._report.meeting, say), appearance.plain)
        rows += [BLANK, *self._heading("meeting.decided")]
        rows += [row for decision in taken for row in self._decision(decision)]
        rows += [row for item in anew for row in self._answered_anew(item)]
        rows += self._none() if not settled else []
        for key, mark, questions in (
            ("meeting.parked", appearance.marks.parked, put_off),
            ("meeting.open", appearance.marks.open, self.open_items),
        ):
            if questions:
                rows += [BLANK, *self._heading(key), *self._items(mark, questions)]
        return rows

    def _decision(self, decision: ReportedDecision) -> Iterator[Row]:
        """Yield what was decided on one question, then who sees to it and until when."""
        appearance, say = self._appearance, self._appearance.phrases
        done = appearance.foreground("aligned")
        yield from self._item(appearance.marks.done, self._called(decision.question), done)
        words = decision.decision
        if not words and decision.words is not None:
            words = decision.words[say.language]
        if words:
            yield from paragraph(one_line(words), self._width, appearance.plain, 3)
        owner = decision.owner or say("meeting.no_owner")
        due = say("meeting.no_due")
        if decision.due is not None:
            due = told_day(decision.due, say.language, self._today)
        told = f"{one_line(owner)} {appearance.marks.dot} {due}"
        yield from paragraph(told, self._width, appearance.quiet, 3)

    def _answered_anew(self, question: str) -> Iterator[Row]:
        """Yield a question that was settled by a second answer, without a decision in words."""
        appearance = self._appearance
        done = appearance.foreground("aligned")
        yield from self._item(appearance.marks.done, self._called(question), done)
        words = appearance.phrases("meeting.anew")
        yield from paragraph(words, self._width, appearance.plain, 3)

    def _items(self, mark: str, questions: Iterable[str]) -> Iterator[Row]:
        for question in questions:
            yield from self._item(mark, self._called(question), self._appearance.quiet)

    def _item(self, mark: str, text: str, style: Style) -> Iterator[Row]:
        """Yield a mark and a text that goes on below its own beginning."""
        for place, line in enumerate(wrapped(text, self._width - 3, self._appearance.plain)):
            begun = Line(1).add(mark, style) if place == 0 else Line()
            yield begun.to(3).put(line).row()

    def _called(self, question: str) -> str:
        """Return what a question is called."""
        language = self._appearance.phrases.language
        return one_line(self._names[question][language])

    def _heading(self, key: str) -> list[Row]:
        appearance = self._appearance
        return self._text(appearance.phrases(key), appearance.foreground("primary", bold=True))

    def _none(self) -> list[Row]:
        appearance = self._appearance
        return paragraph(appearance.phrases("meeting.none"), self._width, appearance.quiet, 3)

    def _text(self, text: str, style: Style) -> list[Row]:
        return paragraph(text, self._width, style)


def meeting_rows(
    meeting: ReportedMeeting, appearance: Appearance, width: int, today: date
) -> list[Row]:
    """Return how long was planned and talked, and when the two meet again.

    Args:
        meeting: The meeting, as a report tells it.
        appearance: The words and colours to draw with.
        width: The width in cells.
        today: What days are counted from.
    """
    say = appearance.phrases
    told = [time_words(meeting, say)]
    if meeting.next_date is not None:
        told.append(say("meeting.next_told", day=told_day(meeting.next_date, say.language, today)))
    return [row for each in told for row in paragraph(each, width, appearance.plain)]
