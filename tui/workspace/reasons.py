"""Why something cannot be opened, begun or written, in one sentence, for app and command line."""

from pathlib import Path

from tui.diagnostics.diagnostic import InvalidFile
from tui.diagnostics.system_errors import reason_of
from tui.domain.message import Message
from tui.domain.questionnaire import NoSuchQuestionnaire
from tui.storage.cannot_open import CannotOpen
from tui.workspace.unpaired import Unpaired

CANNOT = (InvalidFile, CannotOpen, NoSuchQuestionnaire, Unpaired, OSError)
"""What opening and starting may raise; `told` says each in words."""
_ABOUT_ALL = ("check.wrong_kind", "check.missing_key")
"""What is told at a line although it is about the file: it is of no kind that is wanted."""


def told(error: Exception) -> Message:
    """Return what to say of an error of `CANNOT`.

    Of a line in a file only the number: what stands in it may be an answer that is not to be seen.
    """
    match error:
        case InvalidFile():
            first = error.first
            if first.span is None or first.message.key in _ABOUT_ALL:
                return Message("open.unfit", {"file": first.file, "problem": first.message})
            return Message("open.invalid", {"file": first.file, "line": str(first.span.line)})
        case CannotOpen() | NoSuchQuestionnaire() | Unpaired():
            return error.message
        case OSError(filename=str() as path):
            return Message("open.failed", {"path": path, "reason": reason_of(error)})
        case OSError():
            return Message("open.stopped", {"reason": reason_of(error)})
        case _:
            raise error


def unwritable(path: Path, error: OSError) -> Message:
    """Return what to say of a file that could not be written.

    Args:
        path: The file; the error may name a temporary one beside it.
        error: What the system said.
    """
    if isinstance(error, FileExistsError):
        return Message("compare.exists", {"path": str(path)})
    return Message("compare.unwritable", {"path": str(path), "reason": reason_of(error)})
