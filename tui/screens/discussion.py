"""The discussion of an area after its reveal: what to talk about, and what is decided on it."""

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tui.commands import Place
from tui.domain.history import Change
from tui.domain.message import Message
from tui.domain.position import Position, Stage
from tui.domain.report import ReportedQuestion
from tui.domain.report_builder import report
from tui.domain.session import TABLE
from tui.domain.steps import is_over
from tui.domain.timetable import Standing, Timetable, first_open, timetable
from tui.phrasing.titles import parties_title
from tui.presenters.agenda_list import Filter, is_done, item_state
from tui.presenters.area_map import area_map_page
from tui.presenters.clock import item_words, meeting_words, parked_words, waiting_words
from tui.presenters.item_page import ItemPage
from tui.presenters.statistics_pages import StatisticsPages
from tui.screens.base import STYLES, bindings_at
from tui.screens.deciding import DecidingScreen
from tui.screens.report import WIDE, ReportScreen
from tui.screens.results import OVERVIEW, ResultsScreen
from tui.screens.saving_words import saved_label
from tui.screens.talk_clock import TalkClock
from tui.widgets.area_map import AreaMap, MapPage
from tui.widgets.decision_form import DecisionForm
from tui.widgets.hint_bar import HintBar
from tui.widgets.lines import BLANK
from tui.widgets.menu import Entry, Menu
from tui.widgets.pager import Pager
from tui.widgets.status_bar import StatusBar
from tui.widgets.still import StillVertical
from tui.workspace.document import OpenDocument


@dataclass(frozen=True, slots=True)
class Anew:
    """A question is to be answered anew."""

    question: str
    """The question's id."""
    is_deciding: bool
    """Whether people were writing down what is decided on it."""


