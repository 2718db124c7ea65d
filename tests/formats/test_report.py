"""Reports are the same on any laptop, keep private things private, and open again."""

import hashlib
import json
import shutil
import subprocess
import sysconfig
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import builders as b
from tests.domain import strategies as draw
from tests.storage import samples
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.answers import Answer, ContractState, Firmness, NonAnswer
from tui.domain.minutes import Decision, Revision
from tui.domain.privacy import Privacy
from tui.domain.questionnaire import Questionnaire
from tui.domain.report import Report, ReportedArea, rounded
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.statistics import Statistics
from tui.formats.report import read_report, report_bytes, report_tables
from tui.toml.limits import USUAL
from tui.toml.reader import parse_toml


@pytest.fixture
def asked(tmp_path: Path) -> Questionnaire:
    return samples.loaded(tmp_path)


@pytest.fixture
def session(asked: Questionnaire) -> Session:
    brand = samples.sheet(
        asked,
        "brand",
        aim=Answer(
            value="sales",
            firmness=Firmness.RED_LINE,
            contract=ContractState.WRITTEN,
            note="“先冲量”",
            private_note="其实更想要利润",
            guess="image",
        ),
        days=Decimal("7.5"),
        wish="[b]和气生财[/b]",
        floor={"low": 123, "high": 456},
        cash=98765,
    )
    agency = samples.sheet(
        asked,
        "agency",
        aim=Answer(value="sales", contract=ContractState.SPOKEN),
        days=Answer(state=NonAnswer.LATER, reason="要问老板"),
        floor={"low": 333, "high": 444},
        cash=11111,
    )
    return samples.session(asked, sheets=(brand, agency), reveal=Reveal.LIVE)


def opened(content: bytes) -> Report:
    found = read_report(parse_toml(content, "report.toml"))
    assert found.notices == ()
    return found.report


def test_a_report_says_what_its_reader_needs(session: Session) -> None:
    tables: Any = report_tables(report(session))
    assert {key: tables[key] for key in ("format", "kind", "mode", "level")} == {
        "format": 1,
        "kind": "report",
        "mode": "kickoff",
        "level": "shared",
    }
    aim, days, wish, floor = tables["questions"]
    assert (aim["verdict"], aim["similarity"]) == ("partial", 1)
    assert aim["flags"] == ["contract_mismatch"]
    assert aim["answers"]["brand"] == {
        "value": "sales",
        "zh-CN": "销量",
        "en": "Sales",
        "firmness": "red_line",
        "contract": "written",
        "note": "“先冲量”",
    }
    assert aim["risks"][0]["say"]["en"] == "Sales alone harm Lumière 品牌."
    assert "similarity" not in days
    assert days["answers"]["agency"] == {"state": "later", "reason": "要问老板"}
    assert wish["answers"]["agency"] == {}
    assert (floor["verdict"], "answers" in floor) == ("aligned", False)
    assert tables["summary"]["counts"]["partial"] == 1
    assert tables["agenda"][0]["question"] == "aim"
    assert "not legal advice" in tables["notice"]["en"]


def test_there_is_no_figure_for_the_whole(session: Session) -> None:
    tables: Any = report_tables(report(session))
    summary = tables["summary"]
    assert set(summary) <= {
        *("weakest_areas", "blocking", "agreed_risks", "counts", "private", "coverage"),
        "headline",
    }


@pytest.mark.parametrize("detail", ReportLevel)
def test_a_report_opens_again_as_it_was(session: Session, detail: ReportLevel) -> None:
    content = report_bytes(report(session, detail, "brand"))
    again = opened(content)
    assert again == as_written(report(session, detail, "brand"))
    assert report_bytes(again) == content


@draw.fewer
@given(draw.sessions(), st.sampled_from(ReportLevel), st.sampled_from(["brand", "agency"]))
def test_any_report_opens_again_as_it_was(session: Session, detail: ReportLevel, own: str) -> None:
    told = report(session, detail, own)
    content = report_bytes(told)
    assert opened(content) == as_written(told)
    assert report_bytes(told) == content


@draw.fewer
@given(draw.settled(), st.sampled_from(ReportLevel), st.sampled_from(["brand", "agency"]))
def test_any_report_with_minutes_opens_again_as_it_was(
    session: Session, detail: ReportLevel, own: str
) -> None:
    told = report(session, detail, own)
    content = report_bytes(told)
    assert opened(content) == as_written(told)
    assert report_bytes(opened(content)) == content


