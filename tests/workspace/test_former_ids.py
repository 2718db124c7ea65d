"""A question that was renamed is followed by what the later edition's questionnaire says of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.cli.test_cli import duiqi
from tests.questionnaires import SMALL
from tests.storage import samples
from tests.workspace.test_carrying import named
from tui.checks.questionnaire import load
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.reveal import Reveal
from tui.formats.report import report_bytes
from tui.workspace.former_ids import former_ids

NEWER = SMALL.replace('"1.0.0"', '"1.1.0"').replace(
    "[question.days]", '[question.term]\nwas = ["days"]'
)


def of(path: Path, year: int, question: str) -> Report:
    """Return the report of a session in which the two are far apart on one question."""
    session = samples.session(load(path), reveal=Reveal.LIVE)
    session = samples.said(session, "brand", question, 1)
    session = samples.said(session, "agency", question, 90)
    return report(named(session, "Lumi\u00e8re", "\u6674\u5ddd", day=date(year, 1, 1)))


def two_editions(folder: Path) -> list[Report]:
    old, new = folder / "old.toml", folder / "new.toml"
    old.write_text(SMALL, encoding="utf-8")
    new.write_text(NEWER, encoding="utf-8")
    return [of(old, 2025, "days"), of(new, 2026, "term")]


def test_the_former_ids_are_those_of_the_latest_edition(tmp_path: Path) -> None:
    old, new = two_editions(tmp_path)
    for reports in ([old, new], [new, old], [old, new, old]):
        assert former_ids(reports, tmp_path, None) == {"term": ("days",)}


def test_without_the_questionnaire_or_another_edition_there_are_none(tmp_path: Path) -> None:
    old, new = two_editions(tmp_path)
    assert former_ids([old, new], None) == {}
    assert former_ids([new, replace(new, date=date(2027, 1, 1))], tmp_path) == {}
    (tmp_path / "new.toml").write_text(NEWER.replace("[question.term]", "[question.term"))
    assert former_ids([old, new], tmp_path) == {}


def test_the_command_finds_the_questionnaire_beside_a_report_or_among_the_users_own(
    tmp_path: Path,
) -> None:
    paths = []
    for number, told in enumerate(two_editions(tmp_path)):
        paths.append(str(tmp_path / f"report-{number}.toml"))
        Path(paths[-1]).write_bytes(report_bytes(told))
    beside = duiqi("diff", *paths)
    assert "1 still open" in beside.stdout
    assert "another edition by now (1.0.0, then 1.1.0)" in beside.stdout
    own = tmp_path / "data" / "questionnaires"
    own.mkdir(parents=True)
    (tmp_path / "new.toml").rename(own / "new.toml")
    assert duiqi("diff", *paths, "--data", str(tmp_path / "data")).stdout == beside.stdout
    assert "1 still open" not in duiqi("diff", *paths).stdout
