"""The dialog that asks before a backup takes the place of a broken file."""

from collections.abc import Sequence

from tui.domain.message import Message
from tui.screens.confirm_dialog import DO, LEAVE, ConfirmDialog
from tui.widgets.menu import Entry


class RepairDialog(ConfirmDialog):
    """Says what would be done to which file; to restore comes first."""

    title_key = "repair.title"

    def __init__(self, repairs: Sequence[Message]) -> None:
        super().__init__()
        self._repairs = repairs

    @property
    def notices(self) -> Sequence[str]:
        """What would be done, a text for each file."""
        return [self.phrases.say(repair) for repair in self._repairs]

    @property
    def ways(self) -> Sequence[Entry]:
        """To restore, or to leave all as it is."""
        say = self.phrases
        return Entry(DO, say("repair.restore")), Entry(LEAVE, say("repair.leave"), "Esc")
