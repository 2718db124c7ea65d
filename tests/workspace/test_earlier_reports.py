"""Earlier sessions of the same two are found wherever they were put, and only what has met."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.storage import samples
from tests.workspace.test_carrying import ASKED, named
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.formats.file_names import QUESTIONNAIRE
from tui.storage.creation import create
from tui.storage.paths import DataFolder
from tui.workspace.earlier_reports import earlier_reports

NAMES = ("Lumière Paris", "晴川")
NOW = date(2026, 11, 23)


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session in which both have answered a question of each area, at once."""
    session = samples.session(samples.loaded(tmp_path), reveal=Reveal.LIVE)
    for party in ("brand", "agency"):
        session = samples.said(session, party, "aim", "sales")
        session = samples.said(session, party, "days", 30)
    return named(session, *NAMES, day=NOW)


def put(session: Session, tmp_path: Path, shelf: Path, name: str) -> Path:
    folder = shelf / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    create(folder, tmp_path / ASKED, session).close()
    return folder


def days(session: Session, data: DataFolder) -> list[date]:
    return [told.date for told in earlier_reports(session, data)]


def test_those_of_the_same_two_are_found_by_their_days(
    tmp_path: Path, data: DataFolder, session: Session
) -> None:
    spring, summer = date(2026, 3, 1), date(2026, 6, 1)
    put(named(session, *NAMES, day=summer), tmp_path, data.sessions, "a")
    respelt = named(session, "LUMIÈRE  Ｐaris", "晴川", day=spring)
    put(respelt, tmp_path, data.archive, "b")
    put(session, tmp_path, data.sessions, "itself")
    put(named(session, *NAMES, day=date(2027, 1, 1)), tmp_path, data.sessions, "later")
    put(named(session, "Somebody", "晴川", day=spring), tmp_path, data.sessions, "other")
    alone = replace(named(session, *NAMES, day=spring), alone="brand")
    put(alone, tmp_path, data.sessions, "alone")
    put(named(session, *NAMES, day=spring), tmp_path, data.trash, "thrown away")
    assert days(session, data) == [spring, summer]
    assert days(replace(session, alone="brand"), data) == []


def test_of_one_day_those_that_were_begun_earlier_are_found(
    tmp_path: Path, data: DataFolder, session: Session
) -> None:
    folders = [put(session, tmp_path, data.sessions, name) for name in ("c", "b", "a")]
    for place, folder in enumerate(folders):
        os.utime(folder / QUESTIONNAIRE, ns=(place, place))
    found = [len(earlier_reports(session, data, folder)) for folder in folders]
    assert found == [0, 1, 2]
    assert days(session, data) == []


def test_another_questionnaire_is_none_to_compare_with(
    tmp_path: Path, data: DataFolder, session: Session
) -> None:
    put(named(session, *NAMES, day=date(2026, 3, 1)), tmp_path, data.sessions, "a")
    edition = replace(session.questionnaire.edition, id="other")
    other = replace(session, questionnaire=replace(session.questionnaire, edition=edition))
    assert days(other, data) == []
    version = replace(session.questionnaire.edition, version="9.0.0", digest="sha256:9")
    later = replace(session, questionnaire=replace(session.questionnaire, edition=version))
    assert days(later, data) == [date(2026, 3, 1)]


def test_only_what_has_met_is_read(tmp_path: Path, data: DataFolder, session: Session) -> None:
    blind = replace(named(session, *NAMES, day=date(2026, 3, 1)), reveal=Reveal.AREA)
    folder = put(blind, tmp_path, data.sessions, "a")
    files = {path: path.read_bytes() for path in folder.iterdir() if path.suffix == ".toml"}
    assert earlier_reports(session, data) == []
    area = blind.questionnaire.areas[0].id
    finished = {party: frozenset({area}) for party in ("brand", "agency")}
    put(replace(blind, finished=finished), tmp_path, data.sessions, "b")
    (told,) = earlier_reports(session, data)
    assert {question.area for question in told.questions} == {area}
    assert {item.question for item in told.agenda} <= {question.id for question in told.questions}
    assert files == {path: path.read_bytes() for path in files}


def test_what_cannot_be_read_is_left_out(
    tmp_path: Path, data: DataFolder, session: Session
) -> None:
    assert earlier_reports(session, data) == []
    broken = put(named(session, *NAMES, day=date(2026, 3, 1)), tmp_path, data.sessions, "a")
    put(named(session, *NAMES, day=date(2026, 4, 1)), tmp_path, data.sessions, "b")
    (broken / "brand.toml").write_text("broken")
    for backup in broken.glob("*.bak"):
        backup.unlink()
    (data.sessions / "nothing").mkdir()
    (data.sessions / "file").touch()
    assert days(session, data) == [date(2026, 4, 1)]


def test_what_one_party_noted_for_itself_is_not_read(
    tmp_path: Path, data: DataFolder, session: Session
) -> None:
    before = named(session, *NAMES, day=date(2026, 3, 1))
    answer = replace(before.answer("brand", "aim"), private_note="psst", note="for both")
    put(before.answered("brand", "aim", answer), tmp_path, data.sessions, "a")
    (told,) = earlier_reports(session, data)
    assert "for both" in repr(told)
    assert "psst" not in repr(told)
