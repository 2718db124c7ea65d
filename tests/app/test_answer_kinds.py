"""The ways to answer of the second edition in the real app, at the least size."""

from datetime import date
from pathlib import Path

import pytest

from tests.answer_kinds import KINDS
from tests.app.app_driver import SMALL
from tests.app.app_runner import fresh, put_down, running
from tests.app.questionnaire_files import written
from tui.commands import Place
from tui.domain.reveal import Reveal
from tui.i18n import LANGUAGES, Language
from tui.storage.sessions import open_session
from tui.widgets.answer_box import AnswerBox


def begun() -> Path:
    paper = written("kinds", KINDS)
    session = fresh(Reveal.AREA, questionnaire=paper, languages=("en", "zh-CN"))
    return put_down(session, paper)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ascii", [False, True])
async def test_each_is_answered_by_keys_and_kept(language: Language, ascii: bool) -> None:
    path = begun()
    typed = {
        "tone": (["3"], 3),
        "aims": (["1", "2", "3"], ("sales", "margin")),
        "opening": ([*"5 dec 2026"], date(2026, 12, 5)),
        "paid": ([*"2027-01-31"], date(2027, 1, 31)),
        "order": (["2", "1"], ("ads", "shop")),
        "carrier": (["3", *"by Train 9"], "other: by Train 9"),
    }
    async with running(size=SMALL, language=language, path=path, ascii=ascii) as driver:
        for question, (keys, value) in typed.items():
            assert driver.at == (question, "brand")
            await driver.press(*("space" if key == " " else key for key in keys))
            await driver.answered("brand", question, value)  # type: ignore[arg-type]
            await driver.press("enter")
            await driver.settled()
        assert driver.at == ("tools", "brand")
        box = driver.screen.query_one("#left", AnswerBox)
        assert box.column is not None
        shown = [choice.id for choice in box.column.question.shown_labels]
        assert shown[-1] == "none"
        await driver.press("1")
        await driver.answered("brand", "tools", (shown[0],))
    held = open_session(path, read_only=True).session.sheet("brand").answers
    assert {name: held[name].value for name in typed} == {n: v for n, (_, v) in typed.items()}


async def test_half_a_day_waits_for_whoever_comes_back() -> None:
    path = begun()
    async with running(size=SMALL, path=path) as driver:
        await driver.go("opening")
        await driver.press("5", "space", "d", "e")
        await driver.settled()
    async with running(size=SMALL, path=path) as driver:
        assert driver.place is Place.INTERVIEW
        assert driver.at == ("opening", "brand")
        assert driver.shows("This is no day yet: 5 de")
        await driver.press("backspace", "backspace", *"nov")
        await driver.answered("brand", "opening", date.fromisoformat(_next("11-05")))


def _next(day: str) -> str:
    """Return the next such day from today on."""
    today = date.today()
    return min(d for y in (0, 1) if (d := f"{today.year + y}-{day}") >= today.isoformat())
