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
from tui.presenters.clock import parked_words
from tui.presenters.meeting_page import MeetingPage
from tui.presenters.titles import parties_title
from tui.screens.base import STYLES, bindings_at
from tui.screens.page_screen import PageScreen
from tui.screens.undoing import UndoingScreen
from tui.text.dates import parse_day, told_day
from tui.widgets.clean_fields import CleanInput
from tui.widgets.hint_bar import HintBar
from tui.widgets.pager import Pager
from tui.widgets.plain_text import PlainText
from tui.widgets.status_bar import StatusBar
from tui.workspace.document import OpenDocument

_LONGEST = 60


class MeetingEndScreen(UndoingScreen[bool], PageScreen[bool]):
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
        self.session = document.session
        self._left_date: str | None = None
        """What was typed as a date when the person last asked to leave."""

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
        return MeetingPage(report(session), session.minutes, self.appearance, width, date.today())

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
        kept = session.minutes.meeting
        try:
            typed, is_read = self._typed_date(), True
        except ValueError:  # half a date: the one before stays
            typed, is_read = kept.next_date, False
        self.document.change(session.closed(kept.closed_on, typed))
        if is_read:
            self.query_one("#trouble", PlainText).set_content("")
        self._tell_day()
        return is_read

    def _typed_date(self) -> date | None:
        """Return the date that was typed, None where the field is empty.

        Raises:
            ValueError: What was typed is no date.
        """
        typed = self.query_one("#next", CleanInput).value.strip()
        return parse_day(typed, date.today()) if typed else None

    def _tell_day(self) -> None:
        """Show which day was understood."""
        kept, language = self.document.session.minutes.meeting.next_date, self.phrases.language
        told = self.phrases("meeting.how")
        if kept is not None:
            told = told_day(kept, language, date.today())
        self.query_one("#day", PlainText).set_content(told)

    def holds_back(self) -> bool:
        """Return whether what was typed as a date would be lost, and say so; once only."""
        typed = self.query_one("#next", CleanInput).value
        if self._keep() or typed == self._left_date:
            return False
        self._left_date = typed
        self.query_one("#trouble", PlainText).set_content(self.phrases("meeting.no_date"))
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
