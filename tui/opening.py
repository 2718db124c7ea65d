"""Opening and starting things from the app: slow imports and slow disks, for a thread."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from tui.domain.message import Message
from tui.domain.session import Session
from tui.storage.diagnostics import InvalidFile
from tui.storage.examples import example_session
from tui.storage.paths import DataFolder, new_session_folder
from tui.storage.questionnaires import NoSuchQuestionnaire, bundled
from tui.storage.reports import OpenReport, read_report
from tui.storage.sessions import CannotOpen, OpenSession, create, open_session


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A session that is ready to go on."""

    opened: OpenSession
    """The session and what saves it."""
    path: Path
    """Its folder."""
    is_copy: bool = False
    """Whether the folder is a temporary copy."""


def open_path(path: Path) -> OpenedSession | OpenReport:
    """Open a session folder or a report file; raises what `told` can say."""
    if path.is_dir():
        return OpenedSession(open_session(path), path)
    return read_report(path)


def open_example() -> OpenedSession:
    """Open the worked example on a copy in a temporary folder."""
    session, questionnaire = example_session()
    folder = Path(tempfile.mkdtemp(prefix="duiqi-example-"))
    opened = OpenSession(session, create(folder, questionnaire, session), ())
    return OpenedSession(opened, folder, is_copy=True)


def start(session: Session, questionnaire: Path, data: DataFolder) -> OpenedSession:
    """Begin a session in a new folder among the user's."""
    folder = new_session_folder(data.sessions, session.date)
    opened = OpenSession(session, create(folder, questionnaire, session), ())
    return OpenedSession(opened, folder)


def questionnaires(data: DataFolder) -> list[Path]:
    """Give the questionnaires to choose from: the bundled ones, then the user's own."""
    return [*bundled(), *sorted(data.questionnaires.glob("*.toml"))]


CANNOT = (InvalidFile, CannotOpen, NoSuchQuestionnaire, OSError)
"""What opening and starting may raise; `told` says each in words."""


def told(error: Exception) -> Message:
    """Give what to say of an error of `CANNOT`."""
    match error:
        case InvalidFile():
            first = error.diagnostics[0]
            line = str(first.span.line) if first.span is not None else "1"
            return Message("open.invalid", {"file": first.file, "line": line})
        case CannotOpen() | NoSuchQuestionnaire():
            return error.message
        case OSError():
            return Message("open.failed", {"reason": error.strerror or str(error)})
        case _:
            raise error
