"""The app: wiring only. It knows how things look, and the way from one screen to another."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.message import Message as Event
from textual.screen import Screen

from tui.commands import Place
from tui.i18n import Language, Phrases
from tui.lifecycle import ResilientApp, run
from tui.screens.base import STYLES
from tui.screens.home import HomeScreen
from tui.storage.paths import DataFolder, data_folder
from tui.themes import DARK, LIGHT, THEMES, colours
from tui.typeahead import TypeAhead
from tui.widgets.look import Look
from tui.widgets.marks import ASCII, UNICODE

if TYPE_CHECKING:
    from types import ModuleType

    from tui.domain.session import Session
    from tui.opening import BroughtSheet, Choice, OpenedSession
    from tui.storage.reports import OpenReport
    from tui.storage.saver import SaveState
    from tui.workspace import Workspace

_QUIET = 0.2
"""Seconds after the start in which nothing competes with the first screen."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the app is to begin."""

    data: DataFolder
    """Where sessions and settings are."""
    language: Language
    """The language of the interface."""
    theme: str = DARK.name
    """The name of the theme."""
    ascii: bool = False
    """Whether marks are to be drawn in ASCII."""
    path: Path | None = None
    """A session folder or a report file to open at once."""
    example: bool = False
    """Whether to open the worked example at once."""


