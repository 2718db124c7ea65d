"""What is said of saving: in the top line, above every screen, and at the end."""

from pathlib import Path

from tui.domain.message import Message
from tui.i18n import Phrases
from tui.storage.autosave import RETRY, SaveState, SaveStatus
from tui.workspace.document import OpenDocument


def saved_label(document: OpenDocument, say: Phrases) -> str:
    """Return what the top line says of saving; nothing where `unsaved_banner` says more."""
    state = document.state
    if document.tried is not None:
        return say("save.not_kept")
    if unsaved_banner(state) is not None:
        return ""
    return say("save.saved" if state.status is SaveStatus.SAVED else "save.saving")


def unsaved_banner(state: SaveState) -> Message | None:
    """Return what stands above every screen; None where all is well and quick."""
    if state.status is SaveStatus.FAILED and state.message is not None:
        return Message("save.failed", {"reason": state.message, "seconds": f"{RETRY:.0f}"})
    if state.is_slow:
        return Message("save.slow")
    return state.message


def lost(state: SaveState, folder: Path) -> Message:
    """Return what to say of a session that was left while something of it was not saved.

    Args:
        state: How it stood to the disk when it was left.
        folder: The folder that it is saved in.
    """
    failure = state.message if state.status is SaveStatus.FAILED else None
    reason = failure or Message("save.no_reply")
    since = unsaved_since(state)
    return Message("save.lost", {"reason": reason, "since": since, "folder": str(folder)})


def unsaved_since(state: SaveState) -> str:
    """Return the time of day of the first change that is not saved; nothing where all is."""
    return f"{state.unsaved_since:%H:%M:%S}" if state.unsaved_since is not None else ""
