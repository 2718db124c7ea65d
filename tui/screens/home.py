"""Home: begin, go on, or look at the example."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Place
from tui.domain.message import Message
from tui.screens.base import BaseScreen, bindings_at
from tui.widgets.hint_bar import HintBar
from tui.widgets.lines import Line, LineView
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText
from tui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from tui.storage.recent import Summary

_AFTER_PAINT = 0.05
"""Seconds after a paint in which nothing competes with it for the processor."""
_SESSION = "session:"


class HomeScreen(BaseScreen[None]):
    """The first screen; it is up before anything heavy is loaded."""

    place = Place.HOME
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.HOME)

    def __init__(self) -> None:
        super().__init__()
        self._recent: tuple[Summary, ...] = ()
        self._trouble: Message | None = None

    def compose(self) -> ComposeResult:
        """Mount the menu."""
        yield StatusBar(id="status")
        yield PlainText(id="home-trouble")
        yield LineView(id="welcome")
        yield Menu(id="menu", aside_at=30)
        yield HintBar(id="hints")

    def on_mount(self) -> None:
        """Fill the widgets before the first paint."""
        self._update_all()

    def on_screen_resume(self) -> None:
        """Look for sessions once the screen is drawn: one may have been added."""
        self.set_timer(_AFTER_PAINT, self._find_sessions)

    @work(thread=True, exclusive=True)
    def _find_sessions(self) -> None:
        from tui.storage.recent import recent  # noqa: PLC0415 - after the first paint

        found = recent(self.duiqi.data)
        self.app.call_from_thread(self._show_sessions, found)

    def _show_sessions(self, found: "tuple[Summary, ...]") -> None:
        if found != self._recent:
            self._recent = found
            self.refresh_view()

    def set_trouble(self, message: Message | None) -> None:
        """Show what went wrong, or that nothing does any more."""
        self._trouble = message
        self.refresh_view()

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
        entries = [
            Entry("new", say("home.new"), say("home.new_aside")),
            Entry("solo", say("home.solo"), say("home.solo_aside")),
            Entry("pair", say("home.pair"), say("home.pair_aside")),
            Entry("open", say("home.open"), say("home.open_aside")),
            Entry("example", say("home.example"), say("home.example_aside")),
        ]
        if self._recent:
            entries += [Entry("", ""), Entry("", say("home.recent"))]
            entries += map(self._entry, self._recent)
        menu = self.query_one(Menu)
        menu.update(entries)
        if self.focused is not menu:
            menu.focus()

    def _entry(self, summary: "Summary") -> Entry:
        """Return the row of a session."""
        say = self.phrases
        if summary.trouble is not None:
            told = say.say(summary.trouble)
            return Entry(f"{_SESSION}{summary.folder}", summary.folder.name, told)
        names = f" {self.appearance.marks.times} ".join(summary.names)
        counts = " · ".join(f"{p.met}/{p.asked}" for p in summary.progress)
        return Entry(f"{_SESSION}{summary.folder}", names, f"{summary.day}   {counts}")

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Begin or open what was chosen."""
        self._trouble = None
        match event.entry:
            case "new":
                self.duiqi.opening_flow.set_up()
            case "solo":
                self.duiqi.opening_flow.set_up(alone=True)
            case "pair":
                self._ask_for_paths("home.pair", ("paths.first_sheet", "paths.second_sheet"))
            case "open":
                self._ask_for_paths("home.open", ("paths.session_or_report",))
            case "example":
                self.duiqi.opening_flow.open_example()
            case session:
                self.duiqi.opening_flow.open_path(Path(session.removeprefix(_SESSION)))

    def do_decisions(self) -> None:
        """Open the session at the cursor at its decisions."""
        entry = self.query_one(Menu).current or ""
        if entry.startswith(_SESSION):
            self._trouble = None
            path = Path(entry.removeprefix(_SESSION))
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
