"""The dialog for texts: notes, reasons, answers in words; each letter is kept as it is typed."""

from collections.abc import Callable
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


class NoteDialog(Dialog[bool]):
    """Asks for a text; returns whether the person was done with it, rather than went back.

    Args:
        title: What is to be written.
        text: What stands there already.
        keep: Takes the text, cleaned, with every letter.
        longest: The most characters that can be kept.
        begun: What was typed before the dialog was there; it goes behind the text.
        ways: The catalogue's entries of its two ways out, if not those of a note.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_at(Place.DIALOG),
        *[("ctrl+s", "done", "done")],
    ]

    def __init__(
        self,
        title: str,
        text: str,
        keep: Callable[[str], None],
        *,
        longest: int | None = None,
        begun: str = "",
        ways: tuple[str, str] = ("note.done", "note.take_back"),
    ) -> None:
        super().__init__()
        self._title = title
        self._before = text
        self._keep = keep
        self._longest = longest or LONGEST_TEXT
        self._begun = begun
        self._ways = ways

    def compose(self) -> ComposeResult:
        """Mount the field and two ways out."""
        with Vertical(id="dialog"):
            yield PlainText(self._title, id="title")
            yield CleanTextArea(self._before, id="text", tab_behavior="focus", soft_wrap=True)
            yield PlainText(id="trouble")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        """Begin with the field, behind what stands there."""
        say, (done, other) = self.phrases, self._ways
        is_note = other == "note.take_back"
        keys = ("Ctrl+S", "") if is_note else ("Ctrl+S", "Esc")
        entries = [Entry("done", say(done), keys[0]), Entry("other", say(other), keys[1])]
        self.query_one(Menu).update(entries)
        field = self.query_one(CleanTextArea)
        field.focus()
        field.move_cursor(field.document.end)
        if self._begun:
            field.insert(self._begun)
        self._update_trouble()

    @property
    def _written(self) -> str:
        return clean(self.query_one(CleanTextArea).text).strip()

    @property
    def has_unkept(self) -> bool:
        """Whether more is written than can be kept."""
        return len(self._written) > self._longest

    def on_text_area_changed(self) -> None:
        """Keep what is typed, letter by letter, as much as can be: whatever ends the program."""
        self._keep(self._written[: self._longest].rstrip())
        self._update_trouble()

    def _update_trouble(self, *, is_leaving: bool = False) -> None:
        """Say that it is kept, or that it is too long for that, and which key leaves it so."""
        values = {"length": len(self._written), "longest": self._longest}
        told = self.phrases("note.too_long" if self.has_unkept else "note.kept", **values)
        if is_leaving:
            told = f"{told} {self.phrases('note.too_long_twice', key=self.last_key)}"
        self.query_one("#trouble", PlainText).set_content(told)

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Be done with the text, or go the other way."""
        if event.entry == "done":
            self.action_done()
        elif self._ways[1] == "note.take_back":
            field = self.query_one(CleanTextArea)
            field.replace(self._before, field.document.start, field.document.end)
            field.focus()
        else:
            self.dismiss(False)

    def do_leave(self) -> None:
        """Go back; what is too long to be kept is thrown away only when the person asks twice."""
        if not self.holds_back():
            self.dismiss(False)

    def holds_back(self) -> bool:
        """Return whether some of what is written would be lost, and say so; once for each key."""
        if not self.has_unkept or not self.must_warn(self._written):
            return False
        self._update_trouble(is_leaving=True)
        return True

    def action_done(self) -> None:
        """Be done; what is too long to be kept is thrown away only when the person asks twice."""
        if not self.holds_back():
            self.dismiss(True)
