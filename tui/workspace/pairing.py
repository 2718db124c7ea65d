"""Two answer sheets brought to one table."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import Diagnostic, InvalidFile
from tui.domain.questionnaire import Edition, NoSuchQuestionnaire, Questionnaire
from tui.domain.session import Session
from tui.domain.sheet import Sheet, guarded
from tui.formats.sheet import read_sheet, sheet_edition
from tui.storage.creation import QuestionnaireSource
from tui.storage.library import find, find_later
from tui.toml.reader import TomlFile
from tui.workspace.answered import Answered, answered
from tui.workspace.migration import MigratedSheet, read_migrated
from tui.workspace.unpaired import Unpaired


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sheets at one table, and what it took to bring them there."""

    session: Session
    """The two of them, answered apart."""
    source: QuestionnaireSource
    """Where a session takes the questionnaire from."""
    migrated: tuple[MigratedSheet, ...] = ()
    """Those that were answered for an older edition."""


def pair_sheets(
    first: TomlFile,
    second: TomlFile,
    questionnaire_path: Path | None = None,
    own_questionnaires: Path | None = None,
) -> Pair:
    """Return the session of two sheets that were each answered alone.

    Args:
        first: A sheet of either party.
        second: The sheet of the other party.
        questionnaire_path: The questionnaire to compare them by. Without it, the edition that both
            answered is searched for among the bundled ones, beside the first sheet and in
            `own_questionnaires`; where only other versions are there, the newest later one serves.
        own_questionnaires: The folder of the user's own questionnaires.

    Raises:
        InvalidFile: A file has errors; those of both sheets are told together.
        NoSuchQuestionnaire: The questionnaire that was answered is not to be found.
        Unpaired: They are two sheets of one party, of two editions, or of another questionnaire.
    """
    files = [first, second]
    (edition, party), (other_edition, other_party) = map(sheet_edition, files)
    names = {"first": first.name, "second": second.name}
    folders = Path(first.name).parent, own_questionnaires
    if party == other_party:
        raise Unpaired("pairing.same_party", party=party, **names)
    if questionnaire_path is not None:
        questionnaire = load(questionnaire_path)
        for each in (edition, other_edition):
            current = questionnaire.edition
            if each != current and not current.is_later_than(each):
                raise Unpaired("pairing.other_questionnaire", path=str(questionnaire_path))
        return _pair(files, Answered(questionnaire, questionnaire_path), folders)
    if edition != other_edition:
        raise Unpaired("pairing.two_editions", **names)
    return _pair(files, _find_same_or_later(files, edition, *folders), folders)


def _find_same_or_later(files: list[TomlFile], edition: Edition, *folders: Path | None) -> Answered:
    """Find what both sheets answer, here or in either of them, or else a later edition of it."""
    for file in files:
        with suppress(NoSuchQuestionnaire):
            return answered(file, *folders)
    later = find_later(edition, *folders)
    return Answered(*(later or find(edition, *folders)))


def _find_answered(sheet: TomlFile, *folders: Path | None) -> Questionnaire | None:
    """Return the edition that a sheet was answered for, if it is still at hand and good."""
    try:
        return answered(sheet, *folders).questionnaire
    except (NoSuchQuestionnaire, InvalidFile):
        return None


def _pair(files: list[TomlFile], found: Answered, folders: tuple[Path | None, ...]) -> Pair:
    """Read both sheets; raise `InvalidFile` with the problems of all of them.

    Args:
        files: The sheets.
        found: The questionnaire to read them for.
        folders: Where the editions may be that they were answered for.
    """
    questionnaire: Questionnaire = found.questionnaire
    sheets = list[Sheet]()
    migrated = list[MigratedSheet]()
    problems = list[Diagnostic]()
    for file in files:
        try:
            edition, _ = sheet_edition(file)
            if edition == questionnaire.edition:
                sheets.append(read_sheet(file, questionnaire))
            else:
                former = _find_answered(file, *folders)
                migrated.append(read_migrated(file, questionnaire, former))
                sheets.append(migrated[-1].sheet)
        except InvalidFile as invalid:
            problems += invalid.diagnostics
    if problems:
        raise InvalidFile(tuple(problems))
    left, right = sorted(sheets, key=lambda s: questionnaire.party_ids.index(s.party.id))
    session = Session(
        questionnaire=guarded(questionnaire, (left, right)),
        sheets=(left, right),
        answered_apart=True,
    )
    return Pair(session, found.source, tuple(migrated))
