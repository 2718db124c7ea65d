"""Reports of both modes are checked truly: what stands there twice is wrong."""

from pathlib import Path

import pytest

from tests.questionnaires import SMALL
from tests.storage import samples
from tui.checks.check_file import problems_of
from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import Diagnostic, Severity
from tui.domain.minutes import Decision
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.domain.solo_report import solo_report
from tui.formats.report import report_tables
from tui.formats.self_assessment import solo_report_tables
from tui.formats.table import Tables
from tui.toml.writer import dump_toml


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, Tables]:
    """What a report of each mode says."""
    (tmp_path / "small.toml").write_text(SMALL, encoding="utf-8")
    asked = load(tmp_path / "small.toml")
    sheets = samples.sheet(asked, "brand", aim="sales"), samples.sheet(asked, "agency", aim="image")
    session = samples.session(asked, sheets=sheets).decided(Decision(question="aim", text="so be"))
    alone = samples.session(asked, sheets=sheets, alone="brand", reveal=Reveal.END)
    return {
        "kickoff": report_tables(report(session)),
        "solo": solo_report_tables(solo_report(alone)),
    }


def problems(folder: Path, content: bytes) -> list[Diagnostic]:
    path = folder / "report.toml"
    path.write_bytes(content)
    return problems_of(path, samples.find)


@pytest.mark.parametrize("mode", ["kickoff", "solo"])
def test_what_this_program_writes_is_good(
    tmp_path: Path, tables: dict[str, Tables], mode: str
) -> None:
    good = dump_toml(tables[mode])
    assert problems(tmp_path, good) == []
    (altered,) = problems(tmp_path, good.replace("品牌方".encode(), "品牌".encode()))
    assert (altered.severity, altered.message.key) == (Severity.WARNING, "report.changed")


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        ("kickoff", "areas"),
        ("kickoff", "questions"),
        ("kickoff", "agenda"),
        ("kickoff", "decisions"),
        ("solo", "questions"),
    ],
)
def test_what_stands_there_twice_is_told_at_the_second_place(
    tmp_path: Path, tables: dict[str, Tables], mode: str, name: str
) -> None:
    items = tables[mode][name]
    assert isinstance(items, list)
    items.append(items[0])
    (problem,) = problems(tmp_path, dump_toml(tables[mode]))
    assert problem.message.key == "check.repeated"
    key, _, value = problem.source_line.partition(" = ")
    assert key in ("id", "question")
    assert value.strip('"') == items[0][key]


def test_a_report_of_the_wrong_mode_is_none_of_the_other(
    tmp_path: Path, tables: dict[str, Tables]
) -> None:
    content = dump_toml(tables["solo"] | {"mode": "together"})
    assert [each.message.key for each in problems(tmp_path, content)] == ["report.unknown_mode"]
