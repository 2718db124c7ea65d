"""The dialog that asks for one path or several."""

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tui.commands import Place
from tui.diagnostics.system_errors import reason_of
from tui.screens.base import STYLES, Dialog, bindings_at
from tui.storage.paths import typed_path
from tui.widgets.clean_fields import CleanInput
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText


class PathsDialog(Dialog[tuple[Path, ...]]):
    """Asks for paths; returns them once all of them exist."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    def __init__(self, title: str, labels: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._labels = labels

    def compose(self) -> ComposeResult:
        """Mount a field for each path, and two ways out."""
        with Vertical(id="dialog"):
            yield PlainText(self._title, id="title")
            for label in self._labels:
                yield PlainText(label, classes="label")
                yield CleanInput()
            yield PlainText(id="trouble")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        """Begin with the first path."""
        say = self.phrases
        ways = [Entry("open", say("paths.open")), Entry("leave", say("export.leave"), "Esc")]
        self.query_one(Menu).update(ways)
        self.query(CleanInput).first().focus()

    def on_input_submitted(self) -> None:
        """Go on to the next field, or open behind the last."""
        fields = list(self.query(CleanInput))
        if self.focused is fields[-1]:
            self._open()
        else:
            self.focus_next()

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Open, or leave."""
        if event.entry == "open":
            self._open()
        else:
            self.dismiss(None)

    def _open(self) -> None:
        """Return the paths, if all of them exist."""
        paths = list[Path]()
        for field in self.query(CleanInput):
            try:
                path = typed_path(field.value)
                path.stat()
            except OSError as error:
                self.query_one("#trouble", PlainText).set_content(self._trouble(field.value, error))
                return
            paths.append(path)
        self.dismiss(tuple(paths))

    def _trouble(self, typed: str, error: OSError) -> str:
        """Return why a path leads nowhere."""
        say = self.phrases
        if isinstance(error, FileNotFoundError) or not typed.strip():
            return say("cli.no_such_path", path=typed)
        return say("open.failed", path=typed, reason=say.say(reason_of(error)))
