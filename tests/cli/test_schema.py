"""The JSON Schemas: deterministic, flat, and of one mind with `tombi` about our files."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_cli import AGENCY, BRAND, EXPECTED, duiqi
from tests.questionnaires import GOOD
from tui.formats.kinds import KINDS
from tui.formats.schemas import schema as schema_of
from tui.storage.library import bundled

TOMBI = shutil.which("tombi", path=str(Path(sys.executable).parent)) or shutil.which("tombi")


Finding = dict[str, Any]
"""A finding of tombi, as it writes it."""


def lint(folder: Path, kind: str, text: str) -> list[Finding]:
    """Return what tombi finds in a file of that kind: each finding with its line."""
    schema = folder / f"{kind}.schema.json"
    schema.write_text(json.dumps(schema_of(kind)), encoding="utf-8")
    path = folder / "file.toml"
    path.write_text(f"#:schema ./{schema.name}\n{text}", encoding="utf-8")
    found = folder / "found.json"
    command = [str(TOMBI), "lint", "--offline", "--no-cache", "--quiet", "--diagnostics-format"]
    subprocess.run(
        [*command, "json", "--diagnostics-file", str(found), path.name],
        cwd=folder,
        env={"HOME": str(folder), "NO_COLOR": "1"},
        check=False,
        capture_output=True,
    )
    told: list[Finding] = json.loads(found.read_text(encoding="utf-8") or "[]")
    return told


def shipped() -> list[tuple[str, Path]]:
    files = [("questionnaire", path) for path in bundled()]
    return [*files, ("sheet", Path(BRAND)), ("sheet", Path(AGENCY)), ("report", EXPECTED)]


@pytest.mark.parametrize(("kind", "path"), shipped(), ids=lambda each: Path(str(each)).name)
def test_what_is_shipped_passes(tmp_path: Path, kind: str, path: Path) -> None:
    assert lint(tmp_path, kind, path.read_text(encoding="utf-8")) == []


def test_a_question_of_each_type_passes(tmp_path: Path) -> None:
    assert lint(tmp_path, "questionnaire", GOOD) == []


@pytest.mark.parametrize(
    ("kind", "old", "new", "at"),
    [
        ("questionnaire", "core = true", '‸core = "yes"', "wrong type"),
        ("questionnaire", "weight = 3", '‸weight = "3"', "wrong type"),
        ("questionnaire", "min = 0\n", '‸min = "0"\n', "wrong type"),
        ("questionnaire", 'area = "risk"\ncore = true # q1', "‸core = true # q1", "missing key"),
        ("questionnaire", "max = 100\n", "‸", "missing key of a type"),
        ("questionnaire", "format = 1\n", "", "missing key at the top"),
        ("questionnaire", 'type = "choice"', '‸type = "choise"', "wrong enum"),
        ("questionnaire", 'level = "low"', '‸level = "lowly"', "wrong enum"),
        ("questionnaire", "weight = 3", "‸wieght = 3", "unknown key"),
        ("questionnaire", 'type = "text"', 'type = "text"\n‸total = 5', "key of another type"),
        ("sheet", "rev = 1", '‸rev = "1"', "wrong type"),
        ("sheet", 'length = "core"', '‸length = "short"', "wrong enum"),
        ("sheet", 'id = "brand", ', "‸", "missing key"),
        ("report", "blocking = ", '‸blocking = "x" # ', "wrong type"),
        ("report", 'level = "shared"', '‸level = "secret"', "wrong enum"),
        ("report", 'mode = "kickoff"\n', "", "missing key at the top"),
    ],
)
def test_one_mistake_is_told_once_at_its_line(
    tmp_path: Path, kind: str, old: str, new: str, at: str
) -> None:
    files = {"questionnaire": GOOD, "sheet": Path(BRAND).read_text(encoding="utf-8")}
    text = files[kind] if kind in files else EXPECTED.read_text(encoding="utf-8")
    assert old in text
    marked = text.replace(old, new, 1)
    (found,) = lint(tmp_path, kind, marked.replace("‸", ""))
    assert found["level"] == "error"
    lines = marked.splitlines()
    line = next((n for n, each in enumerate(lines, 1) if "‸" in each), None)
    if "missing key" in at and kind == "questionnaire" and line is not None:
        line = max(n for n, each in enumerate(lines[:line], 1) if each.startswith("["))
    if line is not None:
        assert found["range"]["start"]["line"] - 1 == line  # the schema has the first


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_prints_the_same_each_time(kind: str) -> None:
    first, second = duiqi("schema", kind), duiqi("schema", kind, "--lang", "zh-CN")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == second.stdout
    assert json.loads(first.stdout) == schema_of(kind)


def parts(schema: Any) -> list[dict[str, Any]]:
    """Return every table of a schema."""
    match schema:
        case dict():
            return [schema, *(part for each in schema.values() for part in parts(each))]
        case list():
            return [part for each in schema for part in parts(each)]
    return []


@pytest.mark.parametrize("kind", KINDS)
def test_schemas_are_flat_and_have_no_null(kind: str) -> None:
    schema = schema_of(kind)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    for part in parts(schema):
        assert not {"anyOf", "oneOf", "nullable"} & part.keys()
        assert "null" not in part.get("type", [])
        assert None not in part.values()


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_in_both_languages(kind: str) -> None:
    schema = schema_of(kind)
    for table in (schema, *schema["definitions"].values()):
        for name, part in table.get("properties", {}).items():
            chinese, english = part["description"].split("\n\n")
            assert chinese != english, name
            assert any(ord(sign) > 0x2E7F for sign in chinese), name


def test_an_unknown_kind_is_wrong_usage() -> None:
    assert duiqi("schema", "sessions").returncode == 2
