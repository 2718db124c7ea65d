"""The dialog that asks before a session goes to the trash."""

from collections.abc import Sequence
from pathlib import Path

from tui.screens.confirm_dialog import DO, LEAVE, ConfirmDialog
from tui.widgets.menu import Entry


class DiscardDialog(ConfirmDialog):
    """Says which folder would go where; to leave all as it is comes first."""

    title_key = "sessions.discard"

    def __init__(self, folder: Path, trash: Path) -> None:
        super().__init__()
        self._folder = folder
        self._trash = trash

    @property
    def notices(self) -> Sequence[str]:
        """Which folder would go where."""
        name, trash = self._folder.name, self._trash
        return [self.phrases("sessions.discard_about", name=name, trash=trash)]

    @property
    def ways(self) -> Sequence[Entry]:
        """To keep it, or to throw it away."""
        say = self.phrases
        return Entry(LEAVE, say("sessions.keep"), "Esc"), Entry(DO, say("sessions.throw"))
