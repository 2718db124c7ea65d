"""What a screen shows is copied as Markdown, and it is said where it went."""

from pathlib import Path

import pytest

from tests.app.app_driver import SMALL, WIDE
from tests.app.app_runner import fresh, put_down, running
from tests.app.test_meeting_end import held
from tui.commands import Place
from tui.domain.answers import Answer
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.exports import markdown
from tui.exports.kickoff import kickoff_document
from tui.formats.report import report_bytes
from tui.screens.report import ReportScreen
from tui.widgets.area_map import AreaMap


@pytest.fixture(autouse=True)
def no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Leave only the terminal's own way."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))


async def test_of_a_report_the_summary_is_copied_and_of_a_question_all_of_it() -> None:
    async with running(SMALL, example=True, coming_in=False) as driver:
        await driver.on(Place.REPORT)
        await driver.press("ctrl+c")
        await driver.until(lambda: driver.app.clipboard, "the summary")
        summary = driver.app.clipboard
        assert "25 of 31 questions" in summary
        assert "31 题里有 25 处要谈" in summary  # each of the two reads its own
        await driver.until(lambda: driver.shows(driver.say("copy.summary")), "the word")
        question = driver.screen.query_one(AreaMap).current
        await driver.press("enter", "c")
        await driver.until(lambda: driver.app.clipboard != summary, "the item")
        assert driver.app.document is not None
        asked = driver.session.questionnaire[str(question)]
        assert asked.text.format(driver.session.names)["en"] in driver.app.clipboard


async def test_decisions_are_copied_with_who_sees_to_them() -> None:
    async with running(WIDE, path=held(), coming_in=False) as driver:
        await driver.on(Place.REVIEW)
        await driver.command("decisions")
        await driver.on(Place.DECISIONS)
        await driver.press("ｃ")
        await driver.until(lambda: "first the first" in driver.app.clipboard, "the decisions")
        assert "Lin" in driver.app.clipboard


async def test_where_nothing_is_decided_that_is_said() -> None:
    async with running(WIDE, path=put_down(fresh())) as driver:
        await driver.on(Place.INTERVIEW)
        await driver.command("decisions")
        await driver.on(Place.DECISIONS)
        await driver.press("ctrl+c")
        assert driver.shows(driver.say("copy.nothing"))
        assert not driver.app.clipboard


async def test_a_program_of_the_system_takes_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "xclip").write_text(f'#!/bin/sh\n/bin/cat > "{tmp_path}/given"\n')
    (tmp_path / "xclip").chmod(0o755)
    monkeypatch.setenv("DISPLAY", ":0")
    async with running(SMALL, example=True, coming_in=False) as driver:
        await driver.on(Place.REPORT)
        await driver.press("c")
        await driver.until(lambda: driver.shows("xclip"), "the word")
        assert "25 of 31 questions" in (tmp_path / "given").read_text()


async def test_of_a_partys_own_report_no_private_note_is_copied() -> None:
    session = fresh()
    question, party = session.questionnaire.questions[0], session.questionnaire.party_ids[0]
    session = session.answered(party, question.id, Answer(private_note="canary"))
    own = report(session, ReportLevel.OWN, party)
    file = Path("own.toml")
    file.write_bytes(report_bytes(own))
    assert b"canary" in file.read_bytes()
    async with running(SMALL, path=file) as driver:
        screen = await driver.on(Place.REPORT)
        assert isinstance(screen, ReportScreen)
        assert "canary" in markdown.item(kickoff_document(own), question.id)
        assert "canary" not in markdown.item(screen.document_of(own), question.id)
