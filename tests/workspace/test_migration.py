"""A sheet of an older edition, read for a newer one."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.questionnaires import SMALL
from tests.storage import samples
from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.answers import Answer
from tui.domain.migration import MigrationOutcome
from tui.formats.sheet import sheet_tables
from tui.storage.creation import create
from tui.storage.library import find_later
from tui.storage.sessions import open_session
from tui.toml.reader import TomlFile, parse_toml
from tui.toml.writer import dump_toml
from tui.workspace.migration import MigratedSheet, read_migrated

NEWER = (
    SMALL.replace('"1.0.0"', '"1.1.0"')
    .replace("[question.days]", '[question.term]\nwas = ["days"]\nrev = 1')
    .replace('sales = { zh-CN = "销量", en = "Sales" }\n', "")
    .replace('{ is = "sales" }', '{ is = "image" }')
    .replace("[question.floor]", "[question.floor]\nrev = 2")
    .replace("[question.wish]", "[question.dream]")
    + '[question.aim.retired.sales]\nsince = "1.1.0"\n[retired.wish]\nsince = "1.1.0"\n'
)


@pytest.fixture
def file(tmp_path: Path) -> TomlFile:
    asked = samples.loaded(tmp_path)
    sheet = samples.sheet(
        asked,
        "brand",
        aim=Answer(value="sales", guess="image", note="so far"),
        days=30,
        wish="和气生财",
        floor={"low": 1, "high": 2},
        cash=Decimal(5),
    )
    rated = replace(sheet, importance={"goals": 3, "trust": 1})
    return parse_toml(dump_toml(sheet_tables(rated, asked)), "brand.toml")


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    path = tmp_path / "newer.toml"
    path.write_text(NEWER, encoding="utf-8")
    return path


def fates(found: MigratedSheet) -> dict[MigrationOutcome, list[str]]:
    return {
        outcome: [each.former for each in found.migration.of(outcome)]
        for outcome in MigrationOutcome
    }


def test_every_answer_is_accounted_for(file: TomlFile, newer: Path) -> None:
    found = read_migrated(file, load(newer))
    assert fates(found) == {
        MigrationOutcome.KEPT: ["cash"],
        MigrationOutcome.MOVED: ["days"],
        MigrationOutcome.CONFIRM: ["aim", "floor"],
        MigrationOutcome.ORPHANED: ["wish"],
    }
    assert (found.answered.version, found.sheet.edition.version) == ("1.0.0", "1.1.0")
    assert found.sheet.answer("term").value == 30
    assert found.sheet.answer("aim") == Answer(guess="image", note="so far")


def test_importance_of_an_area_that_is_gone_is_not_read(file: TomlFile, newer: Path) -> None:
    text = NEWER.replace("[area.trust]", "[area.faith]").replace('area = "trust"', 'area = "faith"')
    newer.write_text(text, encoding="utf-8")
    found = read_migrated(file, load(newer))
    assert found.sheet.importance == {"goals": 3}


def test_what_is_wrong_in_the_sheet_itself_is_told_with_its_place(
    file: TomlFile, newer: Path
) -> None:
    text = file.text.replace("value = 30", 'value = 30\nfirmness = "hard"')
    text = text.replace('name = "Lumi', 'nmae = "Lumi').replace("trust = 1", "trust = 7")
    with pytest.raises(InvalidFile) as caught:
        read_migrated(parse_toml(text.encode(), "brand.toml"), load(newer))
    told = [(each.message.key, each.source_line.split(" ")[0]) for each in caught.value.diagnostics]
    assert ("check.unknown_word", "firmness") in told
    assert ("sheet.wrong_importance", "trust") in told
    assert ("check.unknown_key", "nmae") in told


def test_answers_that_are_no_table_are_told(file: TomlFile, newer: Path) -> None:
    text = file.text[: file.text.index("[answers")].replace("format = 1", "format = 1\nanswers = 5")
    with pytest.raises(InvalidFile) as caught:
        read_migrated(parse_toml(text.encode(), "brand.toml"), load(newer))
    assert [each.message.key for each in caught.value.diagnostics] == ["check.not_table"]


def test_the_latest_of_the_later_versions_is_found(tmp_path: Path, newer: Path) -> None:
    edition = samples.loaded(tmp_path).edition
    for number, version in enumerate(("1.10.0", "1.9.0", "0.9.0", "soon")):
        text = SMALL.replace('"1.0.0"', f'"{version}"')
        (tmp_path / f"edition{number}.toml").write_text(text, encoding="utf-8")
    found = find_later(edition, tmp_path)
    assert found is not None
    assert found.questionnaire.edition.version == "1.10.0"
    assert found.path.name == "edition0.toml"
    assert find_later(found.questionnaire.edition, tmp_path) is None


def test_a_running_session_keeps_the_edition_it_was_started_with(tmp_path: Path) -> None:
    path = samples.written(tmp_path)
    session = samples.said(samples.session(load(path)), "brand", "aim", "sales")
    create(tmp_path / "s", path, session).close()
    path.write_text(NEWER, encoding="utf-8")
    opened = open_session(tmp_path / "s")
    opened.folder.close()
    assert opened.session.questionnaire == session.questionnaire
    assert opened.session.answer("brand", "aim").value == "sales"
    assert opened.notices == ()