def test_minutes_are_told_only_where_there_are_any(session: Session) -> None:
    text = report_bytes(report(session)).decode()
    for name in ("decisions", "revised", "reasons", "verdict_after"):
        assert name not in text
    second = Revision(
        question="aim",
        party="agency",
        at=datetime(2026, 11, 23, 18, 30, tzinfo=UTC),
        before=session.answer("agency", "aim"),
        after=Answer(value="image"),
        reason="听完账之后",
    )
    settled = session.decided(Decision(question="aim", value="image", due=date(2026, 12, 1)))
    tables: Any = report_tables(report(settled.revised(second)))
    (decision,) = tables["decisions"]
    assert (decision["question"], decision["value"], decision["en"]) == ("aim", "image", "Image")
    aim = tables["questions"][0]
    assert aim["revised"] == {"agency": {"value": "image", "zh-CN": "形象", "en": "Image"}}
    assert (aim["reasons"], aim["verdict_after"]) == ({"agency": "听完账之后"}, "divergent")
    before: Any = report_tables(report(session))
    assert aim["answers"] == before["questions"][0]["answers"]


def test_the_hash_covers_what_was_decided(session: Session) -> None:
    settled = session.decided(Decision(question="aim", due=date(2026, 12, 1)))
    content = report_bytes(report(settled)).replace(b"2026-12-01", b"2026-12-31")
    found = read_report(parse_toml(content, "report.toml"))
    assert [notice.key for notice in found.notices] == ["report.changed"]


def as_written(told: Report) -> Report:
    """Return a report as its file tells it: figures rounded, none for the whole."""

    def statistics(of: Statistics, alignment: Decimal | None) -> Statistics:
        return replace(of, alignment=alignment and rounded(alignment), counts=dict(of.counts))

    areas = (
        replace(area, statistics=statistics(area.statistics, area.statistics.alignment))
        for area in told.areas
    )
    questions = (
        replace(q, similarity=None if q.similarity is None else rounded(q.similarity))
        for q in told.questions
    )
    return replace(
        told,
        whole=statistics(told.whole, None),
        areas=tuple[ReportedArea, ...](areas),
        questions=tuple(questions),
    )


@draw.fewer
@given(draw.sessions())
def test_swapping_the_parties_changes_no_verdict_count_or_order(session: Session) -> None:
    left, right = session.questionnaire.parties
    swapped = replace(
        session,
        questionnaire=replace(session.questionnaire, parties=(right, left)),
        sheets=session.sheets[::-1],
    )
    ours: Any = report_tables(report(session))
    theirs: Any = report_tables(report(swapped))
    assert list(ours["parties"]) == list(theirs["parties"])[::-1]
    for tables in (ours, theirs):
        for question in tables["questions"]:
            for risk in question["risks"]:
                risk["parties"].sort()
        del tables["integrity"]
    assert ours == theirs


@draw.fewer
@given(draw.sessions())
def test_a_private_value_occurs_nowhere_in_a_shared_report(session: Session) -> None:
    sheets = []
    for sheet in session.sheets:
        answers = {}
        for qid, answer in sheet.answers.items():
            is_shared = session.questionnaire[qid].privacy is Privacy.SHARED
            note = "for both" if is_shared else "SECRET"
            answers[qid] = replace(answer, note=note, private_note="SECRET")
            if not is_shared and answer.state is not None:
                answers[qid] = replace(answers[qid], reason="SECRET")
        sheets.append(replace(sheet, answers=answers))
    left, right = sheets
    told = report(replace(session, sheets=(left, right)))
    assert b"SECRET" not in report_bytes(told)
    for question in told.questions:
        if session.questionnaire[question.id].privacy is not Privacy.SHARED:
            assert (question.answers, question.similarity) == ({}, None)


def test_private_numbers_occur_nowhere_in_a_shared_report(session: Session) -> None:
    content = report_bytes(report(session)).decode()
    content = content[: content.index("[integrity]")].replace(
        session.questionnaire.edition.digest, ""
    )
    for secret in ("98765", "11111", "123", "456", "333", "444", "其实更想要利润"):
        assert secret not in content


def test_a_private_note_is_told_to_its_own_party_alone(session: Session) -> None:
    for own, is_told in (("brand", True), ("agency", False)):
        content = report_bytes(report(session, ReportLevel.OWN, own)).decode()
        assert ("其实更想要利润" in content) is is_told
        assert "98765" not in content


