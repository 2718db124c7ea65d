"""The way to a session: what is opened or set up, until the interview or a report is shown."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from textual.app import App

from tui.domain.message import Message
from tui.domain.session import Session
from tui.formats.report import OpenReport
from tui.formats.self_assessment import OpenSoloReport
from tui.screens.choose_questionnaire import ChooseQuestionnaireScreen
from tui.screens.notices_dialog import NoticesDialog
from tui.screens.repair_dialog import RepairDialog
from tui.screens.report import ReportScreen
from tui.screens.setup import SetupScreen
from tui.screens.solo import SoloScreen
from tui.storage.creation import QuestionnaireSource
from tui.storage.paths import DataFolder
from tui.storage.sessions import NeedsRepair, OpenSession
from tui.terminal.key_queue import KeyQueue
from tui.workspace import opening
from tui.workspace.exports import was_changed
from tui.workspace.opening import BroughtSheet, Choice, Opened
from tui.workspace.reasons import CANNOT, told
from tui.workspace.trial import Trial, reread, try_out

Result = TypeVar("Result")
"""What is looked for."""


class Enter(Protocol):
    """Shows a session, where that is wanted its decisions first."""

    def __call__(self, opened: OpenSession, *, at_decisions: bool = False) -> None:
        """Show it."""


class OpeningFlow:
    """Opens and starts things in a thread, one at a time, and asks what must be known before.

    Args:
        app: The app on which screens are shown.
        data: Where sessions are kept.
        keys: What is typed.
        enter: Shows a session.
        set_trouble: Shows why something could not be opened, or what is waited for.
    """

    def __init__(
        self,
        app: App[None],
        data: DataFolder,
        keys: KeyQueue,
        enter: Enter,
        set_trouble: Callable[[Message | None], None],
    ) -> None:
        self._app = app
        self._data = data
        self._keys = keys
        self._enter = enter
        self._set_trouble = set_trouble

    def set_up(self, *, alone: bool = False) -> None:
        """Begin a new session: of two parties, or of one that assesses itself."""
        self._find(lambda: opening.choices(self._data), partial(self._choose, alone=alone))

    def begin_with(self, questionnaire: Path) -> None:
        """Begin a new session of two parties with this questionnaire."""
        self._find(lambda: opening.choice(questionnaire), partial(self._set_up, alone=False))

    def open_path(self, path: Path, *, repair: bool = False, at_decisions: bool = False) -> None:
        """Open a session's folder, a report, or an answer sheet.

        Args:
            path: The folder or file.
            repair: Whether it was agreed to that backups take the place of broken files.
            at_decisions: Whether the decisions are shown first.
        """
        self._find(
            lambda: opening.open_path(path, self._data, repair=repair),
            partial(self._show, at_decisions=at_decisions),
            repair=partial(self.open_path, repair=True, at_decisions=at_decisions),
        )

    def open_pair(self, first: Path, second: Path) -> None:
        """Bring two answer sheets to one table."""
        self._find(lambda: opening.open_pair(first, second, self._data), self._show)

    def open_example(self) -> None:
        """Open the worked example, on a copy."""
        self._find(opening.open_example, self._enter)

    def try_out(self, trial: Trial) -> None:
        """Walk through a questionnaire; nothing of that is kept."""
        self._find(lambda: try_out(trial), self._show)

    def reread(
        self,
        path: Path,
        session: Session,
        then: Callable[[Session], None],
        complain: Callable[[Message], None],
    ) -> None:
        """Read a questionnaire again that is tried out.

        Args:
            path: Its file.
            session: The session so far.
            then: Goes on with the session over what is in the file now.
            complain: Says why there is none.
        """
        self._find(lambda: reread(path, session), then, complain)

    def _find(
        self,
        find: Callable[[], Result],
        then: Callable[[Result], None],
        complain: Callable[[Message], None] | None = None,
        repair: Callable[[Path], None] | None = None,
    ) -> None:
        """Find something in a thread, then go on with it, or say why that cannot be.

        What is typed meanwhile waits for the screen that comes of it; a session drops it.
        """

        def search() -> None:
            try:
                found = find()
            except NeedsRepair as needed:
                go_on(partial(self._ask_to_repair, needed, repair), is_found=False)
            except CANNOT as error:
                go_on(partial(complain or self._set_trouble, told(error)), is_found=False)
            else:
                go_on(partial(then, found), is_found=True)

        def go_on(how: Callable[[], None], *, is_found: bool) -> None:
            resume = partial(self._keys.resume, dropped=not is_found)
            for step in (stop_waiting, how, resume) if is_found else (stop_waiting, resume, how):
                self._app.call_from_thread(step)

        def stop_waiting() -> None:
            self._set_trouble(None)

        self._set_trouble(Message("open.searching"))
        self._keys.pause()
        self._app.run_worker(search, thread=True, exclusive=True, group="opening")

    def _ask_to_repair(self, needed: NeedsRepair, repair: Callable[[Path], None] | None) -> None:
        """Ask whether backups may take the place of broken files; open with them only then."""

        def settle(agreed: bool | None) -> None:
            if agreed:
                (repair or partial(self.open_path, repair=True))(needed.folder)

        self._app.push_screen(RepairDialog(needed.repairs), settle)

    def _show(self, found: Opened, *, at_decisions: bool = False) -> None:
        """Show what was opened, where that is wanted its decisions first."""
        match found:
            case OpenSession():
                self._warn(found.notices, partial(self._enter, found, at_decisions=at_decisions))
            case OpenReport():
                screen = ReportScreen(found.report, None)
                screen.is_changed = was_changed(found.notices)
                self._warn(found.notices, partial(self._read, screen, at_decisions=at_decisions))
            case OpenSoloReport():
                page = SoloScreen(found.report, None)
                self._warn(found.notices, lambda: self._app.push_screen(page))
            case BroughtSheet():
                self._bring(found)

    def _read(self, screen: ReportScreen, *, at_decisions: bool) -> None:
        """Show a report, where that is wanted its decisions first."""
        self._app.push_screen(screen)
        if at_decisions:
            screen.do_decisions()

    def _warn(self, notices: Sequence[Message], then: Callable[[], object]) -> None:
        """Show the notices about something, if there are any, before it is shown itself."""

        def go_on(_: None = None) -> None:
            then()

        if notices:
            self._app.push_screen(NoticesDialog(notices), go_on)
        else:
            go_on()

    def _choose(self, offered: Sequence[Choice], *, alone: bool) -> None:
        """Ask which questionnaire, where there are several; then who sits at the table."""

        def settle(place: int | None) -> None:
            if place is not None:
                self._set_up(offered[place], alone=alone)

        if len(offered) == 1 and offered[0].questionnaire is not None:
            settle(0)
        else:
            self._app.push_screen(ChooseQuestionnaireScreen(offered), settle)

    def _set_up(self, choice: Choice, *, alone: bool) -> None:
        """Ask who sits at the table, and begin."""
        if choice.questionnaire is not None:
            begin = partial(self._begin, choice.path)
            self._app.push_screen(SetupScreen(choice.questionnaire, begin, alone=alone))

    def _bring(self, brought: BroughtSheet) -> None:
        """Ask who sits opposite a party that has answered alone, and begin."""
        begin = partial(self._begin, brought.source)
        self._app.push_screen(SetupScreen(brought.questionnaire, begin, brought=brought.sheet))

    def _begin(
        self, questionnaire: QuestionnaireSource, form: SetupScreen, session: Session
    ) -> None:
        """Begin a session in a new folder; the form stays until that is done."""

        def enter(opened: OpenSession) -> None:
            stack = self._app.screen_stack
            if form not in stack:  # left meanwhile, as on a slow disk: it waits on home
                opened.folder.close()
                return
            for _ in stack[stack.index(form) :]:
                self._app.pop_screen()
            self._warn(opened.notices, partial(self._enter, opened))

        def start() -> OpenSession:
            return opening.start(session, questionnaire, self._data)

        def complain(reason: Message) -> None:
            if form in self._app.screen_stack:
                form.complain(Message("setup.cannot_begin", {"reason": reason}))

        self._find(start, enter, complain)
