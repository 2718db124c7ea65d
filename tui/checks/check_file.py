"""What is wrong in a file of ours, whichever of them it is: a questionnaire, sheet, session..."""

import os
from pathlib import Path

from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity, in_order
from tui.diagnostics.problem import error, message
from tui.diagnostics.suggestions import Names
from tui.domain.message import Message
from tui.formats.questionnaire.edition import Find
from tui.formats.value_mends import shown
from tui.toml.reader import TomlFile, read_toml

Found = list[Diagnostic]
"""What is wrong, sorted by line within each file."""
_OF_A_QUESTIONNAIRE = ("questionnaire", "question", "area", "party")
"""Keys of which one at least stands in a file that is meant as a questionnaire."""


def problems_of(path: Path, find: Find) -> Found:
    """Return all that is wrong at `path`: in a file, or in a session's folder.

    Args:
        path: The file or folder.
        find: Finds the questionnaire that a sheet names.
    """
    if os.path.isdir(path):  # noqa: PTH112 - unlike Path's, it never raises
        from tui.checks.file_kinds import in_session  # noqa: PLC0415 - not for questionnaires

        return in_session(path)
    try:
        return problems_in(read_toml(path), find)
    except InvalidFile as invalid:
        return list(invalid.diagnostics)


def problems_in(file: TomlFile, find: Find) -> Found:
    """Return all that is wrong in a file that has been read."""
    kind = file.data.get("kind")
    if kind is None and any(key in file.data for key in _OF_A_QUESTIONNAIRE):
        return _questionnaire(file)
    if kind is None:
        return [_about(file, "check.nothing_of_ours")]
    return _of_kind(kind, file, find)


def problems_against(file: TomlFile, former: TomlFile) -> Found:
    """Return all that is wrong in a questionnaire, also in view of its former edition.

    Where the former one is wrong in itself, or none, that is told instead.
    """
    from tui.checks.compatibility import Change, problems  # noqa: PLC0415
    from tui.checks.questionnaire import check  # noqa: PLC0415

    new, old = check(file), check(former)
    if old.has_errors or old.content is None:
        return list(old.diagnostics)
    if new.has_errors or new.content is None:
        return list(new.diagnostics)
    is_same_text = file.text.replace("\r\n", "\n") == former.text.replace("\r\n", "\n")
    change = Change(old.content, new.content, file.data == former.data, is_same_text)
    found = (file.locate(problem) for problem in problems(change))
    return list(in_order((*new.diagnostics, *found)))


def _questionnaire(file: TomlFile) -> Found:
    """Return what is wrong in a questionnaire, or in an overlay in view of its questionnaire."""
    from tui.checks.questionnaire import check, check_questionnaire  # noqa: PLC0415

    path = Path(file.name)
    if "." not in path.stem:
        return check_questionnaire(file)
    from tui.checks.overlay import OverlayCheck  # noqa: PLC0415
    from tui.formats.questionnaire.overlay import base_of, is_overlay  # noqa: PLC0415

    if not is_overlay(path, file.data):
        return check_questionnaire(file)
    base = base_of(path)
    try:
        examined = check(read_toml(base))
    except InvalidFile:
        return [_about(file, "check.overlay_alone", base=base.name)]
    if examined.has_errors or examined.content is None:
        return [_about(file, "check.overlay_base_wrong", base=base.name)]
    return OverlayCheck(examined.content, file).diagnostics()


def _about(file: TomlFile, key: str, **values: str) -> Diagnostic:
    return Diagnostic(file.name, None, Severity.ERROR, Message(key, values))


def _of_kind(kind: object, file: TomlFile, find: Find) -> Found:
    """Return what is wrong in a file that says what it is."""
    from tui.checks.file_kinds import KINDS  # noqa: PLC0415 - not for questionnaires

    if isinstance(kind, str) and kind in KINDS:
        return KINDS[kind](file, find)
    if isinstance(kind, str):
        wrong = error(("kind",), "unknown_kind", kind=kind, help=Names(KINDS).mend(kind))
    else:
        kinds = message("one_of", names=", ".join(map(shown, KINDS)))
        wrong = error(("kind",), "check.not_a_word", key="kind", help=kinds)
    return [file.locate(wrong)]
