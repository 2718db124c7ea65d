"""What the top line says of saving."""

from tui.i18n import Phrases
from tui.storage.autosave import SaveState, SaveStatus


def saved_label(state: SaveState, say: Phrases) -> tuple[str, bool]:
    """Return what the top line says of saving, and whether that is an alarm."""
    told = say.say(state.message) if state.message is not None else ""
    match state.status:
        case SaveStatus.FAILED:
            return say("save.failed", reason=told), True
        case SaveStatus.SAVING:
            return say("save.saving"), False
        case SaveStatus.SAVED:
            return told or say("save.saved"), bool(told)
