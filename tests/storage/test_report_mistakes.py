"""One mistake in a report file is told once, at its place, in both languages."""

import copy
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tui.domain.answers import Answer, NonAnswer
from tui.domain.minutes import Decision
from tui.domain.questionnaire import Questionnaire
from tui.domain.reporting import report
from tui.domain.session import Session
from tui.domain.solo_report import solo_report
from tui.i18n.catalogue import LANGUAGES, Phrases
from tui.storage.diagnostics import Diagnostic, InvalidFile, as_text
from tui.storage.examples import example_sheets
from tui.storage.kickoff_shape import ReportShape
from tui.storage.report_reading import _keys
from tui.storage.report_tables import report_tables
from tui.storage.reports import read_report
from tui.storage.schemas.report import schema
from tui.storage.solo_reports import read_solo_report, solo_report_bytes, solo_report_tables
from tui.storage.toml_file import TomlFile, parse_toml
from tui.storage.toml_out import dump_toml

from . import samples

Read = Callable[[TomlFile], object]
KICKOFF = example_sheets()[0].with_name("report.toml").read_text(encoding="utf-8")
DECIDED = '[[decisions]]\nquestion = "gmv_definition"\n'


@pytest.fixture
def asked(tmp_path: Path) -> Questionnaire:
    return samples.loaded(tmp_path)


@pytest.fixture
def session(asked: Questionnaire) -> Session:
    said = {"aim": Answer(value="sales", guess="image", note="n"), "days": Decimal("7.5")}
    later = {"aim": "image", "days": Answer(state=NonAnswer.LATER, reason="要问老板")}
    sheets = (samples.sheet(asked, "brand", **said), samples.sheet(asked, "agency", **later))
    held = samples.session(asked, sheets=sheets)
    return held.decided(Decision(question="aim", value="image", text="So be it", due=samples.DAY))


def wrong(text: str, read: Read = read_report) -> tuple[Diagnostic, ...]:
    with pytest.raises(InvalidFile) as found:
        read(parse_toml(text.encode(), "report.toml"))
    return found.value.diagnostics


def told_of(marked: str, read: Read = read_report) -> tuple[str, str | None]:
    """Give the key and the offered word of the one problem, which must stand at the mark."""
    before, _, after = marked.partition("‸")
    (problem,) = wrong(before + after, read)
    assert problem.span is not None
    line = before.count("\n") + 1
    assert (problem.span.line, problem.span.column) == (line, len(before.split("\n")[-1]) + 1)
    for language in LANGUAGES:
        phrases = Phrases(language)
        assert "{" not in as_text(problem, lambda it, say=phrases: say(it.key, **it.values))
    return problem.message.key, problem.help and problem.help.values["known"]


@pytest.mark.parametrize(
    ("old", "new", "key", "meant"),
    [
        ("date = 2026-11-20", 'date = ‸"2026-11-20"', "record.not_date", None),
        ("date = 2026-11-20", "date = ‸2026-11-20T10:00:00", "record.not_date", None),
        ('level = "shared"', 'level = ‸"share"', "record.unknown_word", "shared"),
        ('level = "shared"\n', "", "record.missing_key", None),
        ('"gmv_definition",\n    "growth', '"gmv_definition",\n    ‸3,\n    "growth', "record.not_texts", None),
        ("defined_by = []", 'defined_by = ‸"gmv"', "record.not_texts", None),
        ('    "contract_mismatch",', '    ‸"contact_mismatch",', "record.unknown_word", "contract_mismatch"),
        ("similarity = 0.8", "similarity = ‸-0.8", "record.not_number", None),
        ("similarity = 0.8", "similarity = ‸true", "record.not_number", None),
        ("similarity = 0.8", "‸similarty = 0.8", "record.unknown_key", "similarity"),
        ('verdict = "hollow"', '‸verdit = "hollow"', "record.unknown_key", "verdict"),
        ("hollow = 3", "‸hallow = 3", "record.unknown_key", "hollow"),
        ("hollow = 3", "hollow = ‸3.0", "record.not_whole", None),
        ("compared = 62", "compared = ‸'62'", "record.not_number", None),
        ("low = 50\n", "low = ‸'50'\n", None, None),
        ('value = "paid_gross"', "value = ‸[1, 2]", "report.no_answer", None),
        ('value = "paid_gross"', "value = ‸2026-11-20", "report.no_answer", None),
        ('en = "Less refunds and fake orders"', "en = ‸7", "record.not_text", None),
        ('en = "Less refunds', '‸fr = "Less refunds', "record.unknown_key", None),
        ('en = "Less refunds', '‸words = "Less refunds', "record.unknown_key", None),
        ('note = "Group', '‸nota = "Group', "record.unknown_key", "note"),
        ('firmness = "red_line"', 'firmness = ‸"redline"', "record.unknown_word", "red_line"),
        ("risks = []", "risks = ‸{}", "record.not_tables", None),
        ("risks = []", "risks = [‸1]", "record.not_tables", None),
        ('source = "court"', 'source = "court"\n‸"[key]" = 1', "record.unknown_key", None),
        ('source = "court"', 'source = "court"\n‸str = 1', "record.unknown_key", None),
        ("tier = 2", "tier = ‸0", "record.not_whole", None),
        ("tier = 2", "tier = ‸9", "report.unknown_tier", None),
        ('id = "agency"\n', 'id = ‸"agentur"\n', "report.other_party", None),
        ('[integrity]\n', '‸[intergity]\n', None, None),
        ("[[agenda]]", f"{DECIDED}parked = ‸1\n[[agenda]]", "record.not_truth", None),
        ("[[agenda]]", f"{DECIDED}due = ‸'soon'\n[[agenda]]", "record.not_date", None),
        ("[[agenda]]", f"{DECIDED}clause = ‸'x'\n[[agenda]]", "record.not_table", None),
        ("[[agenda]]", "‸[[decisions]]\n[[agenda]]", "record.missing_key", None),
        ('languages = [', 'languages = [\n    ‸1,', "record.not_texts", None),
    ],
)
def test_a_mistake_is_told_once_at_its_place(
    old: str, new: str, key: str | None, meant: str | None
) -> None:
    assert old in KICKOFF
    marked = KICKOFF.replace(old, new, 1)
    found = told_of(marked if "‸" in marked else f"‸{marked}")
    print(found)
    if key: assert found == (key, meant)
