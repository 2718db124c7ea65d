"""Two answer sheets brought to one table."""

from dataclasses import dataclass
from pathlib import Path

from tui.domain.message import Message
from tui.domain.questionnaire import Questionnaire
from tui.domain.session import Session
from tui.domain.sheet import Sheet
from tui.storage.diagnostics import Diagnostic, InvalidFile
from tui.storage.migration import MigratedSheet, read_migrated
from tui.storage.questionnaires import NoSuchQuestionnaire, find, find_later, is_later, load
from tui.storage.sheet_reader import read_sheet, sheet_edition
from tui.storage.toml_file import TomlFile


class Unpaired(ValueError):
    """Two sheets that cannot be laid side by side; `message` says why."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.message = Message(key, values)


@dataclass(frozen=True, slots=True)
class Paired:
    """Two sheets at one table, and what it took to bring them there."""

    session: Session
    """The two of them, answered apart."""
    migrated: tuple[MigratedSheet, ...] = ()
    """Those that were answered for an older edition."""


def pair_sheets(
    first: TomlFile,
    second: TomlFile,
    questionnaire_path: Path | None = None,
    user_questionnaires: Path | None = None,
) -> Session:
    """Give the session of two sheets that were each answered alone.

    The questionnaire is the one at `questionnaire_path`, or is found by id and digest among the
    bundled, the user's and those beside the first sheet.

    Raises:
        InvalidFile: A file has errors; those of both sheets are told together.
        NoSuchQuestionnaire: The questionnaire that was answered is not to be found.
        Unpaired: They are two sheets of one party, of two editions, or of another questionnaire.
    """
    files = [first, second]
    (edition, party), (other_edition, other_party) = map(sheet_edition, files)
    names = {"first": first.name, "second": second.name}
    if edition != other_edition:
        raise Unpaired("pairing.two_editions", **names)
    if party == other_party:
        raise Unpaired("pairing.same_party", party=party, **names)
    if questionnaire_path is not None:
        questionnaire = load(questionnaire_path)
        if questionnaire.edition != edition:
            raise Unpaired("pairing.other_questionnaire", path=str(questionnaire_path))
    else:
        questionnaire = find(edition, Path(first.name).parent, user_questionnaires)
    return _paired(files, questionnaire).session


def pair_over_editions(
    first: TomlFile,
    second: TomlFile,
    questionnaire_path: Path | None = None,
    user_questionnaires: Path | None = None,
) -> Paired:
    """Give the session of two sheets, also where the questionnaire has gone on since.

    The questionnaire is the one at `questionnaire_path`, or is found as `pair_sheets` finds it;
    where only other versions are there, it is the newest of the later ones. Raises the same.
    """
    files = [first, second]
    (edition, party), (other_edition, other_party) = map(sheet_edition, files)
    names = {"first": first.name, "second": second.name}
    if party == other_party:
        raise Unpaired("pairing.same_party", party=party, **names)
    if questionnaire_path is not None:
        questionnaire = load(questionnaire_path)
        for each in (edition, other_edition):
            if each != questionnaire.edition and not is_later(questionnaire.edition, each):
                raise Unpaired("pairing.other_questionnaire", path=str(questionnaire_path))
        return _paired(files, questionnaire)
    if edition != other_edition:
        raise Unpaired("pairing.two_editions", **names)
    folders = Path(first.name).parent, user_questionnaires
    try:
        questionnaire = find(edition, *folders)
    except NoSuchQuestionnaire:
        later = find_later(edition, *folders)
        if later is None:
            raise
        questionnaire = later
    return _paired(files, questionnaire)


def _paired(files: list[TomlFile], questionnaire: Questionnaire) -> Paired:
    """Read both sheets; raise `InvalidFile` with the problems of all of them."""
    sheets = list[Sheet]()
    migrated = list[MigratedSheet]()
    problems = list[Diagnostic]()
    for file in files:
        try:
            if sheet_edition(file)[0] == questionnaire.edition:
                sheets.append(read_sheet(file, questionnaire))
            else:
                migrated.append(read_migrated(file, questionnaire))
                sheets.append(migrated[-1].sheet)
        except InvalidFile as invalid:
            problems += invalid.diagnostics
    if problems:
        raise InvalidFile(tuple(problems))
    left, right = sorted(sheets, key=lambda s: questionnaire.party_ids.index(s.party.id))
    session = Session(questionnaire=questionnaire, sheets=(left, right), answered_apart=True)
    return Paired(session, tuple(migrated))