class DuiqiApp(ResilientApp[None]):
    """The app."""

    TITLE = "duiqi"
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "base.tcss", STYLES / "home.tcss"]

    class SaveTold(Event):
        """The saver said how the newest state stands to the disk."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(self._say, lambda: wishes.data.root)
        self.data = wishes.data
        self.language = wishes.language
        self.workspace: Workspace | None = None
        self._copies: list[Path] = []
        self._warned = False
        self._wishes = wishes
        self._home = HomeScreen()
        for theme in THEMES.values():
            self.register_theme(theme)
        self._begin_with(wishes.theme)
        self.look = self._looks()
        self._typeahead = TypeAhead(self)

    async def on_event(self, event: events.Event) -> None:
        """Hand on events, keys one at a time."""
        if not self._typeahead.takes(event):
            await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """Give the screen at the bottom of all."""
        return self._home

    def on_mount(self) -> None:
        """Open at once what was asked for; else get ready for what will be asked for."""
        if self._wishes.example:
            self.open_example()
        elif self._wishes.path is not None:
            self.open_path(self._wishes.path)
        else:
            self.set_timer(_QUIET, self._get_ready)

    @work(thread=True)
    def _get_ready(self) -> None:
        """Import what every next step needs, once the first screen is up."""
        import tui.opening  # noqa: F401, PLC0415

    def _begin_with(self, theme: str) -> None:
        """Take a theme before anything is drawn; its watcher would have all styles parsed twice."""
        self.set_reactive(DuiqiApp.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)

    # -- how things look ---------------------------------------------------------------

    def _say(self, key: str, /, **values: object) -> str:
        return self.look.phrases(key, **values)

    def _looks(self) -> Look:
        marks = ASCII if self._wishes.ascii else UNICODE
        return Look(Phrases(self.language), marks, colours(THEMES[self.theme]))

    def switch_language(self) -> None:
        """Show the interface in its next language."""
        self.language = self.language.next
        self._look_anew()

    def switch_theme(self) -> None:
        """Show the interface in its other theme."""
        names = list(THEMES)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._look_anew()

    def _look_anew(self) -> None:
        self.look = self._looks()
        self.call_after_refresh(self.refill)

    def refill(self) -> None:
        """Fill the screen that is shown."""
        refill = getattr(self.screen, "refill", None)
        if refill is not None:
            refill()

    # -- the way from one screen to another --------------------------------------------

    def show_help(self, place: Place) -> None:
        """Show all that can be done in a place; what is chosen there is done here."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415

        asking = self.screen

        async def carry_out(command: str | None) -> None:
            if command is not None:
                await asking.run_action(f"command('{command}')")

        self.push_screen(HelpScreen(place), carry_out)

    @work(thread=True, exclusive=True, group="opening")
    def set_up(self, *, alone: bool = False) -> None:
        """Begin a new session: of two parties, or of one that assesses itself."""
        from tui import opening  # noqa: PLC0415

        offered = opening.choices(self.data)
        self.call_from_thread(self._choose, offered, alone)

    def _choose(self, offered: "Sequence[Choice]", alone: bool) -> None:
        """Ask which questionnaire, where there are several; then who sits at the table."""
        from tui.screens.choosing import ChooseScreen  # noqa: PLC0415

        def settle(place: int | None) -> None:
            if place is not None:
                self._set_up(offered[place], alone)

        if len(offered) == 1 and offered[0].questionnaire is not None:
            settle(0)
        else:
            self.push_screen(ChooseScreen(offered), settle)

    def _set_up(self, choice: "Choice", alone: bool) -> None:
        """Ask who sits at the table, and begin."""
        from tui import opening  # noqa: PLC0415
        from tui.screens.setup import SetupScreen  # noqa: PLC0415

        def begin(session: "Session | None") -> None:
            if session is not None:
                self._open(lambda: opening.start(session, choice.path, self.data))

        if choice.questionnaire is not None:
            self.push_screen(SetupScreen(choice.questionnaire, alone=alone), begin)

    def open_path(self, path: Path) -> None:
        """Open a session's folder, a report, or an answer sheet."""
        self._open(lambda: self._opening().open_path(path, self.data))

    def open_pair(self, first: Path, second: Path) -> None:
        """Bring two answer sheets to one table."""
        self._open(lambda: self._opening().open_pair(first, second, self.data))

    def open_example(self) -> None:
        """Open the worked example, on a copy."""
        self._open(lambda: self._opening().open_example())

    @staticmethod
    def _opening() -> "ModuleType":
        from tui import opening  # noqa: PLC0415

        return opening

    @work(thread=True, exclusive=True, group="opening")
    def _open(self, find: Callable[[], "OpenedSession | OpenReport | BroughtSheet"]) -> None:
        """Open something in a thread, then show it, or say why it cannot be opened."""
        opening = self._opening()
        try:
            opened = find()
        except opening.CANNOT as error:
            self.call_from_thread(self._home.tell, opening.told(error))
        else:
            self.call_from_thread(self._show, opened)

    def _show(self, opened: "OpenedSession | OpenReport | BroughtSheet") -> None:
        """Show what was opened."""
        from tui.opening import BroughtSheet  # noqa: PLC0415
        from tui.screens.report import ReportScreen  # noqa: PLC0415
        from tui.storage.reports import OpenReport  # noqa: PLC0415

        if isinstance(opened, OpenReport):
            self.push_screen(ReportScreen(opened.report, None))
            return
        if isinstance(opened, BroughtSheet):
            self._bring(opened)
            return
        from tui.screens.interview import InterviewScreen  # noqa: PLC0415
        from tui.workspace import Workspace  # noqa: PLC0415

        self.workspace = Workspace(opened.opened, opened.path, self._told_of_saving)
        if opened.is_copy:
            self._copies.append(opened.path)
        session = opened.opened.session
        party = session.alone or session.questionnaire.party_ids[0]
        self.push_screen(InterviewScreen(self.workspace, party), self._left)

    def _bring(self, brought: "BroughtSheet") -> None:
        """Ask who sits opposite a party that has answered alone, and begin."""
        from tui import opening  # noqa: PLC0415
        from tui.screens.setup import SetupScreen  # noqa: PLC0415

        def begin(session: "Session | None") -> None:
            if session is not None:
                self._open(lambda: opening.start(session, brought.path, self.data))

        self.push_screen(SetupScreen(brought.questionnaire, brought=brought.sheet), begin)

    def _left(self, _: None) -> None:
        """Save and let go of the session that was left."""
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None

    # -- saving and leaving ------------------------------------------------------------

    def _told_of_saving(self, _: "SaveState") -> None:
        """Have the top line say how saving goes; called in the saver's thread."""
        self.post_message(self.SaveTold())

    def on_duiqi_app_save_told(self) -> None:
        """Say how saving goes, where a session is shown."""
        shown = self.screen_stack[-1] if self.screen_stack else None
        show_status = getattr(shown, "show_status", None)
        if shown is not None and shown.is_mounted and show_status is not None:
            show_status()

    def save_now(self) -> bool:
        """Put everything on disk; tell whether it is."""
        return self.workspace is None or self.workspace.flush()

    def let_go(self) -> None:
        """Remove the copies of the example."""
        import shutil  # noqa: PLC0415 - not before the first screen

        for folder in self._copies:
            shutil.rmtree(folder, ignore_errors=True)

    async def action_quit(self) -> None:
        """Save and leave; where saving fails, only when it is said twice."""
        if self.save_now() or self._warned:
            self.leave()
        else:
            self._warned = True
            self.on_duiqi_app_save_told()


def start(options: Namespace, language: Language) -> int:
    """Run the app as the command line asks for, and give the exit code."""
    wishes = Wishes(
        data=data_folder(options.data),
        language=language,
        theme=LIGHT.name if options.theme == "light" else DARK.name,
        ascii=options.ascii,
        path=getattr(options, "path", None),
        example=options.command == "demo",
    )
    return run(DuiqiApp(wishes))
