"""The dialog that writes the report into a file, never over one that is there without asking."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.commands import Place
from tui.domain.report import Detail, report
from tui.domain.session import Session
from tui.screens.base import Dialog, bindings_at
from tui.storage.atomic import create_file, overwrite_file
from tui.storage.reports import report_bytes
from tui.widgets.literal import Literal
from tui.widgets.menu import Entry, Menu
from tui.widgets.switcher import Switcher


class ExportDialog(Dialog[None]):
    """Asks where to, and how much to tell."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_at(Place.DIALOG)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._agreed_to_replace: Path | None = None

    def compose(self) -> ComposeResult:
        """Mount the field, the switch, and two ways out."""
        with Vertical(id="dialog"):
            yield Literal(id="title")
            yield Input(self._proposal(), id="path")
            yield Switcher(Detail.SHARED, id="detail")
            yield Literal(id="trouble")
            yield Menu(id="ways")

    def _proposal(self) -> str:
        """Give a name that is free: no name is made from what a person typed."""
        day = self._session.date.isoformat()
        names = (f"alignment-{day}{n}.toml" for n in ("", *(f"-{n}" for n in range(2, 1000))))
        return next((name for name in names if not Path(name).exists()), "")

    def on_mount(self) -> None:
        """Begin with the path."""
        say = self.look.phrases
        self.query_one("#title", Literal).say(say("export.title"))
        told = (Detail.SHARED, Detail.MINUTES)
        self.query_one(Switcher).offer([(detail, say(f"detail.{detail}")) for detail in told])
        ways = [
            Entry("export", say("export.write"), "Enter"),
            Entry("leave", say("export.leave"), "Esc"),
        ]
        self.query_one(Menu).offer(ways)
        self.query_one(Input).focus()

    def on_input_changed(self) -> None:
        """Forget what was agreed for another path."""
        self._agreed_to_replace = None

    def on_input_submitted(self) -> None:
        """Write."""
        self._write()

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Write, or leave."""
        if event.entry == "export":
            self._write()
        elif event.entry == "leave":
            self.dismiss(None)

    def _write(self) -> None:
        """Write the report; a file that is there is replaced when that is said twice."""
        say, typed = self.look.phrases, self.query_one(Input).value.strip()
        path = Path(typed).expanduser()
        detail = Detail(self.query_one(Switcher).value)
        content = report_bytes(report(self._session, detail))
        try:
            if not typed:
                raise IsADirectoryError
            if self._agreed_to_replace == path:
                overwrite_file(path, content)
            else:
                create_file(path, content)
        except FileExistsError:
            self._agreed_to_replace = path
            self._tell(say("export.exists", path=path.name))
        except OSError as error:
            self._tell(say("export.failed", reason=error.strerror or say("export.no_name")))
        else:
            self._tell(say("export.written", path=path.absolute()))
            self.query_one(Menu).offer([Entry("leave", say("export.close"), "Esc")])
            self.query_one(Menu).focus()

    def _tell(self, text: str) -> None:
        self.query_one("#trouble", Literal).say(text)
