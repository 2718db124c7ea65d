"""The app: wiring only. It holds the appearance and leads from one screen to another."""

import time
from argparse import Namespace
from collections.abc import Callable, Container, Sequence
from contextlib import suppress
from functools import cached_property
from math import inf
from pathlib import Path, PurePath
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events, work
from textual.filter import LineFilter
from textual.message import Message as Event
from textual.screen import Screen
from textual.theme import Theme

from tui.commands import Place
from tui.domain.message import Message
from tui.i18n import LANGUAGES, Language, Phrases, language_of_locale, wanted_language
from tui.phrasing.marks import ASCII, UNICODE
from tui.screens.base import STYLES, CommandScreen
from tui.screens.home import HomeScreen
from tui.storage.paths import DataFolder, data_folder
from tui.storage.settings import Settings, read_settings, remember, settings_notice
from tui.terminal.key_queue import KeyQueue
from tui.terminal.lifecycle import ResilientApp, run
from tui.themes import DARK, THEMES, colours
from tui.widgets.appearance import Appearance
from tui.widgets.ascii_signs import AsciiSigns

if TYPE_CHECKING:
    from tui.screens.opening_flow import OpeningFlow
    from tui.screens.saving_watch import SavingWatch
    from tui.storage.sessions import OpenSession
    from tui.workspace.document import OpenDocument
    from tui.workspace.trial import Trial

_ASCII_SIGNS = AsciiSigns()
_DOING = (events.Key, events.Paste, events.MouseScrollDown, events.MouseScrollUp)
"""By what a person does another thing; a click may be on the very word that was told last."""
_QUIET = 0.2
"""Seconds after the start in which nothing competes with the first screen for the processor."""


class StartOptions(NamedTuple):
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
    trial: "Trial | None" = None
    """A questionnaire to try out at once."""


