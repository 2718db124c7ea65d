"""Everything that can be wrong in a sheet, minutes, a report, settings or a session's folder."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from tui.checks.attached import attached_questionnaire
from tui.checks.links import links_in
from tui.checks.questionnaire import load
from tui.checks.sheets import oddities
from tui.diagnostics.diagnostic import Diagnostic, InvalidFile, Severity, in_order
from tui.diagnostics.problem import Problem
from tui.domain.questionnaire import Edition, NoSuchQuestionnaire, Questionnaire
from tui.formats.file_names import MINUTES, QUESTIONNAIRE, SESSION, sheet_name
from tui.formats.minutes import read_minutes
from tui.formats.questionnaire.edition import Find
from tui.formats.report import read_report
from tui.formats.self_assessment import read_solo_report
from tui.formats.session import read_session_settings
from tui.formats.settings import settings_problems
from tui.formats.sheet import read_edition, read_sheet
from tui.toml.reader import TomlFile, read_toml

Appearance = Callable[[TomlFile, Find], list[Diagnostic]]
"""Returns what is wrong in a file, whose questionnaire is to be found."""


def in_session(folder: Path) -> list[Diagnostic]:
    """Return what is wrong in the files of a session, the main file's problems first."""
    return list(_in_session(folder))


def _in_session(folder: Path) -> Iterator[Diagnostic]:
    links = links_in(folder)
    if links:  # the session is not opened, whatever else is wrong in it
        yield from links
        return
    yield from _wrong(folder / SESSION, read_session_settings)
    try:
        questionnaire = load(folder / QUESTIONNAIRE, follow_links=False)
    except InvalidFile as invalid:
        yield from invalid.diagnostics
        return
    for party in questionnaire.party_ids:
        read = partial(read_sheet, questionnaire=questionnaire, party=party)
        yield from _wrong(folder / sheet_name(party), read)
    if os.path.lexists(folder / MINUTES):
        yield from _wrong(folder / MINUTES, lambda file: read_minutes(file, questionnaire))


def _session(file: TomlFile, _: Find) -> list[Diagnostic]:
    """Return what is wrong in the session whose main file this is."""
    return in_session(Path(file.name).parent)


def _sheet(file: TomlFile, find: Find) -> list[Diagnostic]:
    """Return what is wrong in an answer sheet."""

    def odd(questionnaire: Questionnaire) -> Iterable[Problem]:
        return oddities(read_sheet(file, questionnaire), questionnaire)

    def found(edition: Edition, folder: Path) -> Questionnaire:
        travelling = attached_questionnaire(file)  # wrong or not, also where it is here
        try:
            return find(edition, folder)
        except NoSuchQuestionnaire:
            if travelling is None:
                raise
            return travelling.questionnaire

    return _answering(file, found, "sheet", odd)


def _minutes(file: TomlFile, find: Find) -> list[Diagnostic]:
    """Return what is wrong in minutes."""

    def odd(questionnaire: Questionnaire) -> Iterable[Problem]:
        read_minutes(file, questionnaire)
        return ()

    return _answering(file, find, "minutes", odd)


def _report(file: TomlFile, _: Find) -> list[Diagnostic]:
    """Return what is wrong in a report of either mode; a changed one gets a warning."""
    read = read_solo_report if file.data.get("mode") == "solo" else read_report
    try:
        notices = read(file).notices
    except InvalidFile as invalid:
        return list(invalid.diagnostics)
    return [file.problem(("integrity",), notice, severity=Severity.WARNING) for notice in notices]


def _settings(file: TomlFile, _: Find) -> list[Diagnostic]:
    """Return what is wrong in settings."""
    return list(settings_problems(file))


KINDS: Mapping[str, Appearance] = {
    "sheet": _sheet,
    "session": _session,
    "minutes": _minutes,
    "report": _report,
    "settings": _settings,
}
"""The kinds of file, and how each is looked at."""


def _answering(
    file: TomlFile,
    find: Find,
    kind: str,
    odd: Callable[[Questionnaire], Iterable[Problem]],
) -> list[Diagnostic]:
    """Return what is wrong in a file that is about a questionnaire, which has to be found first.

    Args:
        file: The file.
        find: Finds the questionnaire.
        kind: The kind of file.
        odd: Reads it, and tells what is odd where nothing is wrong.
    """
    try:
        edition = read_edition(file, kind)
        found = list(odd(find(edition, Path(file.name).parent)))
    except NoSuchQuestionnaire as missing:
        return [file.problem(("questionnaire",), missing.message)]
    except InvalidFile as invalid:
        return list(invalid.diagnostics)
    return list(in_order(map(file.locate, found)))


def _wrong(path: Path, read: Callable[[TomlFile], object]) -> tuple[Diagnostic, ...]:
    """Return what is wrong in a file of a session, if anything."""
    try:
        read(read_toml(path, follow_links=False))
    except InvalidFile as invalid:
        return invalid.diagnostics
    return ()
