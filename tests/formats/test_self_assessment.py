"""The report of a party alone opens again as it was, and holds no figure of agreement."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import strategies as draw
from tests.questionnaires import SMALL
from tests.storage import samples
from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.answers import Answer, ContractState, NonAnswer
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.session import Session
from tui.domain.solo_report import SoloReport, solo_report
from tui.domain.verdict import Verdict
from tui.formats.report import read_report, report_bytes
from tui.formats.self_assessment import read_solo_report, solo_report_bytes, solo_report_tables
from tui.toml.reader import parse_toml

AGREEMENT = {
    "agreement",
    "alignment",
    "coverage",
    "compared",
    "flags",
    "score",
    "share",
    "similarity",
    "shown",
    "verdict",
    "verdict_after",
    "weakest_area",
}
"""Keys under which a report of two tells how far they agree."""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    text = SMALL.replace('type = "choice"', 'type = "choice"\nrecommend = "profit"')
    (tmp_path / "small.toml").write_text(text, encoding="utf-8")
    asked = load(tmp_path / "small.toml")
    brand = samples.sheet(
        asked,
        "brand",
        aim=Answer(
            value="sales",
            contract=ContractState.NEVER,
            note="“先冲量”",
            private_note="其实更想要利润",
            guess="image",
        ),
        days=Answer(state=NonAnswer.LATER, reason="要问老板"),
        floor={"low": 123, "high": 456},
        cash=98765,
    )
    agency = samples.sheet(asked, "agency", aim="image", days=7, wish="SECRET", cash=11111)
    return samples.session(asked, sheets=(brand, agency), alone="brand")


def opened(content: bytes) -> SoloReport:
    found = read_solo_report(parse_toml(content, "report.toml"))
    assert found.notices == ()
    return found.report


def keys(tables: object) -> Iterator[str]:
    """Return every key at any depth."""
    if isinstance(tables, dict):
        yield from tables
        tables = list(tables.values())
    if isinstance(tables, list):
        for item in tables:
            yield from keys(item)


def test_a_report_says_what_its_party_needs(session: Session) -> None:
    tables: Any = solo_report_tables(solo_report(session))
    assert [tables[key] for key in ("format", "kind", "mode")] == [1, "report", "solo"]
    assert tables["party"]["called"]["en"] == "Brand"
    aim, days, wish, floor, cash = tables["questions"]
    assert aim["answer"] == {
        "value": "sales",
        "zh-CN": "销量",
        "en": "Sales",
        "contract": "never",
        "note": "“先冲量”",
        "private_note": "其实更想要利润",
    }
    assert days["answer"] == {"state": "later", "reason": "要问老板"}
    assert "answer" not in wish
    assert (floor["private"], floor["answer"]["en"]) == ("overlap", "123 – 456")
    assert (cash["private"], cash["answer"]["value"]) == ("own", 98765)
    assert tables["risks"][0]["say"]["en"] == "Sales alone harm Lumière 品牌."
    assert [item["question"] for item in tables["unsettled"]] == ["days", "wish"]
    assert [item["question"] for item in tables["never_discussed"]] == ["aim"]
    (off,) = tables["off_practice"]
    assert (off["said"]["en"], off["recommended"]["en"]) == ("Sales", "Profit")
    assert off["practice"]["en"] == "Write it down first."
    (gap,) = tables["assumed_gaps"]
    assert (gap["assumed"], gap["said"]["en"], gap["guess"]["en"]) == (True, "Sales", "Image")
    assert [item["question"] for item in tables["to_ask"]] == ["aim", "days", "wish"]
    assert tables["counts"] == {
        "asked": 5,
        "met": 4,
        "risks": 1,
        "contradictions": 0,
        "unsettled": 2,
        "never_discussed": 1,
        "off_practice": 1,
        "assumed_gaps": 1,
        "to_ask": 3,
    }
    assert "not legal advice" in tables["notice"]["en"]


def test_nothing_of_the_other_side_is_in_it(session: Session) -> None:
    content = solo_report_bytes(solo_report(session)).decode()
    for theirs in ("SECRET", "11111", "agency"):
        assert theirs not in content


def test_no_figure_of_agreement_is_anywhere_in_it(session: Session) -> None:
    tables = tomllib.loads(solo_report_bytes(solo_report(session)).decode())
    assert AGREEMENT.isdisjoint(keys(tables))
    both = tomllib.loads(report_bytes(of_two(session)).decode())
    assert len(AGREEMENT.intersection(keys(both))) > 5


def of_two(session: Session) -> Report:
    """Return the report of the same two sheets as a kickoff."""
    return report(replace(session, alone=None))


@draw.fewer
@given(draw.sessions(), st.sampled_from(["brand", "agency"]))
def test_no_report_of_one_holds_a_figure_of_agreement(session: Session, party: str) -> None:
    content = solo_report_bytes(solo_report(replace(session, alone=party))).decode()
    tables = tomllib.loads(content, parse_float=Decimal)
    assert AGREEMENT.isdisjoint(keys(tables))
    assert not set(Verdict).intersection(map(str, keys(tables)))
    assert set(map(type, tables["counts"].values())) == {int}


@draw.fewer
@given(draw.sessions(), st.sampled_from(["brand", "agency"]))
def test_any_report_opens_again_as_it_was(session: Session, party: str) -> None:
    told = solo_report(replace(session, alone=party))
    content = solo_report_bytes(told)
    assert opened(content) == told
    assert solo_report_bytes(opened(content)) == content


def test_a_changed_report_opens_with_a_warning(session: Session) -> None:
    content = solo_report_bytes(solo_report(session))
    changed = content.replace("要问老板".encode(), "老板不肯".encode())
    found = read_solo_report(parse_toml(changed, "report.toml"))
    assert [notice.key for notice in found.notices] == ["report.changed"]


def test_it_is_not_taken_for_the_report_of_two_nor_the_other_way_round(session: Session) -> None:
    one, two = solo_report_bytes(solo_report(session)), report_bytes(of_two(session))
    for content, read, key in [
        (one, read_report, "report.is_solo"),
        (two, read_solo_report, "report.is_kickoff"),
    ]:
        with pytest.raises(InvalidFile) as found:
            read(parse_toml(content, "report.toml"))
        (problem,) = found.value.diagnostics
        assert (problem.message.key, problem.source_line[:6]) == (key, "mode =")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('kind = "report"', 'kind = "sheet"', "check.wrong_kind"),
        ("format = 1", "format = 9", "check.future_format"),
        ('mode = "solo"', 'mode = "duel"', "report.unknown_mode"),
        ('level = "high"', 'level = "higher"', "check.unknown_word"),
        ('private = "own"', 'private = "mine"', "check.unknown_word"),
        ("assumed = true", 'assumed = "yes"', "check.not_true_or_false"),
        ('value = "sales"', "value = true", "report.no_answer"),
        ('state = "later"', 'stat = "later"', "check.unknown_key"),
        ("date = 2026-11-23", 'date = "today"', "check.not_date"),
    ],
)
def test_a_problem_is_told_at_its_place(session: Session, old: str, new: str, key: str) -> None:
    text = solo_report_bytes(solo_report(session)).decode()
    line = text[: text.index(old)].count("\n") + 1
    with pytest.raises(InvalidFile) as found:
        read_solo_report(parse_toml(text.replace(old, new, 1).encode(), "report.toml"))
    places = [
        (problem.message.key, samples.line_of(problem)) for problem in found.value.diagnostics
    ]
    assert (key, line) in places
