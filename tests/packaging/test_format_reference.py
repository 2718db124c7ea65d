"""The reference of the questionnaire format names every key, and its example is right."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_cli import duiqi
from tui.checks.questionnaire import load
from tui.domain.conditions import Operator
from tui.storage.library import bundled

REPOSITORY = Path(__file__).parents[2]
REFERENCE = (REPOSITORY / "questionnaires" / "README.md").read_text(encoding="utf-8")
EXAMPLE, *_ = re.findall(r"```toml\n(.*?)```", REFERENCE, re.DOTALL)
LINKS = sorted(set(re.findall(r"\]\((?!https:|#)([^)]+)\)", REFERENCE)))
WITHIN = sorted(set(re.findall(r"\]\(#([^)]+)\)", REFERENCE)))


@cache
def schema() -> dict[str, Any]:
    """Return the published schema."""
    told: dict[str, Any] = json.loads(duiqi("schema", "questionnaire", "--lang", "en").stdout)
    return told


def table_at(*steps: str) -> dict[str, Any]:
    """Return the table that stands at these keys, or in the tables by id at them."""
    found = schema()
    for step in steps:
        found = found["properties"][step]
        for inner in ("items", "additionalProperties"):
            found = found.get(inner, found)
        reference = found.get("$ref") or found["allOf"][0]["$ref"]
        found = schema()["definitions"][reference.rpartition("/")[2]]
    return found


def section(title: str, marks: str = "##") -> str:
    """Return what stands under a title, up to the next of its rank."""
    return re.split(rf"\n#{{2,{len(marks)}}} ", REFERENCE.partition(f"\n{marks} {title}\n")[2])[0]


def part_of(kind: str) -> str:
    """Return what is said of one type of question: from its name to the next."""
    types = re.split(r"\n(?=\*\*`)", section("Keys of each type", "###"))
    return next(part for part in types if f"**`{kind}`**" in part)


def forbidden(definition: dict[str, Any], kind: str) -> set[str]:
    """Return the keys that a question of this type must not have."""
    rule = next(r for r in definition["allOf"] if r["if"]["properties"]["type"]["const"] == kind)
    return {key for key, value in rule["then"]["properties"].items() if value is False}


def question_keys() -> Iterator[tuple[str, str]]:
    """Return each key of each type of question."""
    definition = schema()["definitions"]["question"]
    kinds = definition["properties"]["type"]["enum"]
    for kind in kinds:
        for key in sorted(definition["properties"].keys() - forbidden(definition, kind)):
            yield kind, key


@pytest.mark.parametrize(
    "kind",
    [
        "choice",
        "multi",
        "scale",
        "number",
        "range",
        "date",
        "allocation",
        "ranking",
        "text",
        "yesno",
        "owner",
    ],
)
def test_every_key_of_a_type_is_named_for_it(kind: str) -> None:
    keys = {key for found, key in question_keys() if found == kind}
    shared = set(re.findall(r"^\| `(\w+)[`.]", section("Keys of every type", "###"), re.MULTILINE))
    own = {key for key in keys - shared if f"`{key}`" not in part_of(kind)}
    assert shared <= keys
    assert own == set()


def test_the_types_are_all_of_the_schema() -> None:
    assert {kind for kind, _ in question_keys()} == set(
        re.findall(r"`(\w+)`", next(row for row in REFERENCE.splitlines() if "| `type` |" in row))
    ) - {"type"}


@pytest.mark.parametrize("operator", Operator)
def test_every_operator_is_named_in_the_table(operator: Operator) -> None:
    rows = section("Conditions").partition("| Operator |")[2].splitlines()
    assert any(f"`{operator}`" in row.split("|")[1] for row in rows if row.startswith("| `"))


@pytest.mark.parametrize(
    ("steps", "title"),
    [
        ("questionnaire", "Tables"),
        ("party", "Tables"),
        ("area", "Tables"),
        ("risk", "Risks"),
        ("risk if", "Conditions"),
        ("retired", "Later editions"),
    ],
)
def test_every_key_of_a_table_is_named_in_its_section(steps: str, title: str) -> None:
    keys = table_at(*steps.split())["properties"]
    assert [key for key in keys if f"`{key}`" not in section(title)] == []


def test_every_table_at_the_top_is_named() -> None:
    keys = schema()["properties"]
    told = section("Tables")
    assert [key for key in keys if f"`{key}`" not in told and f"`[{key}" not in told] == []


def test_no_key_is_told_that_the_format_lacks() -> None:
    definitions = schema()["definitions"]
    known = set(schema()["properties"]).union(
        *(d.get("properties", {}) for d in definitions.values())
    )
    tables = "".join(section(title) for title in ("Tables", "Questions", "Conditions", "Risks"))
    cells = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", tables, re.MULTILINE)
    assert {key for cell in cells for key in re.findall(r"`(\w+)`", cell)} <= known


def test_the_example_has_nothing_wrong_in_it(tmp_path: Path) -> None:
    path = tmp_path / "delivery.toml"
    path.write_text(EXAMPLE, encoding="utf-8")
    done = duiqi("check", str(path), "--lang", "en")
    assert (done.stderr, done.stdout) == ("", f"{path}: no problems\n")


@pytest.mark.parametrize("place", LINKS)
def test_what_is_linked_is_there(place: str) -> None:
    assert (REPOSITORY / "questionnaires" / place).exists()


@pytest.mark.parametrize("anchor", WITHIN)
def test_what_is_linked_within_is_there(anchor: str) -> None:
    titles = re.findall(r"^#+ (.+)$", REFERENCE, re.MULTILINE)
    assert anchor in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_questionnaire_of_the_folder_is_listed_and_the_reference_is_none() -> None:
    assert {path.name for path in bundled()} == {link for link in LINKS if link.endswith(".toml")}


def test_the_lists_tell_how_many_questions_there_are() -> None:
    asked = [(path.stem, load(path).questions) for path in bundled()]
    counted = {(name, len(all_), sum(q.core for q in all_)) for name, all_ in asked}
    told = re.findall(r"^\| \[(\w+)\.toml\].*\| (\d+) \| (\d+) \|$", REFERENCE, re.MULTILINE)
    assert {(name, int(all_), int(core)) for name, all_, core in told} == counted
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    for name, row in re.findall(
        r"^\| \[.+\]\(questionnaires/(\w+)\.toml\)(.*)", readme, re.MULTILINE
    ):
        all_, core = next((whole, short) for each, whole, short in counted if each == name)
        column = [int(number) for number in re.findall(r"\d+", row.split("|")[3])]
        assert sorted({*column}) == sorted({all_, core})
