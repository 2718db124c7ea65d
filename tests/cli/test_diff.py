"""`duiqi diff`, as a shell sees it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_cli import AGENCY, BRAND, EXPECTED, duiqi, duiqi_process
from tests.storage import samples
from tui.domain.decision_state import DecisionState
from tui.domain.minutes import Decision
from tui.domain.report_builder import report, still_open
from tui.domain.report_level import ReportLevel
from tui.domain.session import Session
from tui.formats.report import report_bytes
from tui.i18n import LANGUAGES
from tui.workspace.example import example_session

SPRING, SUMMER, AUTUMN = date(2026, 3, 2), date(2026, 6, 1), date(2026, 11, 26)


def on(day: date, session: Session) -> Session:
    """Return a session of another day."""
    left, right = (replace(sheet, date=day) for sheet in session.sheets)
    return replace(session, sheets=(left, right))


@pytest.fixture(scope="module")
def kickoffs() -> list[Session]:
    """Three meetings of the same two: nothing decided; one thing decided; that done, and more."""
    asked = example_session()[0]
    first = on(SPRING, asked)
    second = on(SUMMER, asked).decided(
        Decision(question="price_approval", text="双方书面确认", owner="Lin", due=SUMMER)
    )
    third = on(AUTUMN, asked)
    third = replace(third, minutes=replace(third.minutes, carried=still_open(second)))
    third = third.came_to(third.minutes.carried[0], DecisionState.DONE)
    return [first, second, third]


@pytest.fixture
def paths(kickoffs: list[Session], tmp_path: Path) -> list[str]:
    return [put(report(each), tmp_path / f"{n}.toml") for n, each in enumerate(kickoffs)]


def put(told: Any, path: Path) -> str:
    path.write_bytes(report_bytes(told))
    return str(path)


def test_reports_are_taken_by_their_dates(paths: list[str]) -> None:
    first, second, third = paths
    done = duiqi("diff", third, first, second)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[1:3] == ["2026-06-01 → 2026-11-26", "1 opened, 24 still open"]
    assert "Questions to settle, by area   2026-03-02 → 2026-06-01 → 2026-11-26" in lines
    assert "  Communication  4 → 3 → 4  of 5 asked" in lines
    assert duiqi("diff", *paths).stdout == done.stdout


def test_what_was_decided_and_what_came_of_it(paths: list[str]) -> None:
    closed = duiqi("diff", *paths[:2]).stdout
    assert "Closed\n  - Price approval  decided\n" in closed
    done = duiqi("diff", *paths[1:]).stdout
    assert "  - Price approval  done · Lin\n    双方书面确认\n" in done
    assert "Opened\n  - Price approval  had been settled\n" in done


def test_the_columns_of_chinese_stand_below_each_other(paths: list[str]) -> None:
    shown = duiqi("diff", *paths, "--lang", "zh-CN").stdout
    assert "  目标      5 → 5 → 5  共问 5 题\n" in shown
    assert "  风险共担  5 → 5 → 5  共问 7 题\n" in shown


@pytest.mark.parametrize("way", [["--ascii"], []])
def test_ascii_is_enough_where_there_is_no_more(paths: list[str], way: list[str]) -> None:
    environment = {} if way else {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = duiqi_process("diff", *paths[:2], "--lang", "en", *way, **environment)
    assert "  Communication  4 -> 3  of 5 asked\n" in done.stdout
    assert " x " in done.stdout.splitlines()[0]


def test_two_sheets_are_compared_in_ascii_too() -> None:
    shown = duiqi("compare", BRAND, AGENCY, "--lang", "en", "--ascii").stdout
    assert " x " in shown
    assert not set("×·→–“”…") & set(shown)


def test_other_firms_are_told_and_compared_as_given(
    kickoffs: list[Session], tmp_path: Path
) -> None:
    old, new = report(kickoffs[0]), report(kickoffs[2])
    left, right = new.parties
    respelt = replace(new, parties=(replace(left, name=left.name.upper()), right))
    other = replace(new, parties=(left, replace(right, name="Somebody Else")))
    paths = [put(each, tmp_path / f"{n}.toml") for n, each in enumerate((old, respelt, other))]
    assert duiqi("diff", *paths[:2]).stderr == ""
    done = duiqi("diff", paths[0], paths[2])
    assert done.returncode == 0
    assert "not of the same two firms" in done.stderr
    assert "Somebody Else" in done.stderr


def test_other_questionnaires_are_an_error(paths: list[str], tmp_path: Path) -> None:
    other = put(report(samples.session(samples.loaded(tmp_path))), tmp_path / "other.toml")
    done = duiqi("diff", paths[0], other)
    assert (done.returncode, done.stdout) == (1, "")
    assert "different questionnaires" in done.stderr


def test_what_is_no_report_is_an_error(paths: list[str], tmp_path: Path) -> None:
    assert duiqi("diff", paths[0]).returncode == 2
    assert duiqi("diff", "-", "-").returncode == 2
    missing = duiqi("diff", paths[0], str(tmp_path / "none.toml"))
    assert (missing.returncode, missing.stdout) == (1, "")
    sheet = duiqi("diff", paths[0], str(EXPECTED.with_name("brand-sheet.toml")))
    assert (sheet.returncode, sheet.stdout) == (1, "")


def test_a_report_comes_from_the_standard_input_too(paths: list[str]) -> None:
    done = duiqi("diff", paths[0], "-", stdin=Path(paths[1]).read_text(encoding="utf-8"))
    assert (done.returncode, done.stdout) == (0, duiqi("diff", *paths[:2]).stdout)


def test_a_changed_report_is_told(paths: list[str]) -> None:
    path = Path(paths[1])
    path.write_text(path.read_text(encoding="utf-8").replace("Lin", "Mei"), encoding="utf-8")
    done = duiqi("diff", *paths[:2])
    assert done.returncode == 0
    assert f"{path}: This report was changed" in done.stderr
    hostile = path.rename(path.with_name("x\x1b[2J\u202e.toml"))
    told = duiqi("diff", paths[0], str(hostile)).stderr
    assert "This report was changed" in told
    assert not set(told) & {"\x1b", "\u202e"}


def test_minutes_say_what_they_cannot_tell(kickoffs: list[Session], tmp_path: Path) -> None:
    told = [report(kickoffs[0], ReportLevel.MINUTES), report(kickoffs[2])]
    paths = [put(each, tmp_path / f"{n}.toml") for n, each in enumerate(told)]
    shown = duiqi("diff", *paths).stdout
    assert "The report of Mon 2 Mar 2026 is minutes and holds no answers" in shown
    assert "as before" not in shown
    assert "  Communication  – → 4  of 5 asked\n" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_private_is_shown(language: str, kickoffs: list[Session], tmp_path: Path) -> None:
    """A file may hold more than the program writes: none of it is shown."""
    told = [report(each, ReportLevel.OWN, "brand") for each in kickoffs[1:]]
    planted: list[str] = []
    for each in told:
        text = report_bytes(each).decode()
        spoilt = replace(each, questions=tuple(_spoilt(q) for q in each.questions))
        planted.append(put(spoilt, tmp_path / f"{len(planted)}.toml"))
        assert "psst" not in text
    shown = duiqi("diff", *planted, "--lang", language)
    assert shown.returncode == 0, shown.stderr
    assert "psst" not in shown.stdout + shown.stderr


def _spoilt(question: Any) -> Any:
    answers = {
        party: replace(said, note="psst", private_note="psst", reason="psst" if said.state else "")
        for party, said in question.answers.items()
    }
    return replace(question, answers=answers)