class DiscussionScreen(DecidingScreen[bool | Anew], ResultsScreen[bool | Anew]):
    """Shows what an area came to, item by item, each above the form for what is decided on it.

    Args:
        document: The session.
        area: The area's id.
        item: The id of the question at which it begins; None for the overview.
        is_deciding: Whether it begins in the form of that question.
    """

    place = Place.REVIEW
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        STYLES / "dialogs.tcss",
        STYLES / "interview.tcss",
        STYLES / "results.tcss",
        STYLES / "discussion.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.REVIEW)
    AUTO_FOCUS: ClassVar[str | None] = ""
    """Nothing: what a narrow screen is about to hide would lose the focus again."""

    def __init__(
        self,
        document: OpenDocument,
        area: str,
        item: str | None = None,
        *,
        is_deciding: bool = False,
    ) -> None:
        super().__init__(report(document.session.as_revealed), document.session)
        self.document = document
        self._item = item
        self._is_deciding = is_deciding
        self._area = area
        self._filter = Filter.ALL
        self._told = document.session.minutes
        """The minutes of which the report tells."""
        self._is_listing = False
        """Whether a screen that is too narrow for both shows the list, and not the item."""
        self._clock = TalkClock(document, self.refresh_status)
        self._drawn: tuple[object, ...] = ()
        """Of what the sections were drawn last, so that a key that only moves draws none."""
        self._pages: ItemPage | None = None
        self._made_of: tuple[object, ...] = ()
        """Of what the pages about items are drawn."""
        self._fitted: tuple[object, ...] = ()
        """The item that the page shows, and the lines that there were for it."""
        self._is_coming = False
        """Whether the cursor has moved, and its page is not shown yet."""
        self._left_out: tuple[str, ...] = ()
        """What of the item at hand there was no room for."""

    def compose(self) -> ComposeResult:
        """Mount the list, and beside it the item above its form."""
        yield StatusBar(id="status")
        with Container(id="results"):
            yield Menu(id="agenda", browses=True, filters=True, aside_at=26)
            with StillVertical(id="item"):
                yield AreaMap(id="map")
                yield Pager(id="page")
                yield DecisionForm(self.document.session.questionnaire.languages)
            yield Pager(id="sections")
        yield HintBar(id="hints")

    # -- what is shown -----------------------------------------------------------------

    @property
    def _page(self) -> Pager:
        """The page about an item."""
        return self.query_one("#page", Pager)

    def questions(self) -> list[ReportedQuestion]:
        """Return the questions of the area that the filter lets through."""
        return [each for each in self._all_questions if self._filter.includes(each)]

    @property
    def _all_questions(self) -> list[ReportedQuestion]:
        return [each for each in self.report.questions if each.area == self._area]

    def _overview(self) -> MapPage:
        """Return the page about the area: its map, and what it came to."""
        area_map = self.query_one(AreaMap)
        width = area_map.size.width
        area = next(area for area in self.report.areas if area.id == self._area)
        below = StatisticsPages(self.report, self.appearance, width).area(area)
        return area_map_page(
            self.report, self.appearance, width - 2, [self._area], below=[BLANK, *below]
        )

    @property
    def _timetable(self) -> Timetable:
        """The agenda of what has met, held against the time that there is."""
        session = self._clock.session
        areas = {each.id for each in self._all_questions}
        agenda = [each for each in self.report.agenda if each.question in areas]
        return timetable(session, agenda, self.item or first_open(session.minutes, agenda))

    def entries(self) -> list[Entry]:
        """Return the items, with a line below which there is no time for them."""
        entries, table = super().entries(), self._timetable
        slots = {slot.question: slot for slot in table.slots}
        for place, entry in enumerate(entries):
            slot = slots.get(entry.id)
            if slot is not None and slot.standing is Standing.WAITS:
                entries.insert(place, Entry("", waiting_words(table, self.phrases)))
                break
        return entries

    def entry(self, question: ReportedQuestion) -> Entry:
        """Return the entry of a question, with what has become of it."""
        state = item_state(self.document.session, question)
        told = "" if state is None else self.phrases(f"item.{state}")
        is_ticked = is_done(self.document.session, question)
        mark = f"{self.appearance.marks.done} " if is_ticked else ""
        return super().entry(question)._replace(aside=f"{mark}{told}")

    def _update_widgets(self) -> None:
        """Show the area."""
        begins, self._item = self._item, None
        if begins is not None:  # the list may have none of it yet
            self.query_one(Menu).update(self.entries(), begins)
        self._update_page()
        self.call_after_refresh(self._focus_list)  # unless what is at hand takes the focus first
        if begins is not None and self._is_deciding:
            self.do_decide()
        self._is_deciding = False
        self.note_position()

    def _focus_list(self) -> None:
        """Let the list take the keys where nothing else does."""
        menu = self.query_one(Menu)
        if self.focused is None and menu.display:
            self.set_focus(menu)

    def refresh_status(self) -> None:
        """Show who talks about what, how far they are and whether it is saved."""
        super().refresh_status()
        if not self.query(Menu):  # before it is shown, and once it is left
            return
        say, session = self.phrases, self.document.session
        names = parties_title(session.names.values(), self.appearance.marks)
        area = next(area for area in self.report.areas if area.id == self._area).title[say.language]
        on_agenda = {each.question for each in self.report.agenda}
        items = [each for each in self._all_questions if each.id in on_agenda]
        done = sum(is_done(session, each) for each in items)
        table = self._timetable
        told = [say("item.done", done=done, items=len(items)), meeting_words(table, say)]
        if self.item is not None and (slot := table.slot(self.item)) is not None:
            told.append(item_words(slot, say, table.minutes_lacking))
        told.append(saved_label(self.document, say))
        if self._filter is not Filter.ALL:
            told.insert(0, say(f"filter.{self._filter}"))
        title = f"{names}   {area}"
        self.query_one(StatusBar).update(title, f" {self.appearance.marks.dot} ".join(told))

    def _update_page(self) -> None:
        """Show the item at the cursor above its form, or the overview."""
        self._arrange()
        self._clock.talk_about(self.item)
        self.query_one(Menu).update(self.entries())
        self.refresh_status()
        self._update_sections()
        question = self._question_at_hand
        if question is None:
            self._left_out = ()
            self.query_one(AreaMap).update(self._overview())
            if self.focused is None and not self.query_one(Menu).display:
                self.set_focus(self.query_one(AreaMap))
            return
        self.update_form()
        self._fit(question)

    def _fit(self, question: ReportedQuestion) -> None:
        """Show as much of an item as there is room for above its form."""
        pager = self._page
        made_of = (self.report, self.appearance, pager.size.width)
        if self._pages is None or self._made_of != made_of:
            self._pages, self._made_of = ItemPage(*made_of), made_of
            self._fitted = ()
        page = self._pages
        guide = self.document.session.questionnaire[question.id].guide
        around = self.query_one("#item").size
        room = around.height - self.query_one(DecisionForm).rows_within(around)
        if self._fitted == (question.id, room):
            return
        self._fitted = question.id, room
        view = page.fitting(question, guide.format(self.document.session.names), room - 1)
        self._left_out = view.left_out
        pager.styles.height = max(1, min(len(view.rows) + 1, room))
        pager.update(view.rows)

    @property
    def _question_at_hand(self) -> ReportedQuestion | None:
        return next((each for each in self.questions() if each.id == self.item), None)

    def _update_sections(self) -> None:
        """Show what is settled and what is left of all that has met, where there is room for it."""
        sections, drawn = self.query_one("#sections", Pager), (self.report, self.appearance)
        if sections.display and sections.size.width and self._drawn != drawn:
            self._drawn = drawn
            pages = StatisticsPages(self.report, self.appearance, sections.size.width)
            sections.update(pages.sections(), keeping_place=True)

    def _arrange(self) -> None:
        """Show list and item side by side, or the one of them that there is room for.

        Styles come too late for that: what is shown only with the next paint takes no focus yet.
        """
        is_narrow = self.has_class("-narrow")
        self.query_one(Menu).display = self._is_listing or not is_narrow
        self.query_one("#item").display = not (self._is_listing and is_narrow)
        is_item = self.item is not None
        self.query_one("#sections").display = self.size.width >= WIDE
        self.query_one(AreaMap).display = not is_item
        self._page.display = self.query_one(DecisionForm).display = is_item

    def on_mount(self) -> None:
        """Let the clock run."""
        self.set_interval(1, self._clock.tick)

    def on_screen_suspend(self) -> None:
        """Stop the clock while another screen lies above."""
        self._clock.stop()

    def on_unmount(self) -> None:
        """Put down how long was talked."""
        self._clock.stop()

    def on_decision_form_resized(self) -> None:
        """Leave the form the room that it takes now."""
        if (question := self._question_at_hand) is not None:
            self._fit(question)

    def on_long_view_resized(self) -> None:
        """Fit the page to the room that there is for it now."""
        if (question := self._question_at_hand) is None:
            self._update_page()
        else:
            self._update_sections()
            self._fit(question)

    def on_area_map_chosen(self, event: AreaMap.Chosen) -> None:
        """Go into the form of the item whose tile was chosen."""
        self.query_one(Menu).update(self.entries(), event.question)
        self.do_decide()

    def on_menu_moved(self, event: Menu.Moved) -> None:
        """Show the page of the entry that the cursor came to once the cursor itself is seen."""
        event.stop()
        event.prevent_default()
        if not self._is_coming:
            self._is_coming = True
            self.call_after_refresh(self._come_to)

    def _come_to(self) -> None:
        """Show what the cursor is on by now, and note it."""
        self._is_coming = False
        if self.is_mounted:
            self._update_page()
            self.note_position()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Note whether people are writing."""
        self.note_position()

    def note_position(self) -> None:
        """Note what is talked about, to come back to it."""
        turn = self.document.session.position
        if turn is None or not self.is_active:  # the session is at the screen above
            return
        is_writing = self.item is not None and self.query_one(DecisionForm).has_focus_within
        stage = Stage.MINUTES if is_writing else Stage.DISCUSSION
        self.document.go_to(Position(turn.turn, stage, self.item or self._area))

    @property
    def item(self) -> str | None:
        """The id of the question at the cursor, if it is one."""
        current = self.query_one(Menu).current
        return None if current == OVERVIEW else current

    @property
    def _subject(self) -> str | None:
        """The id of the question at hand: the item, or the one whose tile the cursor is on."""
        area_map = self.query_one(AreaMap)
        return area_map.current if self.item is None and area_map.has_focus else self.item

    # -- where people go ---------------------------------------------------------------

    def do_decide(self) -> None:
        """Go into the form of the item at the cursor; from the overview, of the first item."""
        if self.query_one(DecisionForm).go_on():
            return
        if self.item is None:
            self.query_one(Menu).move(1)
        if self.item is not None:
            self.show_item()
            self.update_form()
            self.query_one(DecisionForm).begin()

    def show_item(self) -> None:
        """Show the item at hand, also where a narrow screen shows the list."""
        self._is_listing = False
        self._update_page()

    def do_forward(self) -> None:
        """Go on to the next item, in its form if people are writing."""
        self._step_item(1, "item.is_last")

    def do_back(self) -> None:
        """Go back to the item before."""
        self._step_item(-1, "item.is_first")

    def on_decision_form_no_text(self) -> None:
        """Say where words can be written."""
        self.tell(Message("item.no_text"))

    def on_decision_form_finished(self) -> None:
        """Go on to the next item."""
        self.do_forward()

    def _step_item(self, by: int, otherwise: str) -> None:
        menu, form = self.query_one(Menu), self.query_one(DecisionForm)
        before, is_writing = menu.cursor, form.has_focus_within
        if is_writing and self.holds_back():
            return
        menu.move(by)
        if menu.cursor == before:
            self.tell(Message(otherwise))
        elif is_writing:
            self._update_page()
            self.update_form()
            self.leave_form() if self.item is None else form.begin()

    def leave_form(self) -> None:
        """Go from the form to the list."""
        self._is_listing = True
        self._arrange()
        self.set_focus(self.query_one(Menu))

    def do_park_rest(self) -> None:
        """Put off all items for which there is no time, in one step."""
        waiting = [slot.question for slot in self._timetable.waiting]
        self.document.change(self.document.session.parked(waiting))
        self._returned(None)
        self.query_one(HintBar).tell(parked_words(len(waiting), self.phrases, "clock.all_fits"))

    def do_leave(self) -> None:
        """Go back to the list, or from there to the questions."""
        if self.holds_back():
            return
        if self.query_one(DecisionForm).has_focus_within:
            self.leave_form()
        else:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Go from item to item also where a narrow screen shows no list."""
        if self.focused is None and event.key in ("up", "down"):
            self._step_item(1 if event.key == "down" else -1, "item.is_last")
            event.stop()
            event.prevent_default()

    def do_jump(self) -> None:
        """Go to the list, which a narrow screen shows in the place of the item."""
        self.leave_form()

    def do_onward(self) -> None:
        """Go on with the interview."""
        if not self.holds_back():
            self.dismiss(True)

    def do_anew(self) -> None:
        """Go to the question at the cursor, to answer it a second time."""
        question = self._subject
        if question is None:
            self.tell(Message("results.no_item"))
        elif not self.holds_back():
            is_deciding = self.query_one(DecisionForm).has_focus_within
            self.dismiss(Anew(question, is_deciding))

    def do_report(self) -> None:
        """Show the report of the whole, once all of it has met."""
        session = self.document.session
        if is_over(session):
            self.app.push_screen(ReportScreen(report(session), session), self._returned)
        else:
            self.tell(Message("interview.not_yet"))

    def do_filter(self) -> None:
        """List other questions: the next kind of which there are any."""
        if self.holds_back():
            return
        self.leave_form()
        filters = list(Filter)
        at = filters.index(self._filter)
        for filter_ in (*filters[at + 1 :], *filters[: at + 1]):
            self._filter = filter_
            if self.questions():
                break
        if filters.index(self._filter) <= at:
            self._filter = Filter.ALL
        self.query_one(Menu).update(self.entries(), OVERVIEW)
        self._update_page()
        if at == 0 and self._filter is Filter.ALL:
            self.tell(Message("filter.nothing"))

    def do_export(self) -> None:
        """Write the report into a file, once all of it has met."""
        if is_over(self.document.session):
            super().do_export()
        else:
            self.tell(Message("export.too_early"))

    def decisions_seen(self, _: None) -> None:
        """Show what came of the decisions meanwhile."""
        self._returned(None)

    def do_help(self) -> None:
        """Show all that can be done here, below what of the item there was no room for."""
        self.duiqi.show_help(self.place, self._left_out)

    def holds_back(self) -> bool:
        """Return whether what was typed as a date would be lost; else show what was decided."""
        if super().holds_back():
            return True
        if self.document.session.minutes is not self._told:
            self._renew()
        return False

    def show_state(self) -> None:
        """Show in the list what has become of the item at hand."""
        self.query_one(Menu).update(self.entries())
        self.refresh_status()

    def tell_no_gap(self) -> None:
        """Say that no clause has a gap."""
        self.tell(Message("item.no_gap"))

    # -- what people decide ------------------------------------------------------------

    def do_later(self) -> None:
        """Put the item at the cursor aside, or take it up again."""
        question = self._subject
        if question is None:
            self.tell(Message("results.no_item"))
            return
        session = self.document.session
        decision = session.minutes.decision(question)
        self.document.change(session.decided(replace(decision, is_parked=not decision.is_parked)))
        self._returned(None)
        self.tell(Message("item.taken_up" if decision.is_parked else "item.is_parked"))

    author = TABLE

    def show_change(self, change: Change) -> None:
        """Go to the item that was changed, and show it as it is now."""
        self._item = change.subject
        self._returned(None)
        self.update_form(anew=True)

    def _returned(self, _: None) -> None:
        """Show what has been settled meanwhile."""
        self._renew()
        self.refresh_view()

    def _renew(self) -> None:
        """Take the session as it is now."""
        self.session = self.document.session
        self._told = self.session.minutes
        self.report = report(self.session.as_revealed)
