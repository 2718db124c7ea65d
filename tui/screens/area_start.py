"""The start of an area: which one it is, what goes wrong there, how much it matters to whom."""

from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place
from tui.domain.history import Change
from tui.domain.message import Message
from tui.domain.outlook import outlook
from tui.domain.route import Route
from tui.domain.sheet import IMPORTANCES
from tui.phrasing.area_ahead import area_place, area_size
from tui.phrasing.spoken import phrases_for
from tui.presenters.columns import SIDES
from tui.screens.base import STYLES, bindings_at
from tui.screens.undoing import UndoingScreen
from tui.widgets.fields.base import narrow
from tui.widgets.hint_bar import HintBar
from tui.widgets.plain_text import PlainText
from tui.widgets.radio_row import RadioRow
from tui.widgets.status_bar import StatusBar
from tui.workspace.document import OpenDocument

_UNSAID = ""


class AreaStartScreen(UndoingScreen[bool]):
    """Asks those at the keyboard how important an area is to them; they may leave it out.

    Returns whether they go on to its questions.
    """

    place = Place.AREA_START
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "forms.tcss", STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.AREA_START)

    def __init__(self, document: OpenDocument, parties: tuple[str, ...], area: str) -> None:
        super().__init__()
        self.document = document
        self._parties = parties
        self._area = area

    def compose(self) -> ComposeResult:
        """Mount a row of levels for each party at the keyboard."""
        session = self.document.session
        yield StatusBar(id="status")
        yield PlainText(id="place")
        yield PlainText(id="title")
        yield PlainText(id="about")
        yield PlainText(id="size")
        for party in self._parties:
            side = SIDES[session.questionnaire.party_ids.index(party)]
            yield PlainText(id=f"{side}-label", classes=side)
            yield RadioRow(self._said(party), id=f"{side}-importance")
        yield HintBar(id="hints")

    def _said(self, party: str) -> str:
        """Return the option that a party has chosen."""
        said = self.document.session.sheet(party).importance.get(self._area)
        return _UNSAID if said is None else str(said)

    def on_mount(self) -> None:
        """Begin with the first row, in the colour of the party whose turn it is, if it is one's."""
        if len(self._parties) == 1:
            place = self.document.session.questionnaire.party_ids.index(self._parties[0])
            self.add_class(f"-{SIDES[place]}")
        self.query(RadioRow).first().focus()

    def _update_widgets(self) -> None:
        """Say what the area is about, and ask."""
        session, say = self.document.session, self.phrases
        questionnaire = session.questionnaire
        area = questionnaire.area(self._area)
        self.query_one(StatusBar).update(say("areastart.status"))
        ahead = outlook(session, self._parties, self._area)
        self.query_one("#place", PlainText).set_content(area_place(ahead, say))
        self.query_one("#size", PlainText).set_content(area_size(ahead, say))
        self.query_one("#title", PlainText).set_content(area.title[say.language])
        self.query_one("#about", PlainText).set_content(
            area.about.format(session.names)[say.language]
        )
        for party in self._parties:
            position = questionnaire.party_ids.index(party)
            own = phrases_for(session.sheet(party).party.language, say)
            name = session.sheet(party).party.name
            label = f"{name} · {own('areastart.question')}"
            self.query_one(f"#{SIDES[position]}-label", PlainText).set_content(label)
            options = [(str(i), own(f"areastart.level_{i}")) for i in IMPORTANCES]
            row = self.query_one(f"#{SIDES[position]}-importance", RadioRow)
            row.value = self._said(party)
            row.update(options, may_be_unsaid=True)

    def on_radio_row_changed(self, event: RadioRow.Changed) -> None:
        """Put down how important the area is to a party."""
        session = self.document.session
        side = str(event.radio_row.id).removesuffix("-importance")
        party = session.questionnaire.party_ids[SIDES.index(side)]
        self.document.change(session.rated(party, self._area, int(event.radio_row.value)))

    def on_key(self, event: events.Key) -> None:
        """Let digits choose."""
        focused = self.focused
        if isinstance(focused, RadioRow) and focused.pick(narrow(event.character)):
            event.stop()
            event.prevent_default()

    def on_radio_row_submitted(self) -> None:
        """Go on."""
        self.do_next()

    def do_next(self) -> None:
        """Go on to the questions."""
        self.dismiss(True)

    def do_forward(self) -> None:
        """Go on to the questions."""
        self.do_next()

    def do_back(self) -> None:
        """Go back to the question before the area."""
        route = Route(self.document.session, self._parties[0])
        first = route.in_area(self._area)[0]
        if route.ahead(first.id, -1) is None:
            self.tell(Message("interview.is_first"))
        else:
            self.do_leave()

    def do_leave(self) -> None:
        """Go back to the question before the area; from the first one out of the session."""
        self.dismiss(False)

    @property
    def author(self) -> str:
        """The party whose row has the focus."""
        row = self.focused
        side = str(row.id).removesuffix("-importance") if isinstance(row, RadioRow) else SIDES[0]
        return self.document.session.questionnaire.party_ids[SIDES.index(side)]

    def belongs_here(self, change: Change) -> bool:
        """Return whether a change is about this area."""
        return change.subject == self._area

    def show_change(self, change: Change) -> None:  # noqa: ARG002 - there is but one area
        """Show how important it is now."""
        self.refresh_view()
