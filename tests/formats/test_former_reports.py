"""Reports that former versions of the program wrote open for ever, and are exported again."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.exports.reports import talked_over
from tui.domain.report_level import ReportLevel
from tui.domain.report_reduction import reduced
from tui.exports.formats import Format, written
from tui.exports.kickoff import kickoff_document
from tui.formats.report import read_report, report_bytes, report_tables
from tui.toml.reader import parse_toml
from tui.toml.writer import dump_toml

FIRST = Path(__file__).with_name("first_report.toml")
"""The worked example as the first version wrote it, of which nothing was changed."""
FORMATS = (Format.PAGE, Format.WORD, Format.WORKBOOK, Format.MARKDOWN, Format.CALENDAR)


@pytest.mark.parametrize("to", FORMATS)
def test_the_first_report_is_exported_in_every_format(to: Format) -> None:
    found = read_report(FIRST)
    assert found.notices == ()
    assert written(kickoff_document(found.report), to)


def test_what_the_first_report_does_not_tell_is_told_by_what_it_does() -> None:
    report = read_report(FIRST).report
    whole = report.whole.coverage
    assert (whole.judged, whole.applying, whole.apart) == (29, 32, 11)
    assert report.weakest_areas == ("goals",)
    again = report_tables(report)
    assert again["summary"]["weakest_areas"] == ["goals"]  # type: ignore[index]
    assert "weakest_area" not in again["summary"]  # type: ignore[operator]


def test_a_report_is_the_same_without_what_was_added_since() -> None:
    tables: Any = report_tables(talked_over())
    del tables["summary"]["headline"]
    for figures in (tables["summary"], *tables["areas"]):
        for key in ("judged", "applying", "apart"):
            del figures["coverage"][key]
    for item in tables["agenda"]:
        item.pop("name", None)
        item.pop("seconds", None)
    del tables["integrity"]
    read = read_report(parse_toml(dump_toml(tables | {"integrity": _seal(tables)}), "old.toml"))
    now = read.report
    assert now.whole == talked_over().whole
    assert now.areas == talked_over().areas
    assert now.decisions == talked_over().decisions


def _seal(tables: Any) -> dict[str, str]:
    """Return a hash, which need not be right: a report whose hash is not is read as well."""
    return {"sha256": hashlib.sha256(json.dumps(tables, default=str).encode()).hexdigest()}


def test_a_report_tells_machines_what_it_tells_people() -> None:
    told = talked_over()
    spent = replace(told, agenda=(replace(told.agenda[0], seconds=600), *told.agenda[1:]))
    tables: Any = report_tables(spent)
    document = kickoff_document(spent, ("en", "zh-CN"))
    assert tuple(tables["summary"]["headline"][tag] for tag in ("en", "zh-CN")) == document.headline
    assert set(tables["summary"]["coverage"]) >= {"judged", "applying", "apart", "share"}
    assert all("alignment" in area for area in tables["areas"])
    first, second = tables["agenda"][:2]
    assert (first["minutes"] > 0, first["seconds"], second["seconds"]) == (True, 600, 0)
    assert {each["state"] for each in tables["decisions"]} == {"open", "done"}
    assert tables["meeting"]["next_date"] == date(2026, 12, 4)
    assert read_report(parse_toml(report_bytes(spent), "report.toml")).report == spent


def test_minutes_call_a_matter_by_its_name_in_every_format() -> None:
    short = reduced(talked_over(), ReportLevel.MINUTES)
    tables: Any = report_tables(short)
    told = kickoff_document(short, ("en",))
    named = {item.id: item.name[0] for item in told.items() if item.id}
    for item in tables["agenda"]:
        assert named[item["question"]] == item["name"]["en"]
    assert written(told, Format.MARKDOWN).decode().startswith("# Minutes of the meeting")
