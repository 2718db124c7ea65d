"""The dialog between a session that is not saved and the way out of it."""

import time
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tui.commands import Place
from tui.screens.base import STYLES, Dialog, bindings_at
from tui.screens.elsewhere_dialog import ElsewhereDialog
from tui.screens.saving_words import unsaved_since
from tui.storage.autosave import SaveStatus
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText
from tui.workspace.document import OpenDocument

_READING = 1.0
"""Seconds within which nobody has read the question yet."""


class UnsavedDialog(Dialog[bool]):
    """Waits until all is saved, or until the person decides; returns whether it may be left."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        self._document = document
        self._asked_at = time.monotonic()

    @property
    def may_be_skipped(self) -> bool:
        """Whether Ctrl+Q, pressed again, leaves at once.

        It does where the disk hangs, which may be for ever. Where saving has failed, the dialog's
        own ways stand open, and two hasty keys are no wish to lose anything.
        """
        is_read = time.monotonic() - self._asked_at > _READING
        return is_read and self._document.state.status is not SaveStatus.FAILED

    def compose(self) -> ComposeResult:
        """Mount what is the matter, and the ways out."""
        with Vertical(id="dialog"):
            yield PlainText(id="title")
            yield PlainText(id="about", classes="notice")
            yield PlainText(id="trouble")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        """Offer the ways, the harmless one first."""
        say = self.phrases
        menu = self.query_one(Menu)
        menu.update(
            [
                Entry("stay", say("unsaved.stay"), "Esc"),
                Entry("elsewhere", say("unsaved.elsewhere")),
                Entry("discard", say("unsaved.discard")),
            ]
        )
        menu.focus()
        self.refresh_status()

    def refresh_status(self) -> None:
        """Say how it stands; once all is saved there is nothing left to ask."""
        super().refresh_status()
        state, say = self._document.state, self.phrases
        if not self._document.would_lose:
            if self.is_current:
                self.dismiss(True)
            return
        is_failed = state.status is SaveStatus.FAILED
        title = "unsaved.failed" if is_failed else "unsaved.waiting"
        self.query_one("#title", PlainText).set_content(say(title))
        since = unsaved_since(state)
        about = say("unsaved.about", since=since, folder=self._document.path)
        self.query_one("#about", PlainText).set_content(about)

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Stay, save elsewhere, or lose what is not saved."""
        match event.entry:
            case "stay":
                self.do_leave()
            case "elsewhere":
                self.app.push_screen(ElsewhereDialog(self._document))
            case "discard":
                self.dismiss(True)

    def do_leave(self) -> None:
        """Stay in the session."""
        self.dismiss(False)
