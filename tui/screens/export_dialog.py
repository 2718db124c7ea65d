"""The dialog that writes a file, never over one that is there without asking."""

import asyncio
import os
from collections.abc import Sequence
from datetime import date
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
from tui.widgets.radio_row import RadioRow
from tui.workspace.exports import Export, write_export


class ExportDialog(Dialog[None]):
    """Asks what to write and where, and writes it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    def __init__(self, exports: Sequence[Export], day: date) -> None:
        super().__init__()
        self._exports = {export.id: export for export in exports}
        self._day = day
        self._agreed_to_replace: Path | None = None

    def compose(self) -> ComposeResult:
        """Mount the kinds, the path, and two ways out."""
        with Vertical(id="dialog"):
            yield PlainText(id="title")
            yield RadioRow(next(iter(self._exports)), id="kind")
            yield CleanInput(id="path")
            yield PlainText(id="trouble")
            yield Menu(id="ways")

    @property
    def _export(self) -> Export:
        """What is to be written."""
        return self._exports[self.query_one(RadioRow).value]

    def _proposal(self) -> str:
        """Return a file name that is not taken yet."""
        stem = f"{self._export.stem}-{self._day.isoformat()}"
        names = (f"{stem}{n}.toml" for n in ("", *(f"-{n}" for n in range(2, 1000))))
        return next((name for name in names if not os.path.lexists(name)), "")

    def on_mount(self) -> None:
        """Begin with the path."""
        say = self.phrases
        self.query_one("#title", PlainText).set_content(say("export.title"))
        kinds = [(kind, say(f"export.kind_{kind}")) for kind in self._exports]
        self.query_one(RadioRow).update(kinds)
        ways = [
            Entry("export", say("export.write"), "Enter"),
            Entry("leave", say("export.leave"), "Esc"),
        ]
        self.query_one(Menu).update(ways)
        self.on_radio_row_changed()
        self.query_one(CleanInput).focus()

    def on_radio_row_changed(self) -> None:
        """Propose a file name, and say what should be known before this kind is sent to anyone."""
        self.query_one(CleanInput).value = self._proposal()
        caution = self._export.caution
        self._update_trouble(self.phrases(caution) if caution else "")

    def on_input_changed(self) -> None:
        """Forget that another path may be replaced."""
        self._agreed_to_replace = None

    def on_radio_row_submitted(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    async def on_input_submitted(self) -> None:
        """Write."""
        await self._write()

    async def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Write, or leave."""
        if event.entry == "export":
            await self._write()
        elif event.entry == "leave":
            self.dismiss(None)

    async def _write(self) -> None:
        """Write the file; one that exists already is replaced when the person asks twice."""
        say, path = self.phrases, Path()
        try:
            path = typed_path(self.query_one(CleanInput).value)
            is_agreed = self._agreed_to_replace == path
            # Keys wait meanwhile, in their order: the dialog is not left before the write is done.
            await asyncio.to_thread(write_export, self._export, path, replace=is_agreed)
        except FileExistsError:
            self._agreed_to_replace = path
            self._update_trouble(say("export.exists", path=path.name))
        except OSError as error:
            self._update_trouble(say("export.failed", reason=say.say(reason_of(error))))
        else:
            self._update_trouble(say("export.written", path=path.absolute()))
            self.query_one(Menu).update([Entry("leave", say("export.close"), "Esc")])
            self.query_one(Menu).focus()

    def _update_trouble(self, text: str) -> None:
        self.query_one("#trouble", PlainText).set_content(text)
