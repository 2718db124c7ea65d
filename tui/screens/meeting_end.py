"""The end of a meeting: what was decided, by whom, until when, what is open, and when to go on."""

from datetime import date
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.commands import Place
from tui.domain.history import Change, Topic
from tui.domain.position import Position, Stage
from tui.domain.report_builder import report
from tui.domain.session import TABLE
from tui.phrasing.titles import parties_title
from tui.presenters.clock import parked_words
from tui.presenters.meeting_page import MeetingPage
from tui.screens.base import STYLES, bindings_at
from tui.screens.paging import PagingScreen
from tui.screens.typed_day import day_words, typed_day
from tui.screens.undoing import UndoingScreen
from tui.widgets.clean_fields import CleanInput
from tui.widgets.hint_bar import HintBar
from tui.widgets.pager import Pager
from tui.widgets.plain_text import PlainText
from tui.widgets.status_bar import StatusBar
from tui.workspace.document import OpenDocument

_LONGEST = 60


class MeetingEndScreen(UndoingScreen[bool], PagingScreen[bool]):
    """Sums a meeting up and asks for the next date; True closes it, False goes on with it.

    The date is kept as it is typed; only going on from here closes the meeting.

    Args:
        document: The session, all of which has met.
    """

    place = Place.MEETING_END
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "forms.tcss", STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.MEETING_END)

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        self.document = document
        self._date_before = document.session.minutes.meeting.next_date
        """The next date as it stood when the screen was come to."""

    def compose(self) -> ComposeResult:
        """Mount the page, and the field for the next date below it."""
        yield StatusBar(id="status")
        yield Pager(id="summary")
        with Vertical(id="form"):
            yield PlainText(id="next-label", classes="label")
            yield CleanInput(self._kept_date, id="next", max_length=_LONGEST)
            yield PlainText(classes="label")
            yield PlainText(id="day")
        yield PlainText(id="trouble")
        yield HintBar(id="hints")

    @property
    def _kept_date(self) -> str:
        kept = self.document.session.minutes.meeting.next_date
        return "" if kept is None else str(kept)

    def on_mount(self) -> None:
        """Begin with the date, which is all that is asked."""
        self.query_one("#next", CleanInput).focus()

    def _page(self) -> MeetingPage:
        session, width = self.document.session, self.query_one(Pager).size.width
        return MeetingPage(report(session), self.appearance, width, date.today())

    def _update_widgets(self) -> None:
        """Show what came of the meeting."""
        session, say = self.document.session, self.phrases
        names = parties_title(session.names.values(), self.appearance.marks)
        self.query_one(StatusBar).update(names, say("meeting.title"))
        self.query_one(Pager).update(self._page().rows(), keeping_place=True)
        self.query_one("#next-label", PlainText).set_content(say("meeting.next"))
        self._tell_day()
        if self.is_active and session.position is not None:
            self.document.go_to(Position(session.position.turn, Stage.MEETING_END))

    def on_input_changed(self) -> None:
        """Keep what is typed as soon as it is a date."""
        self._keep()

    def on_input_submitted(self) -> None:
        """Close the meeting."""
        self.do_onward()

    def _keep(self) -> bool:
        """Keep the date, and return whether it could be read."""
        session = self.document.session
        next_date, is_read = typed_day(self._typed, self._date_before)
        closed_on = session.minutes.meeting.closed_on
        self.document.change(session.closed(closed_on, next_date))
        if is_read:
            self.query_one("#trouble", PlainText).set_content("")
        self._tell_day()
        return is_read

    @property
    def _typed(self) -> str:
        """What stands in the field of the date."""
        return self.query_one("#next", CleanInput).value

    def _tell_day(self) -> None:
        """Show which day was understood."""
        kept = self.document.session.minutes.meeting.next_date
        told = day_words(kept, "meeting.how", self.phrases)
        self.query_one("#day", PlainText).set_content(told)

    def holds_back(self) -> bool:
        """Return whether what was typed as a date would be lost, and say so; once for each key."""
        if self._keep() or not self.must_warn(self._typed):
            return False
        told = self.phrases("minutes.no_date", key=self.last_key)
        self.query_one("#trouble", PlainText).set_content(told)
        self.query_one("#next", CleanInput).focus()
        return True

    def do_onward(self) -> None:
        """Close the meeting, and go on to the report."""
        if not self.holds_back():
            session = self.document.session
            next_date = session.minutes.meeting.next_date
            self.document.change(session.written(TABLE).closed(date.today(), next_date))
            self.dismiss(True)

    def do_leave(self) -> None:
        """Go back to where it was left; the meeting goes on."""
        if not self.holds_back():
            self.document.change(self.document.session.written(TABLE))
            self.dismiss(False)

    def do_park_rest(self) -> None:
        """Park all that is still open, in one step."""
        before = self.document.session
        items = self._page().open_items
        self.document.change(before.parked(items))
        self.refresh_view()
        self.query_one(HintBar).tell(parked_words(len(items), self.phrases))

    author = TABLE

    def belongs_here(self, change: Change) -> bool:
        """Return whether a change is about the meeting, or put several questions off."""
        return change.topic in (Topic.MEETING, Topic.PARKED)

    def show_change(self, change: Change) -> None:  # noqa: ARG002 - all of it is shown
        """Show the date and what is open as undo or redo has made it."""
        with self.prevent(Input.Changed):
            self.query_one("#next", CleanInput).value = self._kept_date
        self.refresh_view()