class DuiqiApp(ResilientApp[None]):
    """The app."""

    TITLE = "duiqi"
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "base.tcss", STYLES / "home.tcss"]

    class SaveStateChanged(Event):
        """The state of saving has changed."""

    def __init__(self, options: StartOptions) -> None:
        # Before all else: a change of theme would have every style parsed again.
        self.set_reactive(DuiqiApp.theme, options.theme)
        super().__init__(self._say, lambda: options.data.crash_log)
        self.data = options.data
        self.language = options.language
        self._reader: str | None = None
        """The language of the party whose turn it is; None where both read the screen."""
        self._shown: Language | None = None
        """The language that its screens are in: its own, unless that was switched."""
        self.document: OpenDocument | None = None
        self.last_key: str | None = None
        """The key that was pressed last, by Textual's name; None for the mouse."""
        self._seen_from = 0.0
        """When what is shown was first seen, on the steady clock; keys before that are dropped."""
        self._copied = ""
        self._copies: list[Path] = []
        self._has_opened = False
        """Whether there was a session yet, of which something could be unsaved."""
        self._options = options
        self._settings = Settings()
        self._settings_lock = Lock()
        self._settings_trouble: Message | None = None
        self._home = HomeScreen()
        self.appearance = self._current_appearance()
        self._key_queue = KeyQueue(self, self._is_typed_ahead)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Return our themes; Textual's own are never shown."""
        return dict(THEMES)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what changes each line before it is painted."""
        filters = super().get_line_filters()
        return [*filters, _ASCII_SIGNS] if self._options.ascii else filters

    async def on_event(self, event: events.Event) -> None:
        """Hand events on; a key waits until the one before it has had its effect."""
        if self._key_queue.takes(event):
            return
        if isinstance(event, events.Key | events.MouseDown) and not event.is_forwarded:
            self.last_key = event.key if isinstance(event, events.Key) else None
        is_new = isinstance(event, _DOING) and not event.is_forwarded
        if is_new and isinstance(self.screen, CommandScreen):
            self.screen.forget_told()
        await super().on_event(event)

    def _is_typed_ahead(self, event: events.Key) -> bool:
        is_new = isinstance(self.screen, CommandScreen) and self.screen.is_typed_ahead(event)
        return is_new or (event.time < self._seen_from and event.key != "ctrl+q")

    def get_default_screen(self) -> Screen[None]:
        """Return the home screen, which lies below all others."""
        return self._home

    def on_mount(self) -> None:
        """Open what was asked for; else prepare for whatever comes next."""
        if self._options.example:
            self.opening_flow.open_example()
        elif self._options.trial is not None:
            self.opening_flow.try_out(self._options.trial)
        elif self._options.path is not None:
            self.opening_flow.open_path(self._options.path)
        else:
            self.set_timer(_QUIET, self._prepare)

    @work(thread=True)
    def _prepare(self) -> None:
        """Import what every next step needs, once the first screen is up, and look at settings."""
        import tui.screens.opening_flow  # noqa: F401, PLC0415

        self._check_settings()

    def _check_settings(self) -> None:
        """Show on home what is wrong in the settings file, while it is; for a worker's thread."""
        notice = settings_notice(self.data.settings)
        if notice != self._settings_trouble:
            self._settings_trouble = notice
            self.call_from_thread(self._home.set_trouble, notice)

    # -- appearance --------------------------------------------------------------------

    def _say(self, key: str, /, **values: object) -> str:
        return self.appearance.phrases(key, **values)

    def _current_appearance(self) -> Appearance:
        marks = ASCII if self._options.ascii else UNICODE
        language = self._shown or self.language
        return Appearance(
            Phrases(language), marks, colours(THEMES[self.theme]), is_monochrome=self.no_color
        )

    def read_in(self, language: str | None) -> None:
        """Show the screens in the language of the party whose turn it is.

        Args:
            language: The tag of its language; None where both read the screen, and where the
                interface does not speak it: then it is the interface's own.
        """
        if language != self._reader:
            self._reader = language
            self._shown = Language(language) if language in LANGUAGES else None
            self.appearance = self._current_appearance()

    def switch_language(self) -> None:
        """Show the interface in its next language; in a party's turn, only until that ends."""
        if self._shown is not None:
            self._shown = self._shown.next
        else:
            self.language = self.language.next
            self._settings = self._settings._replace(language=self.language)
        self._refresh_appearance()

    def switch_theme(self) -> None:
        """Show the interface in its other theme."""
        names = list(THEMES)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._settings = self._settings._replace(theme=self.theme)
        self._refresh_appearance()

    def _refresh_appearance(self) -> None:
        self.appearance = self._current_appearance()
        self.call_after_refresh(self._refresh_view)
        self._save_settings()

    @work(thread=True)
    def _save_settings(self) -> None:
        """Keep what was chosen for the next start; where that fails, it holds for this one only."""
        if self.is_trying:
            return
        with self._settings_lock, suppress(OSError):
            remember(self.data.settings, self._settings)
            self._check_settings()

    def _refresh_view(self) -> None:
        """Bring the screen that is shown up to date."""
        if isinstance(self.screen, CommandScreen):
            self.screen.refresh_view()

    # -- the way from one screen to another --------------------------------------------

    def show_help(
        self, place: Place, told: Sequence[str] = (), refused: Container[str] = ()
    ) -> None:
        """Show the commands of a place; the chosen one is carried out on the screen below.

        Args:
            place: The place.
            told: What there was no room for on its screen.
            refused: The ids of what does nothing there at present.
        """
        from tui.screens.help import HelpScreen  # noqa: PLC0415

        asking = self.screen

        async def carry_out(command: str | None) -> None:
            if command is not None:
                await asking.run_action(f"command('{command}')")

        self.push_screen(HelpScreen(place, told, refused), carry_out)

    @cached_property
    def opening_flow(self) -> "OpeningFlow":
        """The way to a session; loaded with the first step on it, after the first screen."""
        from tui.screens.opening_flow import OpeningFlow  # noqa: PLC0415

        home = self._home
        return OpeningFlow(self, self.data, self._key_queue, self._enter, home.set_trouble)

    def _enter(self, opened: "OpenSession", *, at_decisions: bool = False) -> None:
        """Show a session, where that is wanted its decisions first."""
        from tui.screens.interview import InterviewScreen  # noqa: PLC0415
        from tui.workspace.document import OpenDocument  # noqa: PLC0415

        self._seen_from = inf  # opening takes long: what was typed meanwhile was meant for home
        self.document = OpenDocument(opened, self._post_save_state)
        self._has_opened = True
        self.saving.note_opening()
        if opened.is_copy:
            self._copies.append(opened.folder.path)
        session, first = opened.session, opened.session.questionnaire.party_ids[0]
        turn = session.position.turn if session.position is not None else first
        party = session.alone or (turn if turn in session.questionnaire.party_ids else first)
        screen = InterviewScreen(self.document, party, at_decisions=at_decisions)
        self.push_screen(screen, self._left)
        self._load_all()

    @property
    def is_opening(self) -> bool:
        """Whether a session is opened that nobody can have seen yet."""
        return self._seen_from == inf

    def note_first_screen(self) -> None:
        """Take keys from the moment that the first screen of a session is painted."""

        def note_that_it_is_seen() -> None:
            self._seen_from = time.monotonic()

        # When it was laid out once and is about to be filled: a moment later, and what is pressed
        # as soon as it stands there would be dropped as well.
        self.screen.call_after_refresh(note_that_it_is_seen)

    @work(thread=True, exclusive=True, group="loading")
    def _load_all(self) -> None:
        """Have in memory all that the session may need, once its first screen is up."""
        from tui.screens.preloading import load_code_and_texts, load_styles  # noqa: PLC0415

        load_code_and_texts()
        self.call_from_thread(load_styles, self)

    def _left(self, _: None) -> None:
        """Let the folder of the session that was left go."""
        self._seen_from = 0.0
        self.forget_copied()
        self.read_in(None)
        self.call_after_refresh(self._home.refresh_view)
        if self.document is not None:
            self.saving.note_leaving()
            self.document.close()
            self.document = None
            self.saving.note_change()

    # -- the clipboard -----------------------------------------------------------------

    @property
    def clipboard(self) -> str:
        """What was copied or cut here last, unless the turn has changed since."""
        return self._copied

    def copy_to_clipboard(self, text: str) -> None:
        """Keep a text for pasting; the system's clipboard gets none of what is for one party."""
        from tui.screens.clipboard import may_travel  # noqa: PLC0415

        self._copied = text
        if self.document is None or may_travel(self.document.session, self.screen_stack):
            super().copy_to_clipboard(text)

    def forget_copied(self) -> None:
        """Forget what was copied, as another party comes to the keyboard."""
        self._copied = ""

    # -- saving and leaving ------------------------------------------------------------

    @property
    def is_trying(self) -> bool:
        """Whether a questionnaire is only tried out, of which nothing is kept."""
        return self.document is not None and self.document.tried is not None

    @cached_property
    def saving(self) -> "SavingWatch":
        """What is not saved, and who tells it; there is none before the first session."""
        from tui.screens.saving_watch import SavingWatch  # noqa: PLC0415

        return SavingWatch(self, lambda: self.document)

    @property
    def unsaved_banner(self) -> "Message | None":
        """What every screen says of saving; None where all is well."""
        return self.saving.banner if self._has_opened else None

    def _post_save_state(self) -> None:
        """Have the screens say how saving goes. Called in the saver's thread."""
        self.post_message(self.SaveStateChanged())

    def on_duiqi_app_save_state_changed(self) -> None:
        """Say how saving goes on all screens that are up."""
        self.saving.note_change()

    def save_now(self, patience: float) -> bool:
        """Put everything on the disk; return whether it is there."""
        return self.document is None or self.document.flush(patience)

    def last_words(self) -> str:
        """Return what is not saved, and what was saved in another folder."""
        told = self.saving.last_words if self._has_opened and not self.is_trying else ()
        return "\n".join(map(self.appearance.phrases.say, told))

    def let_go(self) -> None:
        """Remove the copies of the example."""
        import shutil  # noqa: PLC0415 - not before the first screen

        for folder in self._copies:
            shutil.rmtree(folder, ignore_errors=True)

    def leave(self, code: int = 0) -> None:
        """End the program; its exit code tells whether something was lost."""
        is_losing = self._has_opened and (self.saving.has_lost or self.saving.loss is not None)
        super().leave(code or int(is_losing))

    def action_help_quit(self) -> None:
        """Say which key quits, as Ctrl+C had nothing to copy."""
        if isinstance(self.screen, CommandScreen):
            self.screen.tell(Message("base.ctrl_c"))

    async def action_quit(self) -> None:
        """Save and leave; ask first where something half typed or not saved would be lost."""
        from tui.screens.leaving import question_of  # noqa: PLC0415

        question = question_of(self)
        if question is not None:
            if question.may_be_skipped:
                self.leave()
            else:
                question.tell(Message("unsaved.decide"))
        elif self.is_trying or not (
            isinstance(self.screen, CommandScreen) and self.screen.holds_back()
        ):
            await self.leave_session(self.leave)

    async def leave_session(self, then: Callable[[], object]) -> None:
        """Call `then`, which leaves the session, as soon as nothing is lost unasked by it."""
        from tui.screens.leaving import leave_when_saved  # noqa: PLC0415

        if self.document is None:
            then()
        else:
            await leave_when_saved(self, self.document, then)


def start(call: Namespace) -> int:
    """Run the app as the command line asks for, and return the exit code.

    What the command line leaves open comes from the environment, else from the last choice.
    """
    data = data_folder(call.data)
    chosen = read_settings(data.settings)
    asked = Language(call.lang) if call.lang else wanted_language()
    theme = call.theme or chosen.theme
    options = StartOptions(
        data=data,
        language=asked or chosen.language or language_of_locale(),
        theme=theme if theme in THEMES else DARK.name,
        ascii=call.ascii,
        path=getattr(call, "path", None),
        example=call.command == "demo",
        trial=getattr(call, "trial", None),
    )
    return run(DuiqiApp(options))
