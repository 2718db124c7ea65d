"""The dialog that writes files, never over one that is there without asking."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tui.commands import Place
from tui.diagnostics.system_errors import reason_of
from tui.exports.document import Document
from tui.exports.formats import ExportFailed, Format
from tui.exports.naming import file_name
from tui.exports.preview import preview
from tui.i18n import LANGUAGES
from tui.screens.base import STYLES, Dialog, bindings_at
from tui.storage.paths import typed_path
from tui.widgets.clean_fields import CleanInput
from tui.widgets.menu import Entry, Menu
from tui.widgets.plain_text import PlainText
from tui.widgets.radio_row import RadioRow
from tui.workspace.exports import (
    Export,
    documents_folder,
    missing_folder,
    targets,
    write_export,
)

_BOTH = "both"
"""What is chosen for all languages of the interface."""


_AROUND, _AROUND_NARROW = 11, 13
"""Rows of the dialog beside the formats and the ways out, and where some of them are broken."""
_WIDE = 80
"""Columns of a window from where on none of them is broken."""


class ExportDialog(Dialog[None]):
    """Asks what to write, as what and where, and writes it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "dialogs.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    def __init__(self, exports: Sequence[Export]) -> None:
        super().__init__()
        self._exports = {export.id: export for export in exports}
        self._ticked = {Format.PAGE}
        self._document: Document | None = None
        """What is to be written, for the previews; None until it was made."""
        self._agreed_to_replace: tuple[Path, ...] = ()
        self._agreed_to_make: Path | None = None

    def compose(self) -> ComposeResult:
        """Mount what to choose, the folder, and the formats above two ways out."""
        with Vertical(id="dialog"):
            yield PlainText(id="title")
            yield RadioRow(next(iter(self._exports)), id="kind")
            yield RadioRow(_BOTH, id="language")
            yield CleanInput(id="path")
            yield PlainText(id="names")
            yield Menu(id="ways", aside_at=16)
            yield PlainText(id="trouble")

    @property
    def _export(self) -> Export:
        """What is to be written."""
        return self._exports[self.query_one("#kind", RadioRow).value]

    @property
    def _languages(self) -> tuple[str, ...]:
        """The languages to write in, the interface's before another."""
        chosen = self.query_one("#language", RadioRow).value
        own = self.phrases.language
        return tuple(dict.fromkeys((own, *LANGUAGES))) if chosen == _BOTH else (chosen,)

    @property
    def _formats(self) -> list[Format]:
        """What is ticked, of what there is."""
        return [each for each in self._export.formats if each in self._ticked or self._is_single]

    @property
    def _is_single(self) -> bool:
        return len(self._export.formats) == 1

    async def on_mount(self) -> None:
        """Begin with the formats."""
        say = self.phrases
        self.query_one("#title", PlainText).set_content(say("export.title"))
        self.query_one("#path", CleanInput).value = str(documents_folder())
        kinds = [(kind, say(f"export.kind_{kind}")) for kind in self._exports]
        self.query_one("#kind", RadioRow).update(kinds)
        languages = [(tag, say.language_name(tag)) for tag in map(str, LANGUAGES)]
        language = self.query_one("#language", RadioRow)
        document = await asyncio.to_thread(self._export.document, ())
        read = document.languages
        language.value = read[0] if len(read) == 1 else _BOTH
        language.update([(_BOTH, say("export.language_both")), *languages])
        await self._update_document()
        self.query_one(Menu).focus()

    async def _update_document(self) -> None:
        """Make what is to be written, and show what it comes to in each format."""
        self._document = await asyncio.to_thread(self._export.document, self._languages)
        self._agreed_to_replace = ()
        self._update_ways()
        caution = self._export.caution
        self._update_trouble(self.phrases(caution) if caution else "")

    def _update_ways(self) -> None:
        """Show the formats with what is ticked, and what Enter does."""
        say, marks, document = self.phrases, self.appearance.marks, self._document
        formats = self._formats
        entries = [
            Entry(
                each,
                say(f"export.as_{each}"),
                preview(document, each, say) if document is not None else "",
                marks.ticked if each in formats else marks.unticked,
            )
            for each in self._export.formats
            if not self._is_single
        ]
        if entries:
            entries.append(Entry("", ""))
        count = len(formats)
        write = say("export.write") if count == 1 else say("export.write_count", count=count)
        entries.append(Entry("export", write if count else say("export.write_none")))
        entries.append(Entry("leave", say("export.leave"), "Esc"))
        self._show(entries)
        self.query_one("#names", PlainText).set_content(self._named())

    def _show(self, ways: Sequence[Entry]) -> None:
        """Show the formats and the ways out, all of them where the screen is high enough."""
        menu = self.query_one(Menu)
        width, height = self.app.size
        around = _AROUND if width >= _WIDE else _AROUND_NARROW
        menu.styles.height = max(3, min(len(ways), height - around))
        menu.update(ways)

    def _named(self) -> str:
        """Return what the files will be called."""
        formats, document = self._formats, self._document
        if document is None or not formats:
            return ""
        stem = file_name(document, "")
        return stem + ", .".join(formats)

    async def on_radio_row_changed(self) -> None:
        """Make it anew: at another level, or in other languages."""
        await self._update_document()

    def on_input_changed(self) -> None:
        """Take a file's name for what is wanted, and forget what was agreed on others."""
        self._agreed_to_replace = ()
        self._agreed_to_make = None
        with suppress(OSError, ValueError):
            path = typed_path(self.query_one("#path", CleanInput).value)
            if not path.is_dir():
                self._ticked = {Format(path.suffix.lower().removeprefix("."))}
                self._update_ways()

    def on_radio_row_submitted(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    async def on_input_submitted(self) -> None:
        """Write."""
        await self._write()

    async def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Tick a format, write, or leave."""
        if event.entry == "export":
            await self._write()
        elif event.entry == "leave":
            self.dismiss(None)
        else:
            self._ticked ^= {Format(event.entry)}
            self._agreed_to_replace = ()
            self._update_ways()

    async def _write(self) -> None:
        """Write the files.

        Those that exist already are replaced, and a folder that is missing is made, when the
        person asks twice.
        """
        say, formats = self.phrases, self._formats
        if not formats:
            self._update_trouble(say("export.write_none"))
            return
        export, languages = self._export, self._languages
        try:
            where = typed_path(self.query_one("#path", CleanInput).value)
            paths = targets(export, formats, languages, where)
            is_agreed = self._agreed_to_replace == paths
            taken = [path for path in paths if path.exists()]
            if taken and not is_agreed:
                self._agreed_to_replace = paths
                self._update_trouble(say("export.exists", names=_names(taken)))
                return
            folder = missing_folder(paths)
            if folder is not None and folder != self._agreed_to_make:
                self._agreed_to_make = folder
                self._update_trouble(say("export.no_folder", folder=folder))
                return
            # Keys wait meanwhile, in their order: the dialog is not left before the write is done.
            await asyncio.to_thread(self._write_all, export, formats, languages, paths, is_agreed)
        except ExportFailed as failed:
            self._update_trouble(say.say(failed.message))
        except OSError as error:
            self._update_trouble(say("export.failed", reason=say.say(reason_of(error))))
        else:
            told = {"folder": paths[0].absolute().parent, "names": _names(paths)}
            self._update_trouble(say("export.written_in", **told))
            self._show([Entry("leave", say("export.close"), "Esc")])
            self.query_one(Menu).focus()

    def _write_all(
        self,
        export: Export,
        formats: Sequence[Format],
        languages: tuple[str, ...],
        paths: Sequence[Path],
        is_agreed: bool,
    ) -> None:
        """Make all before any is written, so that one that fails leaves none behind."""
        contents = [export.content(to, languages) for to in formats]
        paths[0].absolute().parent.mkdir(parents=True, exist_ok=True)
        for content, path in zip(contents, paths, strict=True):
            write_export(content, path, replace=is_agreed)

    def _update_trouble(self, text: str) -> None:
        self.query_one("#trouble", PlainText).set_content(text)


def _names(paths: Iterable[Path]) -> str:
    return ", ".join(path.name for path in paths)
