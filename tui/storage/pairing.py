"""Two answer sheets brought to one table."""

from pathlib import Path

from tui.domain.message import Message
from tui.domain.questionnaire import Questionnaire
from tui.domain.session import Session
from tui.domain.sheet import Sheet
from tui.storage.diagnostics import Diagnostic, InvalidFile
from tui.storage.questionnaires import find, load
from tui.storage.sheet_reader import read_sheet, sheet_edition
from tui.storage.toml_file import TomlFile


class Unpaired(ValueError):
    """Two sheets that cannot be laid side by side; `message` says why."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.message = Message(key, values)


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
    left, right = sorted(
        _read_all(files, questionnaire), key=lambda s: questionnaire.party_ids.index(s.party.id)
    )
    return Session(questionnaire=questionnaire, sheets=(left, right), answered_apart=True)


def _read_all(files: list[TomlFile], questionnaire: Questionnaire) -> list[Sheet]:
    """Read every sheet; raise `InvalidFile` with the problems of all of them."""
    sheets = list[Sheet]()
    problems = list[Diagnostic]()
    for file in files:
        try:
            sheets.append(read_sheet(file, questionnaire))
        except InvalidFile as invalid:
            problems += invalid.diagnostics
    if problems:
        raise InvalidFile(tuple(problems))
    return sheets
