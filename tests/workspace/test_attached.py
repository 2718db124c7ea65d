"""A sheet takes its questionnaire along, to whoever does not have it; never one that all have."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_cli import duiqi
from tests.questionnaires import SMALL_IN_FRENCH
from tests.storage import samples
from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.reveal import Reveal
from tui.domain.sheet import Respondent
from tui.exports.formats import Format
from tui.storage.creation import create
from tui.storage.library import bundled
from tui.storage.paths import DataFolder
from tui.storage.sessions import open_session
from tui.toml.writer import dump_toml
from tui.workspace.opening import BroughtSheet, open_path, start
from tui.workspace.session_exports import solo_exports

AGENCY = Respondent(id="agency", name="晴川", language="zh-CN")


def sent(tmp_path: Path, questionnaire: Path, party: str = "brand") -> Path:
    """Return the sheet that a party sends, as it comes to somebody who has nothing else."""
    asked = load(questionnaire)
    sheets = tuple(samples.sheet(asked, each) for each in asked.party_ids)
    session = samples.session(asked, sheets=(sheets[0], sheets[1]), alone=party)
    folder = create(tmp_path / f"alone-{party}", questionnaire, session)
    _, export = solo_exports(session, folder.copies)
    folder.close()
    received = tmp_path / "received"
    received.mkdir(exist_ok=True)
    path = received / f"{party}-sheet.toml"
    path.write_bytes(export.content(Format.RECORD))
    return path


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    questionnaire = samples.written(tmp_path)
    questionnaire.write_bytes(questionnaire.read_bytes().replace(b"\n", b"\r\n"))
    questionnaire.with_name("small.fr.toml").write_text(SMALL_IN_FRENCH, encoding="utf-8")
    return sent(tmp_path, questionnaire)


def test_who_has_no_questionnaire_begins_with_the_one_in_the_sheet(
    sheet: Path, data: DataFolder
) -> None:
    assert duiqi("check", str(sheet)).returncode == 0
    brought = open_path(sheet, data)
    assert isinstance(brought, BroughtSheet)
    assert brought.questionnaire.languages == ("zh-CN", "en", "fr")
    session = brought.against(AGENCY, Reveal.AREA, samples.DAY)
    opened = start(session, brought.source, data)
    opened.folder.close()
    again = open_session(opened.folder.path)
    again.folder.close()
    assert again.session.questionnaire == brought.questionnaire
    assert not data.questionnaires.exists()


def test_two_such_sheets_are_compared_without_the_file(tmp_path: Path) -> None:
    questionnaire = samples.written(tmp_path)
    sheets = [str(sent(tmp_path, questionnaire, party)) for party in ("brand", "agency")]
    done = duiqi("compare", *sheets)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_comes_with_the_program_does_not_travel(tmp_path: Path) -> None:
    (questionnaire,) = (path for path in bundled() if path.stem == "partnership")
    assert "attached" not in tomllib.loads(sent(tmp_path, questionnaire).read_text("utf-8"))


def changed(sheet: Path, change: Callable[[dict[str, Any]], object]) -> None:
    tables = tomllib.loads(sheet.read_text("utf-8"))
    change(tables["attached"])
    sheet.write_bytes(dump_toml(tables))


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda it: it["lines"].append("# more"), "sheet.other_attached"),
        (lambda it: it["lines"].append("nonsense"), "toml."),
        (lambda it: it["lines"].append("x" + "[" * 900), "toml."),
        (lambda it: it["lines"].append("[question.wild]"), "check."),
        (lambda it: it.update(lines=["x = 1"]), "check."),
        (lambda it: it.update(lines=[]), "check."),
        (lambda it: it.update(lines=[1, 2]), "check."),
        (lambda it: it.update(lines="all of it"), "check."),
        (lambda it: it.pop("lines"), "check."),
        (lambda it: it["further"].update(fr=["[question.aim]", 'text = "x"']), "check."),
        (lambda it: it["further"].update({"../../etc": it["lines"]}), "check."),
        (lambda it: it.update(more=1), "check."),
    ],
)
def test_one_that_is_not_good_is_told_and_begins_nothing(
    sheet: Path, data: DataFolder, change: Callable[[dict[str, Any]], object], key: str
) -> None:
    changed(sheet, change)
    with pytest.raises(InvalidFile) as found:
        open_path(sheet, data)
    assert found.value.first.message.key.startswith(key)
    done = duiqi("check", str(sheet))
    assert done.returncode == 1
    assert not data.sessions.exists()
