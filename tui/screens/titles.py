"""The words of the top line."""

from collections.abc import Iterable

from tui.i18n import Phrases
from tui.storage.saver import Phase, SaveState
from tui.widgets.marks import Marks


def parties_title(names: Iterable[str], marks: Marks) -> str:
    """Give the names of the two at the table; of one alone, its own."""
    return f" {marks.times} ".join(filter(None, names))


def saved_label(state: SaveState, say: Phrases) -> tuple[str, bool]:
    """Give what the top line says of saving, and whether that is an alarm."""
    told = say.say(state.message) if state.message is not None else ""
    match state.phase:
        case Phase.FAILED:
            return say("save.failed", reason=told), True
        case Phase.SAVING:
            return say("save.saving"), False
        case Phase.SAVED:
            return told or say("save.saved"), bool(told)
