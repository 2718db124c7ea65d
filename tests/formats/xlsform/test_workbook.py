"""Workbooks that somebody made to do harm, or that are none, are refused before they are read."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_cli import duiqi
from tests.formats.xlsform import forms
from tests.formats.xlsform.forms import written
from tui.diagnostics.diagnostic import InvalidFile
from tui.formats.xlsform.workbook import MOST_BYTES, MOST_ROWS, read_workbook
from tui.workspace.form_import import import_form

QUESTION = ["text", "a", "A?"]
HEAD = ["type", "name", "label"]


def reason(path: Path) -> str:
    with pytest.raises(InvalidFile) as found:
        import_form(path, "x.toml")
    (problem,) = found.value.diagnostics
    return problem.message.key.partition(".")[2]


def declaring(path: Path, name: str, declared: bytes) -> Path:
    """Put a declaration before the XML of one part of a workbook."""
    with zipfile.ZipFile(path) as packed:
        parts = {each: packed.read(each) for each in packed.namelist()}
    parts[name] = declared + parts[name].removeprefix(b'<?xml version="1.0"?>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for each, content in parts.items():
            packed.writestr(each, content)
    return path


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return written(tmp_path / "form.xlsx", {"survey": [HEAD, QUESTION]})


def test_a_zip_that_unpacks_to_too_much_is_refused(form: Path) -> None:
    with zipfile.ZipFile(form, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/image.png", bytes(50_000_000))
    assert form.stat().st_size < MOST_BYTES
    assert reason(form) == "bomb"


def test_so_is_one_of_too_many_parts(form: Path) -> None:
    with zipfile.ZipFile(form, "a") as packed:
        for number in range(600):
            packed.writestr(f"x/{number}", b"")
    assert reason(form) == "bomb"


@pytest.mark.parametrize(
    "declared",
    [
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
    ],
)
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_entities_are_refused(form: Path, part: str, declared: bytes) -> None:
    assert reason(declaring(form, part, declared)) == "doctype"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "no_workbook"),
        (b"PK\x03\x04 not a zip", "no_workbook"),
        (b"type,name,label\n", "no_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "old_or_locked"),
        (bytes(MOST_BYTES + 1), "too_large"),
    ],
)
def test_what_is_no_workbook_is_told(tmp_path: Path, content: bytes, key: str) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(content)
    assert reason(path) == key


def test_another_zip_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    path.write_bytes(content.getvalue())
    assert reason(path) == "no_workbook"


def test_a_workbook_that_breaks_off_anywhere_is_told(form: Path) -> None:
    content = form.read_bytes()
    for end in range(0, len(content), 97):
        form.write_bytes(content[:end])
        assert reason(form) == "no_workbook"


def test_too_many_rows_are_refused_and_so_is_one_far_below(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    assert reason(written(path, {"survey": [HEAD, *[QUESTION] * MOST_ROWS]})) == "too_long"
    assert reason(written(path, {"survey": [HEAD, *[[]] * 9000, QUESTION]})) == "too_long"
    assert reason(written(path, {"survey": [[*HEAD, *[""] * 300, "x"], QUESTION]})) == "too_wide"


def test_wrong_sheets_are_told(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    assert reason(written(path, {"Tabelle1": [HEAD, QUESTION]})) == "no_survey"
    assert reason(written(path, {"survey": [HEAD]})) == "no_survey"
    assert reason(written(path, {"survey": [["frage", "antwort"], ["a", "b"]]})) == "nothing"
    assert reason(written(path, {"survey": [HEAD, ["image", "a", "A?"]]})) == "nothing"


def test_cells_are_read_as_people_see_them(tmp_path: Path) -> None:
    path = written(tmp_path / "form.xlsx", {" Survey ": [[], HEAD, ["text", 3.0, True]]})
    (row,) = read_workbook(path)["survey"]
    assert (row.number, row.cells) == (3, {"type": "text", "name": "3", "label": "TRUE"})


def test_the_command_writes_it_and_ends_with_what_is_lost(tmp_path: Path) -> None:
    form = written(tmp_path / "house.xlsx", forms.SURVEY_OF_A_HOUSE)
    out = tmp_path / "house.toml"
    done = duiqi("import", str(form), "-o", str(out))
    assert done.returncode == 0
    assert "survey, row 14: there is no type 'geopoint' here" in done.stdout
    assert done.stdout.endswith("Walk through it with duiqi try.\n")
    assert duiqi("check", str(out)).returncode == 0
    piped = duiqi("import", str(form))
    assert piped.stdout == out.read_text(encoding="utf-8")
    assert "geopoint" in piped.stderr
    again = duiqi("import", str(form), "-o", str(out))
    assert (again.returncode, again.stdout) == (1, "")
    missing = duiqi("import", str(tmp_path / "no.xlsx"))
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "there is no such file" in missing.stderr
