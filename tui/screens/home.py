"""Home: go on, begin, or look at the example."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Command, Place, commands_at
from tui.domain.message import Message
from tui.screens.base import BaseScreen, bindings_at
from tui.screens.home_entries import BEGIN, SESSION, HomeEntries, Listed
from tui.widgets.hint_bar import HintBar
from tui.widgets.lines import Line, LineView
from tui.widgets.menu import Menu
from tui.widgets.plain_text import PlainText
from tui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Callable

_AFTER_PAINT = 0.05
"""Seconds after a paint in which nothing competes with it for the processor."""
_OF_A_SESSION = ("entitle", "archive", "discard")
"""The commands that are about the session at the cursor."""
_LESS_URGENT = ("theme",)
"""What the bottom line has no room for beside them."""


class HomeScreen(BaseScreen[None]):
    """The first screen; it is up before anything heavy is loaded."""

    place = Place.HOME
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.HOME)

    def __init__(self) -> None:
        super().__init__()
        self._listed = Listed()
        self._first = ""
        """The first entry that was shown last."""
        self._trouble: Message | None = None

    def compose(self) -> ComposeResult:
        """Mount the menu."""
        yield StatusBar(id="status")
        yield PlainText(id="home-trouble")
        yield LineView(id="welcome")
        yield Menu(id="menu", aside_at=36, filters=True)
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Fill the widgets before the first paint, with the session to go on with."""
        from tui.storage.recent import recent  # noqa: PLC0415 - not for a session opened at once

        self._listed = Listed(recent(self.duiqi.data.sessions, most=1))
        self._update_all()

    def on_screen_resume(self) -> None:
        """Look for sessions once the screen is drawn: one may have been added."""
        self.set_timer(_AFTER_PAINT, self._find)

    @work(thread=True, exclusive=True)
    def _find(self) -> None:
        """Find what there is: sessions first, as questionnaires take longer."""
        from tui.storage.recent import recent  # noqa: PLC0415 - after the first paint

        data = self.duiqi.data
        sessions, archived = recent(data.sessions), recent(data.archive)
        self.app.call_from_thread(self._show, sessions=sessions, archived=archived)
        from tui.storage.offers import offers  # noqa: PLC0415

        self.app.call_from_thread(self._show, offers=offers(data.questionnaires))

    def _show(self, **found: Any) -> None:
        listed = self._listed._replace(**found)
        if listed != self._listed:
            self._listed = listed
            self.refresh_view()

    def set_trouble(self, message: Message | None) -> None:
        """Show what went wrong, or that nothing does any more."""
        self._trouble = message
        self.refresh_view()

    @property
    def hints(self) -> tuple[Command, ...]:
        """What the bottom line names; at a session that is what can be done with it."""
        if self._session is None:
            return super().hints
        own = (command for command in commands_at(self.place) if command.id in _OF_A_SESSION)
        rest = (command for command in super().hints if command.id not in _LESS_URGENT)
        return (*own, *rest)

    def _update_widgets(self) -> None:
        """Offer what can be done."""
        say, appearance = self.phrases, self.appearance
        trouble = say.say(self._trouble) if self._trouble is not None else ""
        self.query_one(StatusBar).update("")
        told = self.query_one("#home-trouble", PlainText)
        told.set_content(trouble)
        told.display = bool(trouble)
        welcome = [
            Line(3).add(say("home.title"), appearance.strong).row(),
            Line(3).add(say("home.tagline"), appearance.quiet).row(),
        ]
        self.query_one("#welcome", LineView).set_rows(welcome)
        menu = self.query_one(Menu)
        now = datetime.now()
        entries = HomeEntries(self._listed, appearance, menu.size.width, now).entries()
        # What there is to go on with is chosen whenever it is another.
        is_other, self._first = entries[0].id != self._first, entries[0].id
        menu.update(entries, self._first if is_other else menu.current)
        if self.focused is not menu:
            menu.focus()
        self.update_hints()

    def on_menu_moved(self) -> None:
        """Name what can be done with the session at the cursor."""
        self.update_hints()

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Begin or open what was chosen."""
        self._trouble = None
        flow = self.duiqi.opening_flow
        match event.entry:
            case "new":
                flow.set_up()
            case "solo":
                flow.set_up(alone=True)
            case "pair":
                self._ask_for_paths("home.pair", ("paths.first_sheet", "paths.second_sheet"))
            case "open":
                self._ask_for_paths("home.open", ("paths.session_or_report",))
            case "example":
                flow.open_example()
            case "all":
                self._show(shows_all=True)
            case "archived":
                self._show(shows_archived=True)
            case offer if offer.startswith(BEGIN):
                flow.begin_with(Path(offer.removeprefix(BEGIN)))
            case session:
                flow.open_path(Path(session.removeprefix(SESSION)))

    def do_decisions(self) -> None:
        """Open the session at the cursor at its decisions."""
        entry = self.query_one(Menu).current or ""
        if entry.startswith(SESSION):
            self._trouble = None
            path = Path(entry.removeprefix(SESSION))
            self.duiqi.opening_flow.open_path(path, at_decisions=True)
        else:
            self.tell(Message("decisions.choose_session"))

    def _ask_for_paths(self, title: str, labels: tuple[str, ...]) -> None:
        """Ask where the files are, and open them: one by itself, two as a pair."""
        from tui.screens.paths_dialog import PathsDialog  # noqa: PLC0415 - after the first paint

        def settle(paths: tuple[Path, ...] | None) -> None:
            match paths:
                case (path,):
                    self.duiqi.opening_flow.open_path(path)
                case (first, second):
                    self.duiqi.opening_flow.open_pair(first, second)

        say = self.phrases
        self.app.push_screen(PathsDialog(say(title), [say(label) for label in labels]), settle)

    # -- the session at the cursor -----------------------------------------------------

    @property
    def _session(self) -> Path | None:
        """The folder of the session at the cursor; None where there is none."""
        current = self.query_one(Menu).current or ""
        is_session = current.startswith(SESSION)
        return Path(current.removeprefix(SESSION)) if is_session else None

    def do_entitle(self) -> None:
        """Ask what lists are to call the session at the cursor."""
        from tui.screens.title_dialog import TitleDialog  # noqa: PLC0415 - after the first paint
        from tui.storage.shelves import entitle  # noqa: PLC0415

        if (folder := self._session) is None:
            self.tell(Message("home.no_session"))
            return

        def settle(title: str | None) -> None:
            if title is not None:
                self._change(lambda: entitle(folder, title))

        listed = (*self._listed.sessions, *self._listed.archived)
        title = next((each.title for each in listed if each.folder == folder), "")
        self.app.push_screen(TitleDialog(title), settle)

    def do_archive(self) -> None:
        """Put the session at the cursor away, or bring it back from there."""
        from tui.storage.shelves import move  # noqa: PLC0415

        data = self.duiqi.data
        if (folder := self._session) is None:
            self.tell(Message("home.no_session"))
            return
        shelf = data.sessions if folder.parent == data.archive else data.archive
        self._change(lambda: move(folder, shelf))

    def do_discard(self) -> None:
        """Ask whether the session at the cursor is to go to the trash."""
        from tui.screens.discard_dialog import DiscardDialog  # noqa: PLC0415
        from tui.storage.shelves import move  # noqa: PLC0415

        if (folder := self._session) is None:
            self.tell(Message("home.no_session"))
            return
        trash = self.duiqi.data.trash

        def throw_away() -> Message:
            path = move(folder, trash)
            return Message("home.thrown_away", {"path": str(path), "back": str(folder.parent)})

        def settle(agreed: bool | None) -> None:
            if agreed:
                self._change(throw_away)

        self.app.push_screen(DiscardDialog(folder, trash), settle)

    @work(thread=True, exclusive=True, group="changing")
    def _change(self, change: "Callable[[], object]") -> None:
        """Change a session on the disk, say what came of it, and list the sessions anew."""
        from tui.workspace.reasons import CANNOT, told  # noqa: PLC0415 - after the first paint

        try:
            came = change()
            message = came if isinstance(came, Message) else None
        except CANNOT as error:
            message = told(error)
        self.app.call_from_thread(self.set_trouble, message)
        self.app.call_from_thread(self._find)
