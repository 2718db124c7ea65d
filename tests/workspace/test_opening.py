"""Two sheets are brought to one table, and one sheet into a kickoff."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from tests.questionnaires import SMALL_IN_FRENCH
from tests.storage import samples
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.message import Message
from tui.domain.questionnaire import NoSuchQuestionnaire, Questionnaire
from tui.domain.reveal import Reveal, may_see
from tui.domain.session import Session
from tui.domain.sheet import Respondent
from tui.formats.sheet import sheet_bytes
from tui.i18n import LANGUAGES, Language, Phrases
from tui.storage.library import bundled
from tui.storage.paths import DataFolder
from tui.storage.sessions import OpenSession, open_session
from tui.workspace.example import example_sheets
from tui.workspace.opening import BroughtSheet, choices, open_pair, open_path, start
from tui.workspace.reasons import CANNOT, told
from tui.workspace.unpaired import Unpaired

DAY = date(2026, 12, 1)
AGENCY = Respondent(id="agency", name="代运营", language="zh-CN")


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def asked(tmp_path: Path) -> Questionnaire:
    (tmp_path / "sent").mkdir()
    return samples.loaded(tmp_path / "sent")


@pytest.fixture
def sheets(tmp_path: Path, asked: Questionnaire) -> tuple[Path, Path]:
    """Two exported sheets, with their questionnaire beside them."""
    said = {"brand": {"aim": "sales", "cash": 5}, "agency": {"aim": "image", "days": 7}}
    paths = []
    for party, answers in said.items():
        path = tmp_path / "sent" / f"{party}-sheet.toml"
        path.write_bytes(sheet_bytes(samples.sheet(asked, party, **answers), asked))
        paths.append(path)
    return paths[0], paths[1]


def brought(path: Path, data: DataFolder) -> BroughtSheet:
    """Open a sheet that was made alone."""
    found = open_path(path, data)
    assert isinstance(found, BroughtSheet)
    return found


def opened_again(folder: Path, data: DataFolder) -> Session:
    """Return the session that lies in a folder."""
    found = open_path(folder, data)
    assert isinstance(found, OpenSession)
    found.folder.close()
    return found.session


@pytest.mark.parametrize("order", [1, -1])
def test_two_sheets_are_laid_side_by_side_in_a_session_of_their_own(
    sheets: tuple[Path, Path], data: DataFolder, order: int
) -> None:
    first, second = sheets[::order]
    found = open_pair(first, second, data)
    found.folder.close()
    session = found.session
    assert (session.answered_apart, session.reveal, session.alone) == (True, Reveal.LIVE, None)
    assert [sheet.party.id for sheet in session.sheets] == ["brand", "agency"]
    question = session.questionnaire["aim"]
    assert may_see("brand", "agency", question, session)
    assert found.folder.path.parent == data.sessions
    assert opened_again(found.folder.path, data) == session


def test_the_example_can_be_brought_together(data: DataFolder) -> None:
    found = open_pair(*example_sheets(), data)
    found.folder.close()
    assert found.session.questionnaire.edition.id == "partnership"


def test_the_users_own_questionnaire_is_found(sheets: tuple[Path, Path], data: DataFolder) -> None:
    data.questionnaires.mkdir(parents=True)
    (data.questionnaires / "broken.toml").write_text("broken")
    (sheets[0].parent / "small.toml").rename(data.questionnaires / "mine.toml")
    open_pair(*sheets, data).folder.close()
    assert brought(sheets[0], data).source == data.questionnaires / "mine.toml"


def test_sheets_that_do_not_fit_begin_nothing_and_the_reason_is_told(
    sheets: tuple[Path, Path], data: DataFolder
) -> None:
    with pytest.raises(Unpaired) as found:
        open_pair(sheets[0], sheets[0], data)
    assert isinstance(found.value, CANNOT)
    assert told(found.value).key == "pairing.same_party"
    (sheets[0].parent / "small.toml").unlink()
    with pytest.raises(NoSuchQuestionnaire):
        open_pair(*sheets, data)
    sheets[1].write_text("broken")
    with pytest.raises(InvalidFile):
        open_pair(*sheets, data)
    assert not data.sessions.exists()


def test_a_questionnaire_that_is_opened_is_tried_out_and_it_is_told_how_to_begin_with_it(
    sheets: tuple[Path, Path], data: DataFolder
) -> None:
    beside = sheets[0].parent / "small.toml"
    found = open_path(beside, data)
    assert isinstance(found, OpenSession)
    assert found.tried == beside
    folder = str(data.questionnaires)
    about = Message("open.questionnaire", {"file": "small.toml", "folder": folder})
    assert found.notices == (about,)
    data.questionnaires.mkdir(parents=True)
    mine = beside.rename(data.questionnaires / "mine.toml")
    for path in (mine, bundled()[0]):
        found = open_path(path, data)
        assert isinstance(found, OpenSession)
        assert found.notices == (Message("open.listed_questionnaire", {"file": path.name}),)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('kind = "minutes"\n', "check.wrong_kind"),
        ("x = 1\n", "check.missing_key"),
        (None, "toml.missing"),
    ],
)
def test_what_is_wrong_with_a_whole_file_is_told_without_a_line(
    tmp_path: Path, data: DataFolder, text: str | None, key: str
) -> None:
    path = tmp_path / "a.toml"
    if text is not None:
        path.write_text(text)
    with pytest.raises(InvalidFile) as found:
        open_path(path, data)
    message = told(found.value)
    problem = message.values["problem"]
    assert isinstance(problem, Message)
    assert (message.key, message.values["file"], problem.key) == ("open.unfit", str(path), key)


def test_an_error_of_the_system_is_told_with_its_path() -> None:
    missing = FileNotFoundError(errno.ENOENT, "No such file or directory", "/nowhere/a.toml")
    said = {language: Phrases(language).say(told(missing)) for language in LANGUAGES}
    assert said[Language.ENGLISH] == "Cannot open /nowhere/a.toml: there is no such file or folder"
    assert said[Language.CHINESE] == "打不开 /nowhere/a.toml：没有这个文件或文件夹"
    assert Phrases("en").say(told(OSError("disk on fire"))) == "Cannot open: disk on fire"


def test_a_good_questionnaire_with_a_wrong_translation_is_not_the_one_that_is_blamed(
    sheets: tuple[Path, Path], data: DataFolder
) -> None:
    data.questionnaires.mkdir(parents=True)
    (sheets[0].parent / "small.toml").rename(data.questionnaires / "mine.toml")
    overlay = data.questionnaires / "mine.fr.toml"
    overlay.write_text(SMALL_IN_FRENCH.replace('"jours"', '""'), encoding="utf-8")
    wrong = [choice.path for choice in choices(data) if choice.questionnaire is None]
    assert wrong == [overlay]


def test_a_file_with_a_dot_in_its_name_is_listed_with_the_reason_why_it_cannot_be_chosen(
    sheets: tuple[Path, Path], data: DataFolder
) -> None:
    data.questionnaires.mkdir(parents=True)
    good = (sheets[0].parent / "small.toml").read_bytes()
    for name in ("mine", "mine.v2", "mine.en"):
        (data.questionnaires / f"{name}.toml").write_bytes(good)
    for name in ("mine.fr", "mine.french", "lost.fr", "mine.v2.fr"):
        (data.questionnaires / f"{name}.toml").write_text(SMALL_IN_FRENCH, encoding="utf-8")
    (data.questionnaires / "a.b.toml").write_text("broken", encoding="utf-8")
    (data.questionnaires / ".hidden.fr.toml").write_bytes(good)
    found = {
        each.path.name: each.trouble
        for each in choices(data)
        if each.path.parent == data.questionnaires
    }
    assert {name: trouble and trouble.key for name, trouble in found.items()} == {
        "mine.toml": None,
        "a.b.toml": "check.at_line",
        "lost.fr.toml": "check.overlay_alone",
        "mine.en.toml": "choose_questionnaire.dotted",
        "mine.french.toml": "choose_questionnaire.dotted",
        "mine.v2.toml": "choose_questionnaire.dotted",
    }


def test_a_session_has_the_languages_of_the_questionnaire_that_its_sheets_were_read_by(
    sheets: tuple[Path, Path], data: DataFolder
) -> None:
    beside = sheets[0].parent / "small.toml"
    beside.with_name("small.fr.toml").write_text(SMALL_IN_FRENCH, encoding="utf-8")
    data.questionnaires.mkdir(parents=True)
    (data.questionnaires / "copy.toml").write_bytes(beside.read_bytes())
    opened = open_pair(*sheets, data)
    opened.folder.close()
    assert opened.session.questionnaire.languages == ("zh-CN", "en", "fr")
    again = open_session(opened.folder.path)
    again.folder.close()
    assert again.session.questionnaire.languages == ("zh-CN", "en", "fr")
    assert brought(sheets[0], data).source == beside


def test_sheets_of_an_older_edition_are_read_by_the_later_one_and_that_is_told(
    sheets: tuple[Path, Path], data: DataFolder
) -> None:
    beside = sheets[0].parent / "small.toml"
    later = beside.read_text(encoding="utf-8").replace('version = "1.0.0"', 'version = "1.1.0"')
    beside.write_text(later, encoding="utf-8")
    opened = open_pair(*sheets, data)
    opened.folder.close()
    assert opened.session.questionnaire.edition.version == "1.1.0"
    assert [notice.key for notice in opened.notices] == ["migration.head", "migration.counts"] * 2
    told = [Phrases(language).say(notice) for notice in opened.notices for language in LANGUAGES]
    assert all("{" not in line for line in told)


@pytest.mark.parametrize("reveal", [Reveal.QUESTION, Reveal.AREA, Reveal.END])
def test_a_sheet_made_alone_is_one_side_of_a_kickoff(
    sheets: tuple[Path, Path], data: DataFolder, reveal: Reveal
) -> None:
    alone = brought(sheets[0], data)
    found = start(alone.against(AGENCY, reveal, DAY), alone.source, data)
    found.folder.close()
    session = opened_again(found.folder.path, data)
    assert session == found.session
    assert session.sheet("brand") == alone.sheet
    assert (session.sheet("agency").party, dict(session.sheet("agency").answers)) == (AGENCY, {})
    assert session.sheet("agency").length is alone.sheet.length
    assert (session.reveal, session.answered_apart, session.date) == (reveal, False, DAY)
    assert not may_see("agency", "brand", session.questionnaire["aim"], session)


def test_the_sheet_of_the_right_side_stays_on_the_right(
    sheets: tuple[Path, Path], data: DataFolder
) -> None:
    brand = Respondent(id="brand", name="Lumière", language="en")
    session = brought(sheets[1], data).against(brand, Reveal.AREA, DAY)
    assert [sheet.party.id for sheet in session.sheets] == ["brand", "agency"]


def test_a_bad_questionnaire_stops_no_other_and_its_first_error_is_told(
    sheets: tuple[Path, Path], data: DataFolder
) -> None:
    data.questionnaires.mkdir(parents=True)
    good = (sheets[0].parent / "small.toml").read_text(encoding="utf-8")
    wrong = good.replace('type = "choice"', 'type = "amount"')
    (data.questionnaires / "a.toml").write_text(wrong, encoding="utf-8")
    (data.questionnaires / "b.toml").mkdir()
    os.mkfifo(data.questionnaires / "c.toml")
    (data.questionnaires / "d.toml").write_text(good, encoding="utf-8")
    found = {each.path.name: each for each in choices(data)}
    line = 1 + wrong[: wrong.index('type = "amount"')].count("\n")
    said = {
        name: Phrases("en").say(each.trouble) if each.trouble else ""
        for name, each in found.items()
        if len(name) == len("a.toml")
    }
    assert said == {
        "a.toml": f"line {line}: unknown question type 'amount'",
        "b.toml": "this is a folder, not a file",
        "c.toml": "this is a pipe, a device or a socket, not a regular file",
        "d.toml": "",
    }
    (sheets[0].parent / "small.toml").unlink()
    open_pair(*sheets, data).folder.close()  # the search passes by the pipe, and does not wait
