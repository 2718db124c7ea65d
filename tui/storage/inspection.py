"""What is wrong in a file of ours, whichever of them it is: a questionnaire, sheet, session..."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tui.domain.message import Message
from tui.storage.checks.problem import Names, error
from tui.storage.diagnostics import Diagnostic, InvalidFile, Severity, in_order
from tui.storage.paths import SESSION
from tui.storage.toml_file import TomlFile, read_toml

Found = list[Diagnostic]
"""What is wrong, sorted by line within each file."""
_OF_A_QUESTIONNAIRE = ("questionnaire", "question", "area", "party")
"""Keys of which one at least stands in a file that is meant as a questionnaire."""


def problems_of(path: Path, user: Path | None = None) -> Found:
    """Give all that is wrong at `path`: in a file, or in a session's folder.

    The questionnaire that a sheet names is sought among the bundled, beside it and in `user`.
    """
    if path.is_dir():
        return _Session(path, user).found()
    try:
        return problems_in(read_toml(path), user)
    except InvalidFile as invalid:
        return list(invalid.diagnostics)


def problems_in(file: TomlFile, user: Path | None = None) -> Found:
    """Give all that is wrong in a file that has been read."""
    kind = file.data.get("kind")
    if kind is None and any(key in file.data for key in _OF_A_QUESTIONNAIRE):
        return _questionnaire(file)
    if kind is None:
        return [Diagnostic(file.name, None, Severity.ERROR, Message("check.nothing_of_ours"))]
    if isinstance(kind, str) and kind in _KINDS:
        return _told(lambda: _KINDS[kind](file, user))
    known = Names(_KINDS)
    wrong = error(("kind",), "unknown_kind", kind=kind, help=known.mend(str(kind)))
    return [wrong.located(file)]


def problems_against(file: TomlFile, former: TomlFile) -> Found:
    """Give all that is wrong in a questionnaire, also in view of its former edition.

    Where the former one is wrong in itself, or none, that is told instead.
    """
    from tui.storage.checks.editions import Change, problems  # noqa: PLC0415
    from tui.storage.questionnaire_checks import examine  # noqa: PLC0415

    new, old = examine(file), examine(former)
    if old.has_errors or old.shape is None:
        return list(old.diagnostics)
    if new.has_errors or new.shape is None:
        return list(new.diagnostics)
    is_same_text = file.text.replace("\r\n", "\n") == former.text.replace("\r\n", "\n")
    change = Change(old.shape, new.shape, file.data == former.data, is_same_text)
    found = (problem.located(file) for problem in problems(change))
    return list(in_order((*new.diagnostics, *found)))


def _questionnaire(file: TomlFile) -> Found:
    """Give what is wrong in a questionnaire, or in an overlay in view of its questionnaire."""
    from tui.storage.questionnaire_checks import check_questionnaire, examine  # noqa: PLC0415

    path = Path(file.name)
    if "." not in path.stem:
        return check_questionnaire(file)
    from tui.storage import overlays  # noqa: PLC0415

    if not overlays.is_overlay(path, file.data):
        return check_questionnaire(file)
    base = overlays.base_of(path)
    try:
        examined = examine(read_toml(base))
    except InvalidFile:
        return [_about(file, "check.overlay_alone", base=base.name)]
    if examined.has_errors or examined.shape is None:
        return [_about(file, "check.overlay_base_wrong", base=base.name)]
    return overlays.Overlaying(examined.shape, file).diagnostics()


def _about(file: TomlFile, key: str, **values: str) -> Diagnostic:
    return Diagnostic(file.name, None, Severity.ERROR, Message(key, values))


def _told(look: Callable[[], Found]) -> Found:
    """Give what is found, or what stands in the way of looking."""
    try:
        return look()
    except InvalidFile as invalid:
        return list(invalid.diagnostics)


def _sheet(file: TomlFile, user: Path | None) -> Found:
    """Give what is wrong in an answer sheet in view of its questionnaire."""
    from tui.storage.questionnaires import NoSuchQuestionnaire, find  # noqa: PLC0415
    from tui.storage.sheet_reader import read_sheet, sheet_edition  # noqa: PLC0415

    edition, _ = sheet_edition(file)
    try:
        questionnaire = find(edition, Path(file.name).parent, user)
    except NoSuchQuestionnaire as missing:
        return [file.problem(("questionnaire",), missing.message)]
    read_sheet(file, questionnaire)
    return []


def _minutes(file: TomlFile, user: Path | None) -> Found:
    """Give what is wrong in minutes in view of their questionnaire."""
    from tui.storage.minutes_file import read_minutes  # noqa: PLC0415
    from tui.storage.questionnaires import NoSuchQuestionnaire, find  # noqa: PLC0415
    from tui.storage.records import document  # noqa: PLC0415
    from tui.storage.sheet_reader import read_edition  # noqa: PLC0415

    root = document(file, "minutes")
    edition = read_edition(root)
    root.problems.raise_any()
    try:
        questionnaire = find(edition, Path(file.name).parent, user)
    except NoSuchQuestionnaire as missing:
        return [file.problem(("questionnaire",), missing.message)]
    read_minutes(file, questionnaire)
    return []


def _report(file: TomlFile, _: Path | None) -> Found:
    """Give what is wrong in a report; one that was changed by hand gets a warning."""
    from tui.storage.reports import read_report  # noqa: PLC0415

    severity = Severity.WARNING
    notices = read_report(file).notices
    return [file.problem(("integrity",), notice, severity=severity) for notice in notices]


def _session(file: TomlFile, user: Path | None) -> Found:
    """Give what is wrong in the session whose main file this is."""
    return _Session(Path(file.name).parent, user).found()


_KINDS: Mapping[str, Callable[[TomlFile, Path | None], Found]] = {
    "sheet": _sheet,
    "session": _session,
    "minutes": _minutes,
    "report": _report,
}
"""How each kind of file is looked at."""


class _Session:
    """The files of a session's folder, each read against the questionnaire that lies there."""

    def __init__(self, folder: Path, user: Path | None) -> None:
        self._folder = folder
        self._user = user

    def found(self) -> Found:
        """Give what is wrong in any of them."""
        return [problem for look in self._looks() for problem in _told(look)]

    def _looks(self) -> Iterator[Callable[[], Found]]:
        from tui.storage.minutes_file import MINUTES, read_minutes  # noqa: PLC0415
        from tui.storage.questionnaires import load  # noqa: PLC0415
        from tui.storage.session_file import (  # noqa: PLC0415
            QUESTIONNAIRE,
            read_course,
            sheet_name,
        )
        from tui.storage.sheet_reader import read_sheet  # noqa: PLC0415
