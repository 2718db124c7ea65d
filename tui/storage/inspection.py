"""What is wrong in a file of ours, whichever of them it is: a questionnaire, sheet, session..."""

from collections.abc import Callable
from pathlib import Path

from tui.domain.message import Message
from tui.storage.checks.problem import Names, error
from tui.storage.diagnostics import Diagnostic, InvalidFile, Severity, in_order
from tui.storage.toml_file import TomlFile, read_toml

Found = list[Diagnostic]
"""What is wrong, sorted by line within each file."""
Own = Callable[[], Path | None]
"""Gives the folder of the user's own questionnaires, where that matters."""
_OF_A_QUESTIONNAIRE = ("questionnaire", "question", "area", "party")
"""Keys of which one at least stands in a file that is meant as a questionnaire."""


def _nowhere() -> None:
    """Give no folder."""


def problems_of(path: Path, user: Own = _nowhere) -> Found:
    """Give all that is wrong at `path`: in a file, or in a session's folder.

    The questionnaire that a sheet names is sought among the bundled, beside it and in `user`.
    """
    if path.is_dir():
        from tui.storage.record_checks import in_session  # noqa: PLC0415 - not for questionnaires

        return in_session(path)
    try:
        return problems_in(read_toml(path), user)
    except InvalidFile as invalid:
        return list(invalid.diagnostics)


def problems_in(file: TomlFile, user: Own = _nowhere) -> Found:
    """Give all that is wrong in a file that has been read."""
    kind = file.data.get("kind")
    if kind is None and any(key in file.data for key in _OF_A_QUESTIONNAIRE):
        return _questionnaire(file)
    if kind is None:
        return [_about(file, "check.nothing_of_ours")]
    return _of_kind(kind, file, user)


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


def _of_kind(kind: object, file: TomlFile, user: Own) -> Found:
    """Give what is wrong in a file that says what it is."""
    from tui.storage.record_checks import KINDS  # noqa: PLC0415 - not for questionnaires

    if isinstance(kind, str) and kind in KINDS:
        return KINDS[kind](file, user())
    wrong = error(("kind",), "unknown_kind", kind=kind, help=Names(KINDS).mend(str(kind)))
    return [wrong.located(file)]