def test_the_hash_is_that_of_the_documented_json(session: Session) -> None:
    data = tomllib.loads(report_bytes(report(session)).decode(), parse_float=Decimal)
    seal = data.pop("integrity")
    canonical = json.dumps(
        data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str
    )
    assert seal == {"sha256": hashlib.sha256(canonical.encode()).hexdigest()}


def test_a_changed_report_opens_with_a_warning(session: Session) -> None:
    content = report_bytes(report(session)).replace("要问老板".encode(), "老板不肯".encode())
    found = read_report(parse_toml(content, "report.toml"))
    assert [notice.key for notice in found.notices] == ["report.changed"]
    assert found.report.questions[1].answers["agency"].reason == "老板不肯"


def test_line_ends_and_the_order_of_tables_are_no_change(session: Session) -> None:
    text = report_bytes(report(session)).decode()
    rest, seal = text.split("\n[integrity]\n")
    moved = rest.replace("\n[notice]", f"\n[integrity]\n{seal}\n[notice]")
    opened(moved.replace("\n", "\r\n").encode())


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('kind = "report"', 'kind = "sheet"', "check.wrong_kind"),
        ("format = 1", "format = 9", "check.future_format"),
        ('mode = "kickoff"', 'mode = "solo"', "report.is_solo"),
        ('mode = "kickoff"', 'mode = "duel"', "report.unknown_mode"),
        ('verdict = "partial"', 'verdict = "particle"', "check.unknown_word"),
        ('level = "high"', 'level = "higher"', "check.unknown_word"),
        ('"contract_mismatch"', '"contact_mismatch"', "check.unknown_word"),
        ("weight = 2", 'weight = "2"', "check.not_number_from_zero"),
        ("weight = 2", "wait = 2", "check.unknown_key"),
        ("tier = 3", "tier = 8", "report.unknown_tier"),
        ('value = "sales"', "value = true", "report.no_answer"),
        ("[parties.agency]", "[parties.tp]", "report.other_party"),
        ("[[areas]]", "[areas]", "check.not_tables"),
    ],
)
def test_a_problem_is_told_at_its_place(session: Session, old: str, new: str, key: str) -> None:
    text = report_bytes(report(session)).decode()
    assert old in text
    line = text[: text.index(old)].count("\n") + 1
    if key == "check.not_tables":
        text = text[: text.index(old)] + new + text[text.index("[[questions]]") - 1 :]
    with pytest.raises(InvalidFile) as found:
        read_report(parse_toml(text.replace(old, new, 1).encode(), "report.toml"))
    assert key in {problem.message.key for problem in found.value.diagnostics}
    if key != "report.other_party":
        assert line in {samples.line_of(problem) for problem in found.value.diagnostics}


@draw.fewer
@given(draw.sessions())
def test_other_toml_readers_read_the_same(session: Session) -> None:
    content = report_bytes(report(session)).decode()
    assert tomlkit.parse(content).unwrap() == tomllib.loads(content)
    assert tomlkit.dumps(tomlkit.parse(content)) == content


def test_a_toml_linter_finds_nothing_wrong(session: Session, tmp_path: Path) -> None:
    tombi = shutil.which("tombi", path=sysconfig.get_path("scripts"))
    if tombi is None:
        pytest.skip("tombi is not installed")
    for detail in ReportLevel:
        path = tmp_path / f"{detail}.toml"
        path.write_bytes(report_bytes(report(session, detail, "brand")))
    done = subprocess.run(
        [tombi, "lint", "--offline", *sorted(path.name for path in tmp_path.glob("*.toml"))],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_names_of_questions_are_read_again() -> None:
    asked = b.choice(name=b.both("Aim", "目标")), b.choice("r")
    told = report(b.session(*asked))
    file = parse_toml(report_bytes(told), "report.toml")
    assert read_report(file).report == told
    assert ["name" in each for each in file.data["questions"]] == [True, False]


def test_a_report_with_long_notes_everywhere_can_be_read_again(tmp_path: Path) -> None:
    """What is written can be read: 120 questions, with notes as long as the field takes."""
    asked = tuple(b.yesno(f"q{number}") for number in range(120))
    said = {q.id: b.answer("yes", note="备注" * 2_000) for q in asked}
    content = report_bytes(report(b.session(*asked, brand=said, agency=said)))
    assert len(content) > USUAL
    path = tmp_path / "report.toml"
    path.write_bytes(content)
    assert report_bytes(read_report(path).report) == content
