"""The dialog for texts: notes, reasons, answers in words. Tab leaves the field."""

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tui.commands import Place
from tui.screens.base import STYLES, Dialog, bindings_at
from tui.text.cleaning import LONGEST_TEXT, clean
from tui.widgets.clean_fields import CleanTextArea
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText


class NoteDialog(Dialog[str]):
    """Asks for a text; returns it cleaned, or None where nothing is to change."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_at(Place.DIALOG),
        *[("ctrl+s", "keep", "keep")],
    ]

    def __init__(self, title: str, text: str, longest: int | None = None) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._longest = longest or LONGEST_TEXT
        self._left: str | None = None
        """The text when the person last asked to leave it."""

    def compose(self) -> ComposeResult:
        """Mount the field and two ways out."""
        with Vertical(id="dialog"):
            yield PlainText(self._title, id="title")
            yield CleanTextArea(self._text, id="text", tab_behavior="focus", soft_wrap=True)
            yield PlainText(id="trouble")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        """Begin with the field."""
        say = self.phrases
        keep = Entry("keep", say("note.keep"), "Ctrl+S")
        self.query_one(Menu).update([keep, Entry("leave", say("note.leave"), "Esc")])
        field = self.query_one(CleanTextArea)
        field.focus()
        field.move_cursor(field.document.end)

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Keep the text, or leave it as it was."""
        if event.entry == "keep":
            self.action_keep()
        else:
            self.do_leave()

    def do_leave(self) -> None:
        """Leave the text as it was; a change is thrown away only when the person asks twice."""
        if not self.holds_back():
            self.dismiss(None)

    @property
    def has_unkept(self) -> bool:
        """Whether something was written that is not kept yet."""
        return self.query_one(CleanTextArea).text != self._text

    def holds_back(self) -> bool:
        """Return whether what was written would be lost, and say so; once only."""
        written = self.query_one(CleanTextArea).text
        if written in (self._text, self._left):
            return False
        self._left = written
        self.query_one("#trouble", PlainText).set_content(self.phrases("note.leave_twice"))
        return True

    def action_keep(self) -> None:
        """Return the text, unless it is too long."""
        text = clean(self.query_one(CleanTextArea).text).strip()
        if len(text) > self._longest:
            trouble = self.phrases("note.too_long", length=len(text), longest=self._longest)
            self.query_one("#trouble", PlainText).set_content(trouble)
        else:
            self.dismiss(text)
