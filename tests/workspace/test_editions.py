"""Answers over editions: what changed its meaning is open, and what was private stays private."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.questionnaires import SMALL
from tests.storage import samples
from tui.domain.analysis import analyse
from tui.domain.answers import Answer
from tui.domain.privacy import Privacy
from tui.domain.report import ReportedAnswer, ReportedQuestion
from tui.domain.report_builder import report
from tui.domain.session import Session
from tui.domain.verdict import Verdict
from tui.formats.report import report_bytes
from tui.formats.sheet import sheet_bytes
from tui.storage.creation import create
from tui.storage.sessions import open_session
from tui.toml.reader import read_toml
from tui.workspace.pairing import pair_sheets

CANARY = 87
"""A figure that stands nowhere else."""
NEW = SMALL.replace('"1.0.0"', '"1.1.0"')


def sheets(folder: Path, **answers: object) -> list[Path]:
    """Write both parties' sheets of the first edition and return their paths."""
    asked = samples.loaded(folder)
    paths = []
    for party in asked.party_ids:
        paths.append(folder / f"{party}.toml")
        paths[-1].write_bytes(sheet_bytes(samples.sheet(asked, party, **answers), asked))
    return paths


def paired(folder: Path, newer: str, **answers: object) -> Session:
    """Return the session of two sheets of the first edition, read for a newer one."""
    path = folder / "newer.toml"
    path.write_text(newer, encoding="utf-8")
    first, second = map(read_toml, sheets(folder, **answers))
    return pair_sheets(first, second, path).session


def is_told(content: str) -> bool:
    """Return whether a report tells the figure; a hash may hold its digits by chance."""
    return re.search(rf"\b{CANARY}\b", content) is not None


def told(session: Session, question: str) -> ReportedQuestion:
    return next(each for each in report(session).questions if each.id == question)


def test_what_was_answered_before_the_meaning_changed_is_open_and_not_told(tmp_path: Path) -> None:
    newer = NEW.replace("[question.days]", "[question.days]\nrev = 2")
    session = paired(tmp_path, newer, days=Answer(value=Decimal(CANARY), note="old words"))
    question = told(session, "days")
    assert question.verdict is Verdict.OPEN
    assert question.answers["brand"] == ReportedAnswer(is_unconfirmed=True)
    content = report_bytes(report(session)).decode()
    assert "unconfirmed = true" in content
    assert not is_told(content)
    assert "old words" not in content


def test_it_fires_no_risk_and_opens_no_follow_up_before_it_is_confirmed(tmp_path: Path) -> None:
    newer = NEW.replace("[question.aim]", "[question.aim]\nrev = 2")
    assert analyse(paired(tmp_path, newer, aim="sales")).risks == ()
    (risk,) = analyse(paired(tmp_path, NEW, aim="sales")).risks
    assert risk.is_agreed


def test_it_is_compared_once_both_have_confirmed_it(tmp_path: Path) -> None:
    newer = NEW.replace("[question.aim]", "[question.aim]\nrev = 2")
    session = paired(tmp_path, newer, aim="sales")
    for party in ("brand", "agency"):
        assert told(session, "aim").verdict is Verdict.OPEN
        assert not session.has_answered(party, session.questionnaire["aim"])
        kept = replace(session.answer(party, "aim"), rev=2)
        session = session.say(party, "aim", kept, at=datetime(2026, 11, 26, tzinfo=UTC))
    assert told(session, "aim").verdict is Verdict.ALIGNED


@pytest.mark.parametrize("rev", ["", "rev = 2\n"], ids=["the meaning stays", "rev raised"])
def test_a_private_answer_stays_private_where_its_question_becomes_a_shared_one(
    tmp_path: Path, rev: str
) -> None:
    newer = NEW.replace('private = "overlap"\n', rev)
    assert newer != NEW
    session = paired(tmp_path, newer, floor={"low": CANARY, "high": CANARY})
    assert session.questionnaire["floor"].privacy is Privacy.OVERLAP
    question = told(session, "floor")
    assert (question.answers, question.contrast, question.similarity) == ({}, None, None)
    assert not is_told(report_bytes(report(session)).decode())


def test_where_the_sheet_does_not_say_so_the_edition_beside_it_does(tmp_path: Path) -> None:
    for path in sheets(tmp_path, floor={"low": CANARY, "high": CANARY}):
        text = path.read_text(encoding="utf-8")
        assert 'private = "overlap"\n' in text
        path.write_text(text.replace('private = "overlap"\n', ""), encoding="utf-8")
    newer = tmp_path / "newer.toml"
    newer.write_text(NEW.replace('private = "overlap"\n', ""), encoding="utf-8")
    first, second = (read_toml(tmp_path / f"{party}.toml") for party in ("brand", "agency"))
    session = pair_sheets(first, second, newer).session
    assert not is_told(report_bytes(report(session)).decode())


def test_it_stays_private_over_saving_and_opening(tmp_path: Path) -> None:
    newer = NEW.replace('private = "overlap"\n', "")
    session = paired(tmp_path, newer, floor={"low": CANARY, "high": CANARY})
    create(tmp_path / "s", tmp_path / "newer.toml", session).close()
    again = open_session(tmp_path / "s")
    again.folder.close()
    assert again.session.questionnaire["floor"].privacy is Privacy.OVERLAP
    assert not is_told(report_bytes(report(again.session)).decode())
