"""The dialog that saves a session in another folder, where its own takes nothing any more."""

import asyncio
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tui.commands import Place
from tui.diagnostics.system_errors import reason_of
from tui.screens.base import STYLES, Dialog, bindings_at
from tui.storage.cannot_open import CannotOpen
from tui.storage.paths import free_folder, typed_path
from tui.widgets.clean_fields import CleanInput
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText
from tui.workspace.document import OpenDocument


class ElsewhereDialog(Dialog[None]):
    """Asks for a folder, and saves the session in a new one inside it; it goes on there."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        self._document = document
        self._is_writing = False

    def compose(self) -> ComposeResult:
        """Mount a field for the folder, and two ways out."""
        say = self.phrases
        with Vertical(id="dialog"):
            yield PlainText(say("elsewhere.title"), id="title")
            yield PlainText(say("elsewhere.about"), classes="notice")
            yield CleanInput(str(Path.home()))
            yield PlainText(id="trouble")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        """Begin with the folder."""
        say = self.phrases
        ways = [
            Entry("save", say("elsewhere.save"), "Enter"),
            Entry("leave", say("export.leave"), "Esc"),
        ]
        self.query_one(Menu).update(ways)
        self.query_one(CleanInput).focus()

    def on_input_submitted(self) -> None:
        """Save."""
        self._save()

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Save, or leave."""
        if event.entry == "save":
            self._save()
        else:
            self.do_leave()

    def _save(self) -> None:
        """Save in a worker, so that a folder on a disk that hangs can be left too."""
        if not self._is_writing:
            self._is_writing = True
            self._update_trouble(self.phrases("save.saving"))
            self.run_worker(self._move(self.query_one(CleanInput).value))

    async def _move(self, typed: str) -> None:
        say = self.phrases
        try:
            folder = free_folder(typed_path(typed).absolute(), self._document.path.name)
            await asyncio.to_thread(self._document.move_to, folder)
        except CannotOpen as error:
            self._update_trouble(say.say(error.message))
        except OSError as error:
            self._update_trouble(say("export.failed", reason=say.say(reason_of(error))))
        else:
            self.duiqi.saving.note_move(folder)
            self.dismiss(None)
        self._is_writing = False

    def _update_trouble(self, text: str) -> None:
        self.query_one("#trouble", PlainText).set_content(text)
