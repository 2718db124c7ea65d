"""Opening and starting things from the app: slow imports and slow disks, for a thread."""

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.message import Message
from tui.domain.questionnaire import Questionnaire
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Respondent, Sheet
from tui.domain.solo_report import solo_report
from tui.formats.questionnaire.overlay import base_of, is_dotted, language_of
from tui.formats.report import OpenReport, read_report
from tui.formats.self_assessment import OpenSoloReport, read_solo_report
from tui.formats.sheet import read_sheet
from tui.storage.copies import new_copy_folder
from tui.storage.creation import FolderTaken, QuestionnaireSource, create
from tui.storage.library import bundled, dotted_in_folder, in_folder
from tui.storage.lock import SessionBusy
from tui.storage.paths import DataFolder, free_session_folder
from tui.storage.sessions import OpenSession, open_session
from tui.storage.unfinished import remove_unfinished
from tui.text.language_tags import is_tag
from tui.toml.reader import TomlFile, read_toml
from tui.workspace.answered import answered
from tui.workspace.carrying import carrying_over
from tui.workspace.example import example_session
from tui.workspace.migration import account
from tui.workspace.pairing import pair_sheets
from tui.workspace.trial import Trial, try_out


def open_path(path: Path, data: DataFolder, *, repair: bool = False) -> "Opened":
    """Open a session's folder, a report, or an answer sheet; try a questionnaire out.

    Raises what `tui.workspace.reasons.told` can say.

    Args:
        path: The folder or file.
        data: Where sessions and questionnaires are.
        repair: Whether backups may take the place of broken files of a session.
    """
    if os.path.isdir(path):  # noqa: PTH112 - unlike Path's, it never raises
        try:
            return open_session(path, repair=repair)
        except SessionBusy:
            return _read_only(path)
    file = read_toml(path)
    match file.data:
        case {"kind": "sheet"}:
            return _brought(path, file, data)
        case {"kind": "report", "mode": "solo"}:
            return read_solo_report(file)
        case {"question": _} if "kind" not in file.data:
            return replace(try_out(Trial(path)), notices=(_about_questionnaire(path, data),))
        case _:
            return read_report(file)


def _about_questionnaire(path: Path, data: DataFolder) -> Message:
    """Return how to begin with a questionnaire, which is only tried out where it is opened."""
    folder = data.questionnaires
    if path.resolve() in {each.resolve() for each in (*bundled(), *in_folder(folder))}:
        return Message("open.listed_questionnaire", {"file": path.name})
    return Message("open.questionnaire", {"file": path.name, "folder": str(folder)})


def _read_only(path: Path) -> OpenReport | OpenSoloReport:
    """Return what has met of a session that is open elsewhere."""
    session = open_session(path, read_only=True).session
    notices = (Message("session.reading"),)
    if session.alone is not None:
        return OpenSoloReport(solo_report(session), notices)
    return OpenReport(report(session.as_revealed), notices)


def open_example() -> OpenSession:
    """Open the worked example on a copy in a temporary folder."""
    session, questionnaire = example_session()
    folder = new_copy_folder()
    return OpenSession(session, create(folder, questionnaire, session), is_copy=True)


def start(session: Session, questionnaire: QuestionnaireSource, data: DataFolder) -> OpenSession:
    """Begin a session in a new folder among the user's, with what the last one left open."""
    remove_unfinished(data.sessions)
    session, notices = carrying_over(session, data)
    while True:
        folder = free_session_folder(data.sessions, session.date)
        # Another program may be starting a session too, and take the name meanwhile.
        with suppress(FolderTaken):
            return OpenSession(session, create(folder, questionnaire, session), notices)


def open_pair(first: Path, second: Path, data: DataFolder) -> OpenSession:
    """Bring two answer sheets to one table, in a new folder, with everything revealed."""
    files = read_toml(first), read_toml(second)
    pair = pair_sheets(*files, own_questionnaires=data.questionnaires)
    started = start(pair.session, pair.source, data)
    notices = (line for sheet in pair.migrated for line in account(sheet, pair.session))
    return replace(started, notices=(*started.notices, *notices))


@dataclass(frozen=True, slots=True)
class BroughtSheet:
    """The answers that a party gave alone, ready to be brought into a kickoff."""

    sheet: Sheet
    """What it said."""
    questionnaire: Questionnaire
    """What it answered."""
    source: QuestionnaireSource
    """Where a session takes that from."""

    def against(self, other: Respondent, reveal: Reveal, day: date) -> Session:
        """Return the kickoff of `day` in which the `other` party, silent so far, answers too."""
        silent = Sheet(edition=self.sheet.edition, party=other, date=day, length=self.sheet.length)
        order = self.questionnaire.party_ids.index
        left, right = sorted((self.sheet, silent), key=lambda sheet: order(sheet.party.id))
        return Session(questionnaire=self.questionnaire, sheets=(left, right), reveal=reveal)


Opened = OpenSession | OpenReport | OpenSoloReport | BroughtSheet
"""What a path may lead to."""


def _brought(path: Path, file: TomlFile, data: DataFolder) -> BroughtSheet:
    """Read a sheet that was made alone, to bring it into a kickoff."""
    questionnaire, source = answered(file, path.parent, data.questionnaires)
    return BroughtSheet(read_sheet(file, questionnaire), questionnaire, source)


@dataclass(frozen=True, slots=True)
class Choice:
    """A questionnaire that a session may begin with."""

    path: Path
    """Its file; where one beside it with a further language has errors, that one."""
    questionnaire: Questionnaire | None
    """What it holds; None where the file has errors."""
    trouble: Message | None = None
    """The first of its errors."""


def choices(data: DataFolder) -> tuple[Choice, ...]:
    """Return the questionnaires to choose from: bundled, longest first, then the user's."""
    known = [_choice(path) for path in bundled()]
    known.sort(key=lambda c: -len(c.questionnaire.questions) if c.questionnaire else 0)
    own, dotted = data.questionnaires, dotted_in_folder(data.questionnaires)
    return (*known, *map(_choice, in_folder(own)), *filter(None, map(_misnamed, dotted)))


def choice(path: Path) -> Choice:
    """Return a questionnaire to begin with; raise `InvalidFile` where it has errors."""
    return Choice(path, load(path))


def _choice(path: Path) -> Choice:
    try:
        return Choice(path, load(path))
    except InvalidFile as invalid:
        first = invalid.first
        return Choice(Path(first.file), None, first.told)


def _misnamed(path: Path) -> Choice | None:
    """Return why a file with a dot in its name cannot be chosen; None for a translation."""
    has_base = is_tag(language_of(path)) and base_of(path).is_file()
    try:
        data = read_toml(path).data
    except InvalidFile as invalid:
        return None if has_base else Choice(path, None, invalid.first.told)
    if is_dotted(path, data):
        word = {"word": language_of(path)}
        return Choice(path, None, Message("choose_questionnaire.dotted", word))
    alone = Message("check.overlay_alone", {"base": base_of(path).name})
    return None if has_base else Choice(path, None, alone)
