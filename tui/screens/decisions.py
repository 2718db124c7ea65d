"""The decisions: what was decided, who sees to it until when, and what came of it."""

from datetime import date
from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tui.commands import Place
from tui.domain.carried import Carried
from tui.domain.history import Change, is_of_state
from tui.domain.message import Message
from tui.domain.report import Report
from tui.domain.report_builder import report, reported_decisions
from tui.domain.session import TABLE
from tui.exports import markdown
from tui.phrasing.titles import parties_title
from tui.presenters.decision_list import NAME_CELLS, ListedDecision, decision_entries, listed
from tui.presenters.decision_page import DecisionPage
from tui.screens.base import STYLES, bindings_at
from tui.screens.copying import CopyingScreen
from tui.screens.paging import PagingScreen
from tui.screens.undoing import UndoingScreen
from tui.widgets.hint_bar import HintBar
from tui.widgets.keys import is_space
from tui.widgets.lines import paragraph
from tui.widgets.menu import Menu
from tui.widgets.pager import Pager
from tui.widgets.status_bar import StatusBar
from tui.workspace.document import OpenDocument


class DecisionsScreen(UndoingScreen[None], CopyingScreen[None], PagingScreen[None]):
    """Lists the decisions, with a page about the one at the cursor.

    Args:
        source: The session, or a report out of a file, in which nothing can be changed.
        begins: Whether the session begins with them.
    """

    place = Place.DECISIONS
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "results.tcss", STYLES / "decisions.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DECISIONS)
    author = TABLE

    def __init__(self, source: OpenDocument | Report, *, begins: bool = False) -> None:
        super().__init__()
        self._source = source
        self._begins = begins
        self._paged: str | None = None
        """The decision whose page is shown."""
        if isinstance(source, OpenDocument):
            self.document = source

    def compose(self) -> ComposeResult:
        """Mount the list and the page."""
        yield StatusBar(id="status")
        with Container(id="results", classes="decisions"):
            yield Menu(id="agenda", browses=True, aside_at=NAME_CELLS + 6)
            yield Pager(id="page")
        yield HintBar(id="hints")

    # -- what is shown -----------------------------------------------------------------

    @property
    def _decisions(self) -> list[ListedDecision]:
        if isinstance(self._source, Report):
            report = self._source
            return listed(report.carried, report.decisions, report.date)
        session = self.document.session
        return listed(session.minutes.carried, reported_decisions(session), session.date)

    @property
    def _parties(self) -> list[tuple[str, str]]:
        """The name and the language of each party."""
        source = self._source
        if isinstance(source, Report):
            parties = list(source.parties)
        else:
            parties = [sheet.party for sheet in source.session.sheets]
        return [(party.name, party.language) for party in parties]

    def _update_widgets(self) -> None:
        """Show the list, how much of it is open, and the page of the decision at the cursor."""
        decisions, today, say = self._decisions, date.today(), self.phrases
        names = parties_title((name for name, _ in self._parties), self.appearance.marks)
        title = say("decisions.begins" if self._begins else "decisions.title")
        awaited = sum(each.is_awaited for each in decisions)
        told = [say("decisions.counts", open=awaited, all=len(decisions))]
        if parked := sum(each.is_put_off for each in decisions):
            told.append(say("decisions.parked", parked=parked))
        if late := sum(each.is_overdue(today) for each in decisions):
            told.append(say("decisions.late", late=late))
        dot = f" {self.appearance.marks.dot} "
        self.query_one(StatusBar).update(f"{title}   {names}", dot.join(told) if decisions else "")
        self._update_list()
        self._update_page()

    def _update_list(self, at: str | None = None) -> None:
        """Show the list, with the cursor where it was or at a decision."""
        menu, decisions = self.query_one(Menu), self._decisions
        entries = decision_entries(decisions, self.appearance, date.today())
        menu.update(entries, at)
        menu.display = bool(decisions)
        # Above the page it takes no more lines than it has; beside it, it is as high as that.
        menu.styles.max_height = len(entries) if self.has_class("-narrow") else None
        if decisions and self.focused is not menu:
            menu.focus()

    def _update_page(self) -> None:
        """Show the page of the decision at the cursor; where there is none, say so."""
        pager, decision = self.query_one(Pager), self._current
        if decision is None:
            pager.update(paragraph(self.phrases("decisions.none"), min(80, pager.size.width)))
            return
        languages = (language for _, language in self._parties)
        page = DecisionPage(languages, self.appearance, pager.size.width, date.today())
        pager.update(page.rows(decision), keeping_place=decision.id == self._paged)
        self._paged = decision.id

    @property
    def _current(self) -> ListedDecision | None:
        """The decision at the cursor."""
        current = self.query_one(Menu).current
        return next((each for each in self._decisions if each.id == current), None)

    def on_menu_moved(self, event: Menu.Moved) -> None:
        """Show the page of the decision that the cursor came to."""
        event.stop()
        self._update_page()

    def on_long_view_resized(self) -> None:
        """Fit list and page to the room that there is for them now."""
        self._update_list()
        self._update_page()

    # -- what people do ----------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Change the state by the space bar too, of any width."""
        if is_space(event.key):
            self.do_next_state()
            event.stop()
            event.prevent_default()

    def do_next_state(self) -> None:
        """Say that the decision at the cursor was done, or dropped, or is open again."""
        decision = self._current
        if decision is None:
            self.tell(Message("decisions.none"))
        elif self._may_change():
            subject = decision.said if decision.question is None else decision.question
            session = self.document.session
            self.document.change(session.came_to(subject, decision.said.state.next))
            self.refresh_view()

    def _may_change(self) -> bool:
        """Return whether states can be changed here; where not, say so."""
        if isinstance(self._source, Report):
            self.tell(Message("decisions.read_only"))
            return False
        return True

    def do_undo(self) -> None:
        """Take the last change of a state back."""
        if self._may_change():
            super().do_undo()

    def do_redo(self) -> None:
        """Change a state again that was taken back."""
        if self._may_change():
            super().do_redo()

    def belongs_here(self, change: Change) -> bool:
        """Return whether a change is one of a state."""
        return is_of_state(change)

    def show_change(self, change: Change) -> None:
        """Go to the decision whose state is another now."""
        said, subject = change.before, change.subject
        for each in self._decisions:
            if isinstance(said, Carried) and each.question is None and each.said.is_same_as(said):
                subject = each.id
        self._update_list(subject)
        self.refresh_view()

    @property
    def refused(self) -> frozenset[str]:
        """What would change a report out of a file."""
        return frozenset({"next_state", "state"} if isinstance(self._source, Report) else ())

    def copied(self) -> tuple[Message, str]:
        """Return all decisions as Markdown."""
        source = self._source
        told = source if isinstance(source, Report) else report(self.document.session.as_revealed)
        return Message("copy.decisions"), markdown.decisions(self.document_of(told))

    def do_onward(self) -> None:
        """Go on with the session."""
        self.dismiss(None)
